import fc from 'fast-check';
import { Client } from 'pg';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { differences } from '../../migrations/count-ahead';
import { recount } from '../../migrations/recount';
import { subgraphs } from '../../subgraphs';
import { cellsAhead, countedAhead, tableOf, type CountAhead } from '../../subgraphs/kernel';
import { fillDepartments } from '../bench/overview-data';
import { testDatabase, type TestDatabase } from '../support/database';

const WRITERS = 6;
const STATEMENTS = 12;
const declared = subgraphs.flatMap(({ name, counts = [] }) =>
  counts.map((each): [table: string, schema: string, CountAhead] => [each.name, name, each]),
);

let database: TestDatabase;
const open: Client[] = [];
async function client(schema: string): Promise<Client> {
  const each = new Client({ connectionString: database.url, options: `-c search_path=${schema}` });
  await each.connect();
  open.push(each);
  return each;
}
beforeAll(async () => {
  database = await testDatabase();
  await fillDepartments(await client('public'), 1_000);
});
afterAll(async () => {
  await Promise.all(open.map((each) => each.end()));
  await database.drop();
});

/** Columns that a statement can give another row's value: none that a key or an index keeps apart. */
const CHANGEABLE = `
  SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = attrelid AND indisunique AND attnum = ANY(indkey)) ORDER BY 1`;

/** A statement that takes away some rows, or gives them the values of others. */
const statement = (table: string, columns: readonly string[]) =>
  fc
    .record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      deletes: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
      changed: fc.shuffledSubarray([...columns], { minLength: 1 }),
    })
    .map(({ seed, deletes, changed }) => {
      const some = (salt: string, rows: number) =>
        `SELECT * FROM (SELECT *, ctid AS at FROM ${table}) AS one ORDER BY md5(source_id || '${salt}${seed}') LIMIT ${rows}`;
      if (deletes)
        return `DELETE FROM ${table} WHERE ctid = ANY(SELECT at FROM (${some('gone', 2)}) AS gone)`;
      return `UPDATE ${table} AS row SET ${changed.map((name) => `${name} = model.${name}`).join(', ')}
        FROM (${some('model', 1)}) AS model WHERE row.ctid = ANY(SELECT at FROM (${some('row', 5)}) AS chosen)`;
    });

/** The same count over the rows themselves. */
function directly(
  { entity, region, keys, where, once, counts }: CountAhead,
  what: string,
  place: string,
  of: readonly string[],
  before: string,
): Sql {
  const { where: counted = 'false', day = `'-infinity'::date`, sum = '1' } = counts[what] ?? {};
  const rows = sql`FROM (SELECT *, ${raw(keys)} AS row_keys FROM ${raw(tableOf(entity))} WHERE ${raw(where)}) AS rows
    WHERE ${raw(counted)} AND starts_with(${raw(region)}, ${place}) AND row_keys && ${of}::varchar[]`;
  if (once)
    return sql`SELECT count(DISTINCT ${raw(once.subject)}) ${rows} AND ${raw(once.until)} >= ${before}::date - 1`;
  return sql`SELECT coalesce(sum(${raw(sum)}), 0) ${rows} AND ${raw(day)} < ${before}::date`;
}

