import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credit } from '../../subgraphs/credit';
import {
  eraseAsAsked,
  eraseDue,
  keyRing,
  overrideRules,
  reseal,
  standingOn,
  type SubgraphDefinition,
} from '../../subgraphs/kernel';
import { training } from '../../subgraphs/training';
import { as, callOf } from '../support/callers';
import { commandHere } from '../support/command-here';
import { TEST_DATA_KEY, TEST_SETTINGS } from '../support/settings';
import { testBed, type TestBed } from '../support/test-bed';
import { make as makeListing } from './credit/sample';
import { ask } from './credit/feed-sample';
import { idNumberOf, make, market, reader } from './training/sample';

const TODAY = '2026-11-02';
const bed = testBed(training, { today: TODAY, officer: market });
const safety = as.officer('EMERGENCY_MANAGEMENT', '430000', 'write:credit');
const creditBed = testBed(credit, { today: TODAY, officer: safety });

type Retention = NonNullable<SubgraphDefinition['retention']>[number];
const classOf = ({ retention = [] }: SubgraphDefinition, rule: string) =>
  retention.find((each) => each.rule === rule) as Retention;
const certificates = classOf(training, 'training.kept.qualification');
const { submissions } = training;
const contextOf = (of: TestBed) => of.subgraph.open(callOf(as.public));
const erase = (on: string, onProgress?: (done: number) => void) =>
  eraseDue(contextOf(bed), { retention: certificates, submissions, on, onProgress });
const entries = (of = bed) =>
  of.rows<{ event: string; subjects: number; details: Record<string, string>; text: string }>(
    `SELECT record::json->>'event' AS event, json_array_length(record::json->'subjects') AS subjects, record::json->'details' AS details, record AS text
     FROM journal WHERE record::json->>'event' LIKE 'personalData.%' ORDER BY at`,
  );

const PEOPLE = 250;
const old = Array.from({ length: PEOPLE }, (_, nth) =>
  make.qualification({
    ...{ holderName: `合成${nth}`, number: `R${nth}`, idNumber: idNumberOf(nth) },
    ...{ issuedOn: '2012-06-20', expiresOn: '2016-06-19' },
  }),
);
const suspended = make.qualification({
  number: 'S1',
  issuedOn: '2012-06-20',
  expiresOn: '2016-06-19',
  standing: 'SUSPENDED',
});
const recent = ['N1', 'N2'].map((number) =>
  make.qualification({ number, issuedOn: '2021-06-20', expiresOn: '2025-06-19' }),
);
const valid = make.qualification({ number: 'V1', issuedOn: '2026-06-20' });

const READ = 'query ($id: ID!) { qualification(id: $id) { holderName fullName number personId expiresOn } }';
const read = (id: string) => bed.run(READ, { caller: reader, purpose: '检查', variables: { id } });
const idsOf = (where: string) =>
  bed
    .rows<{ id: string }>(`SELECT id FROM qualification WHERE ${where} ORDER BY id`)
    .then((rows) => rows.map(({ id }) => id));
const expiredOn = (day: string) => idsOf(`expires_on = '${day}' AND standing = 'VALID'`);

