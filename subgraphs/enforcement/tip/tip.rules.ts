import {
  StepNotAllowed,
  addDays,
  deadlineOf,
  declareError,
  ruleFor,
  ruleOn,
  wordsOf,
  type CatalogueError,
  type Deadline,
  type DepartmentKind,
  type LegalDeadline,
} from '../../kernel';
import { RuleUnknown } from '../case/case-clock.rules';
import type { Tip } from './tip';
import { tipNumbers } from './tip-numbers';
import { TipStatus, type TipCategory, type TipStep } from './tip.terms';

export const TipExtendedAlready = declareError(
  'TIP_EXTENDED_ALREADY',
  '举报 {key} 的核查期限已延长过一次。',
  'The period for checking the tip {key} was extended once already.',
);
export const TipPeriodOver = declareError(
  'TIP_PERIOD_OVER',
  '举报 {key} 的核查期限已于 {due} 届满，不能延长。',
  'The period for checking the tip {key} was over on {due} and cannot be extended.',
);
export const TipTold = declareError(
  'TIP_TOLD',
  '举报 {key} 已于 {on} 答复。',
  'The reporter of the tip {key} was told on {on}.',
);
export const RewarderMustDiffer = declareError(
  'REWARDER_MUST_DIFFER',
  '举报 {key} 由 {officer} 查实，奖励须由他人审批。',
  'The tip {key} was verified by {officer}; somebody else must grant the reward.',
);
export const RewardInvalid = declareError(
  'REWARD_INVALID',
  '{field} 应大于 0 且不超过 {max} 元，收到：{got}。',
  '{field} must be more than 0 and at most {max} yuan, but got: {got}.',
);

/** Which kind of department a tip is given to. */
export const HANDLER: Readonly<Record<TipCategory, DepartmentKind>> = {
  MARKET: 'MARKET_SUPERVISION',
  SAFETY: 'EMERGENCY_MANAGEMENT',
  FIRE: 'FIRE_RESCUE',
};

/** The kinds of department that handle tips here; any other is told by letter. */
export const HANDLERS: readonly DepartmentKind[] = Object.values(HANDLER);
export const handlesHere = (kind: DepartmentKind | null): boolean => kind !== null && HANDLERS.includes(kind);

/** What the history calls each step that an officer takes. */
export const EVENT = {
  acceptTip: 'ACCEPT',
  extendTip: 'EXTEND',
  verifyTip: 'VERIFY',
  dismissTip: 'DISMISS',
  tellTipReporter: 'TELL',
  rewardTip: 'REWARD',
  declineTip: 'DECLINE',
  transferTip: 'TRANSFER',
} as const satisfies Record<string, TipStep>;
type Handling = keyof typeof EVENT;

/** The refusal of a step that a tip is not ready for. */
export function refusedIn(
  { number }: Pick<Tip, 'number'>,
  step: Handling,
  status: TipStatus,
  allowed: readonly Handling[],
): CatalogueError {
  const possible = allowed.map((each) => EVENT[each]).join(', ');
  return StepNotAllowed({
    key: number,
    status: wordsOf(TipStatus, status),
    step: EVENT[step],
    allowed: possible,
  });
}

/** What an officer states with a step, as the history keeps it. */
export function noteOf({
  reason,
  finding,
  notice,
  amount,
}: {
  number: string;
  reason?: string;
  finding?: string;
  notice?: string;
  amount?: string;
}): string | null {
  return reason ?? finding ?? notice ?? amount ?? null;
}

type Dated = Handled & Pick<Tip, 'status' | 'acceptedOn' | 'decidedOn' | 'named' | 'toldOn'>;
export type Handled = Pick<Tip, 'handlerKind' | 'blocksEscape' | 'receivedOn' | 'takenInOn' | 'extended'>;
type Period = 'accept' | 'check' | 'check-escape' | 'check-extension' | 'tell';

/** The last day of a period, by the rule of the department that handles the tip; null where none is known. */
function periodOf(
  { handlerKind }: Pick<Tip, 'handlerKind'>,
  what: Period,
  start: string,
): LegalDeadline | null {
  const rule = ruleFor(tipNumbers, `enforcement.tip.${what}`, start, { department: handlerKind });
  return rule && deadlineOf(rule, start);
}

/** The day on which whoever handles a tip got it: from the reporter, or from another department that had passed it on. */
const gotOn = ({ receivedOn, takenInOn }: Pick<Tip, 'receivedOn' | 'takenInOn'>) => takenInOn ?? receivedOn;

