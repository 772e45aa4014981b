import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, Uscc, connectionOf, vocabulary, type List } from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';

export const EquipmentStatus = vocabulary('EquipmentStatus', '使用状态. The state of a device.', {
  REGISTERED: '已登记. Registered for use.',
  IN_USE: '在用. In use.',
  SUSPENDED: '停用. Out of use for a time, reported as such.',
  SCRAPPED: '报废. Scrapped.',
  CANCELLED: '注销. Its registration is cancelled.',
  UNREGISTERED: '未登记. Found without a registration.',
});
export type EquipmentStatus = keyof typeof EquipmentStatus;

export const ProtectiveDevice = vocabulary('ProtectiveDevice', '安全保护装置. Protective devices that a device has been fitted with.', {
  DRIVER_AUTHORISATION: '司机权限采集. Only a certified driver can start it.',
  DRIVER_BEHAVIOUR: '司机行为识别. It watches how it is driven.',
  SURROUNDINGS_WARNING: '周边环境预警. It warns of people and things around it.',
  ELEVATOR_IOT: '电梯物联网. A lift reports its state by itself.',
});
export type ProtectiveDevice = keyof typeof ProtectiveDevice;

export const EquipmentFeature = vocabulary('EquipmentFeature', '设备特征. What a device is used for or as, beyond its kind.', {
  RESIDENTIAL: '住宅电梯. It serves dwellings.',
  BUILDING_SITE: '房屋建筑、市政工程工地用. It is used on a building site, which the housing department supervises.',
  CLIFF_SWING: '悬崖秋千. A swing over a cliff, which the catalogue of 2014 does not name.',
  POWER_STATION: '电站锅炉. A boiler of a power station.',
  SINGLE_CAR_COASTER: '单车滑行车. A coaster of single cars.',
  MULTI_CAR_COASTER: '多车滑行车. A coaster of trains.',
});
export type EquipmentFeature = keyof typeof EquipmentFeature;

export const SafetyClass = vocabulary('SafetyClass', '设备级别. The class of a ride or a boiler, where its rules give it one.', {
  A: '级别 A. Class A.',
  B: '级别 B. Class B.',
  C: '级别 C. Class C.',
  D: '级别 D. Class D.',
});
export type SafetyClass = keyof typeof SafetyClass;

@Entity()
// lists: a subtree of divisions in the order of the list; kind, state and due date are checked inside the index
@Index('equipment_by_region', ['regionCode', 'code', 'kindCode', 'status', 'nextInspectionDue'])
// figures of a matter: counted without touching the table
@Index('equipment_by_kind', ['kindCode', 'regionCode', 'status', 'nextInspectionDue'])
@Index('equipment_by_user', ['userUscc', 'regionCode', 'code'])
@Index('equipment_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备. A device of special equipment.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Equipment extends Submitted {
  @CodeColumn(20, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '设备代码. Its code of 17 or 18 characters, or of 20 for old records.' })
  code: string;

  @CodeColumn(32, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '使用登记证编号. The number of its registration for use.' })
  registrationNumber: string | null;

  @CodeColumn(4)
  kindCode: string;

  @CodeColumn(18, { nullable: true })
  userUscc: string | null;

  @CodeColumn(18, { nullable: true })
  makerUscc: string | null;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '使用地点. Where it stands.' })
  location: string | null;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => EquipmentStatus, { nullable: true, description: '使用状态. Its state.' })
  status: EquipmentStatus;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [ProtectiveDevice], { nullable: true, description: '安全保护装置. What it has been fitted with.' })
  protectiveDevices: ProtectiveDevice[];

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '当前状态起始日期. Since when it is in its state.' })
  statusSince: string | null;

  @CodeColumn(4, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '使用单位行业代码 (GB/T 4754-2017). The industry of its user.' })
  industryCode: string | null;

  @CodeColumn(1, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => SafetyClass, { nullable: true, description: '设备级别. Its class.' })
  safetyClass: SafetyClass | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [EquipmentFeature], { nullable: true, description: '设备特征. What it is used for or as.' })
  features: EquipmentFeature[];

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '铭牌容积（升）. The volume in litres that its plate states.' })
  nameplateLitres: number | null;

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '实测容积（升）. The volume in litres that was measured.' })
  measuredLitres: number | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '保险有效期至（电梯“保险+服务”等）. The last day on which it is insured.' })
  insuredUntil: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '更新改造完成日期. When it was renewed.' })
  renewedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '制造日期. When it was made.' })
  manufacturedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '安装监督检验合格日期. When its installation passed the supervised inspection.' })
  installedOn: string | null;

  /** Follows from the inspections, as the next: no submission of the device itself writes it. */
  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '最近一次检验日期. When it was last inspected.' })
  lastInspectedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '下次检验日期. The last day by which it must be inspected again.' })
  nextInspectionDue: string | null;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const EquipmentConnection = connectionOf('Equipment', '特种设备', () => Equipment);

export const EQUIPMENT: List<Equipment> = { name: 'equipment', entity: Equipment, order: ['regionCode', 'code'] };

@InputType({ description: '特种设备筛选. Which devices.' })
export class EquipmentFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => EquipmentCategory, { nullable: true, description: '种类. Of this category.' })
  category?: EquipmentCategory | null;

  @Field(() => ID, { nullable: true, description: '目录代码及其下级. Under this entry of the catalogue: 3000 is every lift.' })
  kindCode?: string | null;

  @Field(() => EquipmentStatus, { nullable: true, description: '使用状态. In this state.' })
  status?: EquipmentStatus | null;

  @Field(() => DateOnly, {
    nullable: true,
    description: '该日已超期未检的在用设备. In use on that day though their inspection was due before it.',
  })
  overdueOn?: string | null;

  @Field(() => Uscc, { nullable: true, description: '使用单位；仅限部门. Used by this enterprise; for agencies only.' })
  userUscc?: string | null;
}