describe('personal data whose period is over', () => {
  beforeAll(async () => {
    await bed.put('submitQualifications', ...old, suspended, ...recent, valid);
    const [first] = old;
    await bed.put('submitQualifications', { ...first, revision: 2, holderName: '更正' });
  });
  afterAll(() => overrideRules([]));

  test('MUST be told with the rule, and none be due on the last day of it', async () => {
    const on = (day: string) => standingOn(bed.subgraph.db, certificates, day);
    expect(await on('2026-11-01')).toMatchObject({ kept: PEOPLE + 4, due: 0, erased: 0 });
    expect(await on(TODAY)).toMatchObject({
      ...{ kept: PEOPLE + 4, due: PEOPLE, since: '2026-11-01', erased: 0 },
      held: [{ rows: 1, why: { zh: expect.stringContaining('暂停') } }],
      rule: { value: 5, unit: 'years', verified: false, source: expect.stringMatching(/第十九条.*暂定/) },
    });
  });

  test('MUST be erased in batches, each on record, by one that goes on where another was ended', async () => {
    await expect(
      erase(TODAY, () => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await standingOn(bed.subgraph.db, certificates, TODAY)).toMatchObject({
      due: PEOPLE - 200,
      erased: 200,
    });
    expect(await erase(TODAY)).toBe(PEOPLE - 200);
    expect(await erase(TODAY)).toBe(0);
    const told = await entries();
    const details = { rule: 'training.kept.qualification', for: 'PERIOD', on: TODAY };
    expect(told.map(({ subjects }) => subjects)).toEqual([200, PEOPLE - 200]);
    for (const each of told) expect(each).toMatchObject({ event: 'personalData.erased', details });
    expect(JSON.stringify(told)).not.toMatch(/合成|更正/);
  });

  test('MUST be gone from the row and from what imports keep of it, and the rest of the row stay', async () => {
    const [id = ''] = await expiredOn('2016-06-19');
    const { data, errors } = await read(id);
    expect(data.qualification).toMatchObject({
      ...{ holderName: '**', fullName: null, number: null },
      expiresOn: '2016-06-19',
    });
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.code, extensions?.on])).toEqual([
      ['fullName', 'PERSONAL_DATA_ERASED', TODAY],
      ['number', 'PERSONAL_DATA_ERASED', TODAY],
    ]);
    const left = await bed.rows(
      `SELECT FROM import_row WHERE before IS NOT NULL AND NOT starts_with(before->>'sealed_name', '[erased].')`,
    );
    expect(left).toEqual([]);
    const [former] = await bed.rows<{ name: string }>(
      `SELECT before->>'sealed_id_number' AS name FROM import_row WHERE before IS NOT NULL`,
    );
    expect(former?.name).toBe(`[erased].${TODAY}.PERIOD`);
  });

  test('a change of the data key MUST leave it erased, and count nothing of it as left', async () => {
    const keys = keyRing(new TextEncoder().encode('another key'), [new TextEncoder().encode(TEST_DATA_KEY)]);
    expect((await reseal(bed.subgraph.db, training, keys)).get('qualification')).toBe(0);
    expect(await standingOn(bed.subgraph.db, certificates, TODAY)).toMatchObject({ erased: PEOPLE });
    await reseal(
      bed.subgraph.db,
      training,
      keyRing(new TextEncoder().encode(TEST_DATA_KEY), [new TextEncoder().encode('another key')]),
    );
  });
});

describe('a person who asks for it', () => {
  const request = (key: string) =>
    eraseAsAsked(
      contextOf(bed),
      { retention: certificates, submissions, on: TODAY },
      { key, document: '申〔2026〕1号' },
    );

  test('MUST NOT have erased what is still needed, what something holds, and what a law keeps', async () => {
    const [inForce = ''] = await idsOf(`expires_on > '${TODAY}'`);
    const [inSuspense = ''] = await idsOf(`standing = 'SUSPENDED'`);
    const [ended = ''] = await expiredOn('2025-06-19');
    await expect(request(inForce)).rejects.toMatchObject({
      code: 'PERSONAL_DATA_KEPT',
      details: { why: { zh: expect.stringContaining('尚未实现') } },
    });
    await expect(request(inSuspense)).rejects.toMatchObject({
      details: { why: { zh: expect.stringContaining('暂停') } },
    });
    await expect(request('nobody')).rejects.toMatchObject({ code: 'PERSONAL_DATA_NONE' });
    const law = {
      from: '2021-11-01',
      to: null,
      value: 5,
      unit: 'years',
      source: '某法第一条',
      verified: true,
    } as const;
    overrideRules([{ id: 'training.kept.qualification', ...law }]);
    await expect(request(ended)).rejects.toMatchObject({
      details: { why: { zh: expect.stringContaining('2030-06-19') } },
    });
    overrideRules([]);
    expect((await read(ended)).data.qualification.fullName).toBe('张三丰');
  });

  test('MUST have erased what no law keeps and what it was kept for has ended, on record with the document', async () => {
    const [ended = ''] = await expiredOn('2025-06-19');
    await request(ended);
    const { data, errors } = await read(ended);
    expect([data.qualification.fullName, errors?.[0]?.extensions]).toMatchObject([
      null,
      { code: 'PERSONAL_DATA_ERASED', zh: expect.stringContaining('个人请求') },
    ]);
    expect((await entries()).at(-1)).toMatchObject({
      subjects: 1,
      details: { for: 'REQUEST', document: '申〔2026〕1号' },
    });
  });
});

