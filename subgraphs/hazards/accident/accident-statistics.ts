import sql, { raw } from 'sql-template-tag';
import { Field, Int, ObjectType } from 'type-graphql';
import { Shared, Yuan, within, type RequestContext } from '../../kernel';
import { startOf } from './accident.loaders';
import { AccidentGrade } from './vocabulary';

/** Figures of one grade of accidents in a year, beside those of the year before (特种设备事故起数、死亡人数持续下降). */
@ObjectType({ description: '事故统计. Accidents of one grade in a year and the year before.', simpleResolvers: true })
export class AccidentStatistic {
  @Shared('PUBLIC')
  @Field(() => AccidentGrade, { description: '事故等级. The grade.' })
  grade: AccidentGrade;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '起数. How many.' })
  accidents: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '死亡人数. Deaths.' })
  deaths: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '重伤人数. Serious injuries.' })
  seriousInjuries: number;

  @Shared('PUBLIC')
  @Field(() => Yuan, { description: '直接经济损失. The direct loss.' })
  directLoss: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '上年同期以来起数（上年全年）. How many in the year before.' })
  accidentsYearBefore: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '上年死亡人数. Deaths in the year before.' })
  deathsYearBefore: number;
}

/** One statement over both years; every grade has its row. */
export async function accidentStatistics(context: RequestContext, region: string, year: number): Promise<AccidentStatistic[]> {
  const [before, from, to] = [year - 1, year, year + 1].map((each) => startOf(`${each}-01-01`));
  const rows = await context.db.query<AccidentStatistic>(
    sql`SELECT grade, count(*) FILTER (WHERE occurred_at >= ${from})::int AS accidents,
          coalesce(sum(deaths) FILTER (WHERE occurred_at >= ${from}), 0)::int AS deaths,
          coalesce(sum(serious_injuries) FILTER (WHERE occurred_at >= ${from}), 0)::int AS "seriousInjuries",
          coalesce(sum(direct_loss) FILTER (WHERE occurred_at >= ${from}), 0)::numeric(17, 2)::text AS "directLoss",
          count(*) FILTER (WHERE occurred_at < ${from})::int AS "accidentsYearBefore",
          coalesce(sum(deaths) FILTER (WHERE occurred_at < ${from}), 0)::int AS "deathsYearBefore"
        FROM accident WHERE occurred_at >= ${before} AND occurred_at < ${to} ${within(raw('region_code'), region)} GROUP BY grade`,
  );
  const none = { accidents: 0, deaths: 0, seriousInjuries: 0, directLoss: '0.00', accidentsYearBefore: 0, deathsYearBefore: 0 };
  return Object.values(AccidentGrade).map((grade) => rows.find((row) => row.grade === grade) ?? { grade, ...none });
}
