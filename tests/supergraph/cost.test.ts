import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import sql from 'sql-template-tag';
import { startPlatform, type Platform } from '../support/platform';

const DEAR = '{ regions { children { children { parent { children { parent { code } } } } } } }';
const WAITS = '{ enterprises(first: 3) { edges { node { name } } } }';

const TIMEOUT_MS = 4_000;

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
