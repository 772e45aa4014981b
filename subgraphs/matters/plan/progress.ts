import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  connectionOf,
  date,
  oneOf,
  regionCode,
  text,
  vocabulary,
  whole,
  type List,
} from '../../kernel';

export const ProgressState = vocabulary('ProgressState', '进展状态. Where a task stands.', {
  NOT_STARTED: '未开展. Nothing was reported.',
  UNDER_WAY: '推进中. Something was reported, nothing is late.',
  DONE: '已完成. All who answer for it have reported it done.',
  LATE: '逾期. A day that the text sets has passed, and what it wants was not reported done.',
});
export type ProgressState = keyof typeof ProgressState;

export const ReportedState = vocabulary('ReportedState', '报送的状态. What a department reports of its part.', {
  UNDER_WAY: '推进中. Under way.',
  DONE: '已完成. Done.',
});
export type ReportedState = keyof typeof ReportedState;

/** What one department of one division has said of a task or measure; a later report does not delete it. */
@Entity()
@Index('progress_report_latest', ['taskId', 'regionCode', 'itemId', 'departmentCode', 'reportedOn', 'id'])
@Index('progress_report_by_task', ['taskId', 'reportedOn', 'id'])
@Index('progress_report_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '进展报告. What a department has reported of a task or measure.', simpleResolvers: true })
export class ProgressReport extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '报告编号. Its id.' })
  id: string;

  @CodeColumn(60)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '任务或措施编号. The task or measure.' })
  itemId: string;

  @CodeColumn(60)
  taskId: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => ReportedState, { nullable: true, description: '状态. What it says.' })
  state: ReportedState;

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '完成比例（%）. How much of it is done, in percent.' })
  percent: number | null;

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '分子. How many are done.' })
  numerator: number | null;

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '分母. Of how many.' })
  denominator: number | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '已完成至该期限的时间节点. All that was due by this day is done.' })
  doneTo: string | null;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '佐证. The document or record that shows it.' })
  evidence: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '报告日期. When it was reported.' })
  reportedOn: string;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const ProgressReportConnection = connectionOf('ProgressReport', '进展报告', () => ProgressReport);

export const REPORTS: List<ProgressReport> = {
  name: 'progressReports',
  entity: ProgressReport,
  order: ['reportedOn', 'id'],
  descending: true,
};

/** Computed when it is asked for, from the latest report of each department. */
@ObjectType({ description: '任务进展. Where a task or measure stands in a division today.', simpleResolvers: true })
export class TaskProgress {
  regionCode: string;

  @Shared('UNCONDITIONAL')
  @Field(() => ProgressState, { nullable: true, description: '进展状态. Where it stands.' })
  state: ProgressState;

  @Shared('UNCONDITIONAL')
  @Field(() => Float, { nullable: true, description: '完成比例（%）；无数据为空. In percent; null if nobody has said.' })
  percent: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '分子合计. How many are done.' })
  numerator: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '分母合计. Of how many.' })
  denominator: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '最近报告日期. When it was reported last.' })
  reportedOn: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '事项数：措施数，无措施为 1. Its measures, or 1 for itself.' })
  items: number;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '已完成事项数. How many of them are done.' })
  doneItems: number;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '逾期事项数. How many of them are late.' })
  lateItems: number;
}

@ObjectType({ description: '逾期事项. What is late, and by whom.', simpleResolvers: true })
export class LateTask {
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '任务或措施编号. The task or measure that is late.' })
  itemId: string;

  taskId: string;
  departmentCode: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '期限. When it was due.' })
  dueOn: string;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '逾期天数. How many days ago that was.' })
  daysLate: number;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '原文. What the document wants by then.' })
  phrase: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '最近报告日期；从未报告为空. Its last report; null if there was none.' })
  reportedOn: string | null;
}

const COUNT = whole(0, 2_000_000_000);

@InputType({ description: '进展报送. Progress as a department submits it.' })
export class TaskProgressInput extends SubmittedInput {
  @Sent(text(60), '任务或措施编号，见 actionTasks；有措施的任务报到措施. A measure, or a task without measures.')
  itemId: string;

  @Sent(regionCode, '区划代码，在方案区划之内. The division, in the subtree of the plan’s.')
  regionCode: string;

  @Sent(text(40), '责任部门代码，如 430682-FIRE_RESCUE. The department that answers for it, in that division.')
  departmentCode: string;

  @Sent(oneOf(ReportedState), '状态，见 ReportedState. A value of ReportedState.')
  state: ReportedState;

  @Sent(whole(0, 100), '完成比例（%）. How much of it is done, in percent.', { optional: true })
  percent: number | null;

  @Sent(COUNT, '分子，与分母同报. How many are done; sent with the denominator.', { optional: true })
  numerator: number | null;

  @Sent(COUNT, '分母. Of how many.', { optional: true })
  denominator: number | null;

  @Sent(date, '该日及以前到期的时间节点均已完成. All that was due by this day is done.', { optional: true })
  doneTo: string | null;

  @Sent(text(500), '佐证：文号、链接或查询. What shows it: a document number, a link or a query.')
  evidence: string;

  @Sent(date, '报告日期. When it was reported.')
  reportedOn: string;
}
