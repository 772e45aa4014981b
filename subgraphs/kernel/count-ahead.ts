import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { EntityClass } from './database';

/** What is counted of the rows of a noun, in SQL over the row. */
interface Counted {
  where: string;
  /**
   * A day on which the row begins to count in a sum up to a day: what turns with the day is counted by that day, and no
   * night turns it. A row that has none is not counted; `-infinity` counts on every day.
   */
  day?: string;
  /** What is added up; by default the rows. */
  sum?: string;
}

/**
 * 预先计数. Counts of a noun that are kept in a table beside it, in the transaction that changes its rows (decision 15). It is
 * declared once: tables and triggers, the sum that a figure asks for, and the recount that it is proved by follow from it.
 */
export interface CountAhead<What extends string = string> {
  /** The table of the counts. */
  name: string;
  entity: EntityClass;
  /** The column of the division by which rows are counted. */
  region: string;
  /** What rows are asked for by, of type varchar[]: a row counts once for whoever asks for any of it. */
  keys: string;
  /** Which rows are counted at all. */
  where: string;
  counts: Readonly<Record<What, Counted>>;
}

/** Words as they stand in a declaration: `status IN ('FILED', 'NOTIFIED')`. */
export const among = (column: string, words: readonly string[]): string =>
  `${column} IN (${words.map((word) => `'${word}'`).join(', ')})`;

/** Declares what is counted ahead of a noun. */
export const countAhead = <What extends string>(declared: CountAhead<What>): CountAhead<What> => declared;

/**
 * How many there are in a division with any of these keys, for a statement that has its prefix and keys in columns. Whole
 * months are summed up as months: up to a day there are at most thirty days besides.
 */
export function countedAhead<What extends string>(
  { name }: CountAhead<What>,
  what: What,
  place: Sql,
  keys: Sql,
  before?: string,
): Sql {
  const of = (span: 'M' | 'D', days: Sql) => sql`(SELECT coalesce(sum(n), 0) FROM ${raw(name)}
    WHERE place = ${place} AND what = ${what} AND span = ${span} AND keys && ${keys} ${days})`;
  if (!before) return of('M', empty);
  const month = sql`date_trunc('month', ${before}::date)::date`;
  return sql`(${of('M', sql`AND since < ${month}`)} + ${of('D', sql`AND since >= ${month} AND since < ${before}::date`)})`;
}
