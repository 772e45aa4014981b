import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import {
  Database,
  Sealer,
  audit,
  createLog,
  journalKey,
  openContext,
  verifyAudit,
} from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { testDatabase, type TestDatabase } from '../support/database';
import { TEST_SETTINGS, keysFrom } from '../support/settings';

const { dataKey } = TEST_SETTINGS;
const ENTRIES = 12;
let database: TestDatabase;
let db: Database;
let superuser: Client;
const sealers: Sealer[] = [];

const sealer = () => {
  const options = {
    url: database.url,
    schema: 'credit',
    key: journalKey(dataKey),
    log: createLog('silent', 'test'),
  };
  const made = new Sealer(db, options);
  sealers.push(made);
  return made;
};
const write = (operation: string, before: () => Promise<unknown> = () => Promise.resolve()) =>
  db.transaction(async (tx) => {
    const context = openContext(callOf(as.officer('FIRE_RESCUE', '430682')), db, TEST_SETTINGS, new Date());
    // the first is as they were before subjects had types
    const subject = operation === 'first' ? ('one' as never) : { type: 'DishonestyListing', key: 'one' };
    await audit(tx, context, { operation, subjects: [subject], outcome: 'done' });
    await before();
  });
const verify = () => verifyAudit(db, dataKey);
const sealedUpTo = async (number: number) => {
  for (let found = -1; found < number; await sleep(20))
    found = Number(
      (await db.read<{ n: string }>('SELECT coalesce(max(number), 0) AS n FROM journal_seal'))[0]?.n,
    );
};
const operations = async () =>
  (
    await db.read<{ operation: string }>(
      `SELECT record::jsonb->>'operation' AS operation FROM journal_seal JOIN journal USING (at, entry) ORDER BY number`,
    )
  ).map(({ operation }) => operation);

beforeAll(async () => {
  database = await testDatabase();
  db = await Database.open({ url: database.url, schema: 'credit', entities: [] });
  superuser = new Client({ connectionString: database.url, options: '-c search_path=credit' });
  await superuser.connect();
});
afterAll(async () => {
  await Promise.all(sealers.map((each) => each.stop()));
  await superuser?.end();
  await db?.close();
  await database?.drop();
});

test('entries MUST be numbered as they are committed, and one whose transaction stays open MUST NOT be skipped', async () => {
  sealer();
  await write('first');
  await sealedUpTo(1);
  let commit: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (commit = resolve));
  const slow = write('slow', () => open);
  for (let at = 3; at <= ENTRIES; at++) await write('quick');
  await sealedUpTo(ENTRIES - 1);
  commit();
  await slow;
  await sealedUpTo(ENTRIES);
  expect(await operations()).toEqual(['first', ...Array<string>(ENTRIES - 2).fill('quick'), 'slow']);
  expect(await verify()).toMatchObject({ verified: ENTRIES, broken: null, unsealed: 0 });
});

test('when the process that seals has gone another MUST go on where it was', async () => {
  const [first] = sealers;
  sealer();
  await first?.stop();
  await write('after');
  await sealedUpTo(ENTRIES + 1);
  expect(await verify()).toMatchObject({ verified: ENTRIES + 1, broken: null });
});

