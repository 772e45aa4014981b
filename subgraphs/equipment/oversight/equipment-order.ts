import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const EquipmentOrderStatus = vocabulary('EquipmentOrderStatus', '监察指令状态. Where a supervisory order stands.', {
  ISSUED: '已下达，整改中. Issued; the unit is rectifying.',
  REPORTED: '已报告，待复查. The unit has reported; the re-check is due.',
  CLOSED: '复查合格，已办结. Re-checked and closed.',
});
export type EquipmentOrderStatus = keyof typeof EquipmentOrderStatus;

/** Issued by submission; report and re-check are steps that are taken here. */
@Entity()
@Index('equipment_order_by_device', ['equipmentCode', 'number'])
@Index('equipment_order_by_region', ['regionCode', 'number', 'status', 'rectifyBy', 'recheckBy'])
@Index('equipment_order_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备安全监察指令书 (令57号). A supervisory order to rectify.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class EquipmentOrder extends Submitted {
  @CodeColumn(64, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '文书编号. Its number.' })
  number: string;

  @CodeColumn(20, { nullable: true })
  equipmentCode: string | null;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '下达部门代码. The department that has issued it.' })
  departmentCode: string | null;

  @Column({ type: 'varchar', length: 12, collation: 'C', default: 'ISSUED' })
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentOrderStatus, { nullable: true, description: '状态. Where it stands.' })
  status: EquipmentOrderStatus;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '下达日期. When it was issued.' })
  issuedOn: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '整改期限. The last day for rectifying.' })
  rectifyBy: string;

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '指令内容. What it orders.' })
  content: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '收到整改报告日期. When the report was received.' })
  reportedOn: string | null;

  @CodeColumn(128, { nullable: true })
  reportedBy: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '复查期限 (令57号 第二十九条). The last day for the re-check.' })
  recheckBy: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '最近一次复查日期. When it was last re-checked.' })
  recheckedOn: string | null;
}

export const EquipmentOrderConnection = connectionOf('EquipmentOrder', '特种设备安全监察指令书', () => EquipmentOrder);

export const ORDERS_OF_DEVICE: List<EquipmentOrder> = { name: 'equipmentOrders', entity: EquipmentOrder, order: ['number'] };
export const ORDERS: List<EquipmentOrder> = { name: 'orders', entity: EquipmentOrder, order: ['regionCode', 'number'] };

@InputType({ description: '监察指令筛选. Which supervisory orders.' })
export class EquipmentOrderFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => EquipmentOrderStatus, { nullable: true, description: '状态. In this state.' })
  status?: EquipmentOrderStatus | null;

  @Field(() => Boolean, { nullable: true, description: '是否逾期（整改或复查）. Whose rectification or re-check is overdue today.' })
  overdue?: boolean | null;
}
