import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, HazardDomain, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const ExpertKind = vocabulary('ExpertKind', '专家类别. What kind of pool an expert belongs to.', {
  HAZARD_INSPECTION: '隐患排查专家. Inspects for hazards.',
  EMERGENCY: '应急专家. Advises in emergencies.',
  TECHNICAL_INSPECTOR: '专兼职技术检查员. A technical inspector for enforcement.',
  GENERAL: '安全生产专家. Other experts in work safety.',
});
export type ExpertKind = keyof typeof ExpertKind;

@Entity()
@Index('expert_by_region', ['regionCode', 'id', 'kind', 'field'])
@Index('expert_by_department', ['departmentCode', 'joinedOn'])
@Index('expert_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '安全生产专家. A member of a department’s pool of experts.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Expert extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  /** 张**, as the field shows it. */
  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '姓名，以 张** 显示. The name, masked; see fullName.' })
  name: string;

  @CodeColumn(512)
  sealedName: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => ExpertKind, { nullable: true, description: '专家类别. The kind of pool.' })
  kind: ExpertKind;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => HazardDomain, { nullable: true, description: '领域. The field.' })
  field: HazardDomain;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '入库日期. Since when.' })
  joinedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '出库日期. Until when, that day included.' })
  leftOn: string | null;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const ExpertConnection = connectionOf('Expert', '安全生产专家', () => Expert);

export const EXPERTS: List<Expert> = { name: 'experts', entity: Expert, order: ['regionCode', 'id'] };

@ObjectType({ description: '专家库. The pool of one department.', simpleResolvers: true })
export class ExpertPool {
  departmentCode: string;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { description: '在库专家数. How many experts it has today.' })
  experts: number;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '建库日期. When its first expert joined.' })
  establishedOn: string;

  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否按期（2024年底前）建立. Whether it was established by the end of 2024.' })
  inTime: boolean;
}

@InputType({ description: '专家筛选. Which experts.' })
export class ExpertFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => ExpertKind, { nullable: true, description: '专家类别. Of this kind of pool.' })
  kind?: ExpertKind | null;

  @Field(() => HazardDomain, { nullable: true, description: '领域. In this field.' })
  field?: HazardDomain | null;

  @Field(() => ID, { nullable: true, description: '部门代码. Of this department’s pool.' })
  department?: string | null;
}
