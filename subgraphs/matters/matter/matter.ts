import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodeColumn, EnterpriseRole, HazardDomain, RegionCode, Shared, vocabulary } from '../../kernel';

export const LeadBasis = vocabulary('LeadBasis', '牵头依据. Why a department leads a matter.', {
  IN_CHARGE: '谁主管谁牵头. It is in charge of the trade.',
  PRINCIPAL: '谁为主谁牵头. It does the principal part.',
  NEAREST: '谁靠近谁牵头. It is the nearest to it.',
});
export type LeadBasis = keyof typeof LeadBasis;

/** What the matter is about, in each department's own codes; the other subgraphs compute their part of it. */
@ObjectType({ description: '事项范围. What a matter is about, in the codes of each department.', simpleResolvers: true })
export class MatterScope {
  @Shared('PUBLIC')
  @Field(() => [String], { description: '特种设备目录代码，含其下级. Kinds of special equipment, with all below.' })
  equipmentKinds: string[];

  @Shared('PUBLIC')
  @Field(() => [ID], { description: '强制性产品认证类别代码. Categories of the CCC catalogue.' })
  productCategories: string[];

  @Shared('PUBLIC')
  @Field(() => [String], { description: '行业代码 (GB/T 4754-2017)，含其下级. Industries, with all below.' })
  industries: string[];

  @Shared('PUBLIC')
  @Field(() => [EnterpriseRole], { description: '主体角色. Roles of enterprises.' })
  roles: EnterpriseRole[];

  @Shared('PUBLIC')
  @Field(() => [HazardDomain], { description: '隐患领域. Fields of hazards.' })
  hazardDomains: HazardDomain[];
}

/** One stage as it is stored; the department is its code. */
export interface StoredStage {
  order: number;
  name: string;
  department: string | null;
  duties: string[];
  legalBasis: string | null;
}

@ObjectType({ description: '链条环节. One stage of a matter’s chain of responsibility.', simpleResolvers: true })
export class ChainStage {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '次序. Its place in the chain.' })
  order: number;

  @Shared('PUBLIC')
  @Field(() => String, { description: '环节名称. Its name.' })
  name: string;

  /** The code of the department that answers for the stage. */
  departmentCode: string | null;

  @Shared('PUBLIC')
  @Field(() => [String], { description: '监管职责. What has to be done there.' })
  duties: string[];

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '法律依据. Law and article.' })
  legalBasis: string | null;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否无部门负责. Whether no department answers for the stage: a gap in the chain.' })
  gap: boolean;
}

@Entity()
@ObjectType({ description: '一件事. A matter that crosses departments, with one that leads.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Matter {
  @CodeColumn(40, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '事项代码. Its code.' })
  code: string;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '事项名称. Its name.' })
  name: string;

  @CodeColumn(40)
  leadDepartmentCode: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => LeadBasis, { nullable: true, description: '牵头依据. Why that department leads.' })
  leadBasis: LeadBasis;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '来源文件是否明示牵头部门. Whether the source document itself names the lead.' })
  leadVerified: boolean;

  @Column('varchar', { array: true })
  cooperatingDepartmentCodes: string[];

  @Column('jsonb')
  storedStages: StoredStage[];

  @Column('jsonb')
  @Shared('PUBLIC')
  @Field(() => MatterScope, { nullable: true, description: '事项范围. What it is about.' })
  scope: MatterScope;

  @Column('varchar', { length: 64 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '来源文件. The document that asks for it.' })
  sourceDocument: string;

  @Column('text')
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '来源原文. Its words.' })
  sourcePhrase: string;
}

@ObjectType({ description: '链条空白. A stage of a matter for which no department answers.', simpleResolvers: true })
export class ChainGap {
  @Shared('PUBLIC')
  @Field(() => Matter, { nullable: true, description: '事项. The matter.' })
  matter: Matter;

  @Shared('PUBLIC')
  @Field(() => ChainStage, { nullable: true, description: '无部门负责的环节. The stage.' })
  stage: ChainStage;
}

/** One object with one field group from each department. */
@ObjectType({
  description: '一件事总览. What every department has of a matter in a region; a department that the scope does not touch answers 0.',
  simpleResolvers: true,
})
@Directive('@key(fields: "matterCode regionCode")')
export class MatterOverview {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '事项代码. The matter.' })
  matterCode: string;

  @Shared('PUBLIC')
  @Field(() => RegionCode, { description: '区划代码. The division whose subtree is counted.' })
  regionCode: string;

  @Shared('PUBLIC')
  @Field(() => MatterScope, { description: '事项范围. What is counted.' })
  scope: MatterScope;
}
