import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { within, type RequestContext } from '../../kernel';
import type { HazardGrade } from '../hazard/vocabulary';
import type { HazardGrouping, HazardStatistic, LifelineCounters } from './statistic';
import { INCREMENT_FROM, NOTHING, digitsBelow, divisionOf, statisticOf, type Counted } from './statistics.rules';

export interface Asked {
  region: string;
  year: number | null;
  groupBy: HazardGrouping;
  grade: HazardGrade;
}
type Tallied = LifelineCounters & { key: string; inspections: number };

const IN_DATABASE = raw(`status NOT IN ('REPORTED', 'DISMISSED')`);
const COUNTERS = ['obstacles_removed', 'ladder_sites_cleared', 'exits_cleared', 'fire_lanes_cleared'] as const;
const NO_COUNTERS: LifelineCounters = { obstaclesRemoved: 0, ladderSitesCleared: 0, exitsCleared: 0, fireLanesCleared: 0 };

/** Figures by group: hazards as they are counted ahead; inspections and 生命通道 from their tallies. */
export async function hazardStatistics(context: RequestContext, asked: Asked): Promise<HazardStatistic[]> {
  const { groupBy, year } = asked;
  const isTallied = ['REGION', 'YEAR', 'TOTAL'].includes(groupBy);
  const [counted, tallied] = await Promise.all([count(context, asked), isTallied ? tally(context, asked) : []]);
  const byKey = new Map(counted.map((each) => [each.key, each]));
  const tallies = new Map(tallied.map((each) => [each.key, each]));
  const keys = groupBy === 'TOTAL' ? ['TOTAL'] : [...new Set([...byKey.keys(), ...tallies.keys()])].sort();
  return keys.map((key) => {
    const found = tallies.get(key);
    const { obstaclesRemoved, ladderSitesCleared, exitsCleared, fireLanesCleared } = found ?? NO_COUNTERS;
    return statisticOf({ ...NOTHING, ...byKey.get(key), key: named(groupBy, key) }, groupBy, year, {
      inspections: isTallied ? (found?.inspections ?? 0) : null,
      lifelineCounters: isTallied ? { obstaclesRemoved, ladderSitesCleared, exitsCleared, fireLanesCleared } : null,
    });
  });
}

const named = (groupBy: HazardGrouping, key: string): string => (groupBy === 'REGION' ? divisionOf(key) : key);

/** What hazard_count tells of each group, and of the open ones those that are overdue today. */
function count({ db, today }: RequestContext, { region, year, groupBy, grade }: Asked): Promise<Counted[]> {
  const here = sql`grade = ${grade} ${within(raw('region_code'), region)}`;
  return db.query<Counted>(sql`
    SELECT counted.*, coalesce(overdue, 0) AS overdue, coalesce(late, 0) AS late FROM (
      SELECT ${countedBy(groupBy, region)} AS key, sum(found)::int AS found, sum(closed)::int AS closed, sum(on_time)::int AS "onTime",
        sum(on_time_with_extensions)::int AS "onTimeWithExtensions", sum(self_reported)::int AS "selfReported", sum(inspected)::int AS inspected,
        coalesce(sum(found - closed) FILTER (WHERE year < ${INCREMENT_FROM}), 0)::int AS stock,
        coalesce(sum(found) FILTER (WHERE year >= ${INCREMENT_FROM}), 0)::int AS increment
      FROM hazard_count
      WHERE counted_by = ${MEMBERS.has(groupBy) ? groupBy : 'TOTAL'} AND ${here} ${year === null ? empty : sql`AND year = ${year}`}
      GROUP BY 1 HAVING sum(found) > 0
    ) AS counted LEFT JOIN (
      SELECT ${keyOf(groupBy, region, 'found_on')} AS key, count(*) FILTER (WHERE due_on < ${today})::int AS overdue,
        count(*) FILTER (WHERE original_due_on < ${today})::int AS late
      FROM hazard WHERE closed_on IS NULL AND ${here} AND ${IN_DATABASE} ${inYear('found_on', year)} GROUP BY 1
    ) AS past USING (key)`);
}

function tally({ db }: RequestContext, { region, year, groupBy }: Asked): Promise<Tallied[]> {
  const key = keyOf(groupBy, region, 'month');
  const where = sql`WHERE true ${within(raw('region_code'), region)} ${inYear('month', year)}`;
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

const countedBy = (groupBy: HazardGrouping, region: string): Sql =>
  MEMBERS.has(groupBy) ? raw('member') : groupBy === 'YEAR' ? raw('year::text') : keyOf(groupBy, region, '');

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

function inYear(date: string, year: number | null): Sql {
  return year === null ? empty : sql`AND ${raw(date)} >= ${`${year}-01-01`} AND ${raw(date)} < ${`${year + 1}-01-01`}`;
}
