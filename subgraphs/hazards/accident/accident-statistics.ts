import sql, { empty, raw } from 'sql-template-tag';
import { ObjectType } from 'type-graphql';
import { Served, count, oneOf, whole, within, yuan, type RequestContext } from '../../kernel';
import { startOf } from './accident.lists';
import { AccidentGrade, type AccidentKind } from './accident.terms';

const ALWAYS = { always: true };
/** Years that accidents can be counted of. */
const countedYear = whole(1900, 2999);

/** Figures of one grade of accidents in a year, beside those of the year before (特种设备事故起数、死亡人数持续下降). */
@ObjectType({
  description: '事故统计. Accidents of one grade in a year and the year before.',
  simpleResolvers: true,
})
export class AccidentStatistic {
  @Served('PUBLIC', oneOf(AccidentGrade), '事故等级. The grade that is counted.', ALWAYS)
  grade: AccidentGrade;
  @Served('PUBLIC', count, '起数. The number of accidents in the year.', ALWAYS) accidents: number;
  @Served('PUBLIC', count, '死亡人数. The number of people who died.', ALWAYS) deaths: number;
  @Served('PUBLIC', count, '重伤人数. The number of people who were seriously injured.', ALWAYS)
  seriousInjuries: number;
  @Served('PUBLIC', yuan, '直接经济损失（元）. The direct loss in yuan.', ALWAYS) directLoss: string;
  @Served('PUBLIC', count, '上年全年起数. The number of accidents in the year before.', ALWAYS)
  accidentsYearBefore: number;
  @Served('PUBLIC', count, '上年死亡人数. The number of people who died in the year before.', ALWAYS)
  deathsYearBefore: number;
}

/** One statement over both years, of one kind or of all; every grade has its row. */
export async function accidentStatistics(
  context: RequestContext,
  region: string,
  asked: number,
  kind: AccidentKind | null | undefined,
): Promise<AccidentStatistic[]> {
  const year = countedYear.parse(asked, 'year');
  const [before, from, to] = [year - 1, year, year + 1].map((each) => startOf(`${each}-01-01`));
  const rows = await context.db.query<AccidentStatistic>(
    sql`SELECT grade, count(*) FILTER (WHERE occurred_at >= ${from})::int AS accidents,
          coalesce(sum(deaths) FILTER (WHERE occurred_at >= ${from}), 0)::int AS deaths,
          coalesce(sum(serious_injuries) FILTER (WHERE occurred_at >= ${from}), 0)::int AS "seriousInjuries",
          coalesce(sum(direct_loss) FILTER (WHERE occurred_at >= ${from}), 0)::numeric(17, 2)::text AS "directLoss",
          count(*) FILTER (WHERE occurred_at < ${from})::int AS "accidentsYearBefore",
          coalesce(sum(deaths) FILTER (WHERE occurred_at < ${from}), 0)::int AS "deathsYearBefore"
        FROM accident WHERE occurred_at >= ${before} AND occurred_at < ${to} ${within(raw('region_code'), region)}
          ${kind ? sql`AND kind = ${kind}` : empty} GROUP BY grade`,
  );
  const none = {
    accidents: 0,
    deaths: 0,
    seriousInjuries: 0,
    directLoss: '0.00',
    accidentsYearBefore: 0,
    deathsYearBefore: 0,
  };
  return Object.values(AccidentGrade).map(
    (grade) => rows.find((row) => row.grade === grade) ?? { grade, ...none },
  );
}
