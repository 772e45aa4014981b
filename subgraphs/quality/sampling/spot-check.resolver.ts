import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  ABOUT,
  Argument,
  PageArgs,
  Shared,
  aboutCodes,
  connectionFor,
  date,
  fields,
  flag,
  ofCategory,
  rulesBeside,
  taggedWith,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.lists';
import { rowOn, rowsOf } from '../catalogue/catalogue.rules';
import { CccCategory } from '../catalogue/ccc-category';
import { KeyProduct, keyProductOf } from '../catalogue/key-product';
import { Enterprise, LegalRule } from '../others';
import { certificateGroundsOf } from './certificate-grounds.lists';
import { SamplingPlan, SamplingPlanFilter } from './sampling-plan';
import { eventsOfSpotCheck, planPage, spotCheckPage, spotChecksOf } from './sampling.lists';
import { CertificateGround, SpotCheckResult } from './sampling.terms';
import { SpotCheck } from './spot-check';
import { Reinspection, SpotCheckEvent } from './spot-check-event';
import { SpotCheckFilter } from './spot-check.filter';
import {
  isCorrectionOverdue,
  objectionDue,
  rectificationDue,
  reinspectionOf,
  ruleOf,
} from './spot-check.rules';

const SpotCheckConnection = connectionFor(SpotCheck);
const SamplingPlanConnection = connectionFor(SamplingPlan);

export const spotCheckFields = fields(SpotCheck, {
  about: workedOut('PUBLIC', aboutCodes, ABOUT, ({ categoryCode, matterCodes }) => [
    ...ofCategory(categoryCode),
    ...taggedWith(matterCodes),
  ]),
  product: workedOut(
    'PUBLIC',
    () => KeyProduct,
    '重点产品. The key product that it is of.',
    ({ productCode }) => keyProductOf(productCode),
    { always: true },
  ),
  category: workedOut(
    'PUBLIC',
    () => CccCategory,
    '认证目录类别，按抽样日目录. Its category of the CCC catalogue, as it was on the day of sampling.',
    async ({ categoryCode, sampledOn }, context) =>
      categoryCode === null ? null : rowOn(rowsOf(await catalogueOf(context), categoryCode), sampledOn),
  ),
  certificateGrounds: workedOut(
    'PUBLIC',
    () => [CertificateGround],
    '认证存疑情形，按抽样当日；空为无. What spoke against its certificate on the day of sampling, or is not known of it; empty if nothing did.',
    (check, context) => certificateGroundsOf(context, check),
  ),
  objectionDue: workedOut('PUBLIC', date, '异议期限. The last day for an objection.', (check) =>
    objectionDue(check),
  ),
  rectificationDue: workedOut('PUBLIC', date, '改正期限. The last day for correction.', (check) =>
    rectificationDue(check),
  ),
  ...rulesBeside<SpotCheck>(() => LegalRule, 'PUBLIC', {
    objectionDue: ({ resultReceivedOn }) =>
      resultReceivedOn === null ? null : ruleOf('objection', resultReceivedOn),
    rectificationDue: ({ correctionOrderedOn }) =>
      correctionOrderedOn === null ? null : ruleOf('correction', correctionOrderedOn),
  }),
  rectificationOverdue: workedOut(
    'PUBLIC',
    flag,
    '是否逾期未改正. Whether correction is due and was not re-inspected.',
    (check, { today }) => isCorrectionOverdue(check, today),
  ),
  reinspection: workedOut(
    'PUBLIC',
    () => Reinspection,
    '复查. The re-inspection that it asks for.',
    (check, { today }) => reinspectionOf(check, today),
  ),
  history: workedOut(
    'UNCONDITIONAL',
    () => [SpotCheckEvent],
    '处理记录，早者在前. The steps taken, the earliest first.',
    ({ id }, context) => eventsOfSpotCheck(context)(id),
  ),
});

export const samplingPlanFields = fields(SamplingPlan, {
  product: workedOut(
    'UNCONDITIONAL',
    () => KeyProduct,
    '重点产品. The key product that it samples.',
    ({ productCode }) => keyProductOf(productCode),
  ),
});

@Resolver()
export class SamplingLists {
  @Shared('PUBLIC')
  @Query(() => SpotCheckConnection, {
    nullable: true,
    description: '监督抽查，新的在前；公众仅见已公布的. Spot checks, the latest first.',
  })
  spotChecks(
    @Arg('filter', () => SpotCheckFilter, {
      nullable: true,
      description: '筛选条件. Returns only what meets these conditions.',
    })
    filter: SpotCheckFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return spotCheckPage(context, filter ?? {}, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => SamplingPlanConnection, {
    nullable: true,
    description:
      '抽查计划，新的在前；未完成的仅本辖区市场监管可见. Sampling plans, the latest first; until carried out they are their own market supervision’s.',
  })
  samplingPlans(
    @Arg('filter', () => SamplingPlanFilter, {
      nullable: true,
      description: '筛选条件. Returns only what meets these conditions.',
    })
    filter: SamplingPlanFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return planPage(context, filter ?? {}, args);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseSpotChecksResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => SpotCheckConnection, {
    nullable: true,
    description:
      '所生产或销售产品的监督抽查，新的在前. The spot checks of products that it makes or sells, the latest first.',
  })
  spotChecks(
    @Root() { uscc }: InstanceType<typeof Enterprise>,
    @Arg('result', () => SpotCheckResult, {
      nullable: true,
      description: '抽查结果. Returns only those with this result.',
    })
    result: SpotCheckResult | null,
    @Argument('from', date, '抽样日期不早于. Sampled on this day or later.', { optional: true })
    from: string | null,
    @Argument('to', date, '抽样日期不晚于. Sampled on this day or earlier.', { optional: true })
    to: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return spotChecksOf(context, uscc, { result, from, to }, args);
  }
}
