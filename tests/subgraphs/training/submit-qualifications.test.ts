import { drift } from '../../../migrations/run';
import { training } from '../../../subgraphs/training';
import { as } from '../../support/callers';
import type { RunOptions } from '../../support/test-bed';
import { idNumberOf, make, market, reader, safety, trainingBed } from './sample';

const FIELDS =
  'id personId holderName item { id name } statedItem scheme issuedOn expiresOn validUntil expiresOnRule { version } validUntilRule { version } renewBy status employer { uscc }';
const ALL = `{ qualifications { totalCount edges { node { ${FIELDS} } } } }`;

const bed = trainingBed();

describe('submitQualifications', () => {
  beforeEach(() => bed.empty());

  const receiptOf = (records: object[], caller = market) =>
    bed.receipt('submitQualifications', records, { caller });
  const all = async () =>
    (await bed.run(ALL, { caller: reader })).data.qualifications.edges.map(
      ({ node }: { node: object }) => node,
    );

  test('the tables MUST be those that the entities declare', async () => {
    expect(await drift(training, bed.url)).toEqual([]);
  });

  test('the term and the last day for asking renewal MUST follow from the rule, leap day and all', async () => {
    await bed.put('submitQualifications', make.qualification({ issuedOn: '2024-02-29' }));
    expect(await all()).toMatchObject([
      {
        item: { id: 'SPECIAL_EQUIPMENT_OPERATOR:N1', name: '叉车司机' },
        expiresOn: '2028-02-29',
        validUntil: '2028-02-29',
        renewBy: '2028-01-29',
      },
    ]);
  });

  test('a special operation MUST be in force to the day of its review, and to the end of its term once reviewed', async () => {
    const welder = {
      scheme: 'SPECIAL_OPERATION',
      item: '2.1',
      issuedOn: '2023-06-15',
      number: 'W1',
      sourceId: 'w',
    };
    await bed.putAs(safety, 'submitQualifications', make.qualification(welder));
    expect(await all()).toMatchObject([
      {
        expiresOnRule: { version: expect.stringMatching(/^training\.SPECIAL_OPERATION.term@/) },
        validUntilRule: { version: expect.stringMatching(/^training\.SPECIAL_OPERATION.review@/) },
        ...{
          expiresOn: '2029-06-15',
          validUntil: '2026-06-15',
          renewBy: '2026-04-16',
          status: 'RENEWAL_DUE',
        },
      },
    ]);
    await bed.putAs(
      safety,
      'submitQualifications',
      make.qualification({ ...welder, revision: 2, reviewedOn: '2026-06-01' }),
    );
    expect(await all()).toMatchObject([{ validUntil: '2029-06-15', renewBy: '2029-04-16', status: 'VALID' }]);
  });

  test('an old code MUST be mapped by the day of the certificate', async () => {
    await bed.put('submitQualifications', make.qualification({ item: 'N2', issuedOn: '2019-05-31' }));
    await bed.put('submitQualifications', make.qualification({ item: 'N2', issuedOn: '2019-06-01' }));
    await bed.put('submitQualifications', make.qualification({ item: 'D1', issuedOn: '2018-01-01' }));
    const items = (await all()).map(
      ({ item, statedItem }: { item: { id: string }; statedItem: string }) => `${statedItem} ${item.id}`,
    );
    expect(items.sort()).toEqual([
      'D1 SPECIAL_EQUIPMENT_OPERATOR:2011:D1',
      'N2 SPECIAL_EQUIPMENT_OPERATOR:N1',
      'N2 SPECIAL_EQUIPMENT_OPERATOR:N2',
    ]);
    expect(await receiptOf([make.qualification({ item: 'D1', issuedOn: '2019-06-01' })])).toMatchObject({
      rejected: [{ code: 'QUALIFICATION_ITEM_UNKNOWN', field: 'item' }],
    });
  });

  test('the issuer system MUST be part of the key: the same number under two schemes, or with two items, is two rows', async () => {
    await bed.put(
      'submitQualifications',
      make.qualification({ number: 'X' }),
      make.qualification({ number: 'X', item: 'Q2' }),
    );
    await bed.putAs(
      safety,
      'submitQualifications',
      make.qualification({ number: 'X', scheme: 'SPECIAL_OPERATION', item: '2.1' }),
    );
    const rows = await all();
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ personId }: { personId: string }) => personId)).size).toBe(1);
  });

  test('the same record again MUST change nothing, and the same certificate under another sourceId MUST stay one row', async () => {
    const record = make.qualification();
    await bed.put('submitQualifications', record);
    expect(await receiptOf([record])).toMatchObject({ accepted: 0, unchanged: 1 });
    await receiptOf([{ ...record, sourceId: 'again', revision: 2, standing: 'SUSPENDED' }]);
    expect(await all()).toMatchObject([{ status: 'SUSPENDED' }]);
  });

  test('a certificate MUST count once, in whatever spelling and by whichever system it is sent', async () => {
    const record = make.qualification({ number: 'T430-1', industryCode: '3311' });
    await bed.put('submitQualifications', record);
    const sent = async (changes: object) =>
      (await bed.receipt('submitQualifications', [{ ...record, ...changes }], { source: 'other' })).rejected;
    for (const number of ['ｔ430－1', ' T430 - 1', 'T430—1'])
      expect(await sent({ number, sourceId: '1' })).toMatchObject([
        { code: 'RECORD_DUPLICATE', field: 'issuedOn' },
      ]);
    // its renewal keeps the number
    expect(await sent({ issuedOn: '2026-06-01', sourceId: '2' })).toEqual([]);
    await bed.rows(
      `UPDATE qualification SET duplicate_of = (SELECT id FROM qualification WHERE source = 'test') WHERE source = 'other'`,
    );
    await receiptOf([{ ...record, revision: 2, standing: 'REVOKED' }]);
    const of = [
      { __typename: 'Enterprise', uscc: record.employerUscc },
      {
        ...{ __typename: 'MatterOverview', matterCode: 'NONE', regionCode: '430000' },
        scope: { equipmentKinds: [], industries: ['33'] },
      },
    ];
    const { data } = await bed.run(
      `query ($of: [_Any!]!) { qualifications { totalCount edges { node { status } } }
         check: verifyQualification(number: "T430-1", holderName: "张三丰") { status }
         _entities(representations: $of) { ... on Enterprise { qualifications { totalCount } } ... on MatterOverview { qualifiedPersonnel } } }`,
      { caller: reader, variables: { of } },
    );
    expect(data).toMatchObject({
      qualifications: { totalCount: 1, edges: [{ node: { status: 'REVOKED' } }] },
      check: { status: 'REVOKED' },
      _entities: [{ qualifications: { totalCount: 1 } }, { qualifiedPersonnel: 0 }],
    });
  });

  test('a scheme MUST be written by its issuers only', async () => {
    expect(await receiptOf([make.qualification()], safety)).toMatchObject({
      rejected: [{ code: 'SCHEME_NOT_YOURS', field: 'scheme' }],
    });
    const welder = make.qualification({ scheme: 'SPECIAL_OPERATION', item: '2.1' });
    expect(await receiptOf([welder], market)).toMatchObject({ rejected: [{ code: 'SCHEME_NOT_YOURS' }] });
    const manager = { scheme: 'SAFETY_MANAGEMENT', item: 'EQUIPMENT_DIRECTOR' };
    expect(await receiptOf([make.qualification(manager)], market)).toMatchObject({ accepted: 1 });
    expect(await receiptOf([make.qualification({ ...manager, item: 'PRINCIPAL' })], safety)).toMatchObject({
      accepted: 1,
    });
  });

  test('whoever lacks token, scope or region MUST be refused', async () => {
    expect(
      await bed.submit('submitQualifications', [make.qualification()], { caller: as.public }),
    ).toFailWith('SHARING_DENIED');
    expect(await bed.submit('submitQualifications', [make.qualification()], { caller: reader })).toFailWith(
      'SCOPE_MISSING',
    );
    const elsewhere = as.officer('MARKET_SUPERVISION', '410000', 'write:training');
    expect(await receiptOf([make.qualification()], elsewhere)).toMatchObject({
      rejected: [{ code: 'OUTSIDE_REGION' }],
    });
  });

  test.each([
    [
      'an identity number with a wrong check digit',
      { idNumber: '110105194912310021' },
      'ID_NUMBER_INVALID',
      'idNumber',
    ],
    [
      'an identity number with a day that never was',
      { idNumber: '11010519490230002X' },
      'ID_NUMBER_INVALID',
      'idNumber',
    ],
    [
      'a term that is longer than the rule’s',
      { expiresOn: '2028-06-21' },
      'QUALIFICATION_TERM_INVALID',
      'expiresOn',
    ],
    [
      'a term that ends where it begins',
      { expiresOn: '2024-06-20' },
      'QUALIFICATION_TERM_INVALID',
      'expiresOn',
    ],
    ['an issue in the future', { issuedOn: '2026-06-16' }, 'DATE_OUT_OF_RANGE', 'issuedOn'],
    ['an issue before any rule', { issuedOn: '2011-06-30' }, 'RULE_MISSING', 'issuedOn'],
    ['a review before the issue', { reviewedOn: '2024-06-19' }, 'DATE_OUT_OF_RANGE', 'reviewedOn'],
    ['an unknown item', { item: 'N9' }, 'QUALIFICATION_ITEM_UNKNOWN', 'item'],
    ['an identity number as sourceId', { sourceId: idNumberOf(3) }, 'ID_NUMBER_NOT_ALLOWED', 'sourceId'],
    ['a name with control characters', { holderName: '张\u0000三' }, 'PERSONAL_TEXT_INVALID', 'holderName'],
  ])('MUST refuse %s, without repeating what is personal', async (_, change, code, field) => {
    const receipt = await receiptOf([make.qualification(change)]);
    expect(receipt.rejected[0]).toMatchObject({ code, field });
    if (field !== 'sourceId') expect(JSON.stringify(receipt)).not.toMatch(/张|1101051949/);
  });

  test('a batch MUST take the same number of statements whatever its size', async () => {
    const records = (count: number) => Array.from({ length: count }, () => make.qualification());
    const one = await bed.statementsOf(() => receiptOf(records(1)));
    expect(await bed.statementsOf(() => receiptOf(records(300)))).toHaveLength(one.length);
  });
});

