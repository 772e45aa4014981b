import sql, { raw, type Sql } from 'sql-template-tag';
import { regionPrefix, within, type RequestContext } from '../../kernel';
import type { EnforcementRank } from './enforcement-rank';
import { formulaOf, ranked, readQuarter, type Figures, type Quarter } from './ranking.rules';

/** Digits of a division code, from the country down to the village. */
const LEVELS = [0, 2, 4, 6, 9, 12];

/** The divisions right below one, ranked; those without inspections or cases in the quarter are not in it. */
export async function enforcementRanking(
  context: RequestContext,
  region: string,
  quarter: string,
): Promise<EnforcementRank[]> {
  const period = readQuarter(quarter);
  const formula = formulaOf(period.last);
  const figures = await figuresOf(context, region, period);
  return ranked(figures, period.last).map(({ region: regionCode, ...rest }) => ({
    ...rest,
    regionCode,
    formula,
  }));
}

/** All figures of all divisions in one statement: inspections, cases and fines are each counted once, by division. */
async function figuresOf(
  { db }: RequestContext,
  region: string,
  { first, last }: Quarter,
): Promise<Figures[]> {
  const prefix = regionPrefix(region);
  const digits = LEVELS.find((level) => level > prefix.length);
  if (digits === undefined) return [];
  const child = sql`rpad(left(region_code, ${digits}::int), ${Math.max(6, digits)}::int, '0')`;
  const below = sql`${within(raw('region_code'), region)} AND length(region_code) >= ${digits}::int`;
  const inQuarter = (day: string): Sql => sql`${raw(day)} BETWEEN ${first}::date AND ${last}::date`;
  return db.query<Figures>(sql`
    WITH counted AS (
      SELECT ${child} AS region, count(*) AS inspections, count(*) FILTER (WHERE findings > 0) AS found,
        count(*) FILTER (WHERE findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL) AS followed,
        0 AS cases, 0 AS decided, 0 AS on_time, 0 AS fines
      FROM supervisory_inspection WHERE duplicate_of IS NULL AND ${inQuarter('inspected_on')} ${below} GROUP BY 1
      UNION ALL
      SELECT ${child}, 0, 0, 0, count(*) FILTER (WHERE ${inQuarter('filing_date')}), count(*) FILTER (WHERE ${inQuarter('decided_on')}),
        count(*) FILTER (WHERE ${inQuarter('decided_on')} AND decided_on_time), 0
      FROM enforcement_case WHERE (${inQuarter('filing_date')} OR ${inQuarter('decided_on')}) ${below} GROUP BY 1
      UNION ALL
      SELECT ${child}, 0, 0, 0, 0, 0, 0, coalesce(sum(fine), 0)
      FROM penalty_decision WHERE withdrawn_on IS NULL AND ${inQuarter('decided_on')} ${below} GROUP BY 1
    )
    SELECT region, sum(inspections)::int AS inspections, sum(found)::int AS "withFindings", sum(followed)::int AS "followedUp",
      sum(cases)::int AS cases, sum(decided)::int AS decided, sum(on_time)::int AS "decidedOnTime", sum(fines)::numeric(15, 2)::text AS fines
    FROM counted WHERE region <> ${prefix.padEnd(6, '0')} GROUP BY region ORDER BY region`);
}
