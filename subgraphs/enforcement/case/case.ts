import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, DepartmentKind, RegionCode, Shared, connectionOf, type List } from '../../kernel';
import { CaseCourse } from './case-course';
import { CaseProcedure, CaseStatus, OriginKind, PartyKind } from './case-terms';

/**
 * A case, from its lead on. `regionCode` is the division of the department that handles it: its officers write it and see
 * its guarded fields, wherever the party is. The party's own division is kept apart, for figures by region and for the
 * publication in another province. The class is not called Case, since its table would be a word of SQL.
 */
@Entity()
@Index('enforcement_case_by_region', ['regionCode', 'number'])
@Index('enforcement_case_by_party', ['partyUscc', 'leadReceivedOn', 'number'])
@Index('enforcement_case_by_party_region', ['partyRegionCode', 'number'])
@Index('enforcement_case_by_industry', ['industryCode', 'partyRegionCode', 'status', 'number'])
@Index('enforcement_case_by_filing', ['regionCode', 'filingDate', 'departmentKind'])
@Index('enforcement_case_by_origin', ['originReference', 'regionCode', 'number'])
@Index('enforcement_case_by_hazard', ['hazardNumber', 'regionCode', 'number'])
@Index('enforcement_case_by_source', ['source', 'sourceId'], { unique: true })
@Index('enforcement_case_by_matter', { synchronize: false })
@ObjectType('Case', { description: '行政处罚案件. A case of administrative penalty, from its lead on.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class EnforcementCase extends CaseCourse {
  /** In normal form: see document-number.ts. */
  @CodeColumn(64, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '案号（规范形式）. Its number, in normal form.' })
  number: string;

  @CodeColumn(40)
  causeCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => PartyKind, { description: '当事人类型. Whether it is about an enterprise or a person.' })
  partyKind: PartyKind;

  /** Null for a person. */
  @CodeColumn(18, { nullable: true })
  partyUscc: string | null;

  /** In full; a person's leaves masked. */
  @Column('varchar', { length: 200 })
  storedPartyName: string;

  @CodeColumn(12)
  partyRegionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => DepartmentKind, { description: '办案部门类别. The kind of department that handles it.' })
  departmentKind: DepartmentKind;

  /** Of the department that handles it. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => CaseProcedure, { description: '处罚程序. By which procedure.' })
  procedure: CaseProcedure;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => OriginKind, { description: '案件来源. What it began with.' })
  originKind: OriginKind;

  @CodeColumn(130, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '来源编号（抽查、举报、检查、隐患等）. The number of what it began with.' })
  originReference: string | null;

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '隐患编号. The hazard that it belongs to.' })
  hazardNumber: string | null;

  @CodeColumn(40, { nullable: true })
  campaignCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [ID], { description: '关联案号：联合执法、一案双罚、一超四罚. Cases of the same offence: of other departments or parties.' })
  relatedNumbers: string[];

  @CodeColumn(4, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '当事人行业代码 (GB/T 4754-2017). The party’s industry.' })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { description: '涉及的一件事. The codes of the matters that it belongs to.' })
  matterCodes: string[];

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '违法行为终了之日. When the unlawful act ended.' })
  actEndedOn: string | null;

  /** 线索 and 证据: for the handling kind of department only. */
  @Column('varchar', { length: 1000, nullable: true })
  leadSummary: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  evidence: string | null;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const CaseConnection = connectionOf('Case', '案件', () => EnforcementCase);

export const CASES: List<EnforcementCase> = { name: 'cases', entity: EnforcementCase, order: ['regionCode', 'number'] };
export const CASES_OF_PARTY: List<EnforcementCase> = {
  name: 'casesOfParty',
  entity: EnforcementCase,
  order: ['leadReceivedOn', 'number'],
  descending: true,
};
export const CASES_OF_MATTER: List<EnforcementCase> = {
  name: 'casesOfMatter',
  entity: EnforcementCase,
  order: ['partyRegionCode', 'number'],
};

@InputType({ description: '案件筛选. Which cases.' })
export class CaseFilter {
  @Field(() => RegionCode, { nullable: true, description: '办案地区划及其下级. Handled in the subtree of this division.' })
  region?: string | null;

  @Field(() => RegionCode, { nullable: true, description: '当事人所在区划及其下级. About parties in the subtree of this division.' })
  partyRegion?: string | null;

  @Field(() => [CaseStatus], { nullable: true, description: '案件状态. In one of these states.' })
  status?: CaseStatus[] | null;

  @Field(() => DepartmentKind, { nullable: true, description: '办案部门类别. Handled by this kind of department.' })
  department?: DepartmentKind | null;

  @Field(() => OriginKind, { nullable: true, description: '案件来源. Begun with this.' })
  originKind?: OriginKind | null;

  @Field(() => ID, { nullable: true, description: '来源编号. Begun with what has this number.' })
  originReference?: string | null;

  @Field(() => ID, { nullable: true, description: '专项行动代码. In this campaign.' })
  campaign?: string | null;

  @Field(() => ID, { nullable: true, description: '隐患编号. About this hazard.' })
  hazardNumber?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否超期. Whether its period is over.' })
  overdue?: boolean | null;
}
