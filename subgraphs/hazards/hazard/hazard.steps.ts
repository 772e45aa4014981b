import { randomUUID } from 'node:crypto';
import {
  NotFound,
  audit,
  checkDay,
  defineVerb,
  insertRows,
  lockRow,
  procedure,
  requireRegion,
  requireScope,
  seal,
  termOf,
  type Acting,
  type RequestContext,
  type Taken,
} from '../../kernel';
import { checkCriterion, requireCriterion } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard-records';
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
  ReportHazardInput,
  SubmitRectificationInput,
  VerifyHazardInput,
} from './hazard.inputs';
import {
  COMPETENT,
  IN_WORK,
  OPEN,
  OURS,
  checkCloser,
  checkCompetent,
  checkDepartment,
  checkEscalation,
  checkExtension,
  checkHalted,
  checkListing,
  checkLookBack,
  checkNotHalted,
  checkPlanned,
  checkReviewer,
  checkSupervising,
  checkSupervisors,
  checkVerifier,
  isHidden,
  reporterOf,
} from './hazard.rules';
import type { HazardStatus, HazardStep, Recipient } from './hazard.terms';
import * as refuse from './refusals.rules';

/** Whoever reports a hazard is on record with it, since they must not verify it. */
export const reportHazard = defineVerb({
  name: 'reportHazard',
  says: '上报隐患，待核实. Reports a hazard, to be verified by another officer.',
  input: ReportHazardInput,
  returns: () => Hazard,
  async run(context, { evidence, ...stated }) {
    const { caller, today } = context;
    const { domain, regionCode } = stated;
    requireScope(caller, 'write:hazards');
    requireRegion(caller, regionCode, 'regionCode');
    const grade = stated.grade ?? 'MAJOR';
    const foundOn = stated.foundOn ?? today;
    checkCriterion(grade, domain, stated.criterionCode);
    checkDay('foundOn', foundOn, { to: today });
    const number = `YH${regionCode.slice(0, 6)}-${today.replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
    const hazard: Partial<Hazard> = {
      ...stated,
      number,
      grade,
      foundOn,
      matterCodes: stated.matterCodes ?? [],
      supervisorCodes: [],
      competentKind: COMPETENT[domain],
      status: 'REPORTED',
      escalation: 'NONE',
      ...reporterOf(caller),
      planned: false,
      round: 1,
      steps: 1,
      synthetic: false,
      source: OURS,
      sourceId: number,
      revision: 1,
      contentDigest: '',
    };
    const reported = { step: 'REPORT', fromStatus: null, toStatus: 'REPORTED', reason: null, evidence } as const;
    return context.db.transaction(async (tx) => {
      await insertRows(tx, Hazard, [hazard]);
      await insertRows(tx, HazardEvent, [eventOf(context, { hazardNumber: number, sequence: 1, ...reported })]);
      await audit(tx, context, { operation: 'reportHazard', subjects: [number], outcome: 'done' });
      return lockRow(tx, context.db, Hazard, 'number', number);
    });
  },
});

/** Each event has the same columns. */
function eventOf({ caller, now }: Acting, event: Partial<HazardEvent>): Partial<HazardEvent> {
  return {
    ...event,
    at: now,
    dueOn: event.dueOn ?? null,
    escalation: event.escalation ?? null,
    officer: caller.subject,
    departmentKind: caller.department ?? undefined,
    departmentCode: caller.departmentCode,
  };
}

const sealed = ({ settings }: RequestContext, text: string) => seal(text, settings.dataKey);
const sealedOrNone = (context: RequestContext, text: string | null) => (text === null ? null : sealed(context, text));

const reported = { from: ['REPORTED'], refuse: refuse.inState(refuse.NotReported), admit: checkCompetent, check: checkVerifier } as const;
const inWork = { from: IN_WORK, refuse: refuse.inState(refuse.NotNotified) };
const underReview = { from: ['SUBMITTED'], refuse: refuse.inState(refuse.NotSubmitted), admit: checkCompetent } as const;
const closed = { from: ['CLOSED'], refuse: refuse.inState(refuse.NotClosed), admit: checkSupervising, check: checkLookBack } as const;

/** The closed loop: from which states a step is taken, where it leads, who may take it. Every step goes into the history. */
export const hazardSteps = procedure(
  Hazard,
  {
    scope: 'hazards',
    key: 'number',
    admit(hazard, { caller }) {
      if (isHidden(hazard, caller)) throw NotFound({ field: 'number', term: termOf(Hazard), got: hazard.number });
    },
    refuse: ({ number }, _, status: HazardStatus) => refuse.NotOpen({ number, status }),
    async remember(tx, context, hazard, { event, from, to }: Taken<string, HazardStatus, HazardStep>, { reason, evidence }, changes) {
      const { number } = hazard;
      const { dueOn, escalation } = changes;
      const sequence = hazard.steps + 1;
      const taken = { hazardNumber: number, sequence, step: event, fromStatus: from, toStatus: to, reason, evidence, dueOn, escalation };
      await insertRows(tx, HazardEvent, [eventOf(context, taken)]);
      return { steps: sequence, source: OURS, sourceId: number };
    },
  },
  {
    verifyHazard: {
      ...reported,
      to: 'VERIFIED',
      event: 'VERIFY',
      scope: 'decide',
      says: '核实隐患并入库. Verifies a reported hazard.',
      input: VerifyHazardInput,
      decide(hazard, input) {
        const grade = input.grade ?? hazard.grade;
        const criterionCode = input.criterionCode ?? hazard.criterionCode;
        requireCriterion(grade, hazard.domain, criterionCode);
        return { grade, criterionCode };
      },
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
      says: '交办：牵头部门与双督办. Names the lead and the supervising departments.',
      input: AssignHazardInput,
      admit: checkSupervising,
      decide(hazard, { leadDepartmentCode, supervisorCodes }) {
        for (const code of supervisorCodes) checkDepartment('supervisorCodes', code, hazard.regionCode);
        checkSupervisors(hazard, leadDepartmentCode, supervisorCodes);
        const competentKind = checkDepartment('leadDepartmentCode', leadDepartmentCode, hazard.regionCode);
        return { leadDepartmentCode, competentKind, supervisorCodes: [...new Set(supervisorCodes)] };
      },
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
      async decide({ number, round, regionCode, originalDueOn }, input, context, tx) {
        const { dueOn, principalName, principalPhone, controllerName, controllerPhone } = input;
        checkDay('dueOn', dueOn, { from: context.today });
        const to = (recipient: Recipient, name: string, phone: string | null) => ({
          id: `${number}/${round}/${recipient}`,
          hazardNumber: number,
          round,
          regionCode,
          recipient,
          notifiedAt: context.now,
          name: sealed(context, name),
          phone: sealedOrNone(context, phone),
        });
        await insertRows(tx, HazardNotification, [
          to('PRINCIPAL', principalName, principalPhone),
          to('ACTUAL_CONTROLLER', controllerName, controllerPhone),
        ]);
        return { dueOn, originalDueOn: originalDueOn ?? dueOn };
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
      async decide({ number, round }, { recipient }, { now }, tx) {
        const written = await tx.query(
          'UPDATE hazard_notification SET acknowledged_at = $1 WHERE id = $2 AND acknowledged_at IS NULL RETURNING id',
          [now, `${number}/${round}/${recipient}`],
        );
        if (written.length === 0) throw refuse.AlreadyAcknowledged({ field: 'recipient', number, recipient });
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
      async decide(hazard, { measures, funds, contingency, dueOn, responsibleName, responsiblePhone }, context, tx) {
        const { number, regionCode, steps } = hazard;
        checkDay('dueOn', dueOn, { to: hazard.dueOn });
        const sequence = steps + 1;
        const responsible = {
          responsibleName: sealed(context, responsibleName),
          responsiblePhone: sealedOrNone(context, responsiblePhone),
        };
        const of = { id: `${number}/${sequence}`, hazardNumber: number, regionCode, sequence };
        await insertRows(tx, RectificationPlan, [{ ...of, measures, funds, contingency, dueOn, ...responsible }]);
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
      says: '责令停产停用（安全生产法第六十五条）. Stops production or use.',
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
      async decide({ number, round }, _, { caller, today }, tx) {
        const waiting = await tx.query<{ recipient: string }>(
          'SELECT recipient FROM hazard_notification WHERE hazard_number = $1 AND round = $2 AND acknowledged_at IS NULL',
          [number, round],
        );
        const recipients = waiting.map(({ recipient }) => recipient).join(', ');
        if (waiting.length > 0) throw refuse.ReceiptMissing({ number, recipients });
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
        return { closedOn: null, closedBy: null, rectifiedBy: null, lookedBackOn: null, planned: false, round: round + 1 };
      },
    },
  },
);
