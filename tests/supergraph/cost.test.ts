import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import sql, { raw } from 'sql-template-tag';
import { settings } from '../../subgraphs/kernel';
import { figure } from '../support/figure';
import { startPlatform, type Platform } from '../support/platform';

const DEAR = '{ regions { children { children { parent { children { parent { code } } } } } } }';
const WAITS = '{ enterprises(first: 3) { edges { node { name } } } }';

const TIMEOUT_MS = 4_000;
const WAIT_MS = settings.find(({ name }) => name === 'DATABASE_WAIT_MS')?.fallback ?? '';

let platform: Platform;
let officer: string;
beforeAll(async () => {
  platform = await startPlatform('local', {
    OPERATION_TIMEOUT_MS: String(TIMEOUT_MS),
    PUBLIC_POINTS: '12000',
  });
  officer = await platform.token('MARKET_SUPERVISION', '430000');
});
afterAll(() => platform.stop());

test('a dear operation MUST be refused before anything is fetched, with its cost and the limit', async () => {
  const statements: string[] = [];
  const databases = [...platform.subgraphs.values()].map(({ db }) => db);
  for (const db of databases) db.observe = (statement) => void statements.push(statement);
  const { status, errors, headers } = await platform.post(DEAR, { token: officer });
  for (const db of databases) db.observe = undefined;
  expect(statements).toEqual([]);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', max: 10_000 } }]);
  expect(headers.get('x-graphql-cost-limit')).toBe('10000');
  expect(Number(headers.get('x-graphql-cost'))).toBe(errors?.[0]?.extensions.got);
});

test('each answer says what it has cost, in its extensions and headers', async () => {
  const { headers, text } = await platform.post('{ region(code: "430682") { name } }', { token: officer });
  expect(JSON.parse(text)).toMatchObject({ extensions: { cost: { requested: 2, limit: 10_000 } } });
  expect(headers.get('x-graphql-cost')).toBe('2');
  expect(headers.get('ratelimit')).toMatch(/^"points";r=\d+;t=\d+$/);
});

test('many fields MUST be refused with 400, also where fragments hide them', async () => {
  const F = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
    (name, at, all) =>
      `fragment ${name} on Region { ${[1, 2, 3, 4].map((n) => `p${n}: parent { ...${all[at + 1] ?? 'z'} }`).join(' ')} }`,
  );
  const bomb = `{ region(code: "430682") { ...a } } ${F.join(' ')} fragment z on Region { code }`;
  const { status, errors } = await platform.post(bomb);
  expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_LARGE']);
});

test('the schema may be read whole, and no more than that', async () => {
  const whole = await platform.post(getIntrospectionQuery());
  expect(whole.status).toBe(200);
  expect(whole.data.__schema.types.length).toBeGreaterThan(100);
  const twice = getIntrospectionQuery().replace(
    '__schema {',
    'again: __schema { types { ...FullType } } __schema {',
  );
  const { status, errors } = await platform.post(twice);
  expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'INTROSPECTION_TOO_COSTLY']);
});

