import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CodeColumn, DateOnly, DateTime, DepartmentKind, Shared, Yuan } from '../../kernel';
import { TipStatus, TipStep } from './tip-terms';

/** Who gave a tip, sealed. Written once; no statement of this service reads it. */
@Entity()
export class TipReporter {
  @CodeColumn(24, { primary: true })
  tipNumber: string;

  @Column('text')
  sealed: string;
}

/** One step that was taken. The table takes new rows only: a trigger refuses to change or remove one. */
@Entity()
@Index('tip_event_by_tip', ['tipNumber', 'sequence'])
@ObjectType({ description: '举报办理记录. A step in the handling of a tip.', simpleResolvers: true })
export class TipEvent {
  /** In the order of writing, also of steps at the same moment. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @CodeColumn(24)
  tipNumber: string;

  @CodeColumn(8)
  @Shared('UNCONDITIONAL')
  @Field(() => TipStep, { nullable: true, description: '步骤. The step.' })
  step: TipStep;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '时间. When.' })
  at: Date;

  /** Null for what the reporter did. */
  @Column('varchar', { length: 128, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '经办人账号；收到时为空. The account of the officer; null when it was received.' })
  officer: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '说明. Why, in the officer’s words.' })
  note: string | null;
}

@ObjectType({ description: '举报回执. What the reporter is handed; the code is told this once only.', simpleResolvers: true })
export class TipReceipt {
  @Shared('PUBLIC')
  @Field(() => ID, {
    description: '回执码，用以查询办理情况、领取奖励. With it the reporter follows the tip, and claims a reward without a name.',
  })
  receiptCode: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '收到日期. When it was received.' })
  receivedOn: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '受理期限. The last day for accepting it.' })
  acceptBy: string;

  @Shared('PUBLIC')
  @Field(() => DepartmentKind, { description: '处理部门类别. The kind of department that handles it.' })
  handledBy: DepartmentKind;
}

@ObjectType({ description: '举报办理进度. How far a tip is, for whoever holds its receipt code.', simpleResolvers: true })
export class TipProgress {
  @Shared('PUBLIC')
  @Field(() => TipStatus, { description: '办理状态. Where it stands.' })
  status: TipStatus;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '收到日期. When it was received.' })
  receivedOn: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '受理期限. The last day for accepting it.' })
  acceptBy: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '核查期限. The last day for checking it.' })
  checkBy: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否超期（当日）. Whether a period is over today.' })
  overdue: boolean;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '答复. The answer for the reporter.' })
  reply: string | null;

  @Shared('PUBLIC')
  @Field(() => Yuan, { nullable: true, description: '奖励金额，凭回执码领取. The reward, paid to whoever holds the code.' })
  reward: string | null;
}
