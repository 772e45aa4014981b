import sql, { empty, type Sql } from 'sql-template-tag';
import {
  NATIONWIDE,
  addDays,
  allDivisions,
  cellsAhead,
  countAhead,
  factsOf,
  objectOf,
  regionPrefix,
  regionRange,
  flag,
  whereAnswered,
  type DepartmentKind,
  type RequestContext,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { SupervisoryInspection } from '../inspection/supervisory-inspection';
import { Region } from '../others';
import { PenaltyDecision } from '../penalty/penalty-decision';
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

const kind = 'ARRAY[department_kind]::varchar[]';

/** Inspections by the kind of department that made them, and those with findings and what followed from these. */
export const inspectionsAhead = countAhead({
  name: 'supervisory_inspection_ahead',
  entity: SupervisoryInspection,
  region: 'region_code',
  keys: kind,
  where: 'duplicate_of IS NULL',
  counts: {
    INSPECTED: { where: 'true', day: 'inspected_on' },
    FOUND: { where: 'findings > 0', day: 'inspected_on' },
    FOLLOWED_UP: {
      where: 'findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL',
      day: 'inspected_on',
    },
  },
});

/** Cases by the kind of department that handles them, where it does. */
export const handledAhead = countAhead({
  name: 'case_handled_ahead',
  entity: EnforcementCase,
  region: 'region_code',
  keys: kind,
  where: 'true',
  counts: {
    FILED: { where: 'true', day: 'filing_date' },
    DECIDED: { where: 'true', day: 'decided_on' },
    ON_TIME: { where: 'decided_on_time', day: 'decided_on' },
  },
});

/** Fines that stand, by the kind of department that imposed them. */
export const finesAhead = countAhead({
  name: 'penalty_fine_ahead',
  entity: PenaltyDecision,
  region: 'region_code',
  keys: kind,
  where: 'withdrawn_on IS NULL AND fine IS NOT NULL',
  counts: { FINES: { where: 'true', day: 'decided_on', sum: 'fine' } },
});

/** All figures of all divisions in one statement: inspections, cases and fines are each counted once, by division. */
async function figuresOf(
  { db }: RequestContext,
  codes: readonly string[],
  { first, last }: Quarter,
  department: DepartmentKind | null,
): Promise<Omit<Figures, 'hasObjects'>[]> {
  const ranges = codes.map(regionRange);
  const places = codes.map(regionPrefix);
  const quarter = { from: first, before: addDays(last, 1) };
  const here = sql`region_code >= "from" AND region_code < "to" ${department ? sql`AND department_kind = ${department}` : empty}`;
  const sum = (what: string): Sql => sql`coalesce(sum(n) FILTER (WHERE what = ${what}), 0)`;
  return db.query<Omit<Figures, 'hasObjects'>>(sql`
    SELECT code AS region, ${sum('INSPECTED')}::int AS inspections, ${sum('FOUND')}::int AS "withFindings", ${sum('FOLLOWED_UP')}::int AS "followedUp",
      ${sum('FILED')}::int AS cases, ${sum('DECIDED')}::int AS decided, ${sum('ON_TIME')}::int AS "decidedOnTime",
      ${sum('FINES')}::numeric(15, 2)::text AS fines,
      EXISTS (SELECT FROM supervisory_inspection WHERE ${here} AND inspected_on <= ${last}::date)
        OR EXISTS (SELECT FROM enforcement_case WHERE ${here} AND filing_date <= ${last}::date) AS reported
    FROM unnest(${codes}::varchar[], ${places}::varchar[], ${ranges.map(({ from }) => from)}::varchar[], ${ranges.map(({ to }) => to)}::varchar[])
      AS division (code, place, "from", "to")
    LEFT JOIN (
      SELECT * FROM ${cellsAhead(inspectionsAhead, ['INSPECTED', 'FOUND', 'FOLLOWED_UP'], places, quarter)} AS visits
      UNION ALL SELECT * FROM ${cellsAhead(handledAhead, ['FILED', 'DECIDED', 'ON_TIME'], places, quarter)} AS cases
      UNION ALL SELECT * FROM ${cellsAhead(finesAhead, ['FINES'], places, quarter)} AS fines
    ) AS done ON done.place = division.place ${department ? sql`AND keys[1] = ${department}` : empty}
    GROUP BY code, "from", "to"`);
}
