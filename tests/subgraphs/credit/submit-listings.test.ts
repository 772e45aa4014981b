import { drift } from '../../../migrations/run';
import { credit } from '../../../subgraphs/credit';
import { as } from '../../support/callers';
import type { Sending } from '../../support/test-bed';
import { creditBed, fire, make, market, safety } from './sample';

const bed = creditBed();

describe('submitListings', () => {
  beforeEach(() => bed.empty());

  const receiptOf = (records: object[], sending?: Sending) => bed.receipt('submitListings', records, sending);
  const refusalOf = async (records: object[], sending?: Sending) =>
    (await receiptOf(records, sending)).rejected[0];

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(credit, bed.url)).toEqual([]);
  });

  test('the same record again MUST change nothing, and a higher revision MUST replace it', async () => {
    expect(await receiptOf([make.listing()])).toEqual({ accepted: 1, unchanged: 0, rejected: [] });
    expect(await receiptOf([make.listing()])).toEqual({ accepted: 0, unchanged: 1, rejected: [] });
    expect(await receiptOf([make.removed({ revision: 2 })])).toEqual({
      accepted: 1,
      unchanged: 0,
      rejected: [],
    });
    const answer = await bed.run('{ dishonestyListing(id: "test/1") { status removedOn removalReason } }', {
      caller: market,
    });
    expect(answer.data.dishonestyListing).toEqual({
      status: 'REMOVED_EARLY',
      removedOn: '2026-03-02',
      removalReason: '信用修复',
    });
  });

  test('a bad record MUST be refused by name and the good ones kept', async () => {
    const receipt = await receiptOf([make.listing(), make.listing({ sourceId: '2', cause: '' })]);
    expect(receipt).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1, sourceId: '2', code: 'FIELD_MISSING', field: 'cause' }],
    });
  });

  test('a list MUST be written by the kind of department that keeps it, and no other', async () => {
    const owned = { code: 'LIST_NOT_YOURS', field: 'list' };
    expect(await receiptOf([make.safetyListing()], { caller: safety })).toMatchObject({ accepted: 1 });
    expect(await refusalOf([make.safetyListing()], { caller: market })).toMatchObject(owned);
    expect(await refusalOf([make.listing()], { caller: safety })).toMatchObject(owned);
    expect(await refusalOf([make.listing()], { caller: fire })).toMatchObject(owned);
  });

  test('a caller without a token or the scope MUST be refused', async () => {
    expect(await bed.submit('submitListings', [make.listing()], { caller: as.public })).toFailWith(
      'SHARING_DENIED',
    );
    expect(
      await bed.submit('submitListings', [make.listing()], {
        caller: as.officer('MARKET_SUPERVISION', '430000'),
      }),
    ).toFailWith('SCOPE_MISSING');
  });

  test('a subject or a deciding department outside the caller’s region MUST be refused', async () => {
    const county = { caller: as.officer('MARKET_SUPERVISION', '430682', 'write:credit') };
    const outside = (field: string) => ({ code: 'OUTSIDE_REGION', field });
    expect(await receiptOf([make.listing()], county)).toMatchObject({ accepted: 1 });
    expect(await refusalOf([make.listing({ sourceId: '2', regionCode: '430624' })], county)).toMatchObject(
      outside('regionCode'),
    );
    for (const departmentCode of ['430000-MARKET_SUPERVISION', 'CN-MARKET_SUPERVISION']) {
      expect(await refusalOf([make.listing({ departmentCode })], county)).toMatchObject(
        outside('departmentCode'),
      );
    }
    const nation = { caller: as.officer('MARKET_SUPERVISION', '000000', 'write:credit') };
    expect(
      await receiptOf([make.listing({ sourceId: '3', departmentCode: 'CN-MARKET_SUPERVISION' })], nation),
    ).toMatchObject({
      accepted: 1,
    });
  });

  test('a listing MUST be decided today at the latest and listed on the day of the decision at the earliest', async () => {
    expect(
      await receiptOf([make.listing({ decidedOn: '2026-06-15', listedOn: '2026-06-15' })]),
    ).toMatchObject({ accepted: 1 });
  });

  test('early removal MUST lie within the term, up to its last day', async () => {
    const removed = (sourceId: string, removedOn: string) =>
      make.removed({ sourceId, decidedOn: '2022-01-13', listedOn: '2022-01-15', removedOn });
    expect(await receiptOf([removed('1', '2025-01-15'), removed('2', '2025-01-16')])).toMatchObject({
      accepted: 1,
      rejected: [{ code: 'DATE_OUT_OF_RANGE', field: 'removedOn' }],
    });
  });

  test('the term MUST follow from the list and the day of listing', async () => {
    await bed.submit('submitListings', [make.listing()]);
    const answer = await bed.run(
      '{ dishonestyListing(id: "test/1") { expiresOn earliestRemovalOn publishBy publishByProvisional } }',
    );
    expect(answer.data.dishonestyListing).toEqual({
      expiresOn: '2029-01-15',
      earliestRemovalOn: '2027-01-15',
      publishBy: '2026-02-09',
      publishByProvisional: false,
    });
  });

  test('a batch MUST take the same number of statements whatever its size', async () => {
    const records = (count: number) =>
      Array.from({ length: count }, (_, at) => make.listing({ sourceId: `${count}-${at}` }));
    const one = await bed.statementsOf(() => bed.submit('submitListings', records(1)));
    const many = await bed.statementsOf(() => bed.submit('submitListings', records(1_000)));
    expect(many).toHaveLength(one.length);
  });
});

