import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { SubgraphUnavailable, digitsBelow, divisionOf, within, type RequestContext } from '../../kernel';
import type { HazardGrade } from '../hazard/hazard.terms';
import type { HazardGrouping, HazardStatistic, LifelineCounters } from './statistic';
import { INCREMENT_FROM, NOTHING, statisticOf, type Counted } from './statistics.rules';
import { visitsBy } from './visits';

export interface Asked {
  region: string;
  year: number | null;
  foundFrom?: string | null;
  foundTo?: string | null;
  groupBy: HazardGrouping;
  grade: HazardGrade;
}
type Tallied = LifelineCounters & { key: string; inspections: number };

const IN_DATABASE = raw(`status NOT IN ('REPORTED', 'DISMISSED')`);
const COUNTERS = [
  'obstacles_removed',
  'ladder_sites_cleared',
  'exits_cleared',
  'fire_lanes_cleared',
] as const;
const NO_COUNTERS: LifelineCounters = {
  obstaclesRemoved: 0,
  ladderSitesCleared: 0,
  exitsCleared: 0,
  fireLanesCleared: 0,
};

/**
 * Figures by group: hazards as they are counted ahead; 生命通道 from its tallies; inspections as enforcement has them on record.
 * While enforcement is silent nobody knows which groups have inspections alone: that is told at the place of the answer.
 */
export async function hazardStatistics(
  context: RequestContext,
  asked: Asked,
  place: readonly (string | number)[],
): Promise<HazardStatistic[]> {
  const { groupBy, year } = asked;
  const isTallied = ['REGION', 'YEAR', 'TOTAL'].includes(groupBy);
  const [counted, tallied] = await Promise.all([
    count(context, asked),
    isTallied ? tally(context, asked) : [],
  ]);
  const byKey = new Map(counted.map((each) => [named(groupBy, each.key), each]));
  const tallies = new Map(tallied.map((each) => [named(groupBy, each.key), each]));
  const visits = visitsBy(context, asked);
  // where it was inspected and nothing found there is a row as well
  const inspected = isTallied && groupBy !== 'TOTAL' ? await visits() : new Map<string, number>();
  if (inspected === null) context.told.push(SubgraphUnavailable({ subgraph: 'enforcement' }).at(place));
  const found = [...byKey.keys(), ...tallies.keys(), ...(inspected?.keys() ?? [])];
  const keys = groupBy === 'TOTAL' ? ['TOTAL'] : [...new Set(found)].sort();
  const visitsOf = async (key: string) => {
    const sums = await visits();
    return sums && (sums.get(key) ?? 0);
  };
  return keys.map((key) => {
    const found = tallies.get(key);
    const { obstaclesRemoved, ladderSitesCleared, exitsCleared, fireLanesCleared } = found ?? NO_COUNTERS;
    return statisticOf({ ...NOTHING, ...byKey.get(key), key }, groupBy, year, {
      talliedInspections: isTallied ? (found?.inspections ?? 0) : null,
      visits: isTallied ? () => visitsOf(key) : null,
      lifelineCounters: isTallied
        ? { obstaclesRemoved, ladderSitesCleared, exitsCleared, fireLanesCleared }
        : null,
    });
  });
}

const named = (groupBy: HazardGrouping, key: string): string =>
  groupBy === 'REGION' ? divisionOf(key) : key;

const count = (context: RequestContext, asked: Asked): Promise<Counted[]> =>
  asked.foundFrom || asked.foundTo ? countedNow(context, asked) : countedAhead(context, asked);

/** What hazard_count tells of each group, and of the open ones those that are overdue today. */
function countedAhead(
  { db, today }: RequestContext,
  { region, year, groupBy, grade }: Asked,
): Promise<Counted[]> {
  const here = sql`grade = ${grade} ${within(raw('region_code'), region)}`;
  return db.query<Counted>(sql`
    SELECT counted.*, coalesce(overdue, 0) AS overdue, coalesce(late, 0) AS late FROM (
      SELECT ${countedBy(groupBy, region)} AS key, sum(found)::int AS found, sum(closed)::int AS closed, sum(on_time)::int AS "onTime",
        sum(on_time_with_extensions)::int AS "onTimeWithExtensions", sum(self_reported)::int AS "selfReported",
        coalesce(sum(found - closed) FILTER (WHERE year < ${INCREMENT_FROM}), 0)::int AS stock,
        coalesce(sum(found) FILTER (WHERE year >= ${INCREMENT_FROM}), 0)::int AS increment
      FROM hazard_count
      WHERE counted_by = ${MEMBERS.has(groupBy) ? groupBy : 'TOTAL'} AND ${here} ${year === null ? empty : sql`AND year = ${year}`}
      GROUP BY 1 HAVING sum(found) > 0
    ) AS counted LEFT JOIN (
      SELECT ${keyOf(groupBy, region, 'found_on')} AS key, count(*) FILTER (WHERE due_on < ${today})::int AS overdue,
        count(*) FILTER (WHERE original_due_on < ${today})::int AS late
      FROM hazard WHERE closed_on IS NULL AND ${here} AND ${IN_DATABASE} ${inDays('found_on', { year })} GROUP BY 1
    ) AS past USING (key)`);
}