describe('what is personal in a qualification', () => {
  const SECRETS = ['欧阳修远', 'ZS-778899', idNumberOf(7)];
  beforeAll(async () => {
    await bed.empty();
    await bed.put(
      'submitQualifications',
      make.qualification({ holderName: SECRETS[0], number: SECRETS[1], idNumber: SECRETS[2] }),
    );
  });

  const ask = (options: RunOptions) =>
    bed.run('{ qualifications { edges { node { holderName fullName number } } } }', options);

  test('MUST be shown in its region for a stated purpose, and the surname only otherwise', async () => {
    const full = (await ask({ caller: reader, purpose: '检查' })).data.qualifications.edges[0].node;
    expect(full).toEqual({ holderName: '欧**', fullName: '欧阳修远', number: 'ZS-778899' });
    const masked = { holderName: '欧**', fullName: null, number: null };
    const elsewhere = as.officer('FIRE_RESCUE', '410000', 'share:conditional');
    for (const options of [{ caller: reader }, { caller: elsewhere, purpose: '检查' }]) {
      expect((await ask(options)).data.qualifications.edges[0].node).toEqual(masked);
    }
  });

  test('MUST NOT lie open in any table, the record of audits included', async () => {
    const tables = ['qualification', 'journal'];
    for (const table of tables) {
      const rows = await bed.subgraph.db.read<{ row: string }>(`SELECT ${table}::text AS row FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      for (const secret of SECRETS) expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    }
  });

  test('the public MUST see no qualification', async () => {
    expect(await ask({})).toFailWith('SHARING_DENIED');
  });
});
