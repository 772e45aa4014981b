import { checkDay, procedure } from '../../kernel';
import { judged } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { remember } from './hazard.history';
import {
  AcknowledgeHazardInput,
  AssignHazardInput,
  CloseHazardInput,
  EscalateHazardInput,
  ExtendHazardInput,
  HazardStepInput,
  NotifyHazardInput,
  PlanRectificationInput,
  ReasonedStepInput,
  ReopenHazardInput,
  SubmitRectificationInput,
  VerifyHazardInput,
} from './hazard.inputs';
import { acknowledge, notifyBoth, requireReceipts, sealed, setPlan } from './hazard.notifying';
import {
  IN_WORK,
  OPEN,
  assigned,
  checkCloser,
  checkCompetent,
  checkEscalation,
  checkExtension,
  checkHalted,
  checkListing,
  checkLookBack,
  checkNotHalted,
  checkPlanned,
  checkReviewer,
  checkSupervising,
  checkVerifier,
} from './hazard.rules';
import type { HazardStatus } from './hazard.terms';
import * as refuse from './refusals.rules';

const reported = {
  from: ['REPORTED'],
  refuse: refuse.inState(refuse.NotReported),
  admit: checkCompetent,
  check: checkVerifier,
} as const;
const inWork = { from: IN_WORK, refuse: refuse.inState(refuse.NotNotified) };
const underReview = {
  from: ['SUBMITTED'],
  refuse: refuse.inState(refuse.NotSubmitted),
  admit: checkCompetent,
} as const;
const closed = {
  from: ['CLOSED'],
  refuse: refuse.inState(refuse.NotClosed),
  admit: checkSupervising,
  check: checkLookBack,
} as const;

