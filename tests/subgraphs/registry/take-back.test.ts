import type { Caller } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testBed, type TestResult } from '../../support/test-bed';
import { AUTHORITY, make, nation, usccOf } from './sample';

const bed = testBed(registry, {
  officer: nation,
  today: '2026-11-20',
  says: { Enterprise: { creditFile: { principalBarred: false } } },
});
beforeEach(() => bed.empty());

interface Sent {
  source?: string;
  caller?: Caller;
  goesOn?: string;
}

/** Sends enterprises in; the receipt. */
async function send(records: object[], { source = 'city', caller = nation, goesOn }: Sent = {}) {
  const answer = await bed.run(
    `mutation ($source: String!, $records: [EnterpriseInput!]!, $import: ID) {
      receipt: submitEnterprises(source: $source, records: $records, import: $import) { import accepted unchanged rejected { code } }
    }`,
    { caller, variables: { source, records, import: goesOn } },
  );
  expect(answer).toSucceed();
  return answer.data.receipt as { import: string | null; accepted: number; rejected: { code: string }[] };
}
const imported = async (records: object[], sent?: Sent) => String((await send(records, sent)).import);

const back = (id: string, { caller = nation, batch }: { caller?: Caller; batch?: number } = {}) =>
  bed.run(
    `mutation ($import: ID!, $batch: Int) {
      back: takeBackRegistryImport(import: $import, reason: "编码有误", batch: $batch) { import takenBack left { key code message correctable } nextBatch }
    }`,
    { caller, variables: { import: id, batch } },
  );
const told = async (answer: Promise<TestResult>) => {
  const { data, errors } = await answer;
  expect(errors).toBeUndefined();
  const { takenBack, left, nextBatch } = data.back;
  return {
    takenBack,
    left: left.map(({ key, code }: { key: string; code: string }) => [key, code]),
    nextBatch,
  };
};
const whole = { takenBack: 1, left: [], nextBatch: null };
const tables = () => bed.rows('SELECT to_jsonb(enterprise) AS row FROM enterprise ORDER BY uscc');
const garbled = (number: number, changes: object = {}) =>
  make.enterprise(number, { name: '涓存箻甯', ...changes });

