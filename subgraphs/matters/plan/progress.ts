import { Float, ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Served,
  Submitted,
  Synthetic,
  asId,
  count,
  date,
  departmentCode,
  flag,
  id,
  inputOf,
  oneOf,
  printedCode,
  prose,
  regionCode,
  text,
  vocabulary,
  whole,
  type List,
} from '../../kernel';
import { Department, Region } from '../others';

export const ProgressState = vocabulary('ProgressState', '进展状态. The states of a task.', {
  NOT_STARTED: '未开展. Nothing was reported.',
  UNDER_WAY: '推进中. Something was reported, nothing is late.',
  DONE: '已完成. All who answer for it have reported it done.',
  LATE: '逾期. A day that the text sets has passed, and what it wants was not reported done.',
});
export type ProgressState = keyof typeof ProgressState;

export const ReportedState = vocabulary(
  'ReportedState',
  '报送的状态. What a department reports of its part.',
  {
    UNDER_WAY: '推进中. Under way.',
    DONE: '已完成. Done.',
  },
);
export type ReportedState = keyof typeof ReportedState;

const many = whole(0, 2_000_000_000);

/** What one department of one division has said of a task or measure; a later report does not delete it. */
@Noun('进展报告. What a department has reported of a task or measure.', {
  key: false,
  term: { zh: '进展报告', en: 'progress report' },
})
@Index('progress_report_latest', ['taskId', 'regionCode', 'itemId', 'departmentCode', 'reportedOn', 'id'])
@Index('progress_report_by_task', ['taskId', 'reportedOn', 'id'])
export class ProgressReport extends Submitted {
  @Id('UNCONDITIONAL', '报告编号. The id of the report.', { always: false }) id: string;

  @Fact(
    'UNCONDITIONAL',
    asId(printedCode(60)),
    '任务或措施编号，见 actionTasks；有措施的任务报到措施. The id of a measure, or of a task without measures: see actionTasks.',
  )
  itemId: string;

  @Kept(printedCode(60), '任务编号. The task that the measure belongs to, or that is reported on itself.')
  taskId: string;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '报告部门所在区划，在方案区划之内. The division, in the subtree of the plan’s.',
    {
      as: 'region',
      stated: '区划代码，在方案区划之内. The division, in the subtree of the plan’s.',
    },
  )
  regionCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '责任部门，如 430682-FIRE_RESCUE. The department that answers for it, in that division.',
    {
      as: 'department',
      stated: '责任部门代码，如 430682-FIRE_RESCUE. The department that answers for it, in that division.',
    },
  )
  departmentCode: string;

  @Fact('UNCONDITIONAL', oneOf(ReportedState), '状态，由部门报送. Whether the department has done its part.')
  state: ReportedState;

  @Fact('UNCONDITIONAL', whole(0, 100), '完成比例（%）. The share that is done, in percent.', {
    optional: true,
  })
  percent: number | null;

  @Fact(
    'UNCONDITIONAL',
    many,
    '分子，与分母同报. The numerator: the number of those that are done; sent with the denominator.',
    {
      optional: true,
    },
  )
  numerator: number | null;

  @Fact('UNCONDITIONAL', many, '分母. The denominator: the number of those to be done.', { optional: true })
  denominator: number | null;

  @Fact('UNCONDITIONAL', date, '该日及以前到期的时间节点均已完成. All that was due by this day is done.', {
    optional: true,
  })
  doneTo: string | null;

  @Fact(
    'UNCONDITIONAL',
    prose(500),
    '佐证：文号、链接或查询. What shows it: a document number, a link or a query.',
  )
  evidence: string;

  @Fact('UNCONDITIONAL', date, '报告日期. The day of the report.') reportedOn: string;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}

export const TaskProgressInput = inputOf(
  ProgressReport,
  '进展报送. Progress as a department submits it.',
  [
    'itemId',
    'regionCode',
    'departmentCode',
    'state',
    'percent',
    'numerator',
    'denominator',
    'doneTo',
    'evidence',
    'reportedOn',
  ],
  { name: 'TaskProgressInput' },
);
export type TaskProgressInput = InstanceType<typeof TaskProgressInput>;

/** Of a task, the latest first. */
export const REPORTS: List<ProgressReport> = {
  name: 'progressReports',
  entity: ProgressReport,
  order: ['reportedOn', 'id'],
  descending: true,
};

/** Computed when it is asked for, from the latest report of each department. */
@ObjectType({
  description: '任务进展. The progress of a task or measure in a division, as of today.',
  simpleResolvers: true,
})
export class TaskProgress {
  regionCode: string;

  @Served('UNCONDITIONAL', oneOf(ProgressState), '进展状态. The state that the task or measure is in.')
  state: ProgressState;

  @Served(
    'UNCONDITIONAL',
    () => Float,
    '完成比例（%）；无数据为空. The share that is done, in percent; null if nobody has said.',
  )
  percent: number | null;

  @Served('UNCONDITIONAL', count, '分子合计. The numerator: the number of those that are done.', {
    optional: true,
  })
  numerator: number | null;

  @Served('UNCONDITIONAL', count, '分母合计. The denominator: the number of those to be done.', {
    optional: true,
  })
  denominator: number | null;

  @Served('UNCONDITIONAL', date, '最近报告日期. The day of the latest report.', { optional: true })
  reportedOn: string | null;

  @Served(
    'UNCONDITIONAL',
    count,
    '事项数：措施数，无措施为 1. The number of its measures, or 1 if it has none.',
  )
  items: number;

  @Served('UNCONDITIONAL', count, '已完成事项数. The number of them that are done.') doneItems: number;

  @Served('UNCONDITIONAL', count, '逾期事项数. The number of them that are late.') lateItems: number;
}

@ObjectType({ description: '逾期事项. What is late, and by whom.', simpleResolvers: true })
export class LateTask {
  @Served('UNCONDITIONAL', id(60), '任务或措施编号. The task or measure that is late.') itemId: string;

  taskId: string;
  departmentCode: string;

  @Served('UNCONDITIONAL', date, '期限. The day by which it was due.') dueOn: string;

  @Served('UNCONDITIONAL', count, '逾期天数. The number of days since the deadline.') daysLate: number;

  @Served('UNCONDITIONAL', text(500), '原文. What the document wants by then.') phrase: string;

  @Served(
    'UNCONDITIONAL',
    date,
    '最近报告日期；从未报告为空. The day of its last report; null if there was none.',
    { optional: true },
  )
  reportedOn: string | null;
}

@ObjectType({
  description:
    '到期事项. What a department had to have done by a day that the text sets, and whether it has said so.',
  simpleResolvers: true,
})
export class DueTask {
  @Served('UNCONDITIONAL', id(60), '任务或措施编号. The task or measure that was due.') itemId: string;

  taskId: string;
  departmentCode: string;

  @Served('UNCONDITIONAL', date, '期限. The day by which it was due.') dueOn: string;

  @Served('UNCONDITIONAL', text(500), '原文. What the document wants by then.') phrase: string;

  @Served('UNCONDITIONAL', flag, '是否已报完成. Whether it was reported done by the day that is asked for.')
  done: boolean;

  @Served('UNCONDITIONAL', date, '该日以前最近报告日期；从未报告为空. The day of its last report by then.', {
    optional: true,
  })
  reportedOn: string | null;
}