/** The closed loop: from which states a step is taken, where it leads, who may take it. Every step goes into the history. */
export const hazardSteps = procedure(
  Hazard,
  {
    scope: 'hazards',
    key: 'number',
    refuse: ({ number }, _, status: HazardStatus) => refuse.NotOpen({ number, status }),
    remember,
  },
  {
    verifyHazard: {
      ...reported,
      to: 'VERIFIED',
      event: 'VERIFY',
      scope: 'decide',
      says: '核实隐患并入库. Verifies a reported hazard.',
      input: VerifyHazardInput,
      decide: (hazard, input) => judged(hazard, input),
    },
    dismissHazard: {
      ...reported,
      to: 'DISMISSED',
      event: 'DISMISS',
      scope: 'decide',
      says: '核实不属实，写明理由. Dismisses a report, with the reason.',
      input: ReasonedStepInput,
    },
    assignHazard: {
      from: OPEN,
      to: null,
      event: 'ASSIGN',
      scope: 'decide',
      says: '交办：牵头部门与督办部门. Names the lead and the supervising departments.',
      input: AssignHazardInput,
      admit: checkSupervising,
      decide: (hazard, { leadDepartmentCode, supervisorCodes, leader }, context) => ({
        ...assigned(hazard, leadDepartmentCode, supervisorCodes, context.today),
        ...(leader !== null && { leader: sealed(context, leader) }),
      }),
    },
    notifyHazard: {
      from: ['VERIFIED', 'REOPENED'],
      to: 'NOTIFIED',
      event: 'NOTIFY',
      scope: 'decide',
      says: '通知主要负责人和实际控制人. Notifies the principal and the actual controller.',
      input: NotifyHazardInput,
      admit: checkCompetent,
      refuse: refuse.inState(refuse.NotVerified),
      async decide(hazard, input, context, tx) {
        const { dueOn } = input;
        checkDay('dueOn', dueOn, { from: context.today });
        await notifyBoth(tx, context, hazard, input);
        return { dueOn, originalDueOn: hazard.originalDueOn ?? dueOn };
      },
    },
    acknowledgeHazard: {
      from: ['NOTIFIED', 'RECTIFYING', 'SUBMITTED'],
      to: null,
      event: 'ACKNOWLEDGE',
      scope: 'write',
      says: '签收通知. Records the receipt of a notification.',
      input: AcknowledgeHazardInput,
      refuse: refuse.inState(refuse.NotNotified),
      async decide(hazard, { recipient }, { now }, tx) {
        await acknowledge(tx, hazard, recipient, now);
        return {};
      },
    },
    planRectification: {
      ...inWork,
      to: 'RECTIFYING',
      event: 'PLAN',
      scope: 'write',
      says: '制定整改方案（五落实）. Sets the plan of rectification.',
      input: PlanRectificationInput,
      async decide(hazard, input, context, tx) {
        await setPlan(tx, context, hazard, input);
        return { planned: true };
      },
    },
    extendHazard: {
      ...inWork,
      to: null,
      event: 'EXTEND',
      scope: 'decide',
      says: '延长整改期限. Extends the deadline, before it has passed.',
      input: ExtendHazardInput,
      admit: checkCompetent,
      decide(hazard, { dueOn }, { today }) {
        checkExtension(hazard, dueOn, today);
        return { dueOn };
      },
    },
    escalateHazard: {
      from: OPEN,
      to: null,
      event: 'ESCALATE',
      scope: 'decide',
      says: '升级督办：函告、通报、约谈、曝光. Takes supervision one step further: letter, circular, interview, exposure.',
      input: EscalateHazardInput,
      admit: checkSupervising,
      decide(hazard, { to }) {
        checkEscalation(hazard, to);
        return { escalation: to };
      },
    },
    listHazard: {
      from: OPEN,
      to: null,
      event: 'LIST',
      scope: 'decide',
      says: '挂牌督办. Puts a major hazard under listed supervision.',
      input: ReasonedStepInput,
      admit: checkSupervising,
      check: checkListing,
      decide: (_, __, { today }) => ({ listedOn: today }),
    },
    haltProduction: {
      from: OPEN,
      to: null,
      event: 'HALT',
      scope: 'decide',
      says: '责令暂时停产停业或者停止使用（安全生产法第六十五条）. Stops production or use.',
      input: ReasonedStepInput,
      admit: checkCompetent,
      check: checkNotHalted,
      decide: (_, __, { today }) => ({ haltedOn: today }),
    },
    submitRectification: {
      ...inWork,
      to: 'SUBMITTED',
      event: 'SUBMIT',
      scope: 'write',
      says: '申请验收. Submits the rectification for review.',
      input: SubmitRectificationInput,
      check: checkPlanned,
      decide: (_, __, { caller }) => ({ rectifiedBy: caller.subject }),
    },
    refuseRectification: {
      ...underReview,
      to: 'RECTIFYING',
      event: 'REFUSE',
      scope: 'decide',
      says: '验收不通过，写明理由. Refuses the rectification, with the reason.',
      input: ReasonedStepInput,
      check: checkReviewer,
    },
    // closing ends listed supervision (销案); production stays stopped until its own review
    closeHazard: {
      ...underReview,
      to: 'CLOSED',
      event: 'CLOSE',
      scope: 'decide',
      says: '审核把关销号. Closes a hazard after review by the competent department.',
      input: CloseHazardInput,
      check: checkCloser,
      async decide(hazard, _, { caller, today }, tx) {
        await requireReceipts(tx, hazard);
        return { closedOn: today, closedBy: caller.subject, listedOn: null };
      },
    },
    resumeProduction: {
      from: ['CLOSED'],
      to: null,
      event: 'RESUME',
      scope: 'decide',
      says: '经审查恢复生产经营或使用. Lets production resume after review.',
      input: HazardStepInput,
      admit: checkCompetent,
      refuse: refuse.inState(refuse.NotReviewed),
      check: checkHalted,
      decide: () => ({ haltedOn: null }),
    },
    lookBackHazard: {
      ...closed,
      to: null,
      event: 'LOOK_BACK',
      scope: 'decide',
      says: '回头看：确认销号. Confirms the closing by a look-back.',
      input: HazardStepInput,
      decide: (_, __, { today }) => ({ lookedBackOn: today }),
    },
    // notified and planned anew; the deadline that was first set keeps counting
    reopenHazard: {
      ...closed,
      to: 'REOPENED',
      event: 'REOPEN',
      scope: 'decide',
      says: '回头看：重新整改. Reopens a hazard after a look-back.',
      input: ReopenHazardInput,
      decide({ round }) {
        return {
          closedOn: null,
          closedBy: null,
          rectifiedBy: null,
          lookedBackOn: null,
          planned: false,
          round: round + 1,
        };
      },
    },
  },
);