describe('the name of a person who was listed', () => {
  const names = classOf(credit, 'credit.kept.listed-person');
  const QUERY =
    'query ($id: ID!) { dishonestyListing(id: $id) { subjectName personName cause status removedOn } }';

  test('MUST be erased once its publication and its period are over, and the feed change in nothing', async () => {
    await creditBed.put(
      'submitListings',
      makeListing.person({ sourceId: 'listed' }),
      ...['gone', 'also'].map((sourceId) =>
        makeListing.person({
          ...{
            sourceId,
            status: 'REMOVED_EARLY',
            decidedOn: '2025-01-13',
            listedOn: '2025-01-15',
            removedOn: '2026-03-02',
          },
          removalReason: '张三丰已修复信用',
        }),
      ),
    );
    const before = await ask(creditBed);
    expect(JSON.stringify(before)).not.toContain('张三丰');
    const options = { retention: names, submissions: credit.submissions, on: TODAY };
    expect(await standingOn(creditBed.subgraph.db, names, TODAY)).toMatchObject({ kept: 3, due: 2 });
    expect(await eraseDue(contextOf(creditBed), options)).toBe(2);
    const after = await ask(creditBed);
    expect([after.page.changes, after.feed]).toEqual([before.page.changes, before.feed]);
    const found = await creditBed.run(QUERY, {
      caller: { ...reader, region: '430682' },
      purpose: '检查',
      variables: { id: 'test/gone' },
    });
    expect(found.data.dishonestyListing).toMatchObject({
      personName: null,
      subjectName: '***',
      cause: '***瞒报生产安全事故',
      removedOn: '2026-03-02',
    });
    expect(found.errors?.map(({ extensions }) => extensions?.code)).toEqual(['PERSONAL_DATA_ERASED']);
    const tables = await creditBed.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'credit' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await creditBed.rows<{ text: string }>(
        `SELECT each::text AS text FROM credit.${name} AS each WHERE each::text LIKE '%张三丰%'`,
      );
      expect([name, rows.filter(({ text }) => !text.includes('test/listed')).length]).toEqual([name, 0]);
    }
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-retention-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const env = () => ({
    DATABASE_URL: bed.url,
    DATA_DIR: folder,
    DATA_KEY: TEST_DATA_KEY,
    LOG_LEVEL: 'silent',
  });
  const retention = (...args: string[]) => commandHere(['retention', ...args], env());

  test('MUST list every class of every subgraph, hold by an order, erase what is due, and refuse what it does not know', async () => {
    expect(TEST_SETTINGS.dataKey).toBeDefined();
    const { code, out } = await retention('list');
    expect([code, out.match(/^\S+\.kept\.\S+/gm)?.length]).toEqual([0, 16]);
    expect(out).toContain('到期而保留 held 1：证书被暂停');
    await bed.rows(`UPDATE qualification SET standing = 'VALID' WHERE standing = 'SUSPENDED'`);
    const [key = ''] = await bed
      .rows<{ id: string }>(
        `SELECT id FROM qualification WHERE expires_on = '2016-06-19' AND NOT starts_with(sealed_name, '[erased].')`,
      )
      .then((rows) => rows.map(({ id }) => id));
    const rule = 'training.kept.qualification';
    const order = ['--document', '法〔2026〕1号'];
    expect((await retention('hold', rule, key, '--why', '行政诉讼', ...order)).out).toContain(
      `保留 held ${key}`,
    );
    expect((await retention('erase', rule)).out).toContain('There is nothing to do');
    expect((await retention('list', rule)).out).toContain('到期而保留 held 1：依人工登记');
    expect((await retention('release', rule, key, ...order)).out).toContain(`解除保留 released ${key}`);
    expect((await retention('erase')).out).toContain(`${rule}: 已删 erased 1`);
    expect((await entries()).slice(-3).map(({ event }) => event)).toEqual([
      'personalData.held',
      'personalData.released',
      'personalData.erased',
    ]);
    for (const wrong of [
      ['forget'],
      ['list', 'training.kept'],
      ['hold', rule],
      ['request', rule, 'nobody', ...order],
    ])
      expect([wrong, (await retention(...wrong)).code]).toEqual([wrong, 1]);
  });
});
