import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  DateOnly,
  MissingReason,
  RegionCode,
  Shared,
  count,
  fields,
  oneOf,
  ratio,
  whole,
  workedOut,
  rulesBeside,
  type RequestContext,
} from '../../kernel';
import { HazardGrade } from '../hazard/hazard.terms';
import { LegalRule } from '../others';
import { HazardGrouping, HazardStatistic } from './statistic';
import { hazardStatistics } from './statistics.lists';
import { perThousand, targetRule } from './statistics.rules';

/** Years that hazards can have been found in. */
const foundYear = whole(2000, 2999);

/** Inspections have one home, enforcement's records: the tally stands beside them. */
export const statisticFields = fields(HazardStatistic, {
  ...rulesBeside<HazardStatistic>(() => LegalRule, 'PUBLIC', {
    onTimeTarget: ({ year }) => targetRule(year),
  }),
  hazardsMissing: workedOut<HazardStatistic, MissingReason>(
    'PUBLIC',
    oneOf(MissingReason),
    '隐患数为零的原因：检查过而无隐患记录. The reason for which no hazard is counted: none is on record here, though there were inspections or a tally.',
    ({ found }) => (found === 0 ? 'NO_RECORDS' : null),
  ),
  inspections: workedOut<HazardStatistic, number>(
    'PUBLIC',
    count,
    '检查次数，以执法部门的监督检查记录为准. Inspections on record with enforcement; null when they are not counted by this group, or could not be asked for.',
    ({ visits }) => visits?.(),
  ),
  inspectionsMissing: workedOut<HazardStatistic, MissingReason>(
    'PUBLIC',
    oneOf(MissingReason),
    '检查次数缺数原因. The reason for which inspections are not known, where this group has them.',
    async ({ visits }) => (visits && (await visits()) === null ? 'SUBGRAPH_UNAVAILABLE' : null),
  ),
  inspectionDifference: workedOut<HazardStatistic, number>(
    'PUBLIC',
    whole(-2_147_483_648, 2_147_483_647),
    '填报数减记录数. The tally less the inspections on record; null while either is not known.',
    async ({ visits, talliedInspections }) => {
      const inspections = (await visits?.()) ?? null;
      return inspections === null || talliedInspections === null ? null : talliedInspections - inspections;
    },
  ),
  majorPerThousandInspections: workedOut<HazardStatistic, number>(
    'PUBLIC',
    ratio,
    '每千次检查发现数，以监督检查记录为分母. The number of major hazards that were found per 1,000 inspections on record.',
    async ({ visits, inspected }) => perThousand(inspected, (await visits?.()) ?? null),
  ),
});

@Resolver()
export class StatisticsResolver {
  @Bounded(1000)
  @Shared('UNCONDITIONAL')
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
    @Info() { path }: GraphQLResolveInfo,
  ) {
    const asked = {
      region,
      year: typeof year === 'number' ? foundYear.parse(year, 'year') : null,
      foundFrom,
      foundTo,
      groupBy,
      grade: grade ?? 'MAJOR',
    };
    return hazardStatistics(context, asked, responsePathAsArray(path));
  }
}
