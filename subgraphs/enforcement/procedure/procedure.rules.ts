import {
  addDays,
  addWorkingDays,
  daysBetween,
  deadlineOf,
  declareError,
  ruleFor,
  ruleOn,
  termEnd,
  type Acting,
  type LegalDeadline,
} from '../../kernel';
import type { EnforcementCase } from '../case/case';
import { RuleUnknown, decisionDue, extensionDays, filingDue, isOverdue } from '../case/case-clock.rules';
import type { ClockStopReason } from '../case/case.terms';
import { StepIncomplete, checkDecider, officerOf } from '../case/case.rules';
import { legalNumbers } from '../legal-numbers';
import type { PenaltyDecision } from '../penalty/penalty-decision';

export const ExtendedAlready = declareError(
  'EXTENDED_ALREADY',
  '{key} 的期限已延长过一次。',
  'The period of {key} was extended once already.',
);
export const ClockStands = declareError(
  'CLOCK_STANDS',
  '{key} 的办案期限自 {since} 起暂停计算，须先恢复。',
  'The clock of {key} stands since {since}; let it run first.',
);
export const ClockRuns = declareError(
  'CLOCK_RUNS',
  '{key} 的办案期限正在计算，未暂停。',
  'The clock of {key} runs, it was not stopped.',
);
export const PeriodOver = declareError(
  'PERIOD_OVER',
  '{key} 的{term:words}已于 {due} 届满。',
  'For {key} the period {term:words} was over on {due}.',
);
export const TooEarly = declareError(
  'TOO_EARLY',
  '{key} 须待 {from}（{term:words}）。',
  '{key} is not ready before {from} ({term:words}).',
);
export const LegalReviewMissing = declareError(
  'LEGAL_REVIEW_MISSING',
  '{key} 须先经法制审核（{grounds:LegalReviewGround}）。',
  '{key} needs a legal review first ({grounds:LegalReviewGround}).',
);
export const HearingPending = declareError(
  'HEARING_PENDING',
  '{key} 的听证尚未举行。',
  'The hearing of {key} was not held yet.',
);
export const LimitationPassed = declareError(
  'LIMITATION_PASSED',
  '{key} 的违法行为终了于 {got}，已过 {due} 的追究时效。',
  'The act in {key} ended on {got}; it could be punished until {due}.',
);

type Changes = Partial<EnforcementCase>;

/** 审查与调查分离: who investigated neither hears, reviews, extends nor decides. */
export function byNoInvestigator(row: EnforcementCase, { caller }: Acting): void {
  checkDecider(row, officerOf(caller));
}

/** 立案期限 is extended once, before it is over. */
export function checkFilingExtension(lead: EnforcementCase, today: string): void {
  const { number: key, filingExtended } = lead;
  const due = filingDue(lead)?.date;
  if (filingExtended) throw ExtendedAlready({ key });
  if (due === undefined)
    throw RuleUnknown({ rule: 'enforcement.filing-extension', department: lead.departmentKind });
  if (due < today) throw PeriodOver({ key, term: { zh: '立案期限', en: 'for filing the case' }, due });
}

/** Before its last day is over; afterwards there is nothing left to extend or to stop. */
export function checkInTime(row: EnforcementCase, today: string): void {
  const term = { zh: '办案期限', en: 'for deciding the case' };
  if (isOverdue(row, today)) throw PeriodOver({ key: row.number, term, due: decisionDue(row, today).date });
}

/** 办案期限 is extended once, before it is over. */
export function extended(row: EnforcementCase, today: string): Changes {
  if (row.decisionExtended) throw ExtendedAlready({ key: row.number });
  checkInTime(row, today);
  const { filingDate, lastDay } = row;
  if (filingDate === null || lastDay === null) return { decisionExtended: true };
  return { decisionExtended: true, lastDay: addDays(lastDay, extensionDays(row, filingDate)) };
}

export function stopped(
  { number, clockStoppedOn, clockStops }: EnforcementCase,
  reason: ClockStopReason,
  today: string,
): Changes {
  if (clockStoppedOn !== null) throw ClockStands({ key: number, since: clockStoppedOn });
  return { clockStoppedOn: today, clockStops: [...clockStops, { reason, from: today, to: null }] };
}

export function resumed(row: EnforcementCase, today: string): Changes {
  const { clockStoppedOn, lastDay } = row;
  if (clockStoppedOn === null) throw ClockRuns({ key: row.number });
  const clockStops = row.clockStops.map((stop) => (stop.to === null ? { ...stop, to: today } : stop));
  const stood = daysBetween(clockStoppedOn, today);
  return { clockStoppedOn: null, clockStops, lastDay: lastDay && addDays(lastDay, stood) };
}

