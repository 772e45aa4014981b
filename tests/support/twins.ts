import fc from 'fast-check';
import sql, { raw, type Sql } from 'sql-template-tag';
import {
  addDays,
  snakeCase,
  tableOf,
  whether,
  type Database,
  type EntityClass,
} from '../../subgraphs/kernel';

/**
 * Rules that stand twice, in TypeScript for one record and in SQL for lists and counts. Both are asked of the same random
 * rows of the real table, on days around the ends of months, of years, of February and of holidays.
 */
const ENDS = ['2024-02-29', '2025-02-28', '2025-10-08', '2025-12-31', '2026-03-16'];
export const TODAYS = ENDS.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);

const ROWS = 400;

/** A day within three of one of the todays, or of so many days before it, where a period begins that ends today. */
export function dayNear(...before: readonly number[]): fc.Arbitrary<string> {
  const back = fc.constantFrom(0, ...before);
  return fc
    .tuple(fc.constantFrom(...ENDS), back, fc.integer({ min: -3, max: 3 }))
    .map(([day, days, off]) => addDays(day, off - days));
}

/** The same, or null. */
export const dayNearOrNull = (...before: readonly number[]) => fc.option(dayNear(...before), { freq: 3 });

/** Stores so many random rows in an entity's table. */
export function storeRandom<Row extends object>(
  db: Database,
  entity: EntityClass<Row>,
  row: fc.Arbitrary<Partial<Row>>,
): Promise<void> {
  return store(db, entity, fc.sample(row, ROWS));
}

/** Stores rows in an entity's table. What is not given, and must not be null, is anything. */
export async function store<Row extends object>(
  db: Database,
  entity: EntityClass<Row>,
  given: readonly Partial<Row>[],
): Promise<void> {
  const table = tableOf(entity);
  const needed = await db.read<Needed>(
    `SELECT column_name AS name, data_type AS type, character_maximum_length AS length FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'`,
    [table],
  );
  const rows = given.map((each, at) => ({
    ...Object.fromEntries(needed.map((column) => [column.name, filler(column, at)])),
    ...Object.fromEntries(Object.entries(each).map(([property, value]) => [snakeCase(property), value])),
  }));
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await db.transaction((tx) =>
    tx.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    ),
  );
}

interface Needed {
  name: string;
  type: string;
  length: number | null;
}

/** Something of the type of a column; of texts no two are alike. */
function filler({ name, type, length }: Needed, at: number): unknown {
  switch (type) {
    case 'character varying':
    case 'text':
      return `${at}`.padStart(length ?? 8, '0').slice(-(length ?? 8));
    case 'integer':
    case 'bigint':
    case 'numeric':
      return 0;
    case 'boolean':
      return false;
    case 'date':
      return '2025-01-01';
    case 'timestamp with time zone':
      return '2025-01-01T00:00:00Z';
    case 'ARRAY':
      return [];
    case 'jsonb':
      return {};
    default:
      throw new Error(`no value is known for the column ${name}, ${type}`);
  }
}

export interface Twins<Row extends object> {
  entity: EntityClass<Row>;
  sql: (today: string) => Sql;
  rule: (row: Row, today: string) => boolean;
  /** Whether its verdict moves with the days: then it must be seen to. */
  moves?: boolean;
}

/**
 * Holds the two against each other, row by row and day by day, as a filter asks for those of which the condition holds and
 * for the others. Fails too if the rows decide nothing: all alike, or none whose verdict changes from one day to the next.
 */
export async function sameInBoth<Row extends object>(
  db: Database,
  { entity, sql: condition, rule, moves = true }: Twins<Row>,
): Promise<void> {
  const seen = new Set<boolean>();
  let changes = 0;
  let before: { day: string; holds: boolean[] } | undefined;
  for (const today of TODAYS) {
    const [yes, no] = [whether(condition(today), true), whether(condition(today), false)];
    const rows = await db.query<Row & { yes: boolean | null; no: boolean | null }>(
      sql`SELECT ${raw(db.columns(entity))}, true ${yes} AS yes, true ${no} AS no FROM ${raw(tableOf(entity))}
        ORDER BY ${raw(keyOf(db, entity))}`,
    );
    const wrong = rows.flatMap(({ yes: isIn, no: isOut, ...row }) => {
      const holds = rule(row as Row, today);
      return (isIn === true) === holds && isOut === !holds ? [] : { today, rule: holds, isIn, isOut, row };
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    const holds = rows.map(({ yes: isIn }) => isIn === true);
    if (before && addDays(before.day, 1) === today)
      changes += holds.filter((each, at) => each !== before?.holds[at]).length;
    for (const each of holds) seen.add(each);
    before = { day: today, holds };
  }
  expect([...seen].sort()).toEqual([false, true]);
  if (moves) expect(changes).toBeGreaterThan(0);
}

const keyOf = (db: Database, entity: EntityClass) =>
  db.dataSource
    .getMetadata(entity)
    .primaryColumns.map(({ databaseName }) => databaseName)
    .join(', ');
