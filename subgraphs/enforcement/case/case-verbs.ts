import { lockRow, type RequestContext } from '../../kernel';
import { decidePenalty, penaltyOfCase } from '../penalty/penalty.service';
import { CriminalTransfer } from '../transfer/criminal-transfer';
import type { EnforcementCase } from './case';
import { decidedOnTime, decisionDue, filingDue, isOverdue, lastDay } from './case-clock.rules';
import {
  CaseStepInput,
  DecideCaseInput,
  FileCaseInput,
  NotifyPartyInput,
  ScheduleHearingInput,
  StartInvestigationInput,
  StopClockInput,
} from './case-steps.inputs';
import type { CaseStep, ClockStopReason } from './case.terms';
import {
  ClockRuns,
  ClockStands,
  ExtendedAlready,
  PeriodOver,
  StepIncomplete,
  TooEarly,
  checkDecider,
  checkInvestigators,
  checkLimitation,
  checkReady,
  earliestHearing,
  sinceNotice,
} from './case.rules';
import { advance, type CaseChanges, type Decide } from './case.service';

type Plain = Decide<CaseStepInput>;

/** A step that is told no more than the case and why. */
function plain(context: RequestContext, operation: string, step: CaseStep, decide: Plain, scope: 'write' | 'decide' = 'write') {
  return (input: CaseStepInput) =>
    advance(context, { operation, step, scope: `${scope}:enforcement`, input: CaseStepInput, decide }, input);
}

function stopped(one: EnforcementCase, reason: ClockStopReason, today: string): CaseChanges {
  if (one.clockStoppedOn !== null) throw ClockStands({ key: one.number, since: one.clockStoppedOn });
  return { clockStoppedOn: today, clockStops: [...one.clockStops, { reason, from: today, to: null }] };
}

function resumed(one: EnforcementCase, today: string): CaseChanges {
  if (one.clockStoppedOn === null) throw ClockRuns({ key: one.number });
  const clockStops = one.clockStops.map((stop) => (stop.to === null ? { ...stop, to: today } : stop));
  return { clockStoppedOn: null, clockStops, lastDay: lastDay({ ...one, clockStops }) };
}

/** Before its last day is over; afterwards there is nothing left to extend or to stop. */
function checkInTime(one: EnforcementCase, today: string): void {
  const term = { zh: '办案期限', en: 'for deciding the case' };
  if (isOverdue(one, today)) throw PeriodOver({ key: one.number, term, due: decisionDue(one, today).date });
}

/** The verbs of the procedure; each decides by case.rules.ts and case-clock.rules.ts. */
export function caseVerbs(context: RequestContext) {
  const { today } = context;
  return {
    extendFiling: plain(
      context,
      'extendFiling',
      'EXTEND_FILING',
      (one) => {
        if (one.filingExtended) throw ExtendedAlready({ key: one.number });
        if (filingDue(one).date < today)
          throw PeriodOver({ key: one.number, term: { zh: '立案期限', en: 'for filing the case' }, due: filingDue(one).date });
        return { filingExtended: true };
      },
      'decide',
    ),
    file: (input: FileCaseInput) =>
      advance(
        context,
        { operation: 'fileCase', step: 'FILE', scope: 'decide:enforcement', input: FileCaseInput, decide: fileOn(today) },
        input,
      ),
    decline: plain(context, 'declineCase', 'DECLINE', () => ({ closedOn: today }), 'decide'),
    investigate: (input: StartInvestigationInput) =>
      advance(
        context,
        {
          operation: 'startInvestigation',
          step: 'INVESTIGATE',
          scope: 'write:enforcement',
          input: StartInvestigationInput,
          decide: (_, { investigators }) => {
            checkInvestigators(investigators, today);
            return { investigators };
          },
        },
        input,
      ),
    stopClock: (input: StopClockInput) =>
      advance(
        context,
        {
          operation: 'stopClock',
          step: 'STOP_CLOCK',
          scope: 'write:enforcement',
          input: StopClockInput,
          decide: (one, { ground }) => {
            checkInTime(one, today);
            return stopped(one, ground, today);
          },
        },
        input,
      ),
    resumeClock: plain(context, 'resumeClock', 'RESUME_CLOCK', (one) => resumed(one, today)),
    extend: plain(
      context,
      'extendCase',
      'EXTEND',
      (one, _, officer) => {
        checkDecider(one, officer);
        if (one.decisionExtended) throw ExtendedAlready({ key: one.number });
        checkInTime(one, today);
        return { decisionExtended: true, lastDay: lastDay({ ...one, decisionExtended: true }) };
      },
      'decide',
    ),
    notify: (input: NotifyPartyInput) =>
      advance(
        context,
        {
          operation: 'notifyParty',
          step: 'NOTIFY',
          scope: 'write:enforcement',
          input: NotifyPartyInput,
          decide: (one, { legalReviewGrounds, evidence }) => ({
            notifiedOn: today,
            legalReviewGrounds: legalReviewGrounds ?? [],
            evidence: evidence ?? one.evidence,
          }),
        },
        input,
      ),
    ...hearingVerbs(context),
    ...closingVerbs(context),
  };
}

