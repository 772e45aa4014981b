import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, Shared, type RequestContext, byKey } from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.lists';
import { rowOn, rowsOf } from '../catalogue/catalogue.rules';
import { CccCategory } from '../catalogue/ccc-category';
import { KeyProduct, keyProductOf } from '../catalogue/key-product';
import { CccCertificate } from '../certificate/certificate';
import { Enterprise, Region } from '../others';
import { SamplingPlan, SamplingPlanConnection, SamplingPlanFilter } from './sampling-plan';
import { eventsOfSpotCheck, planByNumber, planPage, spotCheckById, spotCheckPage, spotChecksOf } from './sampling.loaders';
import { SpotCheck, SpotCheckConnection } from './spot-check';
import { Reinspection, SpotCheckEvent } from './spot-check-event';
import { SpotCheckFilter } from './spot-check.filter';
import { isCorrectionOverdue, objectionDue, rectificationDue, reinspectionOf } from './spot-check.rules';
import { SpotCheckResult } from './vocabulary';

@Resolver(() => SpotCheck)
export class SpotCheckResolver {
  @Shared('PUBLIC')
  @Query(() => SpotCheck, { nullable: true, description: '按编号查监督抽查. The spot check with this id.' })
  spotCheck(@Arg('id', () => ID, { description: '抽查编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return spotCheckById(context).load(id);
  }

  @Shared('PUBLIC')
  @Query(() => SpotCheckConnection, { nullable: true, description: '监督抽查，新的在前；公众仅见已公布的. Spot checks, the latest first.' })
  spotChecks(
    @Arg('filter', () => SpotCheckFilter, { nullable: true, description: '筛选. Which.' }) filter: SpotCheckFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return spotCheckPage(context, filter ?? {}, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => KeyProduct, { description: '重点产品. The key product that it is of.' })
  product(@Root() { productCode }: SpotCheck) {
    return keyProductOf(productCode);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CccCategory, { nullable: true, description: '认证目录类别. Its category of the CCC catalogue.' })
  async category(@Root() { categoryCode, sampledOn }: SpotCheck, @Ctx() context: RequestContext) {
    return categoryCode === null ? null : rowOn(rowsOf(await catalogueOf(context), categoryCode), sampledOn);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '销售者. Who sells it.' })
  seller(@Root() { sellerUscc }: SpotCheck) {
    return sellerUscc === null ? null : { uscc: sellerUscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '生产者. Who makes it.' })
  producer(@Root() { producerUscc }: SpotCheck) {
    return producerUscc === null ? null : { uscc: producerUscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '抽样地. Where the sample was taken.' })
  region(@Root() { regionCode }: SpotCheck) {
    return { code: regionCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CccCertificate, { nullable: true, description: '产品认证证书. The certificate that the product bears.' })
  certificate(@Root() { certificateNumber }: SpotCheck, @Ctx() context: RequestContext) {
    return certificateNumber === null ? null : byKey(CccCertificate)(context).load(certificateNumber);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SamplingPlan, { nullable: true, description: '抽查计划. The plan that it belongs to.' })
  plan(@Root() { planNumber }: SpotCheck, @Ctx() context: RequestContext) {
    return planNumber === null ? null : planByNumber(context).load(planNumber);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, { nullable: true, description: '异议期限. The last day for an objection.' })
  objectionDue(@Root() check: SpotCheck) {
    return objectionDue(check);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, { nullable: true, description: '改正期限. The last day for correction.' })
  rectificationDue(@Root() check: SpotCheck) {
    return rectificationDue(check);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期未改正. Whether correction is due and was not re-inspected.' })
  rectificationOverdue(@Root() check: SpotCheck, @Ctx() { today }: RequestContext) {
    return isCorrectionOverdue(check, today);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Reinspection, { nullable: true, description: '复查. The re-inspection that it asks for.' })
  reinspection(@Root() check: SpotCheck, @Ctx() { today }: RequestContext) {
    return reinspectionOf(check, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [SpotCheckEvent], { nullable: true, description: '处理记录，早者在前. The steps taken, the earliest first.' })
  async history(@Root() { id }: SpotCheck, @Ctx() context: RequestContext) {
    return (await eventsOfSpotCheck(context).load(id))?.events ?? [];
  }
}

@Resolver(() => Enterprise)
export class EnterpriseSpotChecksResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => SpotCheckConnection, {
    nullable: true,
    description: '所生产或销售产品的监督抽查，新的在前. The spot checks of products that it makes or sells, the latest first.',
  })
  spotChecks(
    @Root() { uscc }: InstanceType<typeof Enterprise>,
    @Arg('result', () => SpotCheckResult, { nullable: true, description: '抽查结果. With this result.' }) result: SpotCheckResult | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return spotChecksOf(context, uscc, result, args);
  }
}

@Resolver(() => SamplingPlan)
export class SamplingPlanResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => SamplingPlanConnection, {
    nullable: true,
    description:
      '抽查计划，新的在前；未完成的仅本辖区市场监管可见. Sampling plans, the latest first; until carried out they are their own market supervision’s.',
  })
  samplingPlans(
    @Arg('filter', () => SamplingPlanFilter, { nullable: true, description: '筛选. Which.' }) filter: SamplingPlanFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return planPage(context, filter ?? {}, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => KeyProduct, { nullable: true, description: '重点产品. The key product that it samples.' })
  product(@Root() { productCode }: SamplingPlan) {
    return keyProductOf(productCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '组织抽查的区划. The division of whoever plans it.' })
  region(@Root() { regionCode }: SamplingPlan) {
    return { code: regionCode };
  }
}
