import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const TraceDirection = vocabulary('TraceDirection', '追查方向. Which way a trace goes.', {
  UP: '向上追查（生产、进货来源）. Up: to who made or supplied it.',
  DOWN: '向下追查（销售去向）. Down: to who was supplied with it.',
});
export type TraceDirection = keyof typeof TraceDirection;

/** 双向追查: one enterprise that a bad batch leads to, and the authority of its place that is asked about it. */
@Entity()
@Index('trace_step_by_check', ['spotCheckId', 'notifiedOn', 'id'])
// what is still unanswered
@Index('trace_step_by_region', ['regionCode', 'notifiedOn', 'id'], { where: 'answered_on IS NULL' })
@Index('trace_step_by_day', ['notifiedOn', 'id'], { where: 'answered_on IS NULL' })
@Index('trace_step_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '双向追查环节. One step of a trace: an enterprise, and the authority that is asked.', simpleResolvers: true })
export class TraceStep extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '环节编号. Its id.' })
  id: string;

  @CodeColumn(130)
  spotCheckId: string;

  @CodeColumn(130, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, {
    nullable: true,
    description: '上一环节编号；空为由抽查直接引出. The step that it follows from; null: the spot check itself.',
  })
  parentId: string | null;

  @CodeColumn(8)
  @Shared('UNCONDITIONAL')
  @Field(() => TraceDirection, { nullable: true, description: '方向. Which way it goes.' })
  direction: TraceDirection;

  @CodeColumn(18)
  enterpriseUscc: string;

  @CodeColumn(16, { nullable: true })
  certificateNumber: string | null;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '通报日期. When the authority was notified.' })
  notifiedOn: string;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '协查请求. What it is asked.' })
  request: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '答复日期. When it answered.' })
  answeredOn: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '答复. What it answered.' })
  answer: string | null;

  /** Of the enterprise: its authority is asked. */
  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => RegionCode, { nullable: true, description: '被通报部门所在区划代码. The division of the authority that is asked.' })
  regionCode: string;

  /** Of who asks. */
  @CodeColumn(12)
  fromRegionCode: string;
}

export const TraceStepConnection = connectionOf('TraceStep', '双向追查环节', () => TraceStep);

/** The longest waiting first. */
export const UNANSWERED_TRACES: List<TraceStep> = { name: 'unansweredTraces', entity: TraceStep, order: ['notifiedOn', 'id'] };
