import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  NATIONWIDE,
  allDivisions,
  factsOf,
  objectOf,
  regionRange,
  flag,
  whereAnswered,
  type DepartmentKind,
  type RequestContext,
} from '../../kernel';
import { Region } from '../others';
import type { EnforcementRank } from './enforcement-rank';
import { formulaOf, ranked, readQuarter, type Figures, type Quarter } from './ranking.rules';

/** Whether there is anyone to supervise, as the registry knows. */
const regionFacts = factsOf(Region, { fields: 'hasEnterprises', facts: objectOf({ hasEnterprises: flag }) });

/** The divisions right below one, ranked by what one kind of department, or all of them, did in the quarter. */
export async function enforcementRanking(
  context: RequestContext,
  region: string,
  quarter: string,
  department: DepartmentKind | null,
): Promise<Omit<EnforcementRank, 'asOf'>[]> {
  const period = readQuarter(quarter);
  const formula = formulaOf(period.last);
  const above = region === NATIONWIDE ? '' : region;
  const below = allDivisions().filter(
    ({ parent, level, validTo }) =>
      validTo === '' && parent === above && (above !== '' || level === 'PROVINCE'),
  );
  const done = await figuresOf(
    context,
    below.map(({ code }) => code),
    period,
    department,
  );
  const figures = await Promise.all(
    done.map(async (each): Promise<Figures> => {
      const facts = await whereAnswered(regionFacts(context, each.region));
      return { ...each, hasObjects: facts?.hasEnterprises ?? null };
    }),
  );
  return ranked(figures, period.last).map(({ region: regionCode, ...rest }) => ({
    ...rest,
    regionCode,
    formula,
  }));
}

/** All figures of all divisions in one statement: inspections, cases and fines are each counted once, by division. */
async function figuresOf(
  { db }: RequestContext,
  codes: readonly string[],
  { first, last }: Quarter,
  department: DepartmentKind | null,
): Promise<Omit<Figures, 'hasObjects'>[]> {
  const ranges = codes.map(regionRange);
  const here = sql`region_code >= "from" AND region_code < "to" ${department ? sql`AND department_kind = ${department}` : empty}`;
  const inQuarter = (day: string): Sql => sql`${raw(day)} BETWEEN ${first}::date AND ${last}::date`;
  return db.query<Omit<Figures, 'hasObjects'>>(sql`
    SELECT code AS region, visits.*, cases.*, fines.*,
      EXISTS (SELECT FROM supervisory_inspection WHERE ${here} AND inspected_on <= ${last}::date)
        OR EXISTS (SELECT FROM enforcement_case WHERE ${here} AND filing_date <= ${last}::date) AS reported
    FROM unnest(${codes}::varchar[], ${ranges.map(({ from }) => from)}::varchar[], ${ranges.map(({ to }) => to)}::varchar[]) AS division (code, "from", "to"),
    LATERAL (SELECT count(*)::int AS inspections, (count(*) FILTER (WHERE findings > 0))::int AS "withFindings",
        (count(*) FILTER (WHERE findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL))::int AS "followedUp"
      FROM supervisory_inspection WHERE ${here} AND duplicate_of IS NULL AND ${inQuarter('inspected_on')}) AS visits,
    LATERAL (SELECT (count(*) FILTER (WHERE ${inQuarter('filing_date')}))::int AS cases, (count(*) FILTER (WHERE ${inQuarter('decided_on')}))::int AS decided,
        (count(*) FILTER (WHERE ${inQuarter('decided_on')} AND decided_on_time))::int AS "decidedOnTime"
      FROM enforcement_case WHERE ${here} AND (${inQuarter('filing_date')} OR ${inQuarter('decided_on')})) AS cases,
    LATERAL (SELECT coalesce(sum(fine), 0)::numeric(15, 2)::text AS fines
      FROM penalty_decision WHERE ${here} AND withdrawn_on IS NULL AND ${inQuarter('decided_on')}) AS fines`);
}
