import { declareError } from '../kernel';

export const DateInFuture = declareError(
  'HAZARD_DATE_IN_FUTURE',
  '{field} 不得晚于今天 {today}，收到：{got}。',
  '{field} must not lie after today, {today}, but got: {got}.',
);

/** What is reported has happened. */
export function checkPast(field: string, got: string | null, today: string): void {
  if (got !== null && got > today) throw DateInFuture({ field, today, got });
}