/** What a superuser does to a journal without holding its key, and the number that must be named. */
const tamperings: readonly [how: string, statement: string, broken: number | null][] = [
  ['an entry changed', "UPDATE journal SET record = replace(record, 'quick', 'quack') WHERE entry = 5", 4],
  [
    'an entry changed with the digest',
    `WITH changed AS (UPDATE journal SET record = replace(record, 'quick', 'quack') WHERE entry = 5 RETURNING *)
     UPDATE journal_seal SET digest = rtrim(translate(encode(sha256(changed.record::bytea), 'base64'), '+/', '-_'), '=') FROM changed WHERE journal_seal.entry = changed.entry`,
    4,
  ],
  ['an entry removed', 'DELETE FROM journal WHERE entry = 5', 4],
  ['the first removed', 'DELETE FROM journal_seal WHERE number = 1', 1],
  [
    'one removed with its seal',
    'DELETE FROM journal WHERE entry = 5; DELETE FROM journal_seal WHERE entry = 5',
    4,
  ],
  [
    'one removed and those after it numbered anew',
    `DELETE FROM journal WHERE entry = 5; DELETE FROM journal_seal WHERE entry = 5;
     UPDATE journal_seal SET number = -number WHERE number > 4; UPDATE journal_seal SET number = -number - 1 WHERE number < 0`,
    4,
  ],
  [
    'two exchanged',
    `UPDATE journal_seal AS one SET digest = other.digest, link = other.link FROM journal_seal AS other
     WHERE one.number IN (4, 5) AND other.number = 9 - one.number`,
    4,
  ],
  [
    'an entry inserted',
    "INSERT INTO journal (at, record, mac) SELECT at, replace(record, 'quick', 'quack'), mac FROM journal WHERE entry = 5",
    ENTRIES + 2,
  ],
  [
    'an entry copied',
    'INSERT INTO journal (at, record, mac) SELECT at, record, mac FROM journal WHERE entry = 5',
    4,
  ],
  [
    'a moment moved',
    "UPDATE journal SET at = at - interval '1 microsecond' WHERE entry = 5; UPDATE journal_seal SET at = at - interval '1 microsecond' WHERE entry = 5",
    4,
  ],
  [
    'made older than three years, so that nobody misses it',
    "DELETE FROM journal WHERE entry = 5; UPDATE journal_seal SET at = at - interval '4 years' WHERE entry = 5",
    4,
  ],
  ['a seal changed', "UPDATE journal_seal SET sealed_at = sealed_at - interval '1 day' WHERE number = 4", 4],
  ['a link changed', 'UPDATE journal_seal SET link = reverse(link) WHERE number = 4', 4],
  ['all removed', 'DELETE FROM journal; DELETE FROM journal_seal', null],
];
test.each(tamperings)('%s by a superuser: the first bad one MUST be named', async (_, statement, broken) => {
  const tables = ['journal', 'journal_seal'];
  for (const table of tables)
    await superuser.query(`CREATE TEMPORARY TABLE kept_${table} AS TABLE credit.${table}`);
  try {
    await superuser.query(statement);
    expect((await verify()).broken).toBe(broken === null ? null : String(broken));
  } finally {
    for (const table of tables)
      await superuser.query(
        `DELETE FROM ${table}; INSERT INTO ${table} OVERRIDING SYSTEM VALUE TABLE kept_${table}; DROP TABLE kept_${table}`,
      );
  }
});

test('whoever does not hold the key MUST NOT be able to tell that it holds', async () => {
  const other = keysFrom('another key than that of the journal');
  expect(await verifyAudit(db, other)).toMatchObject({ broken: '1' });
});

test('the service itself MUST NOT be able to change or remove an entry or a seal, in any month', async () => {
  const months = await db.read<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'journal'::regclass`,
  );
  expect(months.length).toBeGreaterThanOrEqual(4);
  for (const { name } of [...months, { name: 'journal' }, { name: 'journal_seal' }, { name: 'audit_record' }])
    for (const statement of [
      `UPDATE ${name} SET at = now()`,
      `DELETE FROM ${name}`,
      `TRUNCATE ${name}`,
      `DROP TABLE ${name}`,
    ])
      await expect(db.read(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test('months older than three years MUST go, what was sealed of them MUST hold, and no younger one MUST go', async () => {
  await superuser.query(`
    CREATE TABLE journal_202001 PARTITION OF journal FOR VALUES FROM ('2020-01-01Z') TO ('2020-02-01Z');
    SELECT journal_turn()`);
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'journal'::regclass ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).not.toContain('journal_202001');
  expect(rows).toHaveLength(4);
});
