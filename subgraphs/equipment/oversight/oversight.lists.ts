import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { page, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { ORDERS, type EquipmentOrderFilter } from './equipment-order';
import { VIOLATIONS, type EquipmentViolationFilter } from './equipment-violation';

export function violationPage(
  context: RequestContext,
  filter: EquipmentViolationFilter | null,
  args: PageArgs,
) {
  const { region, type, open } = filter ?? {};
  const condition = sql`${within(raw('region_code'), region)} ${type ? sql`AND type = ${type}` : empty}
    ${typeof open === 'boolean' ? sql`AND (corrected_on IS NULL) = ${open}` : empty}`;
  return page(context, VIOLATIONS, condition, args);
}

/** `orderOverdue` of oversight.rules.ts, in SQL. */
export function isOrderOverdue(today: string): Sql {
  return sql`((status = 'ISSUED' AND rectify_by < ${today}) OR (status = 'REPORTED' AND recheck_by < ${today}))`;
}

export function orderPage(context: RequestContext, filter: EquipmentOrderFilter | null, args: PageArgs) {
  const { region, status, overdue } = filter ?? {};
  const condition = sql`${within(raw('region_code'), region)} ${status ? sql`AND status = ${status}` : empty}
    ${whether(isOrderOverdue(context.today), overdue)}`;
  return page(context, ORDERS, condition, args);
}
