import { ObjectType } from 'type-graphql';
import { Entity, Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  RefersTo,
  Sealed,
  asText,
  code,
  count,
  date,
  departmentCode,
  id,
  moment,
  oneOf,
  prose,
  regionCode,
  text,
  yuan,
} from '../../kernel';
import { Department } from '../others';
import { hazardNumber } from './hazard.rules';
import { Escalation, HazardStatus, HazardStep, Recipient } from './hazard.terms';

const OPTIONAL = { optional: true } as const;
const PRIMARY = { column: { primary: true } };

/** 办理记录: append-only. Not even the service may change or remove a row. */
@Entity()
@ObjectType({
  description: '隐患办理记录. One step that was taken, never changed or removed.',
  simpleResolvers: true,
})
export class HazardEvent {
  @Kept(hazardNumber, '隐患编号. The number of the hazard.', PRIMARY) hazardNumber: string;

  @Fact('UNCONDITIONAL', count, '序号. Its place in the history, from 1.', PRIMARY) sequence: number;

  @Fact('UNCONDITIONAL', oneOf(HazardStep), '步骤. The step that was taken.') step: HazardStep;

  @Fact('UNCONDITIONAL', oneOf(HazardStatus), '原状态. The state before the step.', OPTIONAL)
  fromStatus: HazardStatus | null;

  @Fact('UNCONDITIONAL', oneOf(HazardStatus), '新状态. The state after the step.') toStatus: HazardStatus;

  /** The subject of the token: opaque, no name. */
  @Fact(
    'UNCONDITIONAL',
    code(128),
    '经办人标识. The officer who took the step, as the token names them.',
    OPTIONAL,
  )
  officer: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(DepartmentKind, 24),
    '经办部门类别. The kind of department that took the step.',
  )
  departmentKind: DepartmentKind;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '经办部门. The department that took the step.',
    {
      as: 'department',
      optional: true,
    },
  )
  departmentCode: string | null;

  @Fact('UNCONDITIONAL', moment, '办理时间. The moment at which the step was taken.') at: Date;

  @Fact('UNCONDITIONAL', prose(500), '理由. The reason that was stated.', OPTIONAL) reason: string | null;

  @Fact(
    'UNCONDITIONAL',
    prose(500),
    '依据材料（文书号、附件编号）. The evidence: documents or files by their numbers.',
    OPTIONAL,
  )
  evidence: string | null;

  @Fact('UNCONDITIONAL', date, '整改期限. The deadline that the step has set.', OPTIONAL) dueOn:
    string | null;

  @Fact('UNCONDITIONAL', oneOf(Escalation), '督办层级. The level that the step has reached.', OPTIONAL)
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
  @Fact('UNCONDITIONAL', id(100), '通知编号. The id of the notification.', PRIMARY) id: string;

  @Kept(hazardNumber, '隐患编号. The number of the hazard.') hazardNumber: string;
  @Kept(regionCode, '隐患所在地. The division where the hazard is.') regionCode: string;
  @Kept(count, '轮次. A reopened hazard is notified anew.') round: number;

  @Fact(
    'UNCONDITIONAL',
    oneOf(Recipient, 20),
    '被通知人类别. Whether it went to the principal or to the actual controller.',
  )
  recipient: Recipient;

  @Sealed('CONDITIONAL', text(100), '姓名. The name of the person who was notified.') name: string;

  @Sealed('CONDITIONAL', text(32), '联系电话. The phone of the person who was notified.', OPTIONAL) phone:
    string | null;

  @Fact('UNCONDITIONAL', moment, '通知时间. The moment at which it was sent.') notifiedAt: Date;

  @Fact(
    'UNCONDITIONAL',
    moment,
    '签收时间. The moment at which it was acknowledged; null while it was not.',
    OPTIONAL,
  )
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
  @Fact('UNCONDITIONAL', id(80), '方案编号. The id of the plan.', PRIMARY) id: string;

  @Kept(hazardNumber, '隐患编号. The number of the hazard.') hazardNumber: string;
  @Kept(regionCode, '隐患所在地. The division where the hazard is.') regionCode: string;
  @Kept(count, '步序. The step that has set it: the latest plan counts.') sequence: number;

  @Fact('UNCONDITIONAL', prose(1000), '整改措施. The measures that will be taken.') measures: string;

  @Fact('UNCONDITIONAL', yuan, '整改资金（元）. The money set aside, in yuan.') funds: string;

  @Sealed('CONDITIONAL', text(100), '整改责任人姓名. The name of the person who answers for it.')
  responsibleName: string;

  @Sealed('CONDITIONAL', text(32), '整改责任人电话. The phone of the person who answers for it.', OPTIONAL)
  responsiblePhone: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '整改时限，不晚于整改期限. The day by which it will be done, within the deadline.',
  )
  dueOn: string;

  @Fact(
    'UNCONDITIONAL',
    prose(1000),
    '整改期间防范措施与预案. The measures that keep people safe during rectification.',
  )
  contingency: string;
}
