import { drift } from '../../../migrations/run';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import type { Sending } from '../../support/test-bed';
import { AUTHORITY, FLAGGED, fire, hunan, make, nation, registryBed, usccOf } from './sample';

const authority = { source: AUTHORITY };
const bed = registryBed();

describe('submitEnterprises', () => {
  beforeEach(() => bed.rows('DELETE FROM enterprise'));

  const receiptOf = (records: object[], sending?: Sending) =>
    bed.receipt('submitEnterprises', records, sending);
  const refusalOf = async (records: object[], sending?: Sending) =>
    (await receiptOf(records, sending)).rejected[0];
  const stored = async (number = 1) =>
    (
      await bed.rows(
        'SELECT name, region_code, source, source_id, revision FROM enterprise WHERE uscc = $1',
        [usccOf(number)],
      )
    )[0];
  const accepted = { accepted: 1, unchanged: 0, rejected: [] };
  const unchanged = { accepted: 0, unchanged: 1, rejected: [] };

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(registry, bed.url)).toEqual([]);
  });

  test('a bad record MUST be refused by name and the good ones kept', async () => {
    const receipt = await receiptOf([
      make.enterprise(1),
      make.enterprise(2, { uscc: FLAGGED }),
      make.enterprise(3, { registeredOn: '2024-02-30' }),
    ]);
    expect(receipt).toMatchObject({
      accepted: 1,
      unchanged: 0,
      rejected: [
        { index: 1, sourceId: 'e2', code: 'USCC_INVALID', field: 'uscc' },
        { index: 2, sourceId: 'e3', code: 'DATE_INVALID', field: 'registeredOn' },
      ],
    });
    expect(receipt.rejected[0]?.message).toContain(FLAGGED);
    expect(await stored()).toMatchObject({ name: '临湘市第1号公司' });
  });

  test('the same record again MUST change nothing', async () => {
    expect(await receiptOf([make.enterprise(1)])).toEqual(accepted);
    const xmin = () => bed.rows('SELECT xmin FROM enterprise');
    const before = await xmin();
    expect(await receiptOf([make.enterprise(1)])).toEqual(unchanged);
    expect(await xmin()).toEqual(before);
  });

  test('a higher revision MUST replace, a lower one MUST NOT, in whatever order they come', async () => {
    await receiptOf([make.enterprise(1, { revision: 3, name: '第三版' })]);
    expect(await receiptOf([make.enterprise(1, { revision: 2, name: '第二版' })])).toEqual(unchanged);
    expect(await stored()).toMatchObject({ name: '第三版', revision: 3 });
    expect(await receiptOf([make.enterprise(1, { revision: 4, name: '第四版' })])).toEqual(accepted);
    expect(await stored()).toMatchObject({ name: '第四版', revision: 4 });
  });

  test('the same revision with other content MUST be refused', async () => {
    await receiptOf([make.enterprise(1)]);
    expect(await refusalOf([make.enterprise(1, { name: '改名' })])).toMatchObject({
      code: 'REVISION_CONFLICT',
      field: 'revision',
    });
    expect(await stored()).toMatchObject({ name: '临湘市第1号公司' });
  });

  test('another source MUST NOT change a record, whatever its revision, and MUST be told whose it is', async () => {
    await receiptOf([make.enterprise(1)]);
    const refusal = await refusalOf([make.enterprise(1, { revision: 9, name: '改名' })], { source: 'other' });
    expect(refusal).toMatchObject({ code: 'OWNED_BY_ANOTHER_SOURCE' });
    expect(refusal?.message).toContain('was submitted by test');
    expect(await stored()).toMatchObject({ name: '临湘市第1号公司', source: 'test' });
  });

  test('the registration authority MUST take a record over, and keep it', async () => {
    await receiptOf([make.enterprise(1, { revision: 5 })]);
    expect(await receiptOf([make.enterprise(1, { sourceId: 'a1', name: '登记名称' })], authority)).toEqual(
      accepted,
    );
    expect(await stored()).toMatchObject({
      name: '登记名称',
      source: AUTHORITY,
      source_id: 'a1',
      revision: 1,
    });
    expect(await refusalOf([make.enterprise(1, { revision: 6 })])).toMatchObject({
      code: 'OWNED_BY_ANOTHER_SOURCE',
    });
    expect(await receiptOf([make.enterprise(1, { sourceId: 'a1', name: '登记名称' })], authority)).toEqual(
      unchanged,
    );
  });

  test('only market supervision MUST speak as the registration authority', async () => {
    const caller = as.officer('FIRE_RESCUE', '000000', 'write:registry');
    const answer = await bed.submit('submitEnterprises', [make.enterprise(1)], { ...authority, caller });
    expect(answer).toFailWith('SOURCE_NOT_YOURS');
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      field: 'source',
      got: AUTHORITY,
      owner: 'MARKET_SUPERVISION',
    });
    expect(await stored()).toBeUndefined();
    expect(await receiptOf([make.enterprise(1)], { caller })).toEqual(accepted);
  });

  test('a code with a wrong check digit MUST be taken from the authority and flagged, one without the shape refused', async () => {
    expect(await receiptOf([make.enterprise(1, { uscc: FLAGGED })], authority)).toEqual(accepted);
    expect(await bed.rows('SELECT uscc, checksum_valid FROM enterprise')).toEqual([
      { uscc: FLAGGED, checksum_valid: false },
    ]);
    for (const uscc of ['91430682MA4L16JI90', '430600000012345', '914306822A4L16JQ9']) {
      expect(await refusalOf([make.enterprise(2, { uscc })], authority)).toMatchObject({
        code: 'USCC_INVALID',
        field: 'uscc',
      });
    }
  });

  test('an abolished division MUST be taken for its successor, an unknown one refused', async () => {
    expect(await receiptOf([make.enterprise(1, { regionCode: '411023' })])).toEqual(accepted);
    expect(await stored()).toMatchObject({ region_code: '411003' });
    for (const regionCode of ['430699', '000000']) {
      const refusal = await refusalOf([make.enterprise(2, { regionCode })]);
      expect(refusal).toMatchObject({ code: 'REGION_UNKNOWN', field: 'regionCode' });
      expect(refusal?.message).toContain(regionCode);
    }
  });

  test('a division outside the region of the caller MUST be refused, an abolished one by its successor', async () => {
    const outside = { code: 'OUTSIDE_REGION', field: 'regionCode' };
    expect(await refusalOf([make.enterprise(1, { regionCode: '411003' })], { caller: hunan })).toMatchObject(
      outside,
    );
    const xuchang = { caller: as.officer('MARKET_SUPERVISION', '411003', 'write:registry') };
    expect(await receiptOf([make.enterprise(1, { regionCode: '411023' })], xuchang)).toEqual(accepted);
  });

  test('a record that lies outside the region of the caller MUST NOT be moved into it', async () => {
    await receiptOf([make.enterprise(1, { regionCode: '411003' })]);
    const moved = [make.enterprise(1, { revision: 2 })];
    const refusal = await refusalOf(moved, { caller: hunan });
    expect(refusal).toMatchObject({ code: 'OUTSIDE_REGION', field: 'regionCode' });
    expect(refusal?.message).toContain('411003');
    expect(await receiptOf(moved, { caller: hunan, ...authority })).toMatchObject({
      accepted: 0,
      rejected: [{ index: 0 }],
    });
    expect(await stored()).toMatchObject({ region_code: '411003', source: 'test' });
    expect(await receiptOf(moved, { caller: nation })).toEqual(accepted);
  });

  test('a sourceId MUST name one enterprise for good', async () => {
    await receiptOf([make.enterprise(1)]);
    const refusal = await refusalOf([make.enterprise(2, { sourceId: 'e1' })]);
    expect(refusal).toMatchObject({ code: 'SOURCE_ID_TAKEN', field: 'sourceId' });
    expect(refusal?.message).toContain(usccOf(1));
    expect(await receiptOf([make.enterprise(2, { sourceId: 'e1' })], { source: 'other' })).toEqual(accepted);
  });

  test('the public and an agency without the scope MUST be refused, and nothing stored', async () => {
    expect(await bed.submit('submitEnterprises', [make.enterprise(1)], { caller: as.public })).toFailWith(
      'SHARING_DENIED',
    );
    const answer = await bed.submit('submitEnterprises', [make.enterprise(1)], { caller: fire });
    expect(answer).toFailWith('SCOPE_MISSING');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ scope: 'write:registry' });
    expect(await stored()).toBeUndefined();
  });

  test.each([
    [{ uscc: null }, 'FIELD_MISSING', 'uscc'],
    [{ name: '  ' }, 'TEXT_INVALID', 'name'],
    [{ name: '长'.repeat(201) }, 'TEXT_INVALID', 'name'],
    [{ status: 'OPEN' }, 'ENUM_VALUE_UNKNOWN', 'status'],
    [{ regionCode: '4306' }, 'REGION_CODE_INVALID', 'regionCode'],
    [{ industryCode: 'Z3770' }, 'FIELD_INVALID', 'industryCode'],
    [{ industryCode: '37701' }, 'FIELD_INVALID', 'industryCode'],
    [{ roles: ['FIRE_KEY_UNIT', 'OWNER'] }, 'ENUM_VALUE_UNKNOWN', 'roles'],
    [{ revision: 0 }, 'NUMBER_INVALID', 'revision'],
    [{ sourceId: '' }, 'FIELD_MISSING', 'sourceId'],
  ])('a record with %j MUST be refused as %s of %s', async (changes, code, field) => {
    expect(await refusalOf([make.enterprise(1, changes)])).toMatchObject({ index: 0, code, field });
    expect(await stored()).toBeUndefined();
  });

  // the source is checked without its blanks and stored with them
  test('blanks around a source MUST NOT make another source of it', async () => {
    await receiptOf([make.enterprise(1)]);
    expect(await receiptOf([make.enterprise(1)], { source: ' test ' })).toEqual(unchanged);
  });
  test('a source with blanks MUST be marked as synthetic no less', async () => {
    await receiptOf([make.enterprise(1)], { source: ' synthetic' });
    expect(await bed.rows('SELECT synthetic FROM enterprise')).toEqual([{ synthetic: true }]);
  });
  test('a source that is long by its blanks MUST NOT be an internal error', async () => {
    const answer = await bed.submit('submitEnterprises', [make.enterprise(1)], {
      source: `${' '.repeat(70)}test`,
    });
    expect((answer.errors ?? []).map(({ extensions }) => extensions?.code)).not.toContain(
      'INTERNAL_SERVER_ERROR',
    );
  });

  // it is told that the record is another source's, which would not hinder the authority
  test('the authority MUST be told that a record lies outside the region of the caller', async () => {
    await receiptOf([make.enterprise(1, { regionCode: '411003' })]);
    expect(
      await refusalOf([make.enterprise(1, { revision: 2 })], { caller: hunan, ...authority }),
    ).toMatchObject({
      code: 'OUTSIDE_REGION',
    });
  });
});