describe('what submitListings refuses', () => {
  beforeAll(() => bed.empty());

  test.each([
    ['a code with a wrong check digit', { uscc: '91430682MA4L16JQ91' }, 'USCC_INVALID', 'uscc'],
    ['an enterprise without a code', { uscc: null }, 'FIELD_MISSING', 'uscc'],
    ['a person with an enterprise’s code', { subjectKind: 'PERSON' }, 'FIELD_NOT_EXPECTED', 'uscc'],
    [
      'a department of another kind',
      { departmentCode: '430682-FIRE_RESCUE' },
      'FIELD_INVALID',
      'departmentCode',
    ],
    ['a department that is no code', { departmentCode: '临湘市市监局' }, 'FIELD_INVALID', 'departmentCode'],
    ['a measure of the other list', { measures: ['暂停项目审批'] }, 'MEASURE_UNKNOWN', 'measures'],
    ['an unknown list', { list: 'ABNORMAL_OPERATION' }, 'ENUM_VALUE_UNKNOWN', 'list'],
    ['an industry that is none', { industryCode: 'gas' }, 'FIELD_INVALID', 'industryCode'],
    [
      'a decision in the future',
      { decidedOn: '2026-06-16', listedOn: '2026-06-16' },
      'DATE_OUT_OF_RANGE',
      'decidedOn',
    ],
    [
      'a decision before 令44号',
      { decidedOn: '2021-08-31', listedOn: '2021-09-02' },
      'RULE_MISSING',
      'decidedOn',
    ],
    ['listing before the decision', { listedOn: '2026-01-11' }, 'DATE_OUT_OF_RANGE', 'listedOn'],
    ['listing in the future', { listedOn: '2026-06-16' }, 'DATE_OUT_OF_RANGE', 'listedOn'],
    ['LISTED without its day', { listedOn: null }, 'FIELD_MISSING', 'listedOn'],
    ['LISTED with a day of removal', { removedOn: '2026-03-01' }, 'FIELD_NOT_EXPECTED', 'removedOn'],
    ['NOTIFIED with a day of listing', { status: 'NOTIFIED' }, 'FIELD_NOT_EXPECTED', 'listedOn'],
    ['EXPIRED before the term is over', { status: 'EXPIRED' }, 'FIELD_INVALID', 'status'],
    [
      'REMOVED_EARLY without its day',
      { status: 'REMOVED_EARLY', removalReason: '信用修复' },
      'FIELD_MISSING',
      'removedOn',
    ],
    [
      'REVOKED without a reason',
      { status: 'REVOKED', removedOn: '2026-02-02' },
      'FIELD_MISSING',
      'removalReason',
    ],
    [
      'removal before listing',
      { status: 'REMOVED_EARLY', removedOn: '2026-01-14', removalReason: '信用修复' },
      'DATE_OUT_OF_RANGE',
      'removedOn',
    ],
  ])('MUST refuse %s', async (_, change, code, field) => {
    const { data } = await bed.submit('submitListings', [make.listing(change)]);
    expect(data.receipt.rejected[0]).toMatchObject({ code, field });
  });
});

describe('a listing that arrives decided', () => {
  beforeEach(() => bed.empty());

  const receiptOf = (records: object[], sending: Sending) => bed.receipt('submitListings', records, sending);
  const refusalOf = async (records: object[], sending: Sending) =>
    (await receiptOf(records, sending)).rejected[0];

  /** As it is sent, with nothing said for it. */
  const alone = (...scopes: string[]): Sending => ({
    undecided: true,
    caller: as.officer('MARKET_SUPERVISION', '430682', 'write:credit', ...scopes),
  });
  const decided = { decidedBy: 'officer-9', decisionDocument: '临市监列〔2026〕1号' };

  test('a listing that arrives decided MUST be refused from whoever may only write, and a notice beside it be taken', async () => {
    const receipt = await receiptOf([make.listing(decided), make.notified({ sourceId: '2' })], alone());
    expect(receipt).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, code: 'SCOPE_MISSING', field: 'status' }],
    });
    expect(await bed.rows('SELECT status, decided_by FROM dishonesty_listing')).toEqual([
      { status: 'NOTIFIED', decided_by: null },
    ]);
  });

  test('it MUST name who decided, somebody else than who submits, and keep it with the document', async () => {
    const deciding = alone('decide:credit');
    expect(await refusalOf([make.listing()], deciding)).toMatchObject({
      code: 'FIELD_MISSING',
      field: 'decidedBy',
    });
    expect(await refusalOf([make.listing({ decidedBy: deciding.caller?.subject })], deciding)).toMatchObject({
      code: 'DECIDER_SUBMITS',
    });
    expect(await receiptOf([make.listing(decided)], deciding)).toMatchObject({ accepted: 1, rejected: [] });
    expect(
      await bed.rows('SELECT decided_by, decision_document, decision_gap FROM dishonesty_listing'),
    ).toEqual([{ decided_by: 'officer-9', decision_document: '临市监列〔2026〕1号', decision_gap: null }]);
  });

  test('a correction that takes a subject off the list MUST be held to the same, and what changes nothing to nothing', async () => {
    const deciding = alone('decide:credit');
    await receiptOf([make.listing(decided)], deciding);
    expect(await receiptOf([make.listing(decided)], alone())).toMatchObject({ unchanged: 1, rejected: [] });
    const notified = make.notified({ revision: 2 });
    expect(await refusalOf([notified], alone())).toMatchObject({ code: 'SCOPE_MISSING', field: 'status' });
    expect(await refusalOf([notified], deciding)).toMatchObject({
      code: 'FIELD_MISSING',
      field: 'decidedBy',
    });
    expect(await bed.rows('SELECT status FROM dishonesty_listing')).toEqual([{ status: 'LISTED' }]);
  });
});
