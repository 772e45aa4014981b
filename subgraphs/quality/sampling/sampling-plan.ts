import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, type List } from '../../kernel';

/**
 * Who will be sampled must not be known before: until it has been carried out, a plan is seen by market supervision of its
 * own region only (the row rule is in sampling.loaders.ts), and whom it names by no other department at any time.
 */
@Entity()
@Index('sampling_plan_by_day', ['plannedFrom', 'number'])
@Index('sampling_plan_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '监督抽查计划. A plan of samplings.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class SamplingPlan extends Submitted {
  @CodeColumn(60, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '计划编号. Its number.' })
  number: string;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '名称. Its title.' })
  title: string;

  @CodeColumn(28)
  productCode: string;

  @Column('varchar', { length: 1000 })
  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '拟抽查对象. Whom and where it will sample.' })
  targets: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '计划起始日. Planned from this day.' })
  plannedFrom: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '计划截止日. Planned until this day.' })
  plannedTo: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '完成日期. When it had been carried out.' })
  carriedOutOn: string | null;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => RegionCode, { nullable: true, description: '组织抽查的区划代码. The division of whoever plans it.' })
  regionCode: string;
}

export const SamplingPlanConnection = connectionOf('SamplingPlan', '监督抽查计划', () => SamplingPlan);
export const SAMPLING_PLANS: List<SamplingPlan> = {
  name: 'samplingPlans',
  entity: SamplingPlan,
  order: ['plannedFrom', 'number'],
  descending: true,
};

@InputType({ description: '抽查计划筛选. Which plans.' })
export class SamplingPlanFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. Of the subtree of this division.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: '重点产品代码. Of this key product.' })
  product?: string | null;
}
