import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  asId,
  Argument,
  Shared,
  byKey,
  connectionFor,
  date,
  fields,
  flag,
  isOfTown,
  listOf,
  oneOf,
  prose,
  recordReference,
  rulesBeside,
  text,
  workedOut,
  yuan,
  type DepartmentKind,
  type RequestContext,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { CaseFile } from '../case/case-file';
import { goesBackToTip } from '../case/case.rules';
import { Enterprise, Hazard, LegalRule } from '../others';
import { Tip, TipFilter, TipInput } from './tip';
import { TipContent, TipEvent, TipProgress, TipReceipt } from './tip-records';
import { eventsOfTip, tipPage, tipsOf, tipsOfCase } from './tip.lists';
import { submitTip, tipProgress } from './tip.reporting';
import { acceptBy, checkBy, dueOf, isOverdueOn } from './tip.rules';
import { TipTransfer } from './tip-transfer';
import { tipOfTransfer, transfersOfTip } from './tip-transfer.lists';
import { TipStatus } from './tip.terms';

/** What a tip says, to the kind of department that handles it: each has a field of its own, which the gateway guards. */
function contentFor(owner: DepartmentKind, says: string) {
  return workedOut<Tip>(
    'RESTRICTED',
    () => TipContent,
    says,
    (tip) => (tip.handlerKind === owner ? tip : null),
    { owner },
  );
}

/** As was promised to clients; the other kinds of department read it in what the tip says to them. */
function ledTo(property: 'caseNumber' | 'hazardNumber', says: string) {
  const owner = 'MARKET_SUPERVISION';
  const of = (tip: Tip) => (tip.handlerKind === owner ? tip[property] : null);
  return workedOut<Tip>('RESTRICTED', () => ID, says, of, { owner });
}

export const tipFields = fields(Tip, {
  caseNumber: ledTo(
    'caseNumber',
    '由此立案的案号，市场监管类. The number of the case that it led to, if market supervision handles it.',
  ),
  hazardNumber: ledTo(
    'hazardNumber',
    '由此登记的隐患编号，市场监管类. The number of the hazard that it led to, if market supervision handles it.',
  ),
  reply: workedOut(
    'UNCONDITIONAL',
    prose(500),
    '给举报人的答复，凭回执码可见. The answer, which the reporter reads with the receipt code.',
    ({ reply }) => reply,
  ),
  dueOn: workedOut(
    'UNCONDITIONAL',
    date,
    '下一步的期限；无须办理或者该部门没有已知规定的为空. By when the next step is owed; null if none is, or where no rule of its department is known.',
    (tip) => dueOf(tip)?.date,
  ),
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否超期（当日）；期限不详的为空. Whether that period is over today; null where it is not known.',
    (tip, { today }) => isOverdueOn(tip, today),
  ),
  ...rulesBeside<Tip>(() => LegalRule, 'UNCONDITIONAL', { dueOn: (tip) => dueOf(tip)?.rule }),
  forMarketSupervision: contentFor(
    'MARKET_SUPERVISION',
    '内容（市场监管类）. What it says, if market supervision handles it.',
  ),
  forEmergencyManagement: contentFor(
    'EMERGENCY_MANAGEMENT',
    '内容（安全生产类）. What it says, if emergency management handles it.',
  ),
  forFireRescue: contentFor('FIRE_RESCUE', '内容（消防类）. What it says, if fire and rescue handles it.'),
});

export const tipContentFields = fields(TipContent, {
  subject: workedOut(
    'UNCONDITIONAL',
    text(200),
    '举报事项. The matter, in a few words.',
    ({ subject }) => subject,
  ),
  description: workedOut(
    'UNCONDITIONAL',
    text(2000),
    '具体情况. A description of the facts that does not name the reporter.',
    ({ description }) => description,
  ),
  finding: workedOut(
    'UNCONDITIONAL',
    text(1000),
    '核查结果. The result of the check of the tip.',
    ({ finding }) => finding,
  ),
  reward: workedOut(
    'UNCONDITIONAL',
    yuan,
    '奖励金额（元）. The amount of the reward, in yuan; null without one.',
    ({ reward }) => reward,
  ),
  enterprise: workedOut(
    'UNCONDITIONAL',
    () => Enterprise,
    '被举报单位. The enterprise that it is about.',
    ({ uscc }) => (uscc === null ? null : { uscc }),
  ),
  case: workedOut(
    'UNCONDITIONAL',
    () => EnforcementCase,
    '由此立案的案件. The case that it led to.',
    ({ caseNumber }, context) =>
      caseNumber === null ? null : byKey(EnforcementCase)(context).load(caseNumber),
  ),
  hazard: workedOut(
    'UNCONDITIONAL',
    () => Hazard,
    '由此登记的隐患. The hazard that it led to.',
    ({ hazardNumber }) => (hazardNumber === null ? null : { number: hazardNumber }),
  ),
  history: workedOut(
    'UNCONDITIONAL',
    () => [TipEvent],
    '办理记录，早者在前. The steps that were taken, the first one first.',
    ({ number }, context) => eventsOfTip(context)(number),
  ),
  transfers: workedOut(
    'UNCONDITIONAL',
    () => [TipTransfer],
    '移送，早者在前. The departments that it was offered to, the first one first.',
    ({ number }, context) => transfersOfTip(context)(number),
  ),
});

