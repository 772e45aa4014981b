import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
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
  text,
  vocabulary,
  type List,
  type Submission,
  checkDay,
} from '../../kernel';
import { equipmentCode } from '../device/equipment.rules';
import { regionOfDevice, regionsOf, type Prepared } from '../inspection/inspection.submission';

export const LiftFaultKind = vocabulary('LiftFaultKind', '电梯故障类别. What kind of fault a lift had.', {
  TRAPPING: '困人. People were trapped.',
  DOOR: '门系统（含门锁）. The doors and their locks.',
  BRAKE: '制动器. The brake.',
  DRIVE: '曳引与驱动. The drive.',
  CONTROL: '电气控制. The control.',
  OTHER: '其他. Something else.',
});
export type LiftFaultKind = keyof typeof LiftFaultKind;

@Entity()
@Index('lift_fault_by_device', ['equipmentCode', 'happenedOn', 'id'])
@Index('lift_fault_by_region', ['regionCode', 'happenedOn'])
@Index('lift_fault_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '电梯故障记录. A fault of a lift.', simpleResolvers: true })
export class LiftFault extends Submitted {
  /** Device, source and its id of the record. */
  @CodeColumn(150, { primary: true })
  id: string;

  @CodeColumn(20)
  equipmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => LiftFaultKind, { nullable: true, description: '类别. What kind of fault.' })
  kind: LiftFaultKind;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '故障日期. When it happened.' })
  happenedOn: string;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '情况说明. What happened.' })
  note: string | null;
}

export const LiftFaultConnection = connectionOf('LiftFault', '电梯故障记录', () => LiftFault);
export const LIFT_FAULTS: List<LiftFault> = { name: 'liftFaults', entity: LiftFault, order: ['happenedOn', 'id'], descending: true };

@InputType({ description: '电梯故障报送. A fault of a lift as it is submitted.' })
export class LiftFaultInput extends SubmittedInput {
  @Sent(equipmentCode, '设备代码. The lift.')
  equipmentCode: string;

  @Sent(oneOf(LiftFaultKind), '类别，见 LiftFaultKind. A value of LiftFaultKind.')
  kind: LiftFaultKind;

  @Sent(date, '故障日期. When it happened.')
  happenedOn: string;

  @Sent(text(300), '情况说明. What happened.', { optional: true })
  note: string | null;
}

export const liftFaultSubmission: Submission<LiftFaultInput, LiftFault, Prepared> = {
  kind: 'lift-faults',
  term: { zh: '电梯故障', en: 'lift fault' },
  mutation: 'submitLiftFaults',
  subgraph: 'equipment',
  input: LiftFaultInput,
  entity: LiftFault,
  key: 'id',
  prepare: async ({ db, today }, _, records) => ({ regionOf: await regionsOf(db, records), today }),
  toRow({ sourceId, revision: _, ...record }, prepared, source) {
    checkDay('happenedOn', record.happenedOn, { to: prepared.today });
    const regionCode = regionOfDevice(prepared, record.equipmentCode);
    return { ...record, id: `${record.equipmentCode}/${source}/${sourceId}`, regionCode };
  },
};

@ObjectType({ description: '电梯故障率（按月）. How often lifts failed in a month.', simpleResolvers: true })
export class LiftFaultRate {
  @Shared('PUBLIC')
  @Field(() => String, { description: '月份 YYYY-MM. The month.' })
  month: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '故障数. The faults.' })
  faults: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '其中困人数. Those that trapped people.' })
  trappings: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '每百台电梯故障数. The faults of a hundred lifts; null without lifts.' })
  perHundred: number | null;
}

@ObjectType({ description: '电梯安全状况. What share of the lifts has what the campaigns ask for.', simpleResolvers: true })
export class LiftFigures {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '电梯数. The lifts, scrapped and cancelled ones apart.' })
  lifts: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '接入物联网数. Those that report their state by themselves.' })
  connected: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '在保数. Those that are insured today.' })
  insured: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '住宅老旧电梯数（使用满十五年）. Residential ones of fifteen years or more.' })
  old: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '其中已更新改造数. Those of them that were renewed after fifteen years.' })
  renewed: number;
}
