import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { departmentOf } from '../department.rules';
import { Department, Region } from '../others';
import { ActionMeasure, ActionPlan, ActionTask } from './action-task';
import { lateTasks, progressByRegion, progressOfMeasure, progressOfTask, tasksOf } from './plan.service';
import { dueOn, itemsOf } from './plan.rules';
import { plans } from './plan.reference';
import { LateTask, ProgressReport, ProgressReportConnection, TaskProgress } from './progress';
import { reportPages } from './progress.loaders';

@Resolver(() => ActionPlan)
export class ActionPlanResolver {
  @Shared('PUBLIC')
  @Query(() => [ActionPlan], { nullable: true, description: '全部行动方案. All plans of action.' })
  async actionPlans(@Ctx() context: RequestContext) {
    return (await plans(context)).plans;
  }

  @Shared('PUBLIC')
  @Query(() => [ActionTask], {
    nullable: true,
    description: '方案的任务，按文件次序；无此方案为空. The tasks of a plan in its order; null if there is none.',
  })
  actionTasks(
    @Arg('plan', () => ID, { description: '方案编号，见 actionPlans. The id of the plan.' }) plan: string,
    @Ctx() context: RequestContext,
  ) {
    return tasksOf(context, plan);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => [LateTask], {
    nullable: true,
    description: '逾期事项及责任部门，逾期最久的在前. What is late and by whom, the latest first.',
  })
  lateTasks(
    @Arg('region', () => RegionCode, { description: '区划. Of the departments of this division.' }) region: string,
    @Arg('plan', () => ID, { description: '方案编号. The id of the plan.' }) plan: string,
    @Ctx() context: RequestContext,
  ) {
    return lateTasks(context, plan, region);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '方案所属区划. The division that it is for.' })
  region(@Root() { regionCode }: ActionPlan): Region {
    return { code: regionCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Int, { nullable: true, description: '任务数. How many tasks it has.' })
  async taskCount(@Root() { id }: ActionPlan, @Ctx() context: RequestContext) {
    return (await tasksOf(context, id))?.length;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Int, { nullable: true, description: '具体措施数. How many measures they have.' })
  async measureCount(@Root() { id }: ActionPlan, @Ctx() context: RequestContext) {
    return (await tasksOf(context, id))?.reduce((count, { storedMeasures }) => count + storedMeasures.length, 0);
  }
}

const REGION = { nullable: true, description: '区划，默认为方案区划. The division; by default that of the plan.' } as const;

@Resolver(() => ActionTask)
export class ActionTaskResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => [ActionMeasure], { description: '具体措施. Its measures.' })
  measures(@Root() { storedMeasures }: ActionTask) {
    return storedMeasures;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '首要责任部门. The first of the departments that answer for it.' })
  department(@Root() { departmentKinds: [kind], regionCode }: ActionTask): Department | null {
    return kind ? { code: departmentOf(kind, regionCode) } : null;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [Department], { nullable: 'itemsAndList', description: '责任部门. All departments that answer for it.' })
  departments(@Root() { departmentKinds, regionCode }: ActionTask): Department[] {
    return departmentKinds.map((kind) => ({ code: departmentOf(kind, regionCode) }));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '全部完成的期限；文中未定为空. When all of it is due; null if the text sets no day.',
  })
  dueOn(@Root() task: ActionTask) {
    return dueOn(itemsOf(task).flatMap(({ milestones }) => milestones));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => TaskProgress, { description: '进展（当日）. Where it stands today.' })
  progress(@Root() task: ActionTask, @Arg('region', () => RegionCode, REGION) region: string | null, @Ctx() context: RequestContext) {
    return progressOfTask(context, task, region ?? task.regionCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [TaskProgress], {
    nullable: true,
    description: '分区划进展，仅已报送者. Where it stands in each division that has reported.',
  })
  progressByRegion(
    @Root() task: ActionTask,
    @Arg('region', () => RegionCode, REGION) region: string | null,
    @Ctx() context: RequestContext,
  ) {
    return progressByRegion(context, task, region ?? task.regionCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => ProgressReportConnection, {
    nullable: true,
    description: '进展报告，新的在前. The reports on it, the latest first.',
  })
  reports(
    @Root() { id }: ActionTask,
    @Arg('region', () => RegionCode, REGION) region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return reportPages(context, region, args).load(id);
  }
}

@Resolver(() => ActionMeasure)
export class ActionMeasureResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => [Department], { nullable: 'itemsAndList', description: '责任部门. The departments that answer for it.' })
  departments(@Root() { departmentKinds, regionCode }: ActionMeasure): Department[] {
    return departmentKinds.map((kind) => ({ code: departmentOf(kind, regionCode) }));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '全部完成的期限；文中未定为空. When all of it is due; null if the text sets no day.',
  })
  dueOn(@Root() { milestones }: ActionMeasure) {
    return dueOn(milestones);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => TaskProgress, { nullable: true, description: '进展（当日）. Where it stands today.' })
  progress(@Root() measure: ActionMeasure, @Arg('region', () => RegionCode, REGION) region: string | null, @Ctx() context: RequestContext) {
    return progressOfMeasure(context, measure, region ?? measure.regionCode);
  }
}

@Resolver(() => TaskProgress)
export class TaskProgressResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division.' })
  region(@Root() { regionCode }: TaskProgress): Region {
    return { code: regionCode };
  }
}

@Resolver(() => ProgressReport)
export class ProgressReportResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division.' })
  region(@Root() { regionCode }: ProgressReport): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '报告部门. The department that reports.' })
  department(@Root() { departmentCode }: ProgressReport): Department {
    return { code: departmentCode };
  }
}

@Resolver(() => LateTask)
export class LateTaskResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '逾期部门. The department that is late.' })
  department(@Root() { departmentCode }: LateTask): Department {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => ActionTask, { nullable: true, description: '所属任务. The task that it belongs to.' })
  async task(@Root() { taskId }: LateTask, @Ctx() context: RequestContext) {
    return (await plans(context)).tasks.get(taskId) ?? null;
  }
}
