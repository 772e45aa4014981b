import { Index } from 'typeorm';
import { Fact, Kept, Key, Noun, RefersTo, Submitted, prose, type List } from '../../kernel';
import { asId, asked, asking, date, inputOf, inputType, paperNumber, regionCode, text } from '../../kernel';
import { keyProductCode } from '../catalogue/key-product';
import { Region } from '../others';

export const planNumber = paperNumber(60);

/**
 * Who will be sampled must not be known before: until it has been carried out, a plan is seen by market supervision of its
 * own region only (the row rule is in sampling.lists.ts), and whom it names by no other department at any time.
 */
@Noun('监督抽查计划. A plan of product samplings.', { term: { zh: '抽查计划', en: 'sampling plan' } })
@Index('sampling_plan_by_day', ['plannedFrom', 'number'])
export class SamplingPlan extends Submitted {
  @Key('UNCONDITIONAL', asId(planNumber), '计划编号. The number of the plan.', { always: false })
  number: string;
  @Fact('UNCONDITIONAL', text(200), '名称. The title of the plan.') title: string;
  @Kept(asId(keyProductCode), '重点产品代码，见 keyProducts. The key product that it samples.')
  productCode: string;

  @Fact('RESTRICTED', prose(1000), '拟抽查对象. Whom and where it will sample.', {
    owner: 'MARKET_SUPERVISION',
  })
  targets: string;

  @Fact('UNCONDITIONAL', date, '计划起始日. The first day of the planned period.') plannedFrom: string;
  @Fact('UNCONDITIONAL', date, '计划截止日. The last day of the planned period.') plannedTo: string;

  @Fact('UNCONDITIONAL', date, '完成日期. The day on which it had been carried out.', { optional: true })
  carriedOutOn: string | null;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '组织抽查的区划. The division of whoever plans it.', {
    as: 'region',
    shown: '组织抽查的区划代码. The code of the division of whoever plans it.',
  })
  regionCode: string;
}

export const SAMPLING_PLANS: List<SamplingPlan> = {
  name: 'samplingPlans',
  entity: SamplingPlan,
  order: ['plannedFrom', 'number'],
  descending: true,
};

export const SamplingPlanInput = inputOf(
  SamplingPlan,
  '监督抽查计划报送. A sampling plan as it is submitted.',
  ['number', 'title', 'productCode', 'targets', 'plannedFrom', 'plannedTo', 'carriedOutOn', 'regionCode'],
);

export const CompleteSamplingPlanInput = inputType(
  'CompleteSamplingPlanInput',
  '抽查计划完成. That a plan was carried out.',
  {
    ...asking(SamplingPlan, ['number']),
    on: asked(date, '完成日期，默认当日. The day on which it was carried out, today by default.', {
      optional: true,
    }),
  },
);

export const SamplingPlanFilter = inputType(
  'SamplingPlanFilter',
  '抽查计划筛选条件. The conditions by which sampling plans are selected; those given must all hold.',
  {
    region: asked(regionCode, '区划及其下级. Of the subtree of this division.', { optional: true }),
    product: asked(asId(keyProductCode), '重点产品代码. Returns only those of this key product.', {
      optional: true,
    }),
  },
);
export type SamplingPlanFilter = Partial<InstanceType<typeof SamplingPlanFilter>>;