/** A fire tip is not accepted first: it is looked into. */
export function acceptBy(tip: Handled): LegalDeadline | null {
  return periodOf(tip, 'accept', gotOn(tip));
}

/**
 * By when a tip is looked into, from its receipt: market supervision within 15 working days, and 15 more once extended; fire
 * and rescue within 24 hours what blocks a way out or turns off an installation, or may, and within 3 working days all else.
 */
export function checkBy(tip: Handled): LegalDeadline | null {
  const isUrgent = tip.handlerKind === 'FIRE_RESCUE' && tip.blocksEscape !== false;
  const end = periodOf(tip, isUrgent ? 'check-escape' : 'check', gotOn(tip));
  return (tip.extended && end && periodOf(tip, 'check-extension', end.date)) || end;
}

export function tellBy(tip: Pick<Tip, 'handlerKind'>, decidedOn: string): LegalDeadline | null {
  return periodOf(tip, 'tell', decidedOn);
}

/** 首办负责: while a tip is offered to another department, whoever has it owes what it owed before. */
function owedIn({ status, acceptedOn }: Pick<Tip, 'status' | 'acceptedOn'>): TipStatus {
  if (status !== 'TRANSFERRING') return status;
  return acceptedOn === null ? 'RECEIVED' : 'ACCEPTED';
}

/** The deadline of the next step that the law asks for; null when nothing is owed, or the rule of it is not known. */
export function dueOf(tip: Dated): LegalDeadline | null {
  const owed = owedIn(tip);
  if (owed === 'RECEIVED') return acceptBy(tip) ?? checkBy(tip);
  if (owed === 'ACCEPTED') return checkBy(tip);
  return tip.named && tip.toldOn === null && tip.decidedOn !== null ? tellBy(tip, tip.decidedOn) : null;
}

/** On its last day a period is not over; null where it is not known. `isOverdue` in tip.lists.ts is the same rule in SQL. */
export function isOverdueOn(tip: Dated, today: string): boolean | null {
  const due = dueOf(tip);
  if (due !== null) return due.date < today;
  return ['RECEIVED', 'ACCEPTED'].includes(owedIn(tip)) ? null : false;
}

/** The latest day on which a period may have begun that is over today: what SQL compares stored days with; null where no period is known. */
export function lastStartOver(today: string, end: (start: string) => Deadline | null): string | null {
  let start = today;
  for (let due = end(start); due === null || due.date >= today; due = end(start)) {
    if (due === null) return null;
    start = addDays(start, -1);
  }
  return start;
}

/** Only a period that a rule lets be extended is, once and before it is over. */
export function checkExtension(tip: Dated & Pick<Tip, 'number'>, today: string): void {
  if (tip.extended) throw TipExtendedAlready({ key: tip.number });
  const due = checkBy(tip)?.date;
  if (due === undefined || periodOf(tip, 'check-extension', gotOn(tip)) === null)
    throw RuleUnknown({ rule: 'enforcement.tip.check-extension', department: tip.handlerKind });
  if (due < today) throw TipPeriodOver({ key: tip.number, due });
}

export function checkUntold({ number, toldOn }: Pick<Tip, 'number' | 'toldOn'>): void {
  if (toldOn !== null) throw TipTold({ key: number, on: toldOn });
}

type Rewarded = Pick<Tip, 'number' | 'handlerKind' | 'verifiedBy'>;

/** Who verifies does not reward, and no reward is above its ceiling on the day of granting. */
export function checkReward(
  { number, handlerKind, verifiedBy }: Rewarded,
  amount: string,
  officer: string,
  today: string,
): void {
  if (verifiedBy === officer) throw RewarderMustDiffer({ key: number, officer });
  const rule =
    handlerKind === 'MARKET_SUPERVISION' ? 'enforcement.tip.reward.market' : 'enforcement.tip.reward.safety';
  const { value: max } = ruleOn(tipNumbers, rule, today);
  if (Number(amount) <= 0 || Number(amount) > max) throw RewardInvalid({ field: 'amount', max, got: amount });
}

const HIDDEN = '（举报人）';

/** What a tip says, without the reporter’s own name and phone, which they may have written into it. */
export function withoutReporter(text: string, reporter: readonly (string | null)[]): string {
  return reporter.reduce<string>((left, secret) => (secret ? left.replaceAll(secret, HIDDEN) : left), text);
}
