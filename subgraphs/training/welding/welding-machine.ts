import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';
import { QualificationItem } from '../qualification/item';

@Entity()
@Index('welding_machine_by_region', ['regionCode', 'chip'])
@Index('welding_machine_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '电气焊设备（加芯）. A welding machine with its chip.', simpleResolvers: true })
@Directive('@key(fields: "chip")')
export class WeldingMachine extends Submitted {
  @CodeColumn(40, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '芯片编号. The number of its chip.' })
  chip: string;

  @CodeColumn(18, { nullable: true })
  ownerUscc: string | null;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '入平台日期. Since when it is registered with the platform.' })
  registeredOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '退出平台日期. Its last day there.' })
  deregisteredOn: string | null;
}

export const WeldingMachineConnection = connectionOf('WeldingMachine', '电气焊设备', () => WeldingMachine);

export const MACHINES: List<WeldingMachine> = { name: 'weldingMachines', entity: WeldingMachine, order: ['regionCode', 'chip'] };

/** 赋码: whose code a welder shows. */
@Entity()
@Index('welder_code_by_source', ['source', 'sourceId'], { unique: true })
export class WelderCode extends Submitted {
  @CodeColumn(40, { primary: true })
  code: string;

  @CodeColumn(32)
  personId: string;

  @CodeColumn(12)
  regionCode: string;
}

export const WorkCheckReason = vocabulary('WorkCheckReason', '扫码作业核验结果. Why welding may begin, or may not.', {
  ALLOWED: '可作业. The machine is registered, the welder certified.',
  MACHINE_UNREGISTERED: '设备未入平台. The machine is not registered with the platform.',
  WELDER_UNKNOWN: '人员未赋码. No welder has this code.',
  NO_CERTIFICATE: '无焊接与热切割作业操作证. The welder has no certificate for welding.',
  EXPIRED: '操作证过期或逾期未复审. The certificate has expired or was not reviewed in time.',
  SUSPENDED: '操作证暂停. The certificate is suspended.',
  REVOKED: '操作证吊销、撤销或注销. The certificate is revoked or cancelled.',
});
export type WorkCheckReason = keyof typeof WorkCheckReason;

@ObjectType({ description: '扫码作业核验. Whether somebody may weld with a machine now.', simpleResolvers: true })
export class WorkCheck {
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '可否作业. Whether the work may begin.' })
  allowed: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => WorkCheckReason, { description: '理由. Why.' })
  reason: WorkCheckReason;

  @Shared('UNCONDITIONAL')
  @Field(() => QualificationItem, { nullable: true, description: '所据资格项目. The item of the certificate that decided.' })
  item: QualificationItem | null;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '证书目前有效至. Until when that certificate is in force.' })
  expiresOn: string | null;
}
