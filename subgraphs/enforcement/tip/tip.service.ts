import { randomBytes } from 'node:crypto';
import { PUBLIC_CALLER, Throttle, audit, insertRows, pseudonym, readRecord, seal, takeStep, type RequestContext } from '../../kernel';
import { officerOf } from '../case/case.rules';
import { Tip } from './tip';
import { TipEvent, TipReporter, type TipProgress, type TipReceipt } from './tip-records';
import type { TipStep } from './tip-terms';
import { RewardTipInput, TipInput, TipReasonInput, VerifyTipInput } from './tip.inputs';
import { tipByReceipt } from './tip.loaders';
import {
  HANDLER,
  acceptBy,
  checkBy,
  checkExtension,
  checkHandler,
  checkReward,
  checkUntold,
  isOverdueOn,
  statusAfter,
  withoutReporter,
} from './tip.rules';

/** How many tips one caller may give, and how often they may try a receipt code. */
const giving = new Throttle(20, 3600);
const asking = new Throttle(30, 60);

/** Anyone gives a tip. The receipt code is handed out here and kept nowhere; who reported is sealed in a table that nothing reads. */
export async function submitTip(context: RequestContext, sent: TipInput): Promise<TipReceipt> {
  await giving.take(context);
  const { reporterName, reporterPhone, ...input } = readRecord(TipInput, sent);
  const reporter = [reporterName, reporterPhone];
  const [named, number, receiptCode] = [reporter.some((each) => each !== null), `JB${randomHex(10)}`, randomHex(10)];
  const { settings, today, now } = context;
  const said = { subject: withoutReporter(input.subject, reporter), description: withoutReporter(input.description, reporter) };
  const begun = { status: 'RECEIVED', receivedOn: today, extended: false } as const;
  await context.db.transaction(async (tx) => {
    await insertRows(tx, Tip, [{ ...input, ...said, ...begun, number, named, receiptPseudonym: receiptOf(context, receiptCode) }]);
    const sealed = seal(JSON.stringify({ reporterName, reporterPhone }), settings.dataKey);
    if (named) await insertRows(tx, TipReporter, [{ tipNumber: number, sealed }]);
    await insertRows(tx, TipEvent, [{ tipNumber: number, step: 'RECEIVE', at: now, officer: null, note: null }]);
    // an officer may report, too: the record does not say who
    await audit(tx, { ...context, caller: PUBLIC_CALLER }, { operation: 'submitTip', subjects: [number], outcome: 'received' });
  });
  return { receiptCode, receivedOn: today, acceptBy: acceptBy({ receivedOn: today }).date, handledBy: HANDLER[input.category] };
}

/** How far a tip is. A code that names none is answered like one that was mistyped: with null. */
export async function tipProgress(context: RequestContext, receiptCode: string): Promise<TipProgress | null> {
  await asking.take(context);
  const tip = await tipByReceipt(context, receiptOf(context, receiptCode.trim().toUpperCase()));
  if (!tip) return null;
  const { status, receivedOn, reply, reward } = tip;
  const overdue = isOverdueOn(tip, context.today);
  return { status, receivedOn, acceptBy: acceptBy(tip).date, checkBy: checkBy(tip).date, overdue, reply, reward };
}

export function acceptTip(context: RequestContext, number: string) {
  return handle(context, 'ACCEPT', number, null, () => ({ acceptedOn: context.today }));
}

export function extendTip(context: RequestContext, sent: TipReasonInput) {
  const { number, reason } = readRecord(TipReasonInput, sent);
  return handle(context, 'EXTEND', number, reason, (tip) => {
    checkExtension(tip, context.today);
    return { extended: true };
  });
}

export function verifyTip(context: RequestContext, sent: VerifyTipInput) {
  const { number, finding, caseNumber, hazardNumber } = readRecord(VerifyTipInput, sent);
  return handle(context, 'VERIFY', number, finding, (_, verifiedBy) => {
    return { finding, caseNumber, hazardNumber, verifiedBy, decidedOn: context.today };
  });
}

export function dismissTip(context: RequestContext, sent: TipReasonInput) {
  const { number, reason } = readRecord(TipReasonInput, sent);
  return handle(context, 'DISMISS', number, reason, () => ({ finding: reason, decidedOn: context.today }));
}

export function tellTipReporter(context: RequestContext, sent: TipReasonInput) {
  const { number, reason } = readRecord(TipReasonInput, sent);
  return handle(context, 'TELL', number, reason, (tip) => {
    checkUntold(tip);
    return { reply: reason, toldOn: context.today };
  });
}

export function rewardTip(context: RequestContext, sent: RewardTipInput) {
  const { number, amount } = readRecord(RewardTipInput, sent);
  return handle(context, 'REWARD', number, amount, (tip, officer) => {
    checkReward(tip, amount, officer, context.today);
    return { reward: amount };
  });
}

type Decide = (tip: Tip, officer: string) => Partial<Tip>;

/** One step on a tip by the kind of department that handles it, with its line in the history. */
function handle(context: RequestContext, step: TipStep, number: string, note: string | null, decide: Decide): Promise<Tip> {
  const task = {
    operation: OPERATIONS[step],
    scope: 'decide:enforcement',
    term: { zh: '举报', en: 'tip' },
    entity: Tip,
    key: 'number',
    value: number,
  } as const;
  return takeStep<Tip>(context, task, async (tip, tx) => {
    checkHandler(tip, context.caller);
    const officer = officerOf(context.caller);
    const changes = { status: statusAfter(tip, step), ...decide(tip, officer) };
    await insertRows(tx, TipEvent, [{ tipNumber: number, step, at: context.now, officer, note }]);
    return changes;
  });
}

const OPERATIONS: Readonly<Record<TipStep, string>> = {
  RECEIVE: 'submitTip',
  ACCEPT: 'acceptTip',
  EXTEND: 'extendTip',
  VERIFY: 'verifyTip',
  DISMISS: 'dismissTip',
  TELL: 'tellTipReporter',
  REWARD: 'rewardTip',
};

function receiptOf({ settings }: RequestContext, code: string): string {
  return pseudonym('tip receipt', code, settings.dataKey);
}

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex').toUpperCase();
}