test('what a caller has spent in a minute MUST be refused with 429, and others go on', async () => {
  const page = '{ enterprises(first: 100) { edges { node { name region { name parent { name } } } } } }';
  const replies = [];
  for (let at = 0; at < 40; at++) replies.push(await platform.post(page));
  const { status, errors, headers } = replies.at(-1) ?? { status: 0, headers: new Headers() };
  expect([status, errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(errors?.[0]?.extensions.retryAfterSeconds).toBe(Number(headers.get('retry-after')));
  expect(replies[0]?.status).toBe(200);
  expect((await platform.post(page, { token: officer })).status).toBe(200);
});

/** Statements of the registry that are under way. */
async function underWay(): Promise<number> {
  // inside a transaction the activity is read once
  await platform.sql('SELECT pg_stat_clear_snapshot()');
  const [row] = await platform.sql<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'onematter registry' AND state = 'active' AND datname = current_database()`,
  );
  return Number(row?.count);
}

/** Runs while nobody can read the enterprises. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await platform.sql('BEGIN');
  await platform.sql('LOCK TABLE registry.enterprise IN ACCESS EXCLUSIVE MODE');
  try {
    await work();
  } finally {
    await platform.sql('ROLLBACK');
  }
}

async function until(wanted: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (await wanted()) return;
    await sleep(50);
  }
  throw new Error('it did not come to that within five seconds');
}

test('an operation that takes too long MUST be ended, with its statements', async () => {
  await whileLocked(async () => {
    const { status, errors } = await platform.post(WAITS, { token: officer });
    expect(status).toBe(200);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_TOO_LONG']);
    await until(async () => (await underWay()) === 0);
  });
});

test('a table that nobody can read MUST NOT keep the others of its subgraph from being read', async () => {
  const db = platform.subgraphs.get('registry')?.db;
  if (!db) throw new Error('there is no registry');
  let hung: Promise<unknown>[] = [];
  await whileLocked(async () => {
    hung = Array.from({ length: 12 }, () => db.query(sql`SELECT uscc FROM enterprise LIMIT 1`));
    await until(async () => (await underWay()) > 0);
    const grids = db.query(sql`SELECT region_code FROM grid LIMIT 1`).then(() => 'read');
    expect(await Promise.race([grids, sleep(1_000, 'kept waiting')])).toBe('read');
  });
  expect(await Promise.all(hung)).toHaveLength(12);
});

test('writes of one kind MUST NOT keep others from writing, nor anyone from reading', async () => {
  const db = platform.subgraphs.get('registry')?.db;
  if (!db) throw new Error('there is no registry');
  const write = (kind: string, statement: string) =>
    db.writing(kind).transaction((tx) => tx.query(statement));
  let hung: Promise<unknown>[] = [];
  await whileLocked(async () => {
    hung = Array.from({ length: 12 }, () => write('one', 'SELECT count(*) FROM enterprise'));
    await until(async () => (await underWay()) > 0);
    const others = [write('another', 'SELECT 1'), db.query(sql`SELECT region_code FROM grid LIMIT 1`)];
    for (const each of others) {
      const done = each.then(() => 'done');
      expect(await Promise.race([done, sleep(1_000, 'kept waiting')])).toBe('done');
    }
  });
  expect(await Promise.all(hung)).toHaveLength(12);
});

test('a subgraph of which all connections are held MUST refuse within 3 s, with a hint, and others go on', async () => {
  const held = await startPlatform('local', { DATABASE_WAIT_MS: WAIT_MS });
  try {
    const db = held.subgraphs.get('registry')?.db;
    if (!db) throw new Error('there is no registry');
    const texts = ['pg_class', 'pg_type', 'pg_proc'].map(
      (table) => `SELECT pg_sleep(5) FROM ${table} LIMIT 1`,
    );
    const hung = [...texts, ...texts].flatMap((text) => [db.query(raw(text)), db.byKey(raw(text))]);
    const ended = Promise.allSettled(hung);
    await sleep(100);
    const began = performance.now();
    const ask =
      '{ enterprises(first: 1) { edges { node { name } } } equipmentItems(first: 1) { totalCount } }';
    const { data, errors } = await held.post(ask);
    const took = performance.now() - began;
    figure('refused while all connections are taken', took);
    expect([data.enterprises, data.equipmentItems.totalCount]).toEqual([null, expect.any(Number)]);
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.retryAfterSeconds])).toEqual([
      ['DATABASE_BUSY', 1],
    ]);
    expect(took).toBeLessThan(Number(WAIT_MS) + TIMEOUT_MS / 2);
    await ended;
    expect(await held.post(ask)).toSucceed();
  } finally {
    await held.stop();
  }
});

describe('what PostgreSQL refuses while it runs', () => {
  const REGISTER = 'mutation { registerSource(input: { name: "refused", title: "refused" }) { name } }';
  const sources = async () =>
    (await platform.sql("SELECT FROM registry.source WHERE name = 'refused'")).length;
  const refusing = async (table: string, sqlState: string, work: () => Promise<void>) => {
    await platform.sql(`CREATE FUNCTION registry.refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE 'refused' USING ERRCODE = '${sqlState}'; END $$`);
    await platform.sql(
      `CREATE TRIGGER refuse BEFORE INSERT ON registry.${table} FOR EACH ROW EXECUTE FUNCTION registry.refuse()`,
    );
    try {
      await work();
    } finally {
      await platform.sql('DROP FUNCTION registry.refuse() CASCADE');
    }
  };

  test.each([
    ['source', '53100', 'DATABASE_BUSY'],
    ['journal', '53100', 'DATABASE_BUSY'],
    ['journal', 'P0001', 'WRITE_UNRECORDED'],
    ['journal', '42501', 'WRITE_UNRECORDED'],
  ])(
    'a write that %s refuses with %s MUST be answered %s, and nothing of it is there',
    async (table, state, code) => {
      const token = await platform.token('MARKET_SUPERVISION', '430000', 'write:registry');
      await refusing(table, state, async () => {
        const { status, errors } = await platform.post(REGISTER, { token });
        expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([200, [code]]);
      });
      expect(await sources()).toBe(0);
    },
  );

  test('a guarded read that cannot be recorded MUST be withheld, and the rest told', async () => {
    const token = await platform.token('MARKET_SUPERVISION', '000000', 'share:conditional');
    await refusing('journal', '53100', async () => {
      const { data, errors } = await platform.post(
        '{ enterprises(first: 2) { edges { node { name contactPhone } } } }',
        { token, purpose: 'a test' },
      );
      expect(data.enterprises.edges).toEqual(
        [1, 2].map(() => ({ node: { name: expect.any(String), contactPhone: null } })),
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE']);
    });
  });
});

test('when its client has gone an operation MUST be ended, with its statements', async () => {
  await whileLocked(async () => {
    const { hostname, port } = new URL(platform.address);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: WAITS });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${officer}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await until(async () => (await underWay()) > 0);
    socket.destroy();
    const left = performance.now();
    await until(async () => (await underWay()) === 0);
    expect(performance.now() - left).toBeLessThan(TIMEOUT_MS);
  });
});
