import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  Argument,
  Bounded,
  PageArgs,
  RegionCode,
  Shared,
  asId,
  connectionFor,
  count,
  date,
  fields,
  printedCode,
  workedOut,
  type DepartmentKind,
  type RequestContext,
} from '../../kernel';
import { departmentOf } from '../department.rules';
import { Department, Region } from '../others';
import { ActionMeasure, ActionPlan, ActionTask } from './action-task';
import {
  dueTasks,
  lateTasks,
  progressByRegion,
  progressOfMeasure,
  progressOfTask,
  tasksOf,
} from './plan.lists';
import { plans } from './plan.official';
import { dueOn, itemsOf } from './plan.rules';
import { DueTask, LateTask, ProgressReport, TaskProgress } from './progress';
import { reportPages } from './progress.lists';

export const planFields = fields(ActionPlan, {
  taskCount: workedOut(
    'PUBLIC',
    count,
    '任务数. The number of tasks of the plan.',
    async ({ id }, context) => (await tasksOf(context, id))?.length,
  ),
  measureCount: workedOut(
    'PUBLIC',
    count,
    '具体措施数. The number of measures of all tasks.',
    async ({ id }, context) =>
      (await tasksOf(context, id))?.reduce((sum, { storedMeasures }) => sum + storedMeasures.length, 0),
  ),
});

interface Answered {
  departmentKinds: readonly DepartmentKind[];
  regionCode: string;
}
const departmentsOf = ({ departmentKinds, regionCode }: Answered) =>
  departmentKinds.map((kind) => ({ code: departmentOf(kind, regionCode) }));
const DUE = '全部完成的期限；文中未定为空. The day by which all of it is due; null if the text sets no day.';

export const taskFields = fields(ActionTask, {
  measures: workedOut(
    'PUBLIC',
    () => [ActionMeasure],
    '具体措施. The measures of the task.',
    ({ storedMeasures }) => storedMeasures,
    { always: true },
  ),
  department: workedOut(
    'PUBLIC',
    () => Department,
    '首要责任部门. The first of the departments that answer for it.',
    (task) => departmentsOf(task)[0],
  ),
  departments: workedOut(
    'PUBLIC',
    () => [Department],
    '责任部门. All departments that answer for it.',
    departmentsOf,
    { gaps: true },
  ),
  dueOn: workedOut('PUBLIC', date, DUE, (task) =>
    dueOn(itemsOf(task).flatMap(({ milestones }) => milestones)),
  ),
});

export const measureFields = fields(ActionMeasure, {
  departments: workedOut(
    'PUBLIC',
    () => [Department],
    '责任部门. The departments that answer for it.',
    departmentsOf,
    { gaps: true },
  ),
  dueOn: workedOut('PUBLIC', date, DUE, ({ milestones }) => dueOn(milestones)),
});

export const progressFields = fields(TaskProgress, {
  region: workedOut(
    'PUBLIC',
    () => Region,
    '区划. The division whose departments it is about.',
    ({ regionCode }) => ({ code: regionCode }),
  ),
});

export const lateFields = fields(LateTask, {
  department: workedOut(
    'UNCONDITIONAL',
    () => Department,
    '逾期部门. The department that is late.',
    ({ departmentCode }) => ({ code: departmentCode }),
  ),
  task: workedOut(
    'UNCONDITIONAL',
    () => ActionTask,
    '所属任务. The task that it belongs to.',
    ({ taskId }, context) => plans.pick(context, ({ tasks }) => tasks.get(taskId)),
  ),
});

export const dueFields = fields(DueTask, {
  department: workedOut(
    'UNCONDITIONAL',
    () => Department,
    '责任部门. The department that had to do it.',
    ({ departmentCode }) => ({ code: departmentCode }),
  ),
  task: workedOut(
    'UNCONDITIONAL',
    () => ActionTask,
    '所属任务. The task that it belongs to.',
    ({ taskId }, context) => plans.pick(context, ({ tasks }) => tasks.get(taskId)),
  ),
});

const ProgressReportConnection = connectionFor(ProgressReport);
const REGION = {
  nullable: true,
  description: '区划，默认为方案区划. The division; by default that of the plan.',
} as const;

@Resolver()
export class PlanQueries {
  @Shared('PUBLIC')
  @Query(() => [ActionPlan], {
    nullable: true,
    description: '全部行动方案. All plans of action, with tasks and measures.',
  })
  async actionPlans(@Ctx() context: RequestContext) {
    return (await plans(context)).plans;
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [ActionTask], {
    nullable: true,
    description:
      '方案的任务，按文件次序；无此方案为空. The tasks of a plan in its order; null if there is none.',
  })
  actionTasks(
    @Argument('plan', asId(printedCode(40)), '方案编号，见 actionPlans. The id of the plan.') plan: string,
    @Ctx() context: RequestContext,
  ) {
    return tasksOf(context, plan);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [LateTask], {
    nullable: true,
    description: '逾期事项及责任部门，逾期最久的在前. What is late and by whom, the latest first.',
  })
  lateTasks(
    @Arg('region', () => RegionCode, { description: '区划. Of the departments of this division.' })
    region: string,
    @Argument('plan', asId(printedCode(40)), '方案编号. The id of the plan.') plan: string,
    @Ctx() context: RequestContext,
  ) {
    return lateTasks(context, plan, region);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [DueTask], {
    nullable: true,
    description:
      '本级方案中已到期的事项及责任部门，最早到期的在前. What the plans of a division itself wanted done by a day, and by whom, the earliest first.',
  })
  dueTasks(
    @Arg('region', () => RegionCode, { description: '区划. The division whose plans are meant.' })
    region: string,
    @Argument('by', date, '截至日期. Due by this day, and as it was reported by then.') by: string,
    @Arg('done', () => Boolean, {
      nullable: true,
      description: '是否已报完成. Returns only what was reported done, or only the rest.',
    })
    done: boolean | null | undefined,
    @Ctx() context: RequestContext,
  ) {
    return dueTasks(context, region, by, done);
  }
}

@Resolver(() => ActionTask)
export class TaskProgressResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => TaskProgress, { description: '进展（当日）. The state that it is in today.' })
  progress(
    @Root() task: ActionTask,
    @Arg('region', () => RegionCode, REGION) region: string | null,
    @Ctx() context: RequestContext,
  ) {
    return progressOfTask(context, task, region ?? task.regionCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [TaskProgress], {
    nullable: true,
    description: '分区划进展，仅已报送者. The progress in each division that has reported.',
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
export class MeasureProgressResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => TaskProgress, {
    nullable: true,
    description: '进展（当日）. The state that it is in today.',
  })
  progress(
    @Root() measure: ActionMeasure,
    @Arg('region', () => RegionCode, REGION) region: string | null,
    @Ctx() context: RequestContext,
  ) {
    return progressOfMeasure(context, measure, region ?? measure.regionCode);
  }
}