describe.each(declared)('%s', (_, schema, counts) => {
  const table = tableOf(counts.entity);
  const wrong = async (db: Client) => (await db.query(differences(counts))).rows;

  test('after many writers at once, in any order, it MUST be what a recount finds, with no cell of nothing', async () => {
    const db = await client(schema);
    const { rows } = await db.query<{ name: string }>(CHANGEABLE, [table]);
    const columns = rows.map(({ name }) => name);
    expect(await wrong(db)).toEqual([]);
    const before = await db.query(`SELECT sum(n)::int AS all FROM ${counts.name}`);
    const histories = fc.sample(
      fc.array(statement(table, columns), { minLength: STATEMENTS, maxLength: STATEMENTS }),
      { numRuns: WRITERS, seed: 20_261_127 },
    );
    let done = 0;
    await Promise.all(
      histories.map(async (history) => {
        const writer = await client(schema);
        for (const each of history)
          await writer.query(each).then(
            () => done++,
            (error: { code?: string }) => expect(error.code).toMatch(/^(40P01|23...)$/),
          );
      }),
    );
    expect(done).toBeGreaterThan((WRITERS * STATEMENTS) / 2);
    expect(await wrong(db)).toEqual([]);
    expect(await db.query(`SELECT sum(n)::int AS all FROM ${counts.name}`)).not.toMatchObject({
      rows: before.rows,
    });
    expect((await db.query(`SELECT FROM ${counts.name} WHERE n = 0`)).rowCount).toBe(0);
  });

  test('of any division, keys and day it MUST say what a direct count finds', async () => {
    const db = await client(schema);
    const all = async (column: string, order: string) =>
      (
        await db.query<{ one: string }>(
          `SELECT one FROM (SELECT DISTINCT ${column} AS one FROM ${counts.name}) AS each ORDER BY ${order} LIMIT 8`,
        )
      ).rows.map(({ one }) => one);
    const places = ['', ...(await all('place', 'length(one), md5(one)'))];
    const keys = await all('unnest(keys)', 'md5(one)');
    let most = 0;
    for (const [at, place] of places.entries())
      for (const what of Object.keys(counts.counts))
        for (const [day, of] of [
          ['2026-11-27', keys.slice(0, 1 + at)],
          ['2026-12-31', keys],
          ['2027-01-01', keys.slice(at)],
          ['2028-02-29', keys.slice(0, 2)],
        ] as const) {
          const asked = countedAhead(counts, what, sql`${place}`, sql`${of}::varchar[]`, day);
          const { rows } = await db.query<{ ahead: string; direct: string }>(
            sql`SELECT trim_scale(${asked}::numeric) AS ahead, trim_scale((${directly(counts, what, place, of, day)})::numeric) AS direct`,
          );
          expect({ place, what, day, of, ...rows[0] }).toMatchObject({ ahead: rows[0]?.direct });
          most = Math.max(most, Number(rows[0]?.direct));
        }
    expect(most).toBeGreaterThan(5);
  });

  test('a cell that is wrong MUST be found, and counted anew', async () => {
    const db = await client(schema);
    await db.query(`UPDATE ${counts.name} SET n = n + 1 WHERE ctid = (SELECT min(ctid) FROM ${counts.name})`);
    expect(await wrong(db)).toHaveLength(1);
    expect(await recount(database.url, schema, counts)).toBe(1);
    expect(await wrong(db)).toEqual([]);
    expect(await recount(database.url, schema, counts)).toBe(0);
  });
});

test.each(declared.filter(([, , { once }]) => !once))(
  '%s by group MUST be what its rows come to, grouped by their keys',
  async (_, schema, counts) => {
    const db = await client(schema);
    const { rows } = await db.query<{ place: string }>(
      `SELECT place FROM ${counts.name} GROUP BY place ORDER BY length(place), md5(place) LIMIT 40`,
    );
    const places = rows.map(({ place }) => place);
    let groups = 0;
    for (const what of Object.keys(counts.counts))
      for (const [from, before] of [
        [null, null],
        ['2026-02-14', '2026-11-27'],
        ['2026-07-01', '2026-10-01'],
        ['2026-03-03', '2026-03-20'],
        [null, '2026-06-15'],
      ] as const) {
        const { where = 'false', day = `'-infinity'::date`, sum = '1' } = counts.counts[what] ?? {};
        const on = sql`(${raw(day)}) ${from ? sql`>= ${from}::date` : sql`IS NOT NULL`} ${before ? sql`AND (${raw(day)}) < ${before}::date` : empty}`;
        const ahead = await db.query(
          sql`SELECT place, keys, trim_scale(n) AS n FROM ${cellsAhead(counts, [what], places, { from, before })} AS cells WHERE n <> 0 ORDER BY 1, 2`,
        );
        const direct = await db.query(
          sql`SELECT division AS place, keys, trim_scale(sum(${raw(sum)})::numeric) AS n
            FROM (SELECT *, ${raw(counts.keys)} AS keys FROM ${raw(tableOf(counts.entity))} WHERE ${raw(counts.where)}) AS rows
            JOIN unnest(${places}::varchar[]) AS division ON starts_with(${raw(counts.region)}, division)
            WHERE ${raw(where)} AND ${on} GROUP BY 1, 2 HAVING sum(${raw(sum)}) <> 0 ORDER BY 1, 2`,
        );
        expect({ what, from, before, rows: ahead.rows }).toEqual({ what, from, before, rows: direct.rows });
        groups += direct.rows.length;
      }
    expect(groups).toBeGreaterThan(5);
  },
);

