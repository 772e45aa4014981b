import {
  addDays,
  addWorkingDays,
  daysBetween,
  deadlineOf,
  isWorkingDay,
  ruleOn,
  toWorkingDay,
  type Deadline,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { EnforcementCase } from './case';
import type { CaseStatus } from './case.terms';

/** 立案期限: 15 working days from the lead, 15 more when extended. */
export function filingDue({
  leadReceivedOn,
  filingExtended,
}: Pick<EnforcementCase, 'leadReceivedOn' | 'filingExtended'>): Deadline {
  const own = ruleOn(legalNumbers, 'enforcement.filing', leadReceivedOn, 'leadReceivedOn').value;
  const more = filingExtended
    ? ruleOn(legalNumbers, 'enforcement.filing-extension', leadReceivedOn, 'leadReceivedOn').value
    : 0;
  return addWorkingDays(leadReceivedOn, own + more);
}

/** The latest day of a lead whose period for filing is over today; for leads that were extended or not. */
export function leadsOverdue(filingExtended: boolean, today: string): string {
  let start = today;
  while (filingDue({ leadReceivedOn: start, filingExtended }).date >= today) start = addDays(start, -1);
  return start;
}

type Clock = Pick<EnforcementCase, 'filingDate' | 'decisionExtended' | 'clockStops'>;

/**
 * 办案期限, 90 days from filing (行政处罚法 第六十条), 30 more when extended, and every day on which the clock stood; null
 * before filing. A stop that is not over does not count yet. Before a day off moves it on.
 */
export function lastDay({ filingDate, decisionExtended, clockStops }: Clock): string | null {
  if (filingDate === null) return null;
  const own = ruleOn(legalNumbers, 'enforcement.decision', filingDate, 'filedOn').value;
  const more = decisionExtended
    ? ruleOn(legalNumbers, 'enforcement.decision-extension', filingDate, 'filedOn').value
    : 0;
  const stood = clockStops.reduce(
    (days, { from, to }) => days + (to === null ? 0 : daysBetween(from, to)),
    0,
  );
  return addDays(filingDate, own + more + stood);
}

type Due = Pick<
  EnforcementCase,
  'leadReceivedOn' | 'filingExtended' | 'lastDay' | 'clockStoppedOn' | 'decidedOn'
>;

/** The last day for deciding; of a lead, the last day for filing. While the clock stands it moves on with every day. */
export function decisionDue(one: Due, today: string): Deadline {
  if (one.lastDay === null) return filingDue(one);
  const standing =
    one.clockStoppedOn !== null && one.decidedOn === null ? daysBetween(one.clockStoppedOn, today) : 0;
  return toWorkingDay(addDays(one.lastDay, standing));
}

/** States in which the clock of filing or deciding runs. */
export const OPEN: readonly CaseStatus[] = ['FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'];

/**
 * 超期, worked out when it is read; `isOverdue` of case.lists.ts is the same rule in SQL. A clock is stopped only before
 * its last day is over, so what stands is not overdue.
 */
export function isOverdue(one: Due & Pick<EnforcementCase, 'status'>, today: string): boolean {
  if (one.status === 'LEAD') return filingDue(one).date < today;
  if (!OPEN.includes(one.status) || one.clockStoppedOn !== null) return false;
  return one.lastDay !== null && toWorkingDay(one.lastDay).date < today;
}

/** The last day before this one that was worked: what ended then or earlier, moved on from days off, is over now. */
export function workingDayBefore(date: string): string {
  let day = addDays(date, -1);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** 送达、缴款期限. */
export function deliveryDue(decidedOn: string): Deadline {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.delivery', decidedOn, 'decidedOn'), decidedOn);
}
export function paymentDue(deliveredOn: string): Deadline {
  return toWorkingDay(
    deadlineOf(ruleOn(legalNumbers, 'enforcement.payment', deliveredOn, 'deliveredOn'), deliveredOn).date,
  );
}

/** Whether a decision came within its period; null before it is made. */
export function decidedOnTime(lastDayOf: string | null, decidedOn: string | null): boolean | null {
  return decidedOn === null || lastDayOf === null ? null : decidedOn <= toWorkingDay(lastDayOf).date;
}
