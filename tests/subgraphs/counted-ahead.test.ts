import fc from 'fast-check';
import { Client } from 'pg';
import { differences } from '../../migrations/count-ahead';
import { recount } from '../../migrations/recount';
import { subgraphs } from '../../subgraphs';
import { tableOf, type CountAhead } from '../../subgraphs/kernel';
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

  test('a cell that is wrong MUST be found, and counted anew', async () => {
    const db = await client(schema);
    await db.query(`UPDATE ${counts.name} SET n = n + 1 WHERE ctid = (SELECT min(ctid) FROM ${counts.name})`);
    expect(await wrong(db)).toHaveLength(1);
    expect(await recount(database.url, schema, counts)).toBe(1);
    expect(await wrong(db)).toEqual([]);
    expect(await recount(database.url, schema, counts)).toBe(0);
  });
});

test('a duty MUST know the day of its fulfilment, whoever writes duties, courses and attendance at once', async () => {
  const db = await client('training');
  const known = `SELECT count(fulfilled_on)::int AS fulfilled, count(*) FILTER (WHERE fulfilled_on IS DISTINCT FROM day_of_fulfilment(duty))::int AS wrong
    FROM training_duty AS duty`;
  const some = (at: number) => `hashtext(source_id) & 7 = ${at % 8}`;
  const changes = [
    (at: number) =>
      `UPDATE attendance SET outcome = CASE outcome WHEN 'PASSED' THEN 'FAILED' ELSE 'PASSED' END WHERE ${some(at)}`,
    (at: number) => `UPDATE training_duty SET min_hours = 16 - min_hours WHERE ${some(at)}`,
    (at: number) => `UPDATE training_duty SET from_on = from_on + 7 WHERE ${some(at)}`,
    (at: number) => `UPDATE training_course SET held_on = held_on + 7, hours = 24 - hours WHERE ${some(at)}`,
    (at: number) => `DELETE FROM attendance WHERE ${some(at)} AND hashtext(id) & 3 = 0`,
  ];
  const seen = [(await db.query<{ fulfilled: number; wrong: number }>(known)).rows[0]];
  await Promise.all(
    changes.map(async (change) => {
      const writer = await client('training');
      for (let at = 0; at < 3; at++)
        await writer.query(change(at)).catch((error: { code?: string }) => expect(error.code).toBe('40P01'));
    }),
  );
  seen.push((await db.query<{ fulfilled: number; wrong: number }>(known)).rows[0]);
  expect(seen.map((each) => each?.wrong)).toEqual([0, 0]);
  expect(seen[0]?.fulfilled).toBeGreaterThan(5);
  expect(seen[1]?.fulfilled).not.toBe(seen[0]?.fulfilled);
});
