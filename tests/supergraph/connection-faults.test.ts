import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Pool, type PoolClient } from 'pg';
import pino from 'pino';
import { toClientError } from '../../subgraphs/kernel';

/** What a connection that breaks answers, at every moment at which it may break: always that it may be tried again. */
const log = pino({ level: 'silent' });
const connectionString = process.env.TEST_POSTGRES_URL ?? '';
const settings = { connectionString, max: 1, connectionTimeoutMillis: 500 };

let operator: Client;
let pool: Pool;
beforeAll(async () => {
  operator = new Client({ connectionString });
  await operator.connect();
});
afterAll(() => operator.end());
beforeEach(() => {
  pool = new Pool(settings);
  pool.on('error', () => undefined);
});
afterEach(() => pool.end());

async function taken(): Promise<PoolClient> {
  const client = await pool.connect();
  client.on('error', () => undefined);
  return client;
}
const codeOf = async (work: () => Promise<unknown>) => {
  const [error] = await work().then(
    () => [],
    (broken: unknown) => [broken],
  );
  return error === undefined ? 'answered' : toClientError(error, 'id', log).extensions.code;
};
const terminate = async (client: PoolClient) => {
  const { processID } = client as PoolClient & { processID: number };
  await operator.query('SELECT pg_terminate_backend($1)', [processID]);
};

test('one that ends while a statement runs', async () => {
  const client = await taken();
  const asked = codeOf(() => client.query('SELECT pg_sleep(20)'));
  await sleep(50);
  await terminate(client);
  expect(await asked).toBe('DATABASE_BUSY');
  client.release(true);
});

test('one that has ended between two statements of a transaction, whichever of its statements notices', async () => {
  const client = await taken();
  await client.query('BEGIN');
  await terminate(client);
  await sleep(50);
  expect(await codeOf(() => client.query('SELECT 1'))).toBe('DATABASE_BUSY');
  expect(await codeOf(() => client.query('ROLLBACK'))).toBe('DATABASE_BUSY');
  client.release(true);
});

test('one that was closed, one that is not free, one that nobody listens for', async () => {
  const closed = new Client({ connectionString });
  await closed.connect();
  await closed.end();
  expect(await codeOf(() => closed.query('SELECT 1'))).toBe('DATABASE_BUSY');
  const client = await taken();
  expect(await codeOf(() => pool.connect())).toBe('DATABASE_BUSY');
  client.release();
  const nobody = new Client({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' });
  expect(await codeOf(() => nobody.connect())).toBe('DATABASE_BUSY');
});

test.each([
  ['a statement that takes too long', `SET statement_timeout = 20; SELECT pg_sleep(5)`],
  ['a lock that is not free', `SET lock_timeout = 20; SELECT pg_advisory_lock(1)`],
])('%s', async (_, statement) => {
  await operator.query('SELECT pg_advisory_lock(1)');
  const client = await taken();
  expect(await codeOf(() => client.query(statement))).toBe('DATABASE_BUSY');
  client.release(true);
  await operator.query('SELECT pg_advisory_unlock(1)');
});

test('what is a fault of ours MUST stay one', async () => {
  const client = await taken();
  expect(await codeOf(() => client.query('SELECT nothing FROM nowhere'))).toBe('INTERNAL_SERVER_ERROR');
  client.release();
});
