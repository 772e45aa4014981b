import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, type List } from '../../kernel';
import { SalePlace, SamplingLevel, SpotCheckResult, SpotCheckStage } from './vocabulary';

@Entity()
@Index('spot_check_by_day', ['sampledOn', 'id'])
@Index('spot_check_by_region', ['regionCode', 'sampledOn', 'id'])
@Index('spot_check_by_seller', ['sellerUscc', 'sampledOn', 'id'])
@Index('spot_check_by_producer', ['producerUscc', 'sampledOn', 'id'])
// 不得重复抽查: the same product and batch
@Index('spot_check_by_batch', ['productCode', 'batch'])
// holds all that rates are worked out from
@Index('spot_check_by_category', ['categoryCode', 'regionCode', 'publishedOn', 'result', 'id'])
@Index('spot_check_by_matter', { synchronize: false })
@Index('spot_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '产品质量监督抽查. A sample that was taken of a product, and what followed from it.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class SpotCheck extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '抽查编号. Its id.' })
  id: string;

  @CodeColumn(60, { nullable: true })
  planNumber: string | null;

  @CodeColumn(28)
  productCode: string;

  @CodeColumn(28, { nullable: true })
  categoryCode: string | null;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => String, { description: '批次（生产日期或批号）. The batch that the sample is of.' })
  batch: string;

  @Column('varchar', { length: 200, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '产品名称、型号. The name and model of the product.' })
  productName: string | null;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '抽样日期. When the sample was taken.' })
  sampledOn: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => SalePlace, { nullable: true, description: '抽样环节. Where the sample was taken.' })
  place: SalePlace;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => SamplingLevel, { nullable: true, description: '组织抽查的层级. The level that has ordered the sampling.' })
  level: SamplingLevel;

  @CodeColumn(18, { nullable: true })
  sellerUscc: string | null;

  @CodeColumn(18, { nullable: true })
  producerUscc: string | null;

  @CodeColumn(12, { nullable: true })
  producerRegionCode: string | null;

  @CodeColumn(16, { nullable: true })
  certificateNumber: string | null;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => SpotCheckResult, { description: '抽查结果. What was found.' })
  result: SpotCheckResult;

  @CodeColumn(20)
  @Shared('PUBLIC')
  @Field(() => SpotCheckStage, { nullable: true, description: '处理阶段. How far it has come.' })
  stage: SpotCheckStage;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '不合格项目. In what it is not qualified.' })
  defects: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '收到检验结果日期. When the party was told the result.' })
  resultReceivedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '提出异议日期. When the result was objected to.' })
  objectedOn: string | null;

  /** Who has recorded the result, and may not decide on it. Null where another system has sent it. */
  @CodeColumn(200, { nullable: true })
  resultBy: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '责令停止生产销售日期. When the sale of the product was stopped.' })
  saleStoppedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '责令改正日期. When correction was ordered.' })
  correctionOrderedOn: string | null;

  @Column('date', { nullable: true })
  reinspectedOn: string | null;

  @CodeColumn(12, { nullable: true })
  reinspectionResult: SpotCheckResult | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '复查不合格公告日期. When it was announced that re-inspection had failed.' })
  announcedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '结果公布日期. From this day anyone sees it.' })
  publishedOn: string | null;

  /** Where the sample was taken. */
  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => RegionCode, { nullable: true, description: '抽样地区划代码. The division where the sample was taken.' })
  regionCode: string;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [String], { nullable: true, description: '涉及的一件事. The codes of the matters that it belongs to.' })
  matterCodes: string[];

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

/** A view, with a row for the seller and one for the producer, so that either's checks are a walk along one index. */
@Entity({ synchronize: false })
export class SpotCheckOfParty extends SpotCheck {
  @CodeColumn(18)
  partyUscc: string;
}

export const SpotCheckConnection = connectionOf('SpotCheck', '产品质量监督抽查', () => SpotCheck);

export const SPOT_CHECKS: List<SpotCheck> = { name: 'spotChecks', entity: SpotCheck, order: ['sampledOn', 'id'], descending: true };
export const SPOT_CHECKS_OF_PARTY: List<SpotCheckOfParty> = {
  name: 'spotChecksOfParty',
  entity: SpotCheckOfParty,
  order: ['sampledOn', 'id'],
  descending: true,
};