/** Whether an officer of the department may read the number of a tip: one that is none of ours is a word like another. */
async function mayName(context: RequestContext, number: string): Promise<boolean> {
  if (isOfTown(context.caller)) return false;
  return (
    (await byKey(Tip)(context).load(number)) !== null || (await tipOfTransfer(context).load(number)) === null
  );
}

/** By which rules the days of a receipt were worked out. */
const byLaw = <Row extends TipReceipt | TipProgress>() =>
  rulesBeside<Row>(() => LegalRule, 'PUBLIC', {
    acceptBy: ({ tip }) => acceptBy(tip)?.rule,
    checkBy: ({ tip }) => checkBy(tip)?.rule,
  });
export const receiptFields = fields(TipReceipt, byLaw<TipReceipt>());
export const progressFields = fields(TipProgress, byLaw<TipProgress>());

/** The way back from a case, for those who may see both. */
export const caseFileFields = fields(CaseFile, {
  tips: workedOut(
    'UNCONDITIONAL',
    () => [Tip],
    '由其立案的举报. The tips that it was opened on.',
    ({ number }, context) => (isOfTown(context.caller) ? [] : tipsOfCase(context)(number)),
  ),
  originReference: workedOut(
    'UNCONDITIONAL',
    asId(recordReference(130)),
    '来源编号，含举报编号；应回避的人员不得见. The number of what it began with, a tip as well, but for an officer who keeps away.',
    async (row, context) => {
      const { originReference } = row;
      if (originReference === null || !goesBackToTip(row)) return originReference;
      return (await mayName(context, originReference)) ? originReference : null;
    },
  ),
});

const OWN_ZH = '仅列本部门在本辖区办理的，列表为空不表示无举报';
const OWN =
  'of those that the caller’s department handles in its region: an empty list does not mean that there is none';

const TipConnection = connectionFor(Tip);
const optional = { optional: true };
const TipStates = () =>
  Argument(
    'status',
    listOf(oneOf(TipStatus)),
    '办理状态. Returns only those in one of these states.',
    optional,
  );
const ReceivedFrom = () => Argument('from', date, '收到日期不早于. Received on this day or later.', optional);
const ReceivedTo = () => Argument('to', date, '收到日期不晚于. Received on this day or earlier.', optional);

@Resolver()
export class TipResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => TipConnection, {
    nullable: true,
    description: `举报，按区划、编号排序；${OWN_ZH}. Tips by division and number, ${OWN}.`,
  })
  tips(
    @Arg('filter', () => TipFilter, {
      nullable: true,
      description: '筛选. The tips for which all of this holds.',
    })
    filter: TipFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return tipPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => TipProgress, {
    nullable: true,
    description: '凭回执码查办理进度. The progress of a tip; null for a code that names none.',
  })
  tipStatus(
    @Arg('receiptCode', () => String, { description: '回执码. The code of the receipt.' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return tipProgress(context, code);
  }

  /** By hand, since anyone may, and how often is counted before anything is read. */
  @Shared('PUBLIC')
  @Mutation(() => TipReceipt, {
    nullable: true,
    description: '举报，任何人可用；举报人信息密封. Gives a tip: anyone may, and the reporter is sealed.',
  })
  submitTip(
    @Arg('input', () => TipInput, { description: '举报内容. The tip as the reporter states it.' })
    input: object,
    @Ctx() context: RequestContext,
  ) {
    return submitTip(context, input);
  }
}

/** The way from whom or what a tip is about, for those who handle it: to others a list tells nothing. */
@Resolver(() => Enterprise)
export class EnterpriseTipsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => TipConnection, {
    nullable: true,
    description: `涉及该单位的举报，按编号；${OWN_ZH}. The tips about it by number, ${OWN}.`,
  })
  tips(
    @Root() { uscc }: InstanceType<typeof Enterprise>,
    @TipStates() status: TipStatus[] | null,
    @ReceivedFrom() from: string | null,
    @ReceivedTo() to: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return tipsOf(context, 'uscc', { status, from, to }, args).load(uscc);
  }
}

@Resolver(() => Hazard)
export class HazardTipsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => TipConnection, {
    nullable: true,
    description: `据以登记该隐患的举报，按编号；${OWN_ZH}. The tips that it goes back to by number, ${OWN}.`,
  })
  tips(
    @Root() { number }: InstanceType<typeof Hazard>,
    @TipStates() status: TipStatus[] | null,
    @ReceivedFrom() from: string | null,
    @ReceivedTo() to: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return tipsOf(context, 'hazardNumber', { status, from, to }, args).load(number);
  }
}
