import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, Shared, type RequestContext } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { CaseCause, causeOf } from '../case/case-cause';
import { caseByNumber } from '../case/case.lists';
import { shownName } from '../case/case.rules';
import { CreditFile, Department, Enterprise, Region } from '../others';
import { PenaltyDecision, PenaltyDecisionConnection, PenaltyFilter } from './penalty-decision';
import { PublicationInput, StopPublicityInput, WithdrawDecisionInput } from './penalty.inputs';
import { penaltiesOfEnterprise, penaltyByCase, penaltyByNumber, penaltyPage, publishedCount } from './penalty.loaders';
import { isPublicOn, publishBy, pushBy, withdrawBy } from './penalty.rules';
import { publishDecision, publishPushedDecision, pushDecision, stopPublicity, withdrawDecision } from './penalty.service';

@Resolver(() => PenaltyDecision)
export class PenaltyResolver {
  @Shared('PUBLIC')
  @Query(() => PenaltyDecision, { nullable: true, description: '按文号查处罚决定；公众仅见公示中的. The decision with this number.' })
  penalty(@Arg('documentNumber', () => ID, { description: '处罚决定书文号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return penaltyByNumber(context, number);
  }

  @Shared('PUBLIC')
  @Query(() => PenaltyDecisionConnection, {
    nullable: true,
    description: '处罚决定，按区划、文号排序；公众仅见公示中的. Decisions by division and number; anyone sees what is published now.',
  })
  penalties(
    @Arg('filter', () => PenaltyFilter, { nullable: true, description: '筛选. Which.' }) filter: PenaltyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return penaltyPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '公示期限；不予公示的为空. The last day for publishing it; null if it never is.',
  })
  publishBy(@Root() decision: PenaltyDecision) {
    return publishBy(decision)?.date ?? null;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '公示期限是否暂定. Whether publishBy may move with the calendar of a new year.',
  })
  publishByProvisional(@Root() decision: PenaltyDecision) {
    return publishBy(decision)?.provisional ?? null;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '推送期限（当事人在外省）. The last day for pushing it to the party’s province.',
  })
  pushBy(@Root() decision: PenaltyDecision) {
    return pushBy(decision)?.date ?? null;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期未公示. Whether it should have been published before today.' })
  publicationOverdue(@Root() decision: PenaltyDecision, @Ctx() { today }: RequestContext) {
    return decision.publishedOn === null && decision.withdrawnOn === null && (publishBy(decision)?.date ?? today) < today;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { description: '当前是否公示. Whether it is public today.' })
  published(@Root() decision: PenaltyDecision, @Ctx() { today }: RequestContext) {
    return isPublicOn(decision, today);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, { nullable: true, description: '撤回期限. The last day for withdrawing it, once it was annulled.' })
  withdrawBy(@Root() { annulledOn }: PenaltyDecision) {
    return annulledOn && withdrawBy(annulledOn).date;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CaseCause, { nullable: true, description: '违法行为类型. The kind of unlawful act.' })
  cause(@Root() { causeCode }: PenaltyDecision) {
    return causeOf(causeCode);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '当事人（单位）. The enterprise that was punished; null for a person.' })
  party(@Root() { partyUscc }: PenaltyDecision) {
    return partyUscc && { uscc: partyUscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => String, { nullable: true, description: '当事人名称；自然人以 张** 显示. Its name; a person’s is masked.' })
  partyName(@Root() { partyKind, storedPartyName }: PenaltyDecision) {
    return shownName(partyKind, storedPartyName);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '决定机关. The department that decided.' })
  department(@Root() { departmentCode }: PenaltyDecision) {
    return { code: departmentCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '决定机关所在地. The division of that department.' })
  region(@Root() { regionCode }: PenaltyDecision) {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EnforcementCase, { nullable: true, description: '案件. The case that it decides.' })
  case(@Root() { caseNumber }: PenaltyDecision, @Ctx() context: RequestContext) {
    return caseByNumber(context, caseNumber);
  }
}

const asked = { description: '内容. What is done.' };

@Resolver()
export class PublicationResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => PenaltyDecision, { nullable: true, description: '公示处罚决定. Publishes a decision.' })
  publishDecision(@Arg('input', () => PublicationInput, asked) input: PublicationInput, @Ctx() context: RequestContext) {
    return publishDecision(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => PenaltyDecision, { nullable: true, description: '向当事人所在省推送. Pushes a decision to the party’s province.' })
  pushDecision(@Arg('input', () => PublicationInput, asked) input: PublicationInput, @Ctx() context: RequestContext) {
    return pushDecision(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => PenaltyDecision, { nullable: true, description: '公示外省推送的决定. Publishes what another province has pushed.' })
  publishPushedDecision(@Arg('input', () => PublicationInput, asked) input: PublicationInput, @Ctx() context: RequestContext) {
    return publishPushedDecision(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => PenaltyDecision, { nullable: true, description: '提前停止公示. Ends a publication before its term.' })
  stopPublicity(@Arg('input', () => StopPublicityInput, asked) input: StopPublicityInput, @Ctx() context: RequestContext) {
    return stopPublicity(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => PenaltyDecision, { nullable: true, description: '撤回公示. Withdraws a decision that was annulled.' })
  withdrawDecision(@Arg('input', () => WithdrawDecisionInput, asked) input: WithdrawDecisionInput, @Ctx() context: RequestContext) {
    return withdrawDecision(context, input);
  }
}

@Resolver(() => EnforcementCase)
export class CasePenaltyResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => PenaltyDecision, { nullable: true, description: '处罚决定. The decision.' })
  penalty(@Root() { number }: EnforcementCase, @Ctx() context: RequestContext) {
    return penaltyByCase(context).load(number);
  }
}

@Resolver(() => Enterprise)
export class EnterprisePenaltiesResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => PenaltyDecisionConnection, {
    nullable: true,
    description: '处罚决定，新的在前；公众仅见公示中的. Its penalties, the latest first.',
  })
  penalties(@Root() { uscc }: InstanceType<typeof Enterprise>, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return penaltiesOfEnterprise(context, uscc, args);
  }
}

@Resolver(() => CreditFile)
export class CreditFileResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Int, { nullable: true, description: '公示中的行政处罚数. How many penalties of it are public today.' })
  async publishedPenalties(@Root() { uscc }: InstanceType<typeof CreditFile>, @Ctx() context: RequestContext) {
    return (await publishedCount(context).load(uscc))?.count ?? 0;
  }
}
