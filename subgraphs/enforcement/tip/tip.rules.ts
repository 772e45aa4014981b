import {
  NotFound,
  StepNotAllowed,
  addDays,
  deadlineOf,
  declareError,
  ruleOn,
  wordsOf,
  type Caller,
  type CatalogueError,
  type Deadline,
  type DepartmentKind,
} from '../../kernel';
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

/** Which kind of department handles a tip. */
export const HANDLER: Readonly<Record<TipCategory, DepartmentKind>> = {
  MARKET: 'MARKET_SUPERVISION',
  SAFETY: 'EMERGENCY_MANAGEMENT',
  FIRE: 'FIRE_RESCUE',
};

/** What the history calls each step that an officer takes. */
export const EVENT = {
  acceptTip: 'ACCEPT',
  extendTip: 'EXTEND',
  verifyTip: 'VERIFY',
  dismissTip: 'DISMISS',
  tellTipReporter: 'TELL',
  rewardTip: 'REWARD',
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
  amount,
}: {
  number: string;
  reason?: string;
  finding?: string;
  amount?: string;
}): string | null {
  return reason ?? finding ?? amount ?? null;
}

/** To any other kind of department a tip is not there. */
export function checkHandler(
  { number, category }: Pick<Tip, 'number' | 'category'>,
  { department }: Caller,
): void {
  if (department !== HANDLER[category])
    throw NotFound({ field: 'number', term: { zh: '举报', en: 'tip' }, got: number });
}

type Dated = Pick<Tip, 'status' | 'receivedOn' | 'extended' | 'decidedOn' | 'named' | 'toldOn'>;

export function acceptBy({ receivedOn }: Pick<Tip, 'receivedOn'>): Deadline {
  return deadlineOf(ruleOn(tipNumbers, 'enforcement.tip.accept', receivedOn, 'receivedOn'), receivedOn);
}

/** 15 working days from receipt, and 15 more once extended. */
export function checkBy({ receivedOn, extended }: Pick<Tip, 'receivedOn' | 'extended'>): Deadline {
  const end = deadlineOf(ruleOn(tipNumbers, 'enforcement.tip.check', receivedOn, 'receivedOn'), receivedOn);
  return extended
    ? deadlineOf(ruleOn(tipNumbers, 'enforcement.tip.check-extension', receivedOn, 'receivedOn'), end.date)
    : end;
}

export function tellBy(decidedOn: string): Deadline {
  return deadlineOf(ruleOn(tipNumbers, 'enforcement.tip.tell', decidedOn, 'decidedOn'), decidedOn);
}

/** The deadline of the next step that the law asks for; null when nothing is owed. */
export function dueOf(tip: Dated): Deadline | null {
  if (tip.status === 'RECEIVED') return acceptBy(tip);
  if (tip.status === 'ACCEPTED') return checkBy(tip);
  return tip.named && tip.toldOn === null && tip.decidedOn !== null ? tellBy(tip.decidedOn) : null;
}

/** On its last day a period is not over. `isOverdue` in tip.lists.ts is the same rule in SQL. */
export function isOverdueOn(tip: Dated, today: string): boolean {
  const due = dueOf(tip);
  return due !== null && due.date < today;
}

/** The latest day on which a period may have begun that is over today: what SQL compares stored days with. */
export function lastStartOver(today: string, end: (start: string) => Deadline): string {
  let start = today;
  while (end(start).date >= today) start = addDays(start, -1);
  return start;
}

export function checkExtension(tip: Pick<Tip, 'number' | 'receivedOn' | 'extended'>, today: string): void {
  if (tip.extended) throw TipExtendedAlready({ key: tip.number });
  const due = checkBy(tip).date;
  if (due < today) throw TipPeriodOver({ key: tip.number, due });
}

export function checkUntold({ number, toldOn }: Pick<Tip, 'number' | 'toldOn'>): void {
  if (toldOn !== null) throw TipTold({ key: number, on: toldOn });
}

type Rewarded = Pick<Tip, 'number' | 'category' | 'verifiedBy'>;

/** Who verifies does not reward, and no reward is above its ceiling on the day of granting. */
export function checkReward(
  { number, category, verifiedBy }: Rewarded,
  amount: string,
  officer: string,
  today: string,
): void {
  if (verifiedBy === officer) throw RewarderMustDiffer({ key: number, officer });
  const rule = category === 'MARKET' ? 'enforcement.tip.reward.market' : 'enforcement.tip.reward.safety';
  const { value: max } = ruleOn(tipNumbers, rule, today);
  if (Number(amount) <= 0 || Number(amount) > max) throw RewardInvalid({ field: 'amount', max, got: amount });
}

const HIDDEN = '（举报人）';

/** What a tip says, without the reporter’s own name and phone, which they may have written into it. */
export function withoutReporter(text: string, reporter: readonly (string | null)[]): string {
  return reporter.reduce<string>((left, secret) => (secret ? left.replaceAll(secret, HIDDEN) : left), text);
}