function fileOn(today: string): Decide<FileCaseInput> {
  return (one, { grave }) => {
    checkLimitation(one.number, one.actEndedOn, grave === true, today);
    return { filingDate: today, lastDay: lastDay({ filingDate: today, decisionExtended: false, clockStops: [] }) };
  };
}

function hearingVerbs(context: RequestContext) {
  const { today } = context;
  return {
    requestHearing: plain(context, 'requestHearing', 'REQUEST_HEARING', (one) => {
      const due = sinceNotice('enforcement.hearing-request', one.notifiedOn ?? today).date;
      if (today > due) throw PeriodOver({ key: one.number, term: { zh: '申请听证期限', en: 'for asking for a hearing' }, due });
      // what was heard is reviewed (行政处罚法 第五十八条第二项); from here to the hearing no day counts
      const legalReviewGrounds = [...new Set([...one.legalReviewGrounds, 'HEARING' as const])];
      const clock = one.clockStoppedOn !== null || isOverdue(one, today) ? {} : stopped(one, 'HEARING', today);
      return { ...clock, legalReviewGrounds };
    }),
    scheduleHearing: (input: ScheduleHearingInput) =>
      advance(
        context,
        {
          operation: 'scheduleHearing',
          step: 'SCHEDULE_HEARING',
          scope: 'write:enforcement',
          input: ScheduleHearingInput,
          decide: (one, { on }) => {
            if (on < earliestHearing(today))
              throw TooEarly({
                key: one.number,
                from: earliestHearing(today),
                term: { zh: '提前七个工作日通知听证', en: 'the hearing is announced seven working days ahead' },
              });
            return { hearingOn: on };
          },
        },
        input,
      ),
    holdHearing: plain(context, 'holdHearing', 'HOLD_HEARING', (one, _, officer) => {
      checkDecider(one, officer);
      if (one.hearingOn === null) throw StepIncomplete({ key: one.number, missing: 'scheduleHearing' });
      if (today < one.hearingOn)
        throw TooEarly({ key: one.number, from: one.hearingOn, term: { zh: '听证日期', en: 'the day of the hearing' } });
      return { hearingHeld: true, ...(one.clockStoppedOn === null ? {} : resumed(one, today)) };
    }),
    review: plain(
      context,
      'reviewCase',
      'REVIEW',
      (one, _, officer) => {
        checkDecider(one, officer);
        return { legallyReviewedOn: today };
      },
      'decide',
    ),
  };
}

function closingVerbs(context: RequestContext) {
  const { today } = context;
  return {
    decide: (input: DecideCaseInput) =>
      advance(
        context,
        {
          operation: 'decideCase',
          step: 'DECIDE',
          scope: 'decide:enforcement',
          input: DecideCaseInput,
          decide: async (one, decision, officer, tx) => {
            checkDecider(one, officer);
            checkReady(one, decision.waived === true, today);
            await decidePenalty(tx, one, decision, input.documentNumber, today);
            return { decidedOn: today, decidedOnTime: decidedOnTime(one.lastDay, today) };
          },
        },
        input,
      ),
    deliver: plain(context, 'deliverDecision', 'DELIVER', () => ({ deliveredOn: today })),
    pay: plain(context, 'recordPayment', 'PAY', (one) => {
      if (one.deliveredOn === null) throw StepIncomplete({ key: one.number, missing: 'deliverDecision' });
      return { paidOn: today };
    }),
    execute: plain(context, 'executeDecision', 'EXECUTE', async (one, _, __, tx) => {
      const penalty = await penaltyOfCase(tx, context.db, one.number);
      const lacks = one.deliveredOn === null ? 'deliverDecision' : penalty?.fine && one.paidOn === null ? 'recordPayment' : null;
      if (lacks) throw StepIncomplete({ key: one.number, missing: lacks });
      return { executedOn: today };
    }),
    close: plain(context, 'closeCase', 'CLOSE', () => ({ closedOn: today }), 'decide'),
    // what went to the police comes back only once they have refused it for good
    takeBack: plain(context, 'takeBackCase', 'TAKE_BACK', async (one, _, __, tx) => {
      const transfer = await lockRow(tx, context.db, CriminalTransfer, 'caseNumber', one.number);
      if (transfer && transfer.status !== 'RETURNED') throw StepIncomplete({ key: one.number, missing: 'recordPoliceAnswer' });
      return { closedOn: null };
    }),
  };
}