describe('an import that is taken back', () => {
  test('what it brought MUST go, and the same revision with other content be taken afterwards', async () => {
    const id = await imported([garbled(1), garbled(2)]);
    expect(await told(back(id))).toEqual({ ...whole, takenBack: 2 });
    expect(await tables()).toEqual([]);
    expect(await send([make.enterprise(1), make.enterprise(2)])).toMatchObject({ accepted: 2, rejected: [] });
  });

  test('what it replaced MUST be again what it was, to the last column, and be corrected by the revision that was taken back', async () => {
    await send([make.enterprise(1, { roles: ['LABORATORY'], address: '长安路', industryCode: '3770' })]);
    const before = await tables();
    const id = await imported([garbled(1, { revision: 2 })]);
    expect(await tables()).not.toEqual(before);
    expect(await told(back(id))).toEqual(whole);
    expect(await tables()).toEqual(before);
    expect(await send([make.enterprise(1, { revision: 2, name: '改正' })])).toMatchObject({ accepted: 1 });
  });

  test('from a mistaken source it MUST leave its records to the right one', async () => {
    const id = await imported([make.enterprise(1)], { source: 'ctiy' });
    expect(await send([make.enterprise(1)])).toMatchObject({
      rejected: [{ code: 'OWNED_BY_ANOTHER_SOURCE' }],
    });
    await back(id);
    expect(await send([make.enterprise(1)])).toMatchObject({ accepted: 1 });
  });

  test('that replaced what others had sent MUST give it back to them', async () => {
    await send([make.enterprise(1)]);
    const before = await tables();
    const id = await imported([garbled(1, { sourceId: 'a1' })], { source: AUTHORITY });
    expect(await told(back(id))).toEqual(whole);
    expect(await tables()).toEqual(before);
  });

  test('of several batches the last MUST go first, each told by the answer before, and no batch be added any more', async () => {
    const id = await imported([make.enterprise(1)]);
    expect(await imported([garbled(1, { revision: 2 }), garbled(2)], { goesOn: id })).toBe(id);
    expect(await imported([garbled(3)], { goesOn: id })).toBe(id);
    const first = await told(back(id));
    expect(first).toEqual({ ...whole, nextBatch: 2 });
    expect(await told(back(id, { batch: 2 }))).toEqual({ takenBack: 2, left: [], nextBatch: null });
    expect(await tables()).toEqual([]);
    const more = bed.run(
      'mutation ($r: [EnterpriseInput!]!, $i: ID) { submitEnterprises(source: "city", records: $r, import: $i) { accepted } }',
      { caller: nation, variables: { r: [make.enterprise(4)], i: id } },
    );
    expect(await more).toFailWith('IMPORT_TAKEN_BACK');
  });

  test('again MUST find nothing more, and broken off go on where it was', async () => {
    const id = await imported([garbled(1)]);
    await imported([garbled(2)], { goesOn: id });
    expect(await told(back(id))).toEqual({ ...whole, nextBatch: 1 });
    expect(await told(back(id))).toEqual(whole);
    expect(await told(back(id))).toEqual({ takenBack: 0, left: [], nextBatch: null });
  });

  test('its audit record MUST name the import, what went, how many stayed, and why', async () => {
    await bed.putAs(nation, 'submitEnterprises', make.enterprise(3));
    const id = await imported([garbled(1), garbled(2)]);
    await bed.putAs(nation, 'submitPriorLicences', make.licence(2));
    await back(id);
    const [last] = await bed.rows<{ record: string }>(
      'SELECT record FROM journal ORDER BY entry DESC LIMIT 1',
    );
    expect(JSON.parse(last?.record ?? '')).toMatchObject({
      operation: 'takeBackImport',
      subject: nation.subject,
      event: 'enterprise.takenBack',
      subjects: [{ type: 'Enterprise', key: usccOf(1) }],
      outcome: 'taken back 1, left 1',
      details: { import: id, kind: 'enterprises', source: 'city', batch: 1, reason: '编码有误' },
    });
    const [sent] = await bed.rows(
      `SELECT FROM journal WHERE record LIKE '%submitEnterprises%' AND record LIKE $1`,
      [`%"import":"${id}"%`],
    );
    expect(sent).toBeDefined();
  });

  test('it MUST be told to whoever follows the changes, and what is registered anew be new to them', async () => {
    const id = await imported([garbled(1, { legalRepresentative: '寮犱笁' })]);
    await back(id);
    await send([make.enterprise(1, { legalRepresentative: '张三' })]);
    const { data } = await bed.run(
      '{ enterpriseChanges(first: 9) { edges { node { kind legalRepresentative } } } }',
      {
        caller: nation,
      },
    );
    expect(data.enterpriseChanges.edges.map(({ node }: { node: object }) => node)).toEqual([
      { kind: 'REGISTERED', legalRepresentative: '寮犱笁' },
      { kind: 'WITHDRAWN', legalRepresentative: null },
      { kind: 'REGISTERED', legalRepresentative: '张三' },
    ]);
  });
});

