import { StepNotAllowed, addWorkingDays, declareError, deadlineOf, ruleOn, type DepartmentKind } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { Tip, TipStatus } from './tip';

export const TipKindUnserved = declareError(
  'TIP_KIND_UNSERVED',
  '{field} 应为 {allowed} 之一，收到：{got}。',
  '{field} must be one of {allowed}, but got: {got}.',
);
export const RewardTooHigh = declareError(
  'REWARD_TOO_HIGH',
  '奖励不得超过 {most} 元，收到：{got}。',
  'A reward is {most} yuan at most, but got: {got}.',
);

/** Who takes tips here: 12315, 12350, 96119. */
export const KEEPERS: readonly DepartmentKind[] = ['MARKET_SUPERVISION', 'EMERGENCY_MANAGEMENT', 'FIRE_RESCUE'];

export function checkKeeper(kind: DepartmentKind): void {
  if (!KEEPERS.includes(kind)) throw TipKindUnserved({ field: 'department', allowed: KEEPERS.join(', '), got: kind });
}

export type TipStep = 'ACCEPT' | 'DECLINE' | 'EXTEND' | 'VERIFY' | 'DISMISS' | 'TELL' | 'REWARD';
const STEPS: Readonly<Record<TipStep, { from: readonly TipStatus[]; to: TipStatus | null }>> = {
  ACCEPT: { from: ['RECEIVED'], to: 'ACCEPTED' },
  DECLINE: { from: ['RECEIVED'], to: 'DECLINED' },
  EXTEND: { from: ['ACCEPTED'], to: null },
  VERIFY: { from: ['ACCEPTED'], to: 'VERIFIED' },
  DISMISS: { from: ['ACCEPTED'], to: 'DISMISSED' },
  TELL: { from: ['VERIFIED', 'DISMISSED'], to: null },
  REWARD: { from: ['VERIFIED'], to: null },
};

/** @throws STEP_NOT_ALLOWED with what is possible */
export function tipAfter({ id, status }: Pick<Tip, 'id' | 'status'>, step: TipStep): TipStatus {
  const { from, to } = STEPS[step];
  if (from.includes(status)) return to ?? status;
  const allowed = (Object.keys(STEPS) as TipStep[]).filter((each) => STEPS[each].from.includes(status));
  throw StepNotAllowed({ key: id, status, step, allowed: allowed.join(', ') || '—' });
}

type Days = Pick<Tip, 'receivedOn' | 'checkExtended' | 'checkedOn' | 'named'>;

export function acceptBy({ receivedOn }: Days): string {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.tip.accept', receivedOn, 'receivedOn'), receivedOn).date;
}

export function checkBy({ receivedOn, checkExtended }: Days): string {
  const own = ruleOn(legalNumbers, 'enforcement.tip.check', receivedOn, 'receivedOn').value;
  const more = checkExtended ? ruleOn(legalNumbers, 'enforcement.tip.check-extension', receivedOn, 'receivedOn').value : 0;
  return addWorkingDays(receivedOn, own + more).date;
}

/** A named reporter is told within five working days of the outcome; who has no name cannot be. */
export function tellBy({ checkedOn, named }: Days): string | null {
  return checkedOn === null || !named ? null : deadlineOf(ruleOn(legalNumbers, 'enforcement.tip.tell', checkedOn), checkedOn).date;
}

/** Market supervision has a ceiling of its own; the others go by that of safety reports. */
export function checkReward(kind: DepartmentKind, amount: string, today: string): void {
  const most = ruleOn(legalNumbers, kind === 'MARKET_SUPERVISION' ? 'enforcement.reward.market' : 'enforcement.reward.safety', today).value;
  if (Number(amount) > most) throw RewardTooHigh({ field: 'amount', most, got: amount });
}
