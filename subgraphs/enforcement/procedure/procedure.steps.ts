import { StepNotAllowed, procedure, wordsOf, type ProcedureStep } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { decidedOnTime, lastDayFrom } from '../case/case-clock.rules';
import { CaseStepInput } from '../case/case-step';
import { checkHandler, checkInvestigators } from '../case/case.rules';
import { CaseStatus, type CaseStep } from '../case/case.terms';
import { decidePenalty, penaltyOfCase } from '../penalty/penalty.steps';
import { handOver, requireReturned } from '../transfer/transfer.steps';
import { remember } from './procedure.history';
import {
  DecideCaseInput,
  FileCaseInput,
  NotifyPartyInput,
  ScheduleHearingInput,
  StartInvestigationInput,
  StopClockInput,
  TransferCaseInput,
} from './procedure.inputs';
import {
  afterHearing,
  byNoInvestigator,
  checkFilingExtension,
  checkInTime,
  checkLimitation,
  checkReady,
  executed,
  extended,
  hearingOn,
  paid,
  resumed,
  stopped,
  withHearing,
} from './procedure.rules';

type Step<Input extends object> = ProcedureStep<EnforcementCase, CaseStatus, Input, CaseStep>;

/** A row of the table, with the name that the history of a case has for it. */
function step<Input extends object>(event: CaseStep, row: Step<Input>): Step<Input> & { event: CaseStep } {
  return { ...row, event };
}

