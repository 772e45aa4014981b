import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import {
  among,
  countAhead,
  isTipNumber,
  knowsOfTipIn,
  manyBy,
  page,
  regionRange,
  sourceShownIn,
  whether,
  within,
  workingDayBefore,
  type DepartmentKind,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { CASES, EnforcementCase } from './case';
import { OPEN, departmentsWithClock, leadsOverdue } from './case-clock.rules';
import type { CaseFilter } from './case.filter';
import { BY_TIP } from './case.rules';
import { CaseEvent } from './case-event';

/**
 * The row rule of the noun, in every statement that reads cases: what was not filed is seen by the kind of department
 * that handles it, inside its region; a case that was filed is seen by every agency.
 */
export function visible(context: RequestContext): Sql {
  return sql`AND (status <> ALL(ARRAY['LEAD', 'NOT_FILED']) OR ${own(context)})`;
}

/** The cases whose file the caller may see: of its kind of department, inside its region. */
function own({ caller }: RequestContext): Sql {
  if (!caller.region || !caller.department) return sql`false`;
  const { from, to } = regionRange(caller.region);
  return sql`(department_kind = ${caller.department} AND region_code >= ${from} AND region_code < ${to})`;
}

/** `isOverdue` of case-clock.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  const last = (department: DepartmentKind | null) =>
    sql`CASE WHEN filing_extended THEN ${leadsOverdue(department, true, today)}::date ELSE ${leadsOverdue(department, false, today)}::date END`;
  const own = departmentsWithClock().map((department) => sql`WHEN ${department} THEN ${last(department)}`);
  return sql`((status = 'LEAD' AND lead_received_on <= CASE department_kind ${join(own, ' ')} ELSE ${last(null)} END)
    OR (status = ANY(${OPEN}::varchar[]) AND clock_stopped_on IS NULL AND last_day <= ${workingDayBefore(today)}))`;
}

/** The steps of each case, in the order in which they were taken. */
export const eventsOfCase = manyBy(CaseEvent, 'caseNumber', sql`at, id`);

export function casePage(context: RequestContext, filter: CaseFilter | null, args: PageArgs) {
  return page(context, CASES, matching(context, filter), args);
}

function matching(context: RequestContext, filter: CaseFilter | null): Sql {
  const {
    region,
    partyRegion,
    status,
    cause,
    department,
    originKind,
    originReference,
    campaign,
    hazardNumber,
    enterprise,
    equipment,
    from,
    to,
    overdue,
    overdueOn,
    online,
  } = filter ?? {};
  const byTip = knowsOfTipIn(context.caller, raw('department_kind'), raw('region_code'));
  return sql`${visible(context)} ${within(raw('region_code'), region)} ${within(raw('party_region_code'), partyRegion)}
    ${status ? sql`AND status = ANY(${status}::varchar[])` : empty}
    ${cause ? sql`AND cause_code = ANY(${cause}::varchar[])` : empty}
    ${department ? sql`AND department_kind = ${department}` : empty}
    ${originKind ? sql`AND ${sourceShownIn(raw('origin_kind'), BY_TIP, byTip)} = ${originKind}` : empty}
    ${originReference ? sql`AND origin_reference = ${originReference} AND (origin_kind <> 'TIP' AND NOT ${isTipNumber(originReference)} OR ${byTip})` : empty}
    ${campaign ? sql`AND campaign_code = ${campaign}` : empty}
    ${enterprise ? sql`AND party_uscc = ${enterprise}` : empty}
    ${equipment ? sql`AND equipment_code = ${equipment}` : empty}
    ${from ? sql`AND lead_received_on >= ${from}` : empty} ${to ? sql`AND lead_received_on <= ${to}` : empty}
    ${hazardNumber ? sql`AND hazard_number = ${hazardNumber}` : empty}
    ${whether(isOverdue(context.today), overdue)} ${overdueOn ? sql`AND ${isOverdue(overdueOn)}` : empty}
    ${whether(sql`EXISTS (SELECT FROM case_event WHERE case_number = enforcement_case.number)`, online)}`;
}

/** Open cases, and fines that are in force, by what the cases are about and where their party is. */
export const casesAhead = countAhead({
  name: 'enforcement_case_ahead',
  entity: EnforcementCase,
  region: 'party_region_code',
  keys: 'about',
  where: 'true',
  counts: { OPEN: { where: among('status', OPEN) }, FINES: { where: 'fined IS NOT NULL', sum: 'fined' } },
});
