import sql, { type Sql } from 'sql-template-tag';
import { isInsider, regionRange, type RequestContext } from '../../kernel';

/** Material is no finding about anybody: it is for the office that is to take it in, and those above it of its kind. */
export function visible({ caller }: RequestContext): Sql {
  if (!isInsider(caller) || !caller.region) return sql`AND false`;
  const { from, to } = regionRange(caller.region);
  return sql`AND department_kind = ${caller.department} AND region_code >= ${from} AND region_code < ${to}`;
}
