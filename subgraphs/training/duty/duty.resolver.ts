import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import {
  Argument,
  Bounded,
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  fields,
  industryPrefix,
  listOf,
  oneOf,
  rulesBeside,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { TrainingAudience } from '../course/training-course';
import { Enterprise, LegalRule } from '../others';
import { CoverageGrouping, TrainingCoverage, targetRule, trainingCoverage } from './coverage';
import { dutyPage } from './duty.lists';
import { dutyStatus, ruleOfDuty } from './duty.rules';
import { PrincipalTraining, principalTrainingOf } from './principal-training';
import { DutyStatus, TrainingDuty, TrainingDutyFilter } from './training-duty';

export const dutyFields = fields(TrainingDuty, {
  status: workedOut(
    'UNCONDITIONAL',
    oneOf(DutyStatus),
    '状态（当日）. The state that it is in today.',
    (duty, { today }) => dutyStatus(duty, duty.fulfilledOn, today),
  ),
  ...rulesBeside<TrainingDuty>(() => LegalRule, 'UNCONDITIONAL', { dueOn: ruleOfDuty }),
});

export const coverageFields = fields(
  TrainingCoverage,
  rulesBeside<TrainingCoverage>(() => LegalRule, 'PUBLIC', { target: ({ year }) => targetRule(year) }),
);

export const enterpriseFields = fields(Enterprise, {
  principalTraining: workedOut(
    'UNCONDITIONAL',
    () => PrincipalTraining,
    '主要负责人培训. Whether its principals are trained.',
    ({ uscc }, context) => principalTrainingOf(context, uscc),
  ),
});

const TrainingDutyConnection = connectionFor(TrainingDuty);

@Resolver()
export class TrainingDutyListResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => TrainingDutyConnection, {
    nullable: true,
    description:
      '培训演练任务列表，按区划、期限排序；status: OVERDUE 即谁没培训、没演练. Duties by division and due day; those OVERDUE missed theirs.',
  })
  trainingDuties(
    @Arg('filter', () => TrainingDutyFilter, {
      nullable: true,
      description: '筛选. Those for which all of this holds.',
    })
    filter: TrainingDutyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return dutyPage(context, filter, args);
  }
}

@Resolver()
export class TrainingCoverageResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [TrainingCoverage], {
    nullable: true,
    description:
      '培训覆盖率. The share of those who must be trained in a year that are trained, by group of people.',
  })
  trainingCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Arg('year', () => Int, { description: '年度. The calendar year that is counted.' }) year: number,
    @Arg('groupBy', () => CoverageGrouping, {
      defaultValue: 'REGION',
      description: '统计口径. By divisions below, or by industry.',
    })
    groupBy: CoverageGrouping,
    @Arg('audience', () => TrainingAudience, {
      nullable: true,
      description: '培训对象. Returns only the coverage of these people.',
    })
    audience: TrainingAudience | null,
    @Argument(
      'industries',
      listOf(industryPrefix),
      '行业门类、大类、中类或小类. Counts only enterprises in these industries of GB/T 4754, by their codes.',
      { optional: true },
    )
    industries: string[] | null,
    @Ctx() context: RequestContext,
  ) {
    return trainingCoverage(context, { region, year, groupBy, audience, industries });
  }
}