/** Between two days, which hazard_count does not tell apart: each hazard is counted. */
function countedNow(
  { db, today }: RequestContext,
  { region, groupBy, grade, ...days }: Asked,
): Promise<Counted[]> {
  return db.query<Counted>(sql`
    SELECT ${keyOf(groupBy, region, 'found_on')} AS key, count(*)::int AS found,
      count(closed_on)::int AS closed,
      count(*) FILTER (WHERE closed_on IS NULL AND due_on < ${today})::int AS overdue,
      count(*) FILTER (WHERE closed_on <= original_due_on)::int AS "onTime",
      count(*) FILTER (WHERE closed_on IS NULL AND original_due_on < ${today})::int AS late,
      count(*) FILTER (WHERE closed_on <= due_on)::int AS "onTimeWithExtensions",
      count(*) FILTER (WHERE closed_on IS NULL AND found_on < ${`${INCREMENT_FROM}-01-01`})::int AS stock,
      count(*) FILTER (WHERE found_on >= ${`${INCREMENT_FROM}-01-01`})::int AS increment,
      count(*) FILTER (WHERE channel = 'SELF_REPORT')::int AS "selfReported"
    FROM hazard WHERE grade = ${grade} AND ${IN_DATABASE} ${within(raw('region_code'), region)} ${inDays('found_on', days)}
    GROUP BY 1`);
}

function tally({ db }: RequestContext, { region, groupBy, ...days }: Asked): Promise<Tallied[]> {
  const key = keyOf(groupBy, region, 'month');
  const where = sql`WHERE true ${within(raw('region_code'), region)} ${inDays('month', days)}`;
  const sums = join(
    COUNTERS.map((name) => raw(`coalesce(sum(${name}), 0)::int`)),
    ', ',
  );
  return db.query<Tallied>(sql`
    SELECT key, coalesce(inspections, 0) AS inspections, coalesce(a, 0) AS "obstaclesRemoved", coalesce(b, 0) AS "ladderSitesCleared",
      coalesce(c, 0) AS "exitsCleared", coalesce(d, 0) AS "fireLanesCleared"
    FROM (SELECT ${key} AS key, sum(inspections)::int AS inspections FROM inspection_tally ${where} GROUP BY 1) AS inspected
    FULL JOIN (SELECT ${key}, ${sums} FROM lifeline_tally ${where} GROUP BY 1) AS cleared (key, a, b, c, d) USING (key)`);
}

/** Groupings that hazard_count has rows of their own for; the others add up its totals. */
const MEMBERS = new Set<HazardGrouping>(['INDUSTRY', 'DOMAIN']);

function countedBy(groupBy: HazardGrouping, region: string): Sql {
  if (MEMBERS.has(groupBy)) return raw('member');
  return groupBy === 'YEAR' ? raw('year::text') : keyOf(groupBy, region, '');
}

/** What is grouped by; written into the text, for a parameter in GROUP BY is never the same as one in SELECT. */
function keyOf(groupBy: HazardGrouping, region: string, date: string): Sql {
  switch (groupBy) {
    case 'REGION':
      return raw(`left(region_code, ${digitsBelow(region)})`);
    case 'INDUSTRY':
      return raw(`coalesce(left(industry_code, 2), 'NONE')`);
    case 'YEAR':
      return raw(`extract(year FROM ${date})::int::text`);
    case 'DOMAIN':
      return raw('domain');
    case 'TOTAL':
      return raw(`'TOTAL'`);
  }
}

function inDays(
  date: string,
  { year, foundFrom, foundTo }: Pick<Asked, 'year' | 'foundFrom' | 'foundTo'>,
): Sql {
  const inYear =
    year === null
      ? empty
      : sql`AND ${raw(date)} >= ${`${year}-01-01`} AND ${raw(date)} < ${`${year + 1}-01-01`}`;
  return sql`${inYear} ${foundFrom ? sql`AND ${raw(date)} >= ${foundFrom}` : empty}
    ${foundTo ? sql`AND ${raw(date)} <= ${foundTo}` : empty}`;
}
