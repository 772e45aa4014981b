import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const EquipmentViolationType = vocabulary('EquipmentViolationType', '特种设备违法情形. What is wrong with a device or its use.', {
  UNDERSTATED_CAPACITY: '大容小标. Its plate states less than it holds.',
  UNREGISTERED: '未按要求使用登记. It is used without registration.',
  OVERDUE_INSPECTION: '未按要求定期检验. It is used though its inspection is overdue.',
  ILLEGAL_SMALL_BOILER: '违法生产使用小型锅炉. A small boiler that was made or is used against the law.',
  UNLICENSED_MAKER: '无生产许可. It was made without a licence.',
  SCRAPPED_IN_USE: '使用报废设备. It is used though it is scrapped.',
  NO_SAFETY_OFFICER: '未配备安全管理人员. Its user has no safety director or officer.',
  UNCERTIFIED_OPERATOR: '无证操作. It is operated without a certificate.',
  OTHER: '其他. Something else.',
});
export type EquipmentViolationType = keyof typeof EquipmentViolationType;

/** How a violation came to be known. */
export const ViolationSource = vocabulary('ViolationSource', '发现途径. How it came to be known.', {
  SUPERVISION: '监督检查. By a supervisory check.',
  INSPECTION: '检验检测. By an inspection or a test.',
  REPORT: '投诉举报. By a report from outside.',
  SELF_REPORT: '单位自报. The unit has reported it itself.',
});
export type ViolationSource = keyof typeof ViolationSource;

@Entity()
@Index('equipment_violation_by_device', ['equipmentCode', 'id'])
@Index('equipment_violation_by_region', ['regionCode', 'id'])
@Index('equipment_violation_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '特种设备违法行为记录. A violation that was found.', simpleResolvers: true })
export class EquipmentViolation extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(20, { nullable: true })
  equipmentCode: string | null;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentViolationType, { nullable: true, description: '情形. What is wrong.' })
  type: EquipmentViolationType;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => ViolationSource, { nullable: true, description: '发现途径. How it came to be known.' })
  foundBy: ViolationSource;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '发现日期. When it was found.' })
  foundOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '改正日期. When it was corrected; null while it is not.' })
  correctedOn: string | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '情况说明. What was found.' })
  note: string | null;
}

export const EquipmentViolationConnection = connectionOf('EquipmentViolation', '特种设备违法行为记录', () => EquipmentViolation);

export const VIOLATIONS_OF_DEVICE: List<EquipmentViolation> = { name: 'equipmentViolations', entity: EquipmentViolation, order: ['id'] };
export const VIOLATIONS: List<EquipmentViolation> = {
  name: 'violations',
  entity: EquipmentViolation,
  order: ['regionCode', 'id'],
};

@InputType({ description: '违法行为筛选. Which violations.' })
export class EquipmentViolationFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => EquipmentViolationType, { nullable: true, description: '情形. Of this type.' })
  type?: EquipmentViolationType | null;

  @Field(() => Boolean, { nullable: true, description: '是否未改正. Those that are not corrected, or those that are.' })
  open?: boolean | null;
}
