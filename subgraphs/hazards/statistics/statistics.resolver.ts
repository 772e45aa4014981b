import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Bounded, DateOnly, RegionCode, Shared, whole, type RequestContext } from '../../kernel';
import { HazardGrade } from '../hazard/hazard.terms';
import { HazardGrouping, HazardStatistic } from './statistic';
import { hazardStatistics } from './statistics.lists';

/** Years that hazards can have been found in. */
const foundYear = whole(2000, 2999);

@Resolver()
export class StatisticsResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [HazardStatistic], {
    nullable: true,
    description: '隐患统计，默认重大事故隐患、按下级区划. Figures of hazards, by default the major ones.',
  })
  hazardStatistics(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Arg('year', () => Int, {
      nullable: true,
      description: '发现年份. Returns only hazards found in this year.',
    })
    year: number | null,
    @Arg('groupBy', () => HazardGrouping, {
      defaultValue: 'REGION',
      description: '分组. The grouping of the figures.',
    })
    groupBy: HazardGrouping,
    @Arg('grade', () => HazardGrade, {
      nullable: true,
      defaultValue: 'MAJOR',
      description: '隐患等级. Returns only those of this grade.',
    })
    grade: HazardGrade | null,
    @Arg('foundFrom', () => DateOnly, {
      nullable: true,
      description: '发现日期不早于. Found on this day or later.',
    })
    foundFrom: string | null,
    @Arg('foundTo', () => DateOnly, {
      nullable: true,
      description: '发现日期不晚于. Found on this day or earlier.',
    })
    foundTo: string | null,
    @Ctx() context: RequestContext,
  ) {
    return hazardStatistics(context, {
      region,
      year: typeof year === 'number' ? foundYear.parse(year, 'year') : null,
      foundFrom,
      foundTo,
      groupBy,
      grade: grade ?? 'MAJOR',
    });
  }
}
