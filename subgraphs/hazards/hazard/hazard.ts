import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, DepartmentKind, HazardDomain, Shared, Submitted, connectionOf, type List } from '../../kernel';
import { DiscoveryMode, Escalation, HazardChannel, HazardGrade, HazardOrigin, HazardStatus } from './hazard.terms';

/** Rows that count: neither waiting to be verified nor dismissed. */
const IN_DATABASE = `status NOT IN ('REPORTED', 'DISMISSED')`;

/** 重大事故隐患数据库. A row is never deleted; every step of its loop is a HazardEvent. */
@Entity()
@Index('hazard_by_region', ['regionCode', 'number'])
@Index('hazard_by_enterprise', ['uscc', 'regionCode', 'number'])
@Index('hazard_by_equipment', ['equipmentCode', 'regionCode', 'number'])
@Index('hazard_exposed', ['regionCode', 'number'], { where: `escalation = 'EXPOSURE' AND ${IN_DATABASE}` })
@Index('hazard_open', ['regionCode', 'number'], { where: `${IN_DATABASE} AND status <> 'CLOSED'` })
@Index('hazard_by_source', ['source', 'sourceId'], { unique: true })
@Index('hazard_by_matter', { synchronize: false })
@Index('hazard_due', { synchronize: false })
@Index('hazard_by_industry', { synchronize: false })
@ObjectType({ description: '事故隐患. A hazard in the shared database, major or not.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class Hazard extends Submitted {
  @CodeColumn(64, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '隐患编号. Its number.' })
  number: string;

  @CodeColumn(16)
  @Shared('PUBLIC')
  @Field(() => HazardGrade, { nullable: true, description: '隐患等级. Its grade.' })
  grade: HazardGrade;

  @CodeColumn(20)
  @Shared('PUBLIC')
  @Field(() => HazardDomain, { nullable: true, description: '隐患领域. The field that it belongs to.' })
  domain: HazardDomain;

  @CodeColumn(40, { nullable: true })
  criterionCode: string | null;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => HazardChannel, { nullable: true, description: '发现渠道. How it came to be known.' })
  channel: HazardChannel;

  @CodeColumn(12, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DiscoveryMode, { nullable: true, description: '三查一曝光方式. By which of the campaign’s means.' })
  mode: DiscoveryMode | null;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => HazardOrigin, { nullable: true, description: '线索来源. The kind of record that it goes back to.' })
  origin: HazardOrigin | null;

  /** The number of that record; a tip's leads to who gave it. */
  @Column('varchar', { length: 100, nullable: true })
  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '线索编号. The number of the record that it goes back to.' })
  originReference: string | null;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @CodeColumn(20, { nullable: true })
  equipmentCode: string | null;

  /** Of the place where the hazard is. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '行业代码 (GB/T 4754-2017). The industry, two to four digits.' })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [String], { nullable: true, description: '涉及的一件事. The codes of the matters that it belongs to.' })
  matterCodes: string[];

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '隐患描述. What is wrong.' })
  description: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '发现日期. The day on which it was found.' })
  foundOn: string;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '原定整改期限. The deadline as it was first set.' })
  originalDueOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '整改期限（含延期）. The deadline with its extensions.' })
  dueOn: string | null;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => HazardStatus, { nullable: true, description: '隐患状态. Where it stands.' })
  status: HazardStatus;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => Escalation, { nullable: true, description: '督办层级. How far supervision has gone.' })
  escalation: Escalation;

  @CodeColumn(40, { nullable: true })
  leadDepartmentCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  supervisorCodes: string[];

  /** The kind of department that decides: the lead's, or until there is one that of the domain. */
  @CodeColumn(24)
  @Shared('PUBLIC')
  @Field(() => DepartmentKind, { nullable: true, description: '主管部门类别. The kind of department that decides on it.' })
  competentKind: DepartmentKind;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '挂牌督办日期. Since when it is under listed supervision; null if it is not.' })
  listedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '停产停用日期. Since when production or use is stopped; null if it is not.' })
  haltedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '销号日期. The day on which it was closed.' })
  closedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '回头看日期. When a look-back has confirmed the closing.' })
  lookedBackOn: string | null;

  /** The subjects of the officers who found, submitted and closed it: they must not judge their own work. */
  @CodeColumn(128, { nullable: true })
  reportedBy: string | null;

  @CodeColumn(24)
  reporterKind: DepartmentKind;

  @CodeColumn(40, { nullable: true })
  reporterDepartmentCode: string | null;

  @CodeColumn(128, { nullable: true })
  rectifiedBy: string | null;

  @CodeColumn(128, { nullable: true })
  closedBy: string | null;

  /** Whether there is a plan of rectification. */
  @Column('boolean')
  planned: boolean;

  /** 1, and one more after each reopening. */
  @Column('int')
  round: number;

  /** How many steps its history has. */
  @Column('int')
  steps: number;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const HazardConnection = connectionOf('Hazard', '事故隐患', () => Hazard);

export const HAZARDS: List<Hazard> = { name: 'hazards', entity: Hazard, order: ['regionCode', 'number'] };
