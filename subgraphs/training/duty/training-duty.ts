import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';
import { TrainingAudience } from '../course/training-course';

export const DutyActivity = vocabulary('DutyActivity', '任务内容. What must be done.', {
  TRAINING: '培训考核. Training or an exam.',
  DRILL: '疏散逃生等演练. A drill.',
});
export type DutyActivity = keyof typeof DutyActivity;

export const DutyTrigger = vocabulary('DutyTrigger', '任务来由. What gives rise to a duty.', {
  NEW_ENTERPRISE: '新成立企业. A new enterprise.',
  NEW_PRINCIPAL: '新上任主要负责人. A new principal.',
  NEW_EMPLOYEE: '新上岗人员. Somebody new to the work.',
  YEARLY: '每年. Every year.',
  HALF_YEARLY: '每半年（高危行业领域演练）. Every half-year: drills in high-risk fields.',
  TERM: '每学期（学校演练）. Every school term.',
  MONTHLY: '每月（监管人员一月一培训）. Every month: regulators.',
});
export type DutyTrigger = keyof typeof DutyTrigger;

export const DutyStatus = vocabulary('DutyStatus', '任务状态（当日）. Where a duty stands today.', {
  OPEN: '未到期，未完成. Not yet done, not yet due.',
  FULFILLED: '已完成. Done.',
  OVERDUE: '逾期未完成. Due before today and not done.',
});
export type DutyStatus = keyof typeof DutyStatus;

/** Who must be trained or hold a drill, and by when: what coverage is counted against. Whether it is done, the records of courses and drills say. */
@Entity()
@Index('training_duty_by_region', ['regionCode', 'dueOn', 'id', 'year', 'audience', 'activity'])
@Index('training_duty_by_subject', ['subject', 'year'])
@Index('training_duty_by_year', ['year', 'audience', 'regionCode'])
@Index('training_duty_by_source', ['source', 'sourceId'], { unique: true })
@Index('training_duty_by_industry', { synchronize: false })
@Index('training_duty_by_matter', { synchronize: false })
@ObjectType({ description: '培训演练任务. That somebody must be trained, or hold a drill.', simpleResolvers: true })
export class TrainingDuty extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '任务编号. Its id.' })
  id: string;

  /** The enterprise or the department that must. */
  @CodeColumn(40)
  subject: string;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @CodeColumn(32, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, {
    nullable: true,
    description: '人员标识；空为单位任一人. The person, by the opaque id; null where anyone of the subject will do.',
  })
  personId: string | null;

  @CodeColumn(8)
  @Shared('UNCONDITIONAL')
  @Field(() => DutyActivity, { nullable: true, description: '内容. What must be done.' })
  activity: DutyActivity;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => DutyTrigger, { nullable: true, description: '来由. What gave rise to it.' })
  trigger: DutyTrigger;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => TrainingAudience, { nullable: true, description: '培训对象. Who must be trained.' })
  audience: TrainingAudience;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '计入年度. The year in whose coverage it counts.' })
  year: number;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '起始日. The first day on which it can be done.' })
  fromOn: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '期限. The last day for doing it in time.' })
  dueOn: string;

  /** The last day on which doing it still counts: a yearly duty is not done next year, a new principal’s is, late. */
  @Column('date')
  countsUntil: string;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '最低学时. How many hours it takes at least.' })
  minHours: number;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '行业代码 (GB/T 4754-2017). The industry of the subject.' })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { nullable: true, description: '涉及的一件事. The codes of the matters that it belongs to.' })
  matterCodes: string[];

  @Column('varchar', { length: 200, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '依据或说明. What it rests on.' })
  reason: string | null;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const TrainingDutyConnection = connectionOf('TrainingDuty', '培训演练任务', () => TrainingDuty);

export const DUTIES: List<TrainingDuty> = { name: 'trainingDuties', entity: TrainingDuty, order: ['regionCode', 'dueOn', 'id'] };

@InputType({ description: '培训演练任务筛选. Which duties.' })
export class TrainingDutyFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => Int, { nullable: true, description: '计入年度. Of this year.' })
  year?: number | null;

  @Field(() => DutyActivity, { nullable: true, description: '内容. Training or drills.' })
  activity?: DutyActivity | null;

  @Field(() => TrainingAudience, { nullable: true, description: '培训对象. For these people.' })
  audience?: TrainingAudience | null;

  @Field(() => DutyTrigger, { nullable: true, description: '来由. For this reason.' })
  trigger?: DutyTrigger | null;

  @Field(() => DutyStatus, { nullable: true, description: '当日状态；OVERDUE 即谁没做. In this state today; OVERDUE is who missed it.' })
  status?: DutyStatus | null;
}