/** What was heard is reviewed (行政处罚法 第五十八条第二项); from here to the hearing no day counts. */
export function withHearing(row: EnforcementCase, today: string): Changes {
  const due = hearingRequestDue(row.notifiedOn ?? today).date;
  if (today > due)
    throw PeriodOver({ key: row.number, term: { zh: '申请听证期限', en: 'for asking for a hearing' }, due });
  const legalReviewGrounds = [...new Set(row.legalReviewGrounds).add('HEARING')];
  const stays = row.clockStoppedOn !== null || isOverdue(row, today);
  return stays ? { legalReviewGrounds } : { legalReviewGrounds, ...stopped(row, 'HEARING', today) };
}

export function hearingOn({ number }: EnforcementCase, on: string, today: string): Changes {
  const from = earliestHearing(today);
  const term = { zh: '提前七个工作日通知听证', en: 'the hearing is announced seven working days ahead' };
  if (on < from) throw TooEarly({ key: number, from, term });
  return { hearingOn: on };
}

export function afterHearing(row: EnforcementCase, today: string): Changes {
  const { number: key, hearingOn, clockStoppedOn } = row;
  if (hearingOn === null) throw StepIncomplete({ key, missing: 'scheduleHearing' });
  if (today < hearingOn)
    throw TooEarly({ key, from: hearingOn, term: { zh: '听证日期', en: 'the day of the hearing' } });
  return clockStoppedOn === null ? { hearingHeld: true } : { hearingHeld: true, ...resumed(row, today) };
}

/**
 * 行政处罚法 第三十六条: what is not discovered within two years after the act ended, five where life, health or financial
 * safety was harmed, is not punished. It is discovered with the lead, whenever the case is filed.
 */
export function checkLimitation(
  { number, actEndedOn, leadReceivedOn }: Pick<EnforcementCase, 'number' | 'actEndedOn' | 'leadReceivedOn'>,
  grave: boolean,
  on: string,
): void {
  if (actEndedOn === null) return;
  const due = termEnd(
    ruleOn(legalNumbers, grave ? 'enforcement.limitation.grave' : 'enforcement.limitation', on, 'today'),
    actEndedOn,
  );
  if (due < leadReceivedOn)
    throw LimitationPassed({ field: 'actEndedOn', key: number, due, got: actEndedOn });
}

/** 行政处罚法 第六十四条: the last day for asking for a hearing. */
export function hearingRequestDue(notifiedOn: string): LegalDeadline {
  const rule = ruleOn(legalNumbers, 'enforcement.hearing-request', notifiedOn, 'notifiedOn');
  return deadlineOf(rule, notifiedOn);
}

/**
 * The last day for the party to state its case. 行政处罚法 第四十五条 names no period: where the order of the department was
 * not seen, the party has at least as long as it may ask for a hearing.
 */
export function statementDue(
  { departmentKind }: Pick<EnforcementCase, 'departmentKind'>,
  notifiedOn: string,
): LegalDeadline {
  const whose = { department: departmentKind };
  const rule = ruleFor(legalNumbers, 'enforcement.statement', notifiedOn, whose);
  return rule ? deadlineOf(rule, notifiedOn) : hearingRequestDue(notifiedOn);
}

/** 行政处罚法 第六十四条: the party is told of the hearing seven working days before. */
export function earliestHearing(today: string): string {
  return addWorkingDays(today, ruleOn(legalNumbers, 'enforcement.hearing-notice', today, 'today').value).date;
}

/** What must be done before a decision: the party's days are over or waived, the hearing held, the review done. */
export function checkReady(row: EnforcementCase, waived: boolean, today: string): void {
  const { number, status, notifiedOn, hearingHeld, legalReviewGrounds, legallyReviewedOn, clockStoppedOn } =
    row;
  if (status === 'HEARING' && !hearingHeld) throw HearingPending({ key: number });
  if (clockStoppedOn !== null) throw ClockStands({ key: number, since: clockStoppedOn });
  const lastOfParty = statementDue(row, notifiedOn ?? today).date;
  if (status === 'NOTIFIED' && !waived && today <= lastOfParty)
    throw TooEarly({
      key: number,
      from: addDays(lastOfParty, 1),
      term: { zh: '陈述申辩期未满', en: 'the party may still object' },
    });
  if (legalReviewGrounds.length > 0 && legallyReviewedOn === null) {
    throw LegalReviewMissing({ key: number, grounds: legalReviewGrounds.join(', ') });
  }
}

/** A fine is paid after the decision was delivered. */
export function paid({ number, deliveredOn }: EnforcementCase, today: string): Changes {
  if (deliveredOn === null) throw StepIncomplete({ key: number, missing: 'deliverDecision' });
  return { paidOn: today };
}

/** A decision is carried out once it was delivered and its fine, if it has one, was paid. */
export function executed(
  { number, deliveredOn, paidOn }: EnforcementCase,
  penalty: PenaltyDecision | null,
  today: string,
): Changes {
  if (deliveredOn === null) throw StepIncomplete({ key: number, missing: 'deliverDecision' });
  if (penalty?.fine && paidOn === null) throw StepIncomplete({ key: number, missing: 'recordPayment' });
  return { executedOn: today };
}
