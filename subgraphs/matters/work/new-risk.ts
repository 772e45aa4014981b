import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  Asked,
  CodeColumn,
  DateOnly,
  RegionCode,
  Shared,
  connectionOf,
  industry,
  listOf,
  oneOf,
  regionCode,
  text,
  vocabulary,
  type List,
} from '../../kernel';
import { LeadBasis } from '../matter/matter';

export const NewRiskStatus = vocabulary('NewRiskStatus', '新风险状态. Where a new risk stands.', {
  REGISTERED: '已登记，待定牵头部门. Registered; nobody leads yet.',
  ASSIGNED: '已明确牵头部门. A department leads.',
  DISMISSED: '不予列管. Found to be no new risk, or somebody’s already.',
});
export type NewRiskStatus = keyof typeof NewRiskStatus;

/** 「持续辨识新业态新风险，对职能交叉和新业态新风险按照“谁主管谁牵头、谁为主谁牵头、谁靠近谁牵头”的原则」（临安委发〔2024〕5号）. */
@Entity()
@Index('new_risk_by_region', ['regionCode', 'id'])
@Index('new_risk_by_status', ['status', 'regionCode', 'id'])
@ObjectType({ description: '新风险. A new kind of business or risk that falls between departments.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class NewRisk {
  @CodeColumn(40, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '登记编号. Its id.' })
  id: string;

  @Column('varchar', { length: 100 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '风险描述. What it is about.' })
  description: string;

  @CodeColumn(4, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '行业代码 (GB/T 4754-2017). The industry.' })
  industryCode: string | null;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => NewRiskStatus, { nullable: true, description: '状态. Where it stands.' })
  status: NewRiskStatus;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '登记日期. When it was registered.' })
  registeredOn: string;

  @Column('varchar', { length: 200 })
  registeredBy: string;

  @CodeColumn(40, { nullable: true })
  registeringDepartmentCode: string | null;

  @CodeColumn(40, { nullable: true })
  leadDepartmentCode: string | null;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => LeadBasis, { nullable: true, description: '牵头依据. Why that department leads.' })
  leadBasis: LeadBasis | null;

  @Column('varchar', { array: true, default: '{}' })
  cooperatingDepartmentCodes: string[];

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '决定日期. When it was decided.' })
  decidedOn: string | null;

  @Column('int')
  steps: number;
}

export const NewRiskConnection = connectionOf('NewRisk', '新风险', () => NewRisk);

export const NEW_RISKS: List<NewRisk> = { name: 'newRisks', entity: NewRisk, order: ['regionCode', 'id'] };

@InputType({ description: '新风险筛选. Which new risks.' })
export class NewRiskFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => NewRiskStatus, { nullable: true, description: '状态. In this state.' })
  status?: NewRiskStatus | null;
}

@InputType({ description: '新风险登记. A new risk to register.' })
export class RegisterNewRiskInput {
  @Asked(() => String, text(100), '名称. Its name.')
  name: string;

  @Asked(() => String, text(1000), '风险描述. What it is about.')
  description: string;

  @Asked(() => String, regionCode, '区划代码. The division.')
  regionCode: string;

  @Asked(() => String, industry, '行业代码 (GB/T 4754-2017). The industry.', { optional: true })
  industryCode: string | null;
}

@InputType({ description: '明确牵头部门. The decision who leads.' })
export class AssignNewRiskInput {
  @Asked(() => ID, text(40), '登记编号. The new risk.')
  id: string;

  @Asked(() => ID, text(40), '牵头部门代码，如 430682-FIRE_RESCUE. The one department that leads, of the same division.')
  leadDepartment: string;

  @Asked(() => LeadBasis, oneOf(LeadBasis), '牵头依据. Why it leads.')
  basis: LeadBasis;

  @Asked(() => [ID], listOf(text(40)), '配合部门代码. Those that cooperate.', { optional: true })
  cooperatingDepartments: string[] | null;

  @Asked(() => String, text(1000), '决定理由. Why it was decided so.')
  reason: string;
}

@InputType({ description: '不予列管. The decision that it is no new risk.' })
export class DismissNewRiskInput {
  @Asked(() => ID, text(40), '登记编号. The new risk.')
  id: string;

  @Asked(() => String, text(1000), '决定理由. Why it was decided so.')
  reason: string;
}
