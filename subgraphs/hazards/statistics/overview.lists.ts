import sql, { raw } from 'sql-template-tag';
import { defineLoader, regionRange, type RequestContext } from '../../kernel';
import type { MatterOverview } from '../others';
import { share } from './statistics.rules';

interface Figures {
  place: number;
  open: number;
  overdue: number;
  closed: number;
  onTime: number;
  late: number;
}

const COUNTED = raw('closed_on, due_on, original_due_on');

/**
 * Major hazards for all overviews of an operation in one statement: those of its domains and industries, each pair one range
 * of hazard_by_industry, and those tagged with the matter that are not among them (hazard_tag). Both hold all that is
 * counted. OFFSET 0 keeps each walk as it is written.
 */
const countMajor = defineLoader<Figures & { asked: string }>(
  async ({ db, today }, asked) => {
    const rows = await db.query<Figures>(sql`
      SELECT place::int, counted.* FROM ROWS FROM (
        json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar, first varchar, beyond varchar, domains varchar[], industries varchar[])
      ) WITH ORDINALITY AS overview (matter, first, beyond, domains, industries, place), LATERAL (
        SELECT count(*) FILTER (WHERE closed_on IS NULL)::int AS open, count(closed_on)::int AS closed,
          count(*) FILTER (WHERE closed_on IS NULL AND due_on < ${today})::int AS overdue,
          count(*) FILTER (WHERE closed_on IS NULL AND original_due_on < ${today})::int AS late,
          count(*) FILTER (WHERE closed_on <= original_due_on)::int AS "onTime"
        FROM (
          SELECT ${COUNTED} FROM hazard_tag WHERE matter_code = matter AND region_code >= first AND region_code < beyond
            AND NOT (domain = ANY(domains) AND EXISTS (SELECT FROM unnest(industries) AS prefix WHERE starts_with(industry_code, prefix)))
          UNION ALL
          SELECT ${COUNTED} FROM unnest(domains) AS wanted, unnest(industries) AS prefix, LATERAL (
            SELECT ${COUNTED} FROM hazard
            WHERE domain = wanted AND coalesce(industry_code, '') >= prefix AND coalesce(industry_code, '') < prefix || ':'
              AND region_code >= first AND region_code < beyond AND grade = 'MAJOR' AND status NOT IN ('REPORTED', 'DISMISSED') OFFSET 0
          ) AS of_scope
        ) AS hazards
      ) AS counted`);
    return rows.map((row) => ({ ...row, asked: asked[row.place - 1] ?? '' }));
  },
  ({ asked }) => asked,
);

/** The industries of a scope as what codes begin with, each hazard under one of them only; none named means all. */
export function industryPrefixes(industries: readonly string[]): string[] {
  const prefixes = [...new Set(industries.length > 0 ? industries : [''])].sort();
  return prefixes.filter((code) => !prefixes.some((other) => other !== code && code.startsWith(other)));
}

export async function overviewFigures(
  context: RequestContext,
  { matterCode, regionCode, scope }: MatterOverview,
) {
  const { from, to } = regionRange(regionCode);
  const domains = [...new Set(scope.hazardDomains)].sort();
  const industries = industryPrefixes(scope.industries);
  const asked = JSON.stringify({ matter: matterCode, first: from, beyond: to, domains, industries });
  const {
    open = 0,
    overdue = 0,
    closed = 0,
    onTime = 0,
    late = 0,
  } = (await countMajor(context).load(asked)) ?? {};
  return { open, overdue, onTimeRate: share(onTime, closed + late) };
}
