import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Field, ObjectType } from 'type-graphql';
import { DateOnly, PageArgs, Shared, Yuan, type RequestContext } from '../../kernel';
import { Enterprise, Region } from '../others';
import { Tip, TipConnection, TipFilter } from './tip';
import { TipEvent, TipProgress, TipReceipt } from './tip-records';
import { RewardTipInput, TipInput, TipReasonInput, VerifyTipInput } from './tip.inputs';
import { eventsOfTip, tipByNumber, tipPage } from './tip.loaders';
import { HANDLER, dueOf, isOverdueOn } from './tip.rules';
import { acceptTip, dismissTip, extendTip, rewardTip, submitTip, tellTipReporter, tipProgress, verifyTip } from './tip.service';

/** What a tip says. Only reached through the RESTRICTED field of its handler. */
@ObjectType({ description: '举报内容. What a tip says, and what was found.', simpleResolvers: true })
export class TipContent {
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '举报事项. The matter.' })
  subject: string;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '具体情况. What happened, without the reporter’s name.' })
  description: string;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '核查结果. What was found.' })
  finding: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Yuan, { nullable: true, description: '奖励金额. The reward.' })
  reward: string | null;
}

@Resolver(() => TipContent)
export class TipContentResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被举报单位. The enterprise that it is about.' })
  enterprise(@Root() { uscc }: Tip) {
    return uscc && { uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [TipEvent], { nullable: true, description: '办理记录. The steps, the first one first.' })
  async history(@Root() { number }: Tip, @Ctx() context: RequestContext) {
    return (await eventsOfTip(context).load(number))?.events ?? [];
  }
}

@Resolver(() => Tip)
export class TipResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => Tip, { nullable: true, description: '按编号查举报. The tip with this number.' })
  tip(@Arg('number', () => ID, { description: '举报编号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return tipByNumber(context).load(number);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => TipConnection, { nullable: true, description: '举报，按区划、编号排序. Tips by division and number.' })
  tips(
    @Arg('filter', () => TipFilter, { nullable: true, description: '筛选. Which.' }) filter: TipFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return tipPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => TipProgress, { nullable: true, description: '凭回执码查办理进度. How far a tip is; null for a code that names none.' })
  tipStatus(
    @Arg('receiptCode', () => String, { description: '回执码. The code of the receipt.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return tipProgress(context, code);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '事发地. The division where it happens.' })
  region(@Root() { regionCode }: Tip) {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '下一步的期限. By when the next step is owed; null if none is.' })
  dueOn(@Root() tip: Tip) {
    return dueOf(tip)?.date ?? null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否超期（当日）. Whether that period is over today.' })
  overdue(@Root() tip: Tip, @Ctx() { today }: RequestContext) {
    return isOverdueOn(tip, today);
  }

  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @FieldResolver(() => TipContent, { nullable: true, description: '内容（市场监管类）. What it says, if market supervision handles it.' })
  forMarketSupervision(@Root() tip: Tip) {
    return HANDLER[tip.category] === 'MARKET_SUPERVISION' ? tip : null;
  }

  @Shared('RESTRICTED', 'EMERGENCY_MANAGEMENT')
  @FieldResolver(() => TipContent, { nullable: true, description: '内容（安全生产类）. What it says, if emergency management handles it.' })
  forEmergencyManagement(@Root() tip: Tip) {
    return HANDLER[tip.category] === 'EMERGENCY_MANAGEMENT' ? tip : null;
  }

  @Shared('RESTRICTED', 'FIRE_RESCUE')
  @FieldResolver(() => TipContent, { nullable: true, description: '内容（消防类）. What it says, if fire and rescue handles it.' })
  forFireRescue(@Root() tip: Tip) {
    return HANDLER[tip.category] === 'FIRE_RESCUE' ? tip : null;
  }
}

@Resolver(() => Tip)
export class TipStepResolver {
  @Shared('PUBLIC')
  @Mutation(() => TipReceipt, {
    nullable: true,
    description: '举报，任何人可用；举报人信息密封. Gives a tip: anyone may, and the reporter is sealed.',
  })
  submitTip(@Arg('input', () => TipInput, { description: '举报. The tip.' }) input: TipInput, @Ctx() context: RequestContext) {
    return submitTip(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Tip, { nullable: true, description: '受理举报. Accepts a tip.' })
  acceptTip(@Arg('number', () => ID, { description: '举报编号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return acceptTip(context, number);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Tip, { nullable: true, description: '延长核查期限，一次. Extends the period for checking, once.' })
  extendTip(@Arg('input', () => TipReasonInput, { description: '理由. Why.' }) input: TipReasonInput, @Ctx() context: RequestContext) {
    return extendTip(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Tip, { nullable: true, description: '查实举报. Finds a tip true.' })
  verifyTip(
    @Arg('input', () => VerifyTipInput, { description: '核查结果. What was found.' }) input: VerifyTipInput,
    @Ctx() context: RequestContext,
  ) {
    return verifyTip(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Tip, { nullable: true, description: '不予受理或查无实据. Dismisses a tip.' })
  dismissTip(@Arg('input', () => TipReasonInput, { description: '理由. Why.' }) input: TipReasonInput, @Ctx() context: RequestContext) {
    return dismissTip(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Tip, { nullable: true, description: '答复举报人，凭回执码可见. Leaves the answer that the receipt code shows.' })
  tellTipReporter(
    @Arg('input', () => TipReasonInput, { description: '答复. The answer.' }) input: TipReasonInput,
    @Ctx() context: RequestContext,
  ) {
    return tellTipReporter(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Tip, { nullable: true, description: '奖励举报，由查实人以外的人审批. Grants a reward: by another than who verified it.' })
  rewardTip(
    @Arg('input', () => RewardTipInput, { description: '奖励. The reward.' }) input: RewardTipInput,
    @Ctx() context: RequestContext,
  ) {
    return rewardTip(context, input);
  }
}
