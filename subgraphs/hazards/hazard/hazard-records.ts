import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, DateTime, DepartmentKind, Shared, Yuan } from '../../kernel';
import { Escalation, HazardStatus, HazardStep, Recipient } from './hazard.terms';

/** 办理记录: append-only. Not even the service may change or remove a row. */
@Entity()
@ObjectType({ description: '隐患办理记录. One step that was taken, never changed or removed.', simpleResolvers: true })
export class HazardEvent {
  @CodeColumn(64, { primary: true })
  hazardNumber: string;

  @Column('int', { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '序号. Its place in the history, from 1.' })
  sequence: number;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => HazardStep, { nullable: true, description: '步骤. What was done.' })
  step: HazardStep;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => HazardStatus, { nullable: true, description: '原状态. The state before.' })
  fromStatus: HazardStatus | null;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => HazardStatus, { nullable: true, description: '新状态. The state after.' })
  toStatus: HazardStatus;

  /** The subject of the token: opaque, no name. */
  @CodeColumn(128, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '经办人标识. Who did it, as the token names them.' })
  officer: string | null;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => DepartmentKind, { nullable: true, description: '经办部门类别. The kind of department that did it.' })
  departmentKind: DepartmentKind;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '时间. When.' })
  at: Date;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '理由. Why.' })
  reason: string | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '依据材料（文书号、附件编号）. The evidence: documents or files by their numbers.' })
  evidence: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '整改期限. The deadline that the step has set.' })
  dueOn: string | null;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Escalation, { nullable: true, description: '督办层级. The level that the step has reached.' })
  escalation: Escalation | null;
}

@Entity()
@Index('hazard_notification_by_hazard', ['hazardNumber', 'round', 'recipient'])
@ObjectType({
  description: '隐患通知与签收. A notification to the principal or the actual controller, with its receipt.',
  simpleResolvers: true,
})
export class HazardNotification {
  /** The hazard, the round and the recipient. */
  @CodeColumn(100, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '通知编号. Its id.' })
  id: string;

  @CodeColumn(64)
  hazardNumber: string;

  @CodeColumn(12)
  regionCode: string;

  /** A reopened hazard is notified anew. */
  @Column('int')
  round: number;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => Recipient, { nullable: true, description: '被通知人类别. Whom it went to.' })
  recipient: Recipient;

  /** Sealed, as the phone is. */
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '通知时间. When it was notified.' })
  notifiedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '签收时间. When it was acknowledged; null while it was not.' })
  acknowledgedAt: Date | null;
}

@Entity()
@Index('rectification_plan_by_hazard', ['hazardNumber', 'sequence'])
@ObjectType({
  description:
    '整改方案（五落实：措施、资金、责任人、时限、预案）. The plan of rectification: measures, money, person, deadline, contingency.',
  simpleResolvers: true,
})
export class RectificationPlan {
  /** The hazard and the step. */
  @CodeColumn(80, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '方案编号. Its id.' })
  id: string;

  @CodeColumn(64)
  hazardNumber: string;

  @CodeColumn(12)
  regionCode: string;

  /** Of the step that has set it: the latest counts. */
  @Column('int')
  sequence: number;

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '整改措施. What will be done.' })
  measures: string;

  @Column('numeric', { precision: 15, scale: 2 })
  @Shared('UNCONDITIONAL')
  @Field(() => Yuan, { nullable: true, description: '整改资金. The money set aside.' })
  funds: string;

  /** Sealed, as the phone is. */
  @Column('text')
  responsibleName: string;

  @Column('text', { nullable: true })
  responsiblePhone: string | null;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '整改时限. When it will be done.' })
  dueOn: string;

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '整改期间防范措施与预案. How people are kept safe meanwhile.' })
  contingency: string;
}