const input = CaseStepInput;
/** The whole penalty procedure (行政处罚法, 程序规定): what leads from where to where, and what each step asks. */
const STEPS = {
  extendFiling: step('EXTEND_FILING', {
    from: ['LEAD'],
    to: null,
    scope: 'decide',
    says: '延长立案期限. Extends the period for filing, once.',
    input,
    decide(lead, _, { today }) {
      checkFilingExtension(lead, today);
      return { filingExtended: true };
    },
  }),
  fileCase: step('FILE', {
    from: ['LEAD'],
    to: 'FILED',
    scope: 'decide',
    says: '立案. Files a case from a lead.',
    input: FileCaseInput,
    decide(lead, { grave }, { today }) {
      checkLimitation(lead, grave === true, today);
      return { filingDate: today, lastDay: lastDayFrom(today, lead.departmentKind) };
    },
  }),
  declineCase: step('DECLINE', {
    from: ['LEAD'],
    to: 'NOT_FILED',
    scope: 'decide',
    says: '不予立案. Decides not to file a case.',
    input,
    decide: (_, __, { today }) => ({ closedOn: today }),
  }),
  startInvestigation: step('INVESTIGATE', {
    from: ['FILED'],
    to: 'INVESTIGATING',
    scope: 'write',
    says: '开始调查. Begins the investigation of a case.',
    input: StartInvestigationInput,
    decide(_, { investigators }, { today }) {
      checkInvestigators(investigators, today);
      return { investigators };
    },
  }),
  stopClock: step('STOP_CLOCK', {
    from: ['FILED', 'INVESTIGATING', 'NOTIFIED'],
    to: null,
    scope: 'write',
    says: '暂停计算办案期限. Stops the time limit of a case while a statutory ground lasts.',
    input: StopClockInput,
    decide(row, { ground }, { today }) {
      checkInTime(row, today);
      return stopped(row, ground, today);
    },
  }),
  resumeClock: step('RESUME_CLOCK', {
    from: ['FILED', 'INVESTIGATING', 'NOTIFIED'],
    to: null,
    scope: 'write',
    says: '恢复计算办案期限. Lets the clock run again.',
    input,
    decide: (row, _, { today }) => resumed(row, today),
  }),
  extendCase: step('EXTEND', {
    from: ['FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'],
    to: null,
    scope: 'decide',
    says: '延长办案期限. Extends the period for deciding, once, by the head.',
    input,
    check: byNoInvestigator,
    decide: (row, _, { today }) => extended(row, today),
  }),
  notifyParty: step('NOTIFY', {
    from: ['INVESTIGATING'],
    to: 'NOTIFIED',
    scope: 'write',
    says: '行政处罚告知. Tells the party of the intended penalty.',
    input: NotifyPartyInput,
    decide: (row, { legalReviewGrounds, evidence }, { today }) => ({
      notifiedOn: today,
      legalReviewGrounds: legalReviewGrounds ?? [],
      evidence: evidence ?? row.evidence,
    }),
  }),
  requestHearing: step('REQUEST_HEARING', {
    from: ['NOTIFIED'],
    to: 'HEARING',
    scope: 'write',
    says: '申请听证. Puts down that the party asks for a hearing.',
    input,
    decide: (row, _, { today }) => withHearing(row, today),
  }),
  scheduleHearing: step('SCHEDULE_HEARING', {
    from: ['HEARING'],
    to: null,
    scope: 'write',
    says: '通知听证. Tells the party the day of the hearing.',
    input: ScheduleHearingInput,
    decide: (row, { on }, { today }) => hearingOn(row, on, today),
  }),
  holdHearing: step('HOLD_HEARING', {
    from: ['HEARING'],
    to: null,
    scope: 'write',
    says: '举行听证. Puts down that the hearing was held.',
    input,
    check: byNoInvestigator,
    decide: (row, _, { today }) => afterHearing(row, today),
  }),
  reviewCase: step('REVIEW', {
    from: ['NOTIFIED', 'HEARING'],
    to: null,
    scope: 'decide',
    says: '法制审核. Puts down the legal review, by no investigator.',
    input,
    check: byNoInvestigator,
    decide: (_, __, { today }) => ({ legallyReviewedOn: today }),
  }),
  decideCase: step('DECIDE', {
    from: ['NOTIFIED', 'HEARING'],
    to: 'DECIDED',
    scope: 'decide',
    says: '作出处罚决定. Decides a case, by no investigator.',
    input: DecideCaseInput,
    check: byNoInvestigator,
    async decide(
      row,
      { documentNumber: printedNumber, waived, kinds, fine, exclusion, breachClass, restrictedUntil },
      context,
      tx,
    ) {
      const { today } = context;
      checkReady(row, waived === true, today);
      await decidePenalty(tx, context, row, {
        printedNumber,
        kinds,
        fine,
        exclusion,
        breachClass,
        restrictedUntil,
      });
      return { decidedOn: today, decidedOnTime: decidedOnTime(row.lastDay, today) };
    },
  }),
  deliverDecision: step('DELIVER', {
    from: ['DECIDED'],
    to: null,
    scope: 'write',
    says: '送达. Puts down that the decision was delivered.',
    input,
    decide: (_, __, { today }) => ({ deliveredOn: today }),
  }),
  recordPayment: step('PAY', {
    from: ['DECIDED'],
    to: null,
    scope: 'write',
    says: '登记缴款. Puts down that the fine was paid.',
    input,
    decide: (row, _, { today }) => paid(row, today),
  }),
  executeDecision: step('EXECUTE', {
    from: ['DECIDED'],
    to: 'EXECUTED',
    scope: 'write',
    says: '执行完毕. Puts down that the decision was carried out.',
    input,
    async decide(row, _, { db, today }, tx) {
      return executed(row, await penaltyOfCase(tx, db, row.number), today);
    },
  }),
  closeCase: step('CLOSE', {
    from: ['INVESTIGATING', 'EXECUTED'],
    to: 'CLOSED',
    scope: 'decide',
    says: '结案. Closes a case that was decided.',
    input,
    decide: (_, __, { today }) => ({ closedOn: today }),
  }),
  transferCase: step('TRANSFER', {
    from: ['LEAD', 'FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'],
    to: 'TRANSFERRED',
    scope: 'decide',
    says: '移送案件. Passes a case on, to the police or to a competent organ.',
    input: TransferCaseInput,
    async decide({ number }, { to, documents }, context, tx) {
      if (to === 'POLICE') await handOver(context, tx, number, documents ?? []);
      return { closedOn: context.today };
    },
  }),
  takeBackCase: step('TAKE_BACK', {
    done: 'received',
    from: ['TRANSFERRED'],
    // a lead that comes back is a lead: nothing is investigated that was not filed
    to: (_, { filingDate }) => (filingDate === null ? 'LEAD' : 'INVESTIGATING'),
    scope: 'write',
    says: '接收退回案件. Takes back a case that was passed on.',
    input,
    // what went to the police comes back only once they have refused it for good
    async decide({ number }, _, { db }, tx) {
      await requireReturned(tx, db, number);
      return { closedOn: null };
    },
  }),
};

export const penaltyProcedure = procedure(
  EnforcementCase,
  {
    scope: 'enforcement',
    key: 'number',
    admit: (row, { caller }) => checkHandler(row, caller),
    refuse: ({ number }, name, status: CaseStatus, allowed) =>
      StepNotAllowed({
        key: number,
        status: wordsOf(CaseStatus, status),
        step: STEPS[name].event,
        allowed: allowed.map((each) => STEPS[each].event).join(', ') || '—',
      }),
    remember,
  },
  STEPS,
);
