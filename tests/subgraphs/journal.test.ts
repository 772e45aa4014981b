import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import {
  Database,
  audit,
  createLog,
  fileOfHeads,
  headsInFile,
  keepJournal,
  keepHead,
  keptHeads,
  openContext,
  verifyAudit,
} from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { testDatabase, type TestDatabase } from '../support/database';
import { figure } from '../support/figure';
import { TEST_SETTINGS, keysFrom } from '../support/settings';
import { ENTRIES, keepAside, putBack, tamperings } from '../support/tampering';

const { dataKey } = TEST_SETTINGS;
let database: TestDatabase;
let db: Database;
/** Keeps the heads of this one's journal. */
let other: Database;
const folder = mkdtempSync(join(tmpdir(), 'onematter-journal-'));
const file = fileOfHeads(folder, 'credit');
let superuser: Client;
type Head = Parameters<typeof keepHead>[1];
const sealers: ReturnType<typeof keepJournal>[] = [];

const sealer = () => {
  const { url } = database;
  const settings = { ...TEST_SETTINGS, dataDir: folder };
  const log = createLog('silent', 'test');
  const ask = () => Promise.reject(new Error('it is not asked'));
  const peers = new Map([['registry', { ask, keepHead: (head: Head) => keepHead(other, head) }]]);
  const made = keepJournal(db, { url, name: 'credit', settings, log, peers, everyMs: 20 });
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
const verify = async (keys = dataKey) => {
  const places = [
    { name: 'file', heads: await headsInFile(file, 'credit') },
    { name: 'registry', heads: keptHeads(other, 'credit') },
  ];
  return verifyAudit(db, keys, { subgraph: 'credit', places });
};
const anchoredUpTo = async (number: number) => {
  const isBehind = ({ to }: { to: string }) => Number(to) < number;
  while ((await verify()).places.some(isBehind)) await sleep(20);
};
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
  other = await Database.open({ url: database.url, schema: 'registry', entities: [] });
  superuser = new Client({ connectionString: database.url, options: '-c search_path=credit' });
  await superuser.connect();
});
afterAll(async () => {
  await Promise.all(sealers.map((each) => each.stop()));
  await superuser?.end();
  await db?.close();
  await other?.close();
  rmSync(folder, { recursive: true });
  await database?.drop();
});

test('entries MUST be numbered as they are committed, and one whose transaction stays open MUST NOT be skipped', async () => {
  sealer();
  await write('first');
  await sealedUpTo(1);
  let commit: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (commit = resolve));
  const slow = write('slow', () => open);
  for (let at = 3; at <= ENTRIES; at++) {
    await write('quick');
    await sealedUpTo(at - 1);
  }
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
  await anchoredUpTo(ENTRIES + 1);
  const anchored = { anchored: String(ENTRIES + 1), sealed: String(ENTRIES + 1) };
  expect(await verify()).toMatchObject({ verified: ENTRIES + 1, broken: null, ...anchored });
});

test.each(tamperings)('%s by a superuser: the first bad one MUST be named', async (_, tamper, broken) => {
  await Promise.all(sealers.map((each) => each.stop()));
  await keepAside(superuser);
  try {
    if (typeof tamper === 'string') await superuser.query(tamper);
    else await tamper(superuser);
    const found = (await verify()).broken;
    figure('kinds of tampering found and named', found === String(broken) ? 1 : 0);
    expect(found).toBe(String(broken));
  } finally {
    await putBack(superuser);
  }
});

test('whoever does not hold the key MUST NOT be able to tell that it holds', async () => {
  expect(await verify(keysFrom('another key than that of the journal'))).toMatchObject({ broken: '1' });
});

describe('heads that are not there', () => {
  afterEach(async () => {
    renameSync(`${file}.away`, file);
    await superuser.query('UPDATE registry.journal_head SET subgraph = $1', ['credit']);
  });

  test('that a place holds none MUST be said, and what still vouches MUST find a cut end', async () => {
    renameSync(file, `${file}.away`);
    const found = await verify();
    expect(found).toMatchObject({ broken: null, anchored: String(ENTRIES + 1) });
    expect(found.places.map(({ heads }) => heads > 0)).toEqual([false, true]);
    await superuser.query("UPDATE registry.journal_head SET subgraph = 'nobody'");
    expect(await verify()).toMatchObject({ broken: null, anchored: null, sealed: String(ENTRIES + 1) });
  });

  test('a head that others have made MUST be none, and what the log says of one MUST be', async () => {
    renameSync(file, `${file}.away`);
    const lines = readFileSync(`${file}.away`, 'utf8').trim().split('\n');
    const last = JSON.parse(lines.at(-1) ?? '') as object;
    const forged = { ...last, count: '4' };
    writeFileSync(file, [...lines, JSON.stringify(forged), 'torn {'].join('\n'));
    expect(await verify()).toMatchObject({ broken: null, places: [{ foreign: 2 }, { foreign: 0 }] });
    writeFileSync(file, `{"msg":"another"}\n{"head":${JSON.stringify(last)},"level":30}\nno JSON`);
    const heads = await headsInFile(file, 'credit', true);
    const said = await verifyAudit(db, dataKey, { subgraph: 'credit', places: [{ name: 'log', heads }] });
    expect(said).toMatchObject({ anchored: String(ENTRIES + 1), places: [{ heads: 1, foreign: 0 }] });
  });
});

test('the service itself MUST NOT be able to change or remove an entry or a seal, in any month', async () => {
  const months = await db.read<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'journal'::regclass`,
  );
  expect(months.length).toBeGreaterThanOrEqual(4);
  for (const { name } of [
    ...months,
    { name: 'journal' },
    { name: 'journal_seal' },
    { name: 'audit_record' },
    { name: 'journal_head' },
  ])
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
