import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { tableOf, type EntityClass } from './database';
import { regionPrefix } from './region-code';

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
  /**
   * Whom each row is of, and the last day on which it counts: then not rows are counted but who has any, each once wherever
   * and by whatever keys the rows are.
   */
  once?: { subject: string; until: string };
  counts: Readonly<Record<What, Counted>>;
}

/** Words as they stand in a declaration: `status IN ('FILED', 'NOTIFIED')`. */
export const among = (column: string, words: readonly string[]): string =>
  `${column} IN (${words.map((word) => `'${word}'`).join(', ')})`;

/** A list of keys, for all that these SELECTs find. */
export const keysFrom = (...finds: readonly string[]): string =>
  `(SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM (
    ${finds.join('\n    UNION ')}) AS all_keys (key))::varchar[]`;

/** An industry and all above it, and the matters of a row, as keys; `lead` stands before each. */
export const industriesAbove = (lead = `'`): string =>
  `SELECT ${lead}industry:' || left(industry_code, digits) FROM generate_series(1, length(industry_code)) AS digits`;
export const mattersOf = (lead = `'`): string =>
  `SELECT ${lead}matter:' || code FROM unnest(matter_codes) AS code`;

/** Declares what is counted ahead of a noun. */
export const countAhead = <What extends string>(declared: CountAhead<What>): CountAhead<What> => declared;

/**
 * How many there are in a division with any of these keys, for a statement that has its prefix and keys in columns. Whole
 * months are summed up as months: up to a day there are at most thirty days besides. What is counted once comes and goes by
 * days for good, so its years are summed up, too, and it is asked for by a day. Cells of one set of keys are added before their keys are looked at.
 */
export function countedAhead<What extends string>(
  { name, once }: CountAhead<What>,
  what: What,
  place: Sql,
  keys: Sql,
  before?: string,
): Sql {
  const of = (span: 'Y' | 'M' | 'D', days: Sql) => sql`(SELECT coalesce(sum(n), 0) FROM (
    SELECT keys, sum(n) AS n FROM ${raw(name)} WHERE place = ${place} AND what = ${what} AND span = ${span} ${days}
    GROUP BY keys OFFSET 0) AS sums WHERE keys && ${keys})`;
  if (!before) return of('M', empty);
  const first = (span: 'year' | 'month') => sql`date_trunc(${raw(`'${span}'`)}, ${before}::date)::date`;
  const days = of('D', sql`AND since >= ${first('month')} AND since < ${before}::date`);
  if (!once) return sql`(${of('M', sql`AND since < ${first('month')}`)} + ${days})`;
  const months = of('M', sql`AND since >= ${first('year')} AND since < ${first('month')}`);
  return sql`(${of('Y', sql`AND since < ${first('year')}`)} + ${months} + ${days})`;
}

/** Days between which rows have begun to count: from the first on, and before the last. */
interface Between {
  from?: string | null;
  before?: string | null;
}

/**
 * What is counted in each of these divisions under each set of keys, as rows (place, what, keys, n), for figures by group.
 * Whole months are summed up as months: at either end there are at most thirty days besides.
 */
export function cellsAhead<What extends string>(
  { name }: CountAhead<What>,
  whats: readonly NoInfer<What>[],
  places: readonly string[],
  { from, before }: Between = {},
): Sql {
  const month = (day: string) => sql`date_trunc('month', ${day}::date)::date`;
  const part = (
    span: 'M' | 'D',
    n: Sql,
    days: Sql,
  ) => sql`SELECT place, what, keys, ${n} AS n FROM ${raw(name)}
    WHERE place = ANY(${places}::varchar[]) AND what = ANY(${whats}::varchar[]) AND span = ${span} ${days}`;
  const daysUntil = (day: string, n: Sql) =>
    sql`UNION ALL ${part('D', n, sql`AND since >= ${month(day)} AND since < ${day}::date`)}`;
  const months = sql`${from ? sql`AND since >= ${month(from)}` : empty} ${before ? sql`AND since < ${month(before)}` : empty}`;
  return sql`(SELECT place, what, keys, sum(n) AS n FROM (
    ${part('M', sql`n`, months)} ${before ? daysUntil(before, sql`n`) : empty} ${from ? daysUntil(from, sql`-n`) : empty}
  ) AS parts GROUP BY place, what, keys)`;
}

/** Every place that may be so many digits long below a division, as the cells of a count name it. */
export function placesBelow(region: string, digits: number): string[] {
  const above = regionPrefix(region);
  const more = digits - above.length;
  if (more <= 0) return [above];
  return Array.from({ length: 10 ** more }, (_, at) => above + String(at).padStart(more, '0'));
}

/**
 * Whether anything is on record in a division, for a statement that has its range in the columns `first` and `beyond`. The
 * order keeps it to the index: in a division that has nothing a look for any row would read the whole table.
 */
export const anyReported = (
  entity: EntityClass,
  where = sql`true`,
  region = 'region_code',
): Sql => sql`(SELECT true FROM ${raw(tableOf(entity))}
  WHERE ${raw(region)} >= first AND ${raw(region)} < beyond AND ${where} ORDER BY ${raw(region)} LIMIT 1) IS TRUE`;
