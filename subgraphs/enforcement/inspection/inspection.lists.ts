import sql, { empty, raw } from 'sql-template-tag';
import {
  addDays,
  defineLoader,
  digitsBelow,
  divisionOf,
  page,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import type { OverlappingVisits } from './overlap';
import type { SupervisionCount, VisitCount } from './supervision-count';
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

/** By year, and by the divisions one level below: what inspects without notice is 四不两直 or 明查暗访. */
export async function supervisionCounts(
  { db }: RequestContext,
  region: string,
  from: string | null,
  to: string | null,
): Promise<SupervisionCount[]> {
  const cells = (day: string) => sql`
    SELECT left(region_code, ${digitsBelow(region)}::int) AS place, extract(year FROM ${raw(day)})::int AS year`;
  const here = (day: string) => sql`true ${within(raw('region_code'), region)}
    ${from ? sql`AND ${raw(day)} >= ${from}` : empty} ${to ? sql`AND ${raw(day)} <= ${to}` : empty}`;
  const counted = await db.query<Omit<SupervisionCount, 'regionCode'> & { place: string }>(sql`
    SELECT place, year, sum(visits)::int AS inspections, sum(covert)::int AS "covertVisits", sum(letters)::int AS notices FROM (
      SELECT place, year, count(*) AS visits, count(*) FILTER (WHERE covert) AS covert, 0 AS letters FROM (
        ${cells('inspected_on')}, mode IN ('FOUR_NOS_TWO_DIRECTS', 'OPEN_AND_COVERT') AS covert
        FROM supervisory_inspection WHERE duplicate_of IS NULL AND ${here('inspected_on')}) AS visit GROUP BY 1, 2
      UNION ALL
      SELECT place, year, 0, 0, count(*) FROM (
        ${cells('issued_on')} FROM supervisory_notice WHERE ${here('issued_on')}) AS notice GROUP BY 1, 2
    ) AS counted GROUP BY 1, 2 ORDER BY 1, 2`);
  return counted.map(({ place, ...rest }) => ({ ...rest, regionCode: divisionOf(place) }));
}

/** How often each enterprise was inspected, by year and kind of department. */
const visitsOf = defineLoader<{ uscc: string; counts: VisitCount[] }>(
  ({ db }, usccs) =>
    db.byKey(sql`SELECT uscc, json_agg(json_build_object('year', year, 'departmentKind', department_kind, 'inspections', visits) ORDER BY year, department_kind) AS counts
      FROM (SELECT uscc, extract(year FROM inspected_on)::int AS year, department_kind, count(*) AS visits FROM supervisory_inspection
        WHERE uscc = ANY(${usccs}::varchar[]) AND duplicate_of IS NULL GROUP BY 1, 2, 3) AS counted GROUP BY uscc`),
  ({ uscc }) => uscc,
);

export async function visitCounts(context: RequestContext, uscc: string): Promise<VisitCount[]> {
  return (await visitsOf(context).load(uscc))?.counts ?? [];
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