const some = (at: number) => `hashtext(source_id) & 7 = ${at % 8}`;
/** What is kept of other rows: how many rows know it, how many know it wrongly, and what many writers do at once. */
const KEPT: Record<string, [schema: string, known: string, changes: ((at: number) => string)[]]> = {
  'the day on which a duty was fulfilled': [
    'training',
    `SELECT count(fulfilled_on)::int AS known, sum(fulfilled_on - DATE '2000-01-01')::text AS total, count(*) FILTER (WHERE fulfilled_on IS DISTINCT FROM day_of_fulfilment(duty))::int AS wrong
      FROM training_duty AS duty`,
    [
      (at) =>
        `UPDATE attendance SET outcome = CASE outcome WHEN 'PASSED' THEN 'FAILED' ELSE 'PASSED' END WHERE ${some(at)}`,
      (at) => `UPDATE training_duty SET min_hours = 16 - min_hours WHERE ${some(at)}`,
      (at) => `UPDATE training_duty SET from_on = from_on + 7 WHERE ${some(at)}`,
      (at) => `UPDATE training_course SET held_on = held_on + 7, hours = 24 - hours WHERE ${some(at)}`,
      (at) => `DELETE FROM attendance WHERE ${some(at)} AND hashtext(id) & 3 = 0`,
    ],
  ],
  'the fine of a case': [
    'enforcement',
    `SELECT count(fined)::int AS known, sum(fined)::text AS total, count(*) FILTER (WHERE fined IS DISTINCT FROM (
        SELECT fine FROM penalty_decision WHERE case_number = number AND withdrawn_on IS NULL))::int AS wrong
      FROM enforcement_case`,
    [
      (at) => `UPDATE penalty_decision SET withdrawn_on = '2026-11-27', fine = fine + 1 WHERE ${some(at)}`,
      (at) => `UPDATE penalty_decision SET fine = fine * 2 WHERE ${some(at + 1)}`,
      (at) => `UPDATE enforcement_case SET status = 'CLOSED', fined = 1 WHERE ${some(at)}`,
      (at) => `DELETE FROM penalty_decision WHERE ${some(at + 4)} AND hashtext(document_number) & 3 = 0`,
      (at) =>
        `UPDATE penalty_decision SET case_number = case_number || '-' WHERE ${some(at)} AND hashtext(document_number) & 3 = 1`,
    ],
  ],
};

/** Writes, and writes again what another writer was in the way of. */
async function unlessDeadlocked(writer: Client, text: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const failed = await writer.query(text).then(
      () => null,
      ({ code }: { code?: string }) => code,
    );
    if (failed === null) return;
    expect(failed).toBe('40P01');
  }
}

test.each(Object.entries(KEPT))(
  '%s MUST be known, whoever writes what it follows from at once',
  async (_, of) => {
    const [schema, known, changes] = of;
    const db = await client(schema);
    const seen = async () => (await db.query<{ known: number; total: string; wrong: number }>(known)).rows[0];
    const before = await seen();
    await Promise.all(
      changes.map(async (change) => {
        const writer = await client(schema);
        for (let at = 0; at < 3; at++) await unlessDeadlocked(writer, change(at));
      }),
    );
    const after = await seen();
    expect([before?.wrong, after?.wrong]).toEqual([0, 0]);
    expect(before?.known).toBeGreaterThan(5);
    expect(after?.total).not.toBe(before?.total);
  },
);
