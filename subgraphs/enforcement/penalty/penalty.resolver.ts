import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import {
  Argument,
  Bounded,
  FACTS_AT_A_TIME,
  PageArgs,
  Shared,
  connectionFor,
  date,
  fields,
  flag,
  ruleBehind,
  rulesBeside,
  text,
  uscc,
  whole,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { CaseCause, causeOf } from '../case/case-cause';
import { CreditFile, Enterprise, LegalRule, Region } from '../others';
import { PenalisedEnterprise } from './penalised-enterprise';
import { PenaltyDecision, PenaltyFilter } from './penalty-decision';
import {
  penalisedEnterprises,
  penaltyByCase,
  penaltyPage,
  publishedCount,
  safetyPenaltiesOf,
} from './penalty.lists';
import {
  isPublicOn,
  isPublicationOverdue,
  publicityRule,
  publishBy,
  pushBy,
  withdrawBy,
} from './penalty.rules';

export const penaltyFields = fields(PenaltyDecision, {
  publishBy: workedOut(
    'PUBLIC',
    date,
    '公示期限；不予公示的为空. The last day for publishing it; null if it never is.',
    (decision) => publishBy(decision)?.date,
  ),
  publishByProvisional: workedOut(
    'PUBLIC',
    flag,
    '公示期限是否暂定. Whether publishBy may move with the calendar of a new year.',
    (decision) => publishBy(decision)?.provisional,
  ),
  pushBy: workedOut(
    'PUBLIC',
    date,
    '推送期限（当事人在外省）. The last day for pushing it to the party’s province.',
    (decision) => pushBy(decision)?.date,
  ),
  ...rulesBeside<PenaltyDecision>(() => LegalRule, 'PUBLIC', {
    publishBy: (decision) => publishBy(decision)?.rule,
    pushBy: (decision) => pushBy(decision)?.rule,
    publicUntil: (decision) =>
      ruleBehind(decision.publicUntil, publicityRule(decision), decision.publishedOn),
    withdrawBy: ({ annulledOn }) => (annulledOn === null ? null : withdrawBy(annulledOn).rule),
  }),
  publicationOverdue: workedOut(
    'PUBLIC',
    flag,
    '是否逾期未公示. Whether it should have been published before today.',
    (decision, { today }) => isPublicationOverdue(decision, today),
  ),
  published: workedOut(
    'PUBLIC',
    flag,
    '当前是否公示. Whether it is public today.',
    (decision, { today }) => isPublicOn(decision, today),
    {
      always: true,
    },
  ),
  withdrawBy: workedOut(
    'PUBLIC',
    date,
    '撤回期限. The last day for withdrawing it, once it was annulled.',
    ({ annulledOn }) => annulledOn && withdrawBy(annulledOn).date,
  ),
  cause: workedOut(
    'PUBLIC',
    () => CaseCause,
    '违法行为类型. The kind of unlawful act.',
    ({ causeCode }) => causeOf(causeCode),
  ),
  partyName: workedOut(
    'PUBLIC',
    text(200),
    '当事人名称；自然人以 张** 显示. The party’s name; a person’s is masked.',
    ({ storedPartyName }) => storedPartyName,
  ),
});

export const caseFields = fields(EnforcementCase, {
  penalty: workedOut(
    'UNCONDITIONAL',
    () => PenaltyDecision,
    '处罚决定. The penalty that was decided; null before.',
    ({ number }, context) => penaltyByCase(context).load(number),
  ),
});

export const creditFileFields = fields(CreditFile, {
  publishedPenalties: workedOut(
    'UNCONDITIONAL',
    () => Int,
    '公示中的行政处罚数. The number of its penalties that are public today.',
    async ({ uscc }, context) => (await publishedCount(context).load(uscc))?.count ?? 0,
  ),
});

export const enterprisePenalties = fields(Enterprise, {
  safetyPenalties: workedOut(
    'UNCONDITIONAL',
    () => [PenaltyDecision],
    '依安全生产法作出且未撤回的处罚决定，先后为序. Its penalties under the work safety law that were not withdrawn, the earliest first.',
    ({ uscc }, context) => safetyPenaltiesOf(context)(uscc),
    { longest: 1000 },
  ),
});

export const penalisedFields = fields(PenalisedEnterprise, {
  enterprise: workedOut(
    'UNCONDITIONAL',
    () => Enterprise,
    '单位. The enterprise that was penalised.',
    ({ uscc }) => ({ uscc }),
  ),
});

@Resolver(() => Region)
export class RegionPenaltiesResolver {
  @Bounded(FACTS_AT_A_TIME)
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [PenalisedEnterprise], {
    nullable: true,
    description:
      '受安全生产法处罚的单位，按决定机关所在区划，含下级，每次至多一千. Enterprises that departments of the division and those below it have penalised under the work safety law, in the order of their codes, a thousand at a time.',
  })
  penalisedEnterprises(
    @Root() { code }: InstanceType<typeof Region>,
    @Argument('from', date, '决定日期不早于. Counts only what was decided on this day or later.', {
      optional: true,
    })
    from: string | null,
    @Argument('atLeast', whole(1, 1_000), '至少受罚次数. Only those penalised at least so often.', {
      optional: true,
    })
    atLeast: number | null,
    @Argument('after', uscc, '在此代码之后的. Only those after this code.', { optional: true })
    after: string | null,
    @Ctx() context: RequestContext,
  ) {
    return penalisedEnterprises(context, code, { from, atLeast, after });
  }
}

const PenaltyDecisionConnection = connectionFor(PenaltyDecision);

@Resolver()
export class PenaltiesResolver {
  @Shared('PUBLIC')
  @Query(() => PenaltyDecisionConnection, {
    nullable: true,
    description:
      '处罚决定，按区划、文号排序；公众仅见公示中的. Decisions by division and number; anyone sees what is published now.',
  })
  penalties(
    @Arg('filter', () => PenaltyFilter, {
      nullable: true,
      description: '筛选. The decisions for which all of this holds.',
    })
    filter: PenaltyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return penaltyPage(context, filter, args);
  }
}
