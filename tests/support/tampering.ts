import type { Client } from 'pg';
import { digestOf, journalKey, linkOf, macOf } from '../../subgraphs/kernel/journal-links';
import { TEST_SETTINGS } from './settings';

const key = journalKey(TEST_SETTINGS.dataKey);
/** How many entries the journal has before anything is done to it, and one more by another sealer. */
export const ENTRIES = 12;
/** Statements, or what does more. */
type Tamper = string | ((superuser: Client) => Promise<void>);

/** Keeps the journal as it is, for as long as the connection lasts. */
export async function keepAside(superuser: Client): Promise<void> {
  for (const table of TABLES)
    await superuser.query(`CREATE TEMPORARY TABLE kept_${table} AS TABLE credit.${table}`);
}
const TABLES = ['journal', 'journal_seal'];

/** Puts it back as it was. */
export async function putBack(superuser: Client): Promise<void> {
  await superuser.query(`DO $$ BEGIN IF to_regclass('credit.swapped') IS NOT NULL THEN
    DROP TABLE swapped;
    EXECUTE format('ALTER TABLE journal ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', ${MONTH});
  END IF; END $$`);
  for (const table of TABLES)
    await superuser.query(
      `DELETE FROM ${table}; INSERT INTO ${table} OVERRIDING SYSTEM VALUE TABLE kept_${table}; DROP TABLE kept_${table}`,
    );
}

/** Makes all from there on anew, as who holds the key can. */
async function rewrite(
  superuser: Client,
  from: number,
  change: (record: string, number: number) => string | null,
): Promise<void> {
  const { rows } = await superuser.query<Entry>(
    'SELECT number, at, entry, record, tx::text, sealed_at FROM journal_seal JOIN journal USING (at, entry) WHERE number >= $1 ORDER BY number',
    [from],
  );
  const before = await superuser.query<{ link: string }>('SELECT link FROM journal_seal WHERE number = $1', [
    from - 1,
  ]);
  let link = before.rows[0]?.link ?? '';
  let number = from;
  await superuser.query(cutAfter(from - 1));
  for (const { at, entry, sealed_at, tx, ...was } of rows) {
    const record = change(was.record, Number(was.number));
    if (record === null) continue;
    const [digest, sealedAt] = [digestOf(record), sealed_at.toISOString()];
    link = linkOf(link, { number: String(number), at: at.toISOString(), entry, digest, sealedAt }, key);
    await superuser.query(
      'INSERT INTO journal (entry, at, record, mac, tx) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5)',
      [entry, at, record, macOf(record, key), tx],
    );
    await superuser.query('INSERT INTO journal_seal VALUES ($1, $2, $3, $4, $5, $6)', [
      number++,
      at,
      entry,
      digest,
      sealed_at,
      link,
    ]);
  }
}
interface Entry {
  number: string;
  at: Date;
  entry: string;
  record: string;
  tx: string;
  sealed_at: Date;
}

const cutAfter = (number: number) =>
  `DELETE FROM journal WHERE entry IN (SELECT entry FROM journal_seal WHERE number > ${number});
   DELETE FROM journal_seal WHERE number > ${number}`;
const MONTH = `'journal_' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMM'),
  date_trunc('month', now(), 'UTC'), date_trunc('month', now(), 'UTC') + interval '1 month'`;
const louder = (record: string) => record.replace('quick', 'quack');

/** What a superuser does to a journal, and the number that must be named. */
export const tamperings: readonly [how: string, tamper: Tamper, broken: number][] = [
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
  ['a seal removed', 'DELETE FROM journal_seal WHERE number = 4', 4],
  ['the last cut off', cutAfter(ENTRIES), ENTRIES + 1],
  ['the second half cut off', cutAfter(6), 7],
  ['all removed', cutAfter(0), 1],
  [
    'the end cut off, and others written and sealed by the service in its place',
    (superuser) => rewrite(superuser, 10, louder),
    10,
  ],
  ['rewritten from the middle by who holds the key', (superuser) => rewrite(superuser, 4, louder), 4],
  [
    'rewritten without an entry by who holds the key',
    (superuser) => rewrite(superuser, 4, (record, number) => (number === 4 ? null : record)),
    4,
  ],
  [
    'a month exchanged for an empty one',
    `DO $$ BEGIN
       EXECUTE format('ALTER TABLE journal DETACH PARTITION %I', ${MONTH});
       EXECUTE format('CREATE TABLE swapped PARTITION OF journal FOR VALUES FROM (%2$L) TO (%3$L)', ${MONTH});
     END $$`,
    1,
  ],
];
