import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, DepartmentKind, RegionCode, Shared, Submitted, connectionOf, type List } from '../../kernel';
import { OnSiteStep, SupervisionMode } from './inspection-terms';

/** `regionCode` is the division of the department that leads; that of the enterprise is another in 异地交叉执法. */
@Entity()
@Index('supervisory_inspection_by_region', ['regionCode', 'inspectedOn', 'id'])
@Index('supervisory_inspection_by_enterprise', ['uscc', 'inspectedOn', 'id'])
@Index('supervisory_inspection_by_place', ['placeRegionCode', 'inspectedOn'])
@Index('supervisory_inspection_by_day', ['inspectedOn', 'regionCode', 'findings', 'caseNumber', 'hazardNumber'])
@Index('supervisory_inspection_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '监督检查. A supervisory inspection of an enterprise.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class SupervisoryInspection extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '监督检查编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  /** Of the enterprise. */
  @CodeColumn(12)
  placeRegionCode: string;

  /** Of the department that leads. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => DepartmentKind, { nullable: true, description: '牵头部门类别. The kind of department that leads.' })
  departmentKind: DepartmentKind;

  @Column('varchar', { array: true, default: '{}' })
  jointDepartmentCodes: string[];

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检查日期. When it was made.' })
  inspectedOn: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => SupervisionMode, { nullable: true, description: '检查方式. How it was made.' })
  mode: SupervisionMode;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [OnSiteStep], { nullable: true, description: '已落实的五现场措施. Those of the five steps that were taken.' })
  steps: OnSiteStep[];

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否有专家参与（领导+专家）. Whether an expert took part.' })
  expertAttached: boolean;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '发现问题数. How many problems were found.' })
  findings: number;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '检查情况. What was found, in short.' })
  summary: string | null;

  @CodeColumn(40, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '专项行动代码. The campaign that it belongs to.' })
  campaignCode: string | null;

  @CodeColumn(36, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '双随机抽取编号. The draw that chose the enterprise.' })
  drawId: string | null;

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '由此立案的案号（规范形式）. The case that it led to.' })
  caseNumber: string | null;

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '由此登记的隐患编号. The hazard that it led to.' })
  hazardNumber: string | null;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const SupervisoryInspectionConnection = connectionOf('SupervisoryInspection', '监督检查', () => SupervisoryInspection);

export const SUPERVISORY_INSPECTIONS: List<SupervisoryInspection> = {
  name: 'supervisoryInspections',
  entity: SupervisoryInspection,
  order: ['regionCode', 'inspectedOn', 'id'],
};
export const INSPECTIONS_OF_ENTERPRISE: List<SupervisoryInspection> = {
  name: 'inspectionsOfEnterprise',
  entity: SupervisoryInspection,
  order: ['inspectedOn', 'id'],
  descending: true,
};

@InputType({ description: '监督检查筛选. Which inspections.' })
export class SupervisoryInspectionFilter {
  @Field(() => RegionCode, { nullable: true, description: '牵头部门所在区划及其下级. By departments in the subtree of this division.' })
  region?: string | null;

  @Field(() => DepartmentKind, { nullable: true, description: '牵头部门类别. Led by this kind of department.' })
  department?: DepartmentKind | null;

  @Field(() => SupervisionMode, { nullable: true, description: '检查方式. Made in this way.' })
  mode?: SupervisionMode | null;

  @Field(() => ID, { nullable: true, description: '专项行动代码. In this campaign.' })
  campaign?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '检查日期不早于. On this day or later.' })
  from?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '检查日期不晚于. On this day or earlier.' })
  to?: string | null;
}
