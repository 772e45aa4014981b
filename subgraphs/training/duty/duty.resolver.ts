import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { Department, Enterprise, Region, departmentOf, enterpriseOf } from '../others';
import { TrainingAudience } from '../course/training-course';
import { CoverageGrouping, TrainingCoverage, trainingCoverage } from './coverage';
import { Drill, DrillConnection } from './drill';
import { drillsOf, dutyPage, fulfilledOnById } from './duty.loaders';
import { dutyStatus } from './duty.rules';
import { PrincipalTraining, principalTrainingOf } from './principal-training';
import { DutyStatus, TrainingDuty, TrainingDutyConnection, TrainingDutyFilter } from './training-duty';

async function fulfilledOn(context: RequestContext, { id }: TrainingDuty): Promise<string | null> {
  return (await fulfilledOnById(context).load(id))?.on ?? null;
}

@Resolver(() => TrainingDuty)
export class TrainingDutyResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => TrainingDutyConnection, {
    nullable: true,
    description:
      '培训演练任务列表，按区划、期限排序；status: OVERDUE 即谁没培训、没演练. Duties by division and due day; those OVERDUE missed theirs.',
  })
  trainingDuties(
    @Arg('filter', () => TrainingDutyFilter, { nullable: true, description: '筛选. Which.' }) filter: TrainingDutyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return dutyPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '完成日期. When it was first done; null while it is not.' })
  fulfilledOn(@Root() duty: TrainingDuty, @Ctx() context: RequestContext) {
    return fulfilledOn(context, duty);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DutyStatus, { nullable: true, description: '状态（当日）. Where it stands today.' })
  async status(@Root() duty: TrainingDuty, @Ctx() context: RequestContext) {
    return dutyStatus(duty, await fulfilledOn(context, duty), context.today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '任务单位. The enterprise that must.' })
  enterprise(@Root() { uscc }: TrainingDuty) {
    return enterpriseOf(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '任务部门. The department whose regulators must.' })
  department(@Root() { departmentCode }: TrainingDuty) {
    return departmentOf(departmentCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '所在地. The division of the subject.' })
  region(@Root() { regionCode }: TrainingDuty): Region {
    return { code: regionCode };
  }
}

@Resolver(() => TrainingCoverage)
export class TrainingCoverageResolver {
  @Shared('PUBLIC')
  @Query(() => [TrainingCoverage], {
    nullable: true,
    description: '培训覆盖率. How many of those who must be trained in a year are, by audience.',
  })
  trainingCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
    @Arg('year', () => Int, { description: '年度. In this year.' }) year: number,
    @Arg('groupBy', () => CoverageGrouping, { defaultValue: 'REGION', description: '统计口径. By divisions below, or by industry.' })
    groupBy: CoverageGrouping,
    @Arg('audience', () => TrainingAudience, { nullable: true, description: '培训对象. Of these people only.' })
    audience: TrainingAudience | null,
    @Arg('industries', () => [String], {
      nullable: true,
      description: '行业大类，两位代码. In these divisions of GB/T 4754, two digits each.',
    })
    industries: string[] | null,
    @Ctx() context: RequestContext,
  ) {
    return trainingCoverage(context, { region, year, groupBy, audience, industries });
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division that is counted.' })
  region(@Root() { regionCode }: TrainingCoverage) {
    return regionCode === null ? null : { code: regionCode };
  }
}

@Resolver(() => Enterprise)
export class EnterpriseTrainingResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => PrincipalTraining, { nullable: true, description: '主要负责人培训. Whether its principals are trained.' })
  principalTraining(@Root() { uscc }: Enterprise, @Ctx() context: RequestContext) {
    return principalTrainingOf(context, uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DrillConnection, { nullable: true, description: '应急演练，新的在前. Its drills, the latest first.' })
  drills(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return drillsOf(context, uscc, args);
  }
}

@Resolver(() => Drill)
export class DrillResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '演练单位. Who held it.' })
  enterprise(@Root() { uscc }: Drill) {
    return enterpriseOf(uscc);
  }
}
