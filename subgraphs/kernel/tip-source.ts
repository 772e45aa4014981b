import sql, { type Sql } from 'sql-template-tag';
import { coversRegion, type Caller } from './caller';
import { within } from './page';
import { divisionCode } from './region-code';
import type { DepartmentKind } from './vocabulary';

/**
 * 举报人保护. That a record goes back to a tip is known to the kind of department that handles it, in its division; a town is
 * told what to check where, and no more. To all others the record says of its source what it would say without a tip: a
 * source that was left out would tell as much.
 */
export function knowsOfTip(caller: Caller, handler: DepartmentKind, place: string): boolean {
  return caller.department === handler && !isOfTown(caller) && coversRegion(caller, place);
}

/** The same as a condition on rows. */
export function knowsOfTipIn(caller: Caller, handler: Sql, place: Sql): Sql {
  if (!caller.department || !caller.region || isOfTown(caller)) return sql`false`;
  return sql`(${handler} = ${caller.department} ${within(place, caller.region)})`;
}

export function isOfTown({ region }: Pick<Caller, 'region'>): boolean {
  return divisionCode(region ?? '').length > 6;
}

/** What a record says of its source, where that is a word for a tip, and what it says to whoever may not know. */
export interface TipWord<Word extends string> {
  tip: Word;
  reads: Word;
}

export function sourceShown<Said extends string | null>(
  said: Said,
  { tip, reads }: TipWord<NonNullable<Said>>,
  knows: boolean,
): Said {
  return said === tip && !knows ? reads : said;
}

/** The same of a column: what a filter compares with. */
export function sourceShownIn(column: Sql, { tip, reads }: TipWord<string>, knows: Sql): Sql {
  return sql`CASE WHEN ${column} = ${tip} AND NOT ${knows} THEN ${reads} ELSE ${column} END`;
}
