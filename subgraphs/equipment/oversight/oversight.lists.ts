import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import {
  Unreachable,
  defineLoader,
  derivedPage,
  knowsOfTipIn,
  page,
  sourceShownIn,
  whether,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { inStanding, isInspectionOverdue } from '../device/equipment.lists';
import { INSPECTED_STATES } from '../device/equipment.rules';
import { ORDERS, type EquipmentOrderFilter } from './equipment-order';
import {
  BY_REPORT,
  VIOLATIONS,
  type EquipmentViolation,
  type EquipmentViolationFilter,
} from './equipment-violation';

/** What the data of a device themselves show to be wrong with it. */
export const SEEN_TYPES = [
  'UNREGISTERED',
  'OVERDUE_INSPECTION',
  'FAILED_INSPECTION',
  'UNDERSTATED_CAPACITY',
] as const;

/** `violationsOf` of oversight.rules.ts, in SQL. */
export function isSeen(type: (typeof SEEN_TYPES)[number], today: string): Sql {
  switch (type) {
    case 'UNREGISTERED':
      return sql`status = 'UNREGISTERED'`;
    case 'OVERDUE_INSPECTION':
      return isInspectionOverdue(today);
    case 'FAILED_INSPECTION':
      return sql`status = ANY(${INSPECTED_STATES}::varchar[]) AND ${inStanding('FAILED', today)}`;
    case 'UNDERSTATED_CAPACITY':
      return sql`measured_litres > nameplate_litres`;
    default:
      throw new Unreachable(type);
  }
}

/** What was recorded, and what is seen today without anybody having recorded it. */
export function violationPage(
  context: RequestContext,
  filter: EquipmentViolationFilter | null,
  args: PageArgs,
) {
  const { region, type, open, foundBy } = filter ?? {};
  const here = within(raw('region_code'), region);
  const byReport = knowsOfTipIn(context.caller, sql`'MARKET_SUPERVISION'`, raw('region_code'));
  const recorded = sql`SELECT id, equipment_code AS "equipmentCode", uscc, region_code, region_code AS "regionCode", type,
      found_by AS "foundBy", found_on AS "foundOn", corrected_on AS "correctedOn", note
    FROM equipment_violation WHERE true ${here} ${type ? sql`AND type = ${type}` : empty}
    ${foundBy ? sql`AND ${sourceShownIn(raw('found_by'), BY_REPORT, byReport)} = ${foundBy}` : empty}
    ${typeof open === 'boolean' ? sql`AND (corrected_on IS NULL) = ${open}` : empty}`;
  const isWanted = open !== false && (!foundBy || foundBy === 'SYSTEM');
  const seen = SEEN_TYPES.filter((each) => isWanted && (!type || each === type));
  const statements = [recorded, ...seen.map((each) => seenToday(each, context.today, here))];
  return derivedPage<EquipmentViolation>(context, VIOLATIONS, join(statements, ' UNION ALL '), args);
}

function seenToday(type: (typeof SEEN_TYPES)[number], today: string, here: Sql): Sql {
  return sql`SELECT ${'today/'} || code || ${`/${type}`}, code, user_uscc, region_code, region_code, ${type}, 'SYSTEM',
      ${today}::date, NULL::date, NULL FROM equipment WHERE ${isSeen(type, today)} ${here}`;
}

/** How many orders about each device wait for a report or a re-check: equipment_order_by_device. */
const openOrders = defineLoader<{ code: string; open: number }>(
  ({ db }, codes) =>
    db.byKey(sql`SELECT equipment_code AS code, count(*)::int AS open FROM equipment_order
      WHERE equipment_code = ANY(${codes}::varchar[]) AND status <> 'CLOSED' GROUP BY 1`),
  ({ code }) => code,
);

export async function openOrdersOf(context: RequestContext, code: string): Promise<number> {
  return (await openOrders(context).load(code))?.open ?? 0;
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
