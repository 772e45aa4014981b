import sql, { type Sql } from 'sql-template-tag';
import { isInsider, regionRange, type RequestContext } from '../../kernel';

/** A clue is no finding about anybody: it is for the competent kind of department, in its region. */
export function visible({ caller }: RequestContext): Sql {
  if (!isInsider(caller) || !caller.region) return sql`AND false`;
  const { from, to } = regionRange(caller.region);
  return sql`AND competent_kind = ${caller.department} AND region_code >= ${from} AND region_code < ${to}`;
}