describe('a record of an import that others have built on', () => {
  test('by a later revision MUST stay, and the later import be named; once that is taken back it MUST go', async () => {
    const id = await imported([garbled(1), garbled(2)]);
    const later = await imported([make.enterprise(1, { revision: 2 })]);
    const answer = await back(id);
    expect(answer.data.back).toMatchObject({
      takenBack: 1,
      left: [{ key: usccOf(1), code: 'IMPORT_ROW_CHANGED' }],
    });
    expect(answer.data.back.left[0].message).toContain(later);
    expect(await told(back(later))).toEqual(whole);
    expect(await told(back(id))).toEqual(whole);
    expect(await tables()).toEqual([]);
  });

  test('by a decided step MUST stay', async () => {
    const id = await imported([make.enterprise(1)]);
    const government = as.officer('GOVERNMENT', '430682', 'decide:registry');
    const closed = await bed.step(
      'closeEnterprise',
      { uscc: usccOf(1), decision: '临政决〔2026〕1号' },
      government,
    );
    expect(closed).toSucceed();
    const before = await tables();
    expect(await told(back(id))).toEqual({
      takenBack: 0,
      left: [[usccOf(1), 'IMPORT_ROW_CHANGED']],
      nextBatch: null,
    });
    expect(await tables()).toEqual(before);
  });

  test('by a reference MUST stay, and be replaced by whatever record is sent for it', async () => {
    const id = await imported([garbled(1), garbled(2)]);
    await bed.putAs(nation, 'submitPriorLicences', make.licence(1));
    const answer = await back(id);
    expect(answer.data.back).toMatchObject({
      takenBack: 1,
      left: [{ key: usccOf(1), code: 'IMPORT_ROW_REFERRED_TO', correctable: true }],
    });
    expect(answer.data.back.left[0].message).toMatch(/prior licence/);
    expect(await send([make.enterprise(1)], { source: 'county' })).toMatchObject({
      accepted: 1,
      rejected: [],
    });
    // once it is corrected it belongs to its source as any record does
    expect(await send([make.enterprise(1, { revision: 9 })])).toMatchObject({
      rejected: [{ code: 'OWNED_BY_ANOTHER_SOURCE' }],
    });
  });

  test('whose former id names another by now MUST stay', async () => {
    await send([make.enterprise(1)]);
    const id = await imported([garbled(1, { sourceId: 'a1' })], { source: AUTHORITY });
    await send([make.enterprise(2, { sourceId: 'e1' })]);
    expect(await told(back(id))).toEqual({
      takenBack: 0,
      left: [[usccOf(1), 'SOURCE_ID_TAKEN']],
      nextBatch: null,
    });
  });

  test('outside the caller’s region, before or after, MUST stay', async () => {
    await send([make.enterprise(1, { regionCode: '411003' })]);
    const id = await imported([
      garbled(1, { revision: 2 }),
      garbled(2, { regionCode: '411003' }),
      garbled(3),
    ]);
    const hunan = { ...nation, region: '430000' };
    expect(await told(back(id, { caller: hunan }))).toEqual({
      takenBack: 1,
      left: [1, 2].map((number) => [usccOf(number), 'OUTSIDE_REGION']),
      nextBatch: null,
    });
  });
});

describe('who takes back an import', () => {
  test.each([
    [
      'of another kind of department',
      as.officer('FIRE_RESCUE', '000000', 'write:registry'),
      'IMPORT_NOT_YOURS',
    ],
    [
      'of another department',
      as.officer('MARKET_SUPERVISION', '430000', 'write:registry'),
      'IMPORT_NOT_YOURS',
    ],
    ['without the scope', { ...nation, scopes: ['decide:registry'] }, 'SCOPE_MISSING'],
    ['without a token', as.public, 'SHARING_DENIED'],
  ])('somebody %s MUST be refused, and nothing change', async (_, caller, code) => {
    const id = await imported([make.enterprise(1)]);
    const before = await tables();
    expect(await back(id, { caller })).toFailWith(code);
    expect(await tables()).toEqual(before);
  });

  test('an import that is not known, and one that is too old, MUST be refused by name', async () => {
    expect(await back('enterprises-0000000000000000')).toFailWith('NOT_FOUND');
    const id = await imported([make.enterprise(1)]);
    bed.on('2027-02-18');
    expect((await back(id)).errors).toBeUndefined();
    const old = await imported([make.enterprise(1)]);
    bed.on('2027-05-20');
    expect(await back(old)).toFailWith('IMPORT_TOO_OLD');
  });

  test('what is too old MUST be forgotten when others come, former rows and all', async () => {
    await send([make.enterprise(1)]);
    await send([make.enterprise(1, { revision: 2 })]);
    bed.on('2027-03-01');
    for (const number of [2, 3]) await send([make.enterprise(number)]);
    const kept = await bed.rows<{ key: string }>(
      'SELECT key FROM import_row JOIN import_run ON id = run_id ORDER BY key',
    );
    expect(kept.map(({ key }) => key)).toEqual([usccOf(2), usccOf(3)]);
    expect(await bed.rows('SELECT FROM import_run')).toHaveLength(2);
  });

  test('a thousand records MUST take as many statements as one', async () => {
    const statements = async (from: number, count: number) => {
      const id = await imported(Array.from({ length: count }, (_, at) => make.enterprise(from + at)));
      return (await bed.statementsOf(() => back(id))).length;
    };
    expect(await statements(1, 1)).toBe(await statements(2, 1_000));
  });
});
