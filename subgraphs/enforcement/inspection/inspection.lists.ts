import sql, { empty, raw } from 'sql-template-tag';
import { addDays, page, within, type PageArgs, type RequestContext } from '../../kernel';
import type { OverlappingVisits } from './overlap';
import { SUPERVISORY_INSPECTIONS, type SupervisoryInspectionFilter } from './supervisory-inspection';

export function inspectionPage(
  context: RequestContext,
  filter: SupervisoryInspectionFilter | null,
  args: PageArgs,
) {
  const { region, department, mode, campaign, from, to } = filter ?? {};
  return page(
    context,
    SUPERVISORY_INSPECTIONS,
    sql`${within(raw('region_code'), region)}
      ${department ? sql`AND department_kind = ${department}` : empty}
      ${mode ? sql`AND mode = ${mode}` : empty}
      ${campaign ? sql`AND campaign_code = ${campaign}` : empty}
      ${from ? sql`AND inspected_on >= ${from}` : empty}
      ${to ? sql`AND inspected_on <= ${to}` : empty}`,
    args,
  );
}

/** How far back overlaps are looked for, and how many enterprises are named at most. */
const LOOK_BACK_DAYS = 365;
const MOST_WARNINGS = 100;

/**
 * Enterprises with visits of two departments that lie at most `days` days apart, the latest first. A joint inspection is one
 * visit; two visits whose departments have one in common are follow-ups, no overlap.
 */
export function overlappingVisits(
  context: RequestContext,
  uscc: string | null,
  region: string | null,
  days: number,
) {
  const since = addDays(context.today, -LOOK_BACK_DAYS);
  return context.db.query<OverlappingVisits>(sql`
    WITH visit AS (
      SELECT id, uscc, inspected_on, departments FROM supervisory_inspection, LATERAL (SELECT joint_department_codes || department_code::varchar AS departments) AS who
      WHERE inspected_on >= ${since} AND duplicate_of IS NULL ${uscc ? sql`AND uscc = ${uscc}` : empty} ${within(raw('place_region_code'), region)}
    ), close AS (
      SELECT visit.* FROM visit WHERE EXISTS (
        SELECT FROM visit AS other
        WHERE other.uscc = visit.uscc AND other.inspected_on BETWEEN visit.inspected_on - ${days}::int AND visit.inspected_on + ${days}::int
          AND NOT other.departments && visit.departments)
    )
    SELECT uscc, count(DISTINCT id)::int AS visits, min(inspected_on) AS "firstOn", max(inspected_on) AS "lastOn",
      array_agg(DISTINCT department ORDER BY department) AS "departmentCodes"
    FROM close, unnest(departments) AS department GROUP BY uscc ORDER BY max(inspected_on) DESC, uscc LIMIT ${MOST_WARNINGS}`);
}
