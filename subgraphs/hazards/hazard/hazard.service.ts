import { randomUUID } from 'node:crypto';
import {
  NotFound,
  audit,
  insertRows,
  requireRegion,
  requireScope,
  seal,
  takeStep,
  type RequestContext,
  type Transaction,
  checkDay,
} from '../../kernel';
import { checkCriterion, requireCriterion } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard-records';
import {
  COMPETENT,
  checkDeadline,
  checkDepartment,
  checkEscalation,
  checkExtension,
  checkSupervisors,
  isHidden,
  stepFrom,
  type Taken,
} from './hazard.rules';
import { OURS } from './hazard.submission';
import { AlreadyAcknowledged, ReceiptMissing } from './refusals.rules';
import type {
  AcknowledgeHazardInput,
  AssignHazardInput,
  EscalateHazardInput,
  ExtendHazardInput,
  HazardStepInput,
  NotifyHazardInput,
  PlanRectificationInput,
  ReportHazardInput,
  VerifyHazardInput,
} from './step.inputs';
import type { HazardStatus, HazardStep, Recipient } from './hazard.terms';

type Told = Pick<HazardStepInput, 'number' | 'reason' | 'evidence'>;
type Decide = (hazard: Hazard, tx: Transaction) => Partial<Hazard> | Promise<Partial<Hazard>>;

/** Whoever reports a hazard is on record with it, since they must not verify it. */
export async function reportHazard(context: RequestContext, { evidence, ...input }: ReportHazardInput): Promise<Hazard> {
  const { caller, today } = context;
  requireScope(caller, 'write:hazards');
  requireRegion(caller, input.regionCode, 'regionCode');
  const grade = input.grade ?? 'MAJOR';
  const foundOn = input.foundOn ?? today;
  checkCriterion(grade, input.domain, input.criterionCode);
  checkDay('foundOn', foundOn, { to: today });
  const number = `YH${input.regionCode.slice(0, 6)}-${today.replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
  const hazard: Partial<Hazard> & Record<string, unknown> = {
    ...input,
    ...{ number, grade, foundOn, matterCodes: input.matterCodes ?? [], supervisorCodes: [], competentKind: COMPETENT[input.domain] },
    ...{ status: 'REPORTED', escalation: 'NONE', reportedBy: caller.subject, planned: false, round: 1, steps: 1, synthetic: false },
    ...{ reporterKind: caller.department ?? undefined, reporterDepartmentCode: caller.departmentCode },
    ...{ source: OURS, sourceId: number, revision: 1, contentDigest: '' },
  };
  return context.db.transaction(async (tx) => {
    await insertRows(tx, Hazard, [hazard]);
    await insertRows(tx, HazardEvent, [eventOf(context, number, 1, 'REPORT', null, 'REPORTED', { reason: null, evidence })]);
    await audit(tx, context, { operation: 'reportHazard', subjects: [number], outcome: 'done' });
    return { ...new Hazard(), ...hazard } as Hazard;
  });
}

/** One step: the rules say whether and where to, `decide` what else changes; its history is written with it. */
function act(context: RequestContext, operation: string, step: Taken, told: Told, decide: Decide = () => ({})): Promise<Hazard> {
  const scope = ['ACKNOWLEDGE', 'PLAN', 'SUBMIT'].includes(step) ? 'write:hazards' : 'decide:hazards';
  const { number, reason, evidence } = told;
  return takeStep(
    context,
    { operation, scope, term: { zh: '事故隐患', en: 'hazard' }, entity: Hazard, key: 'number', value: number },
    async (hazard, tx) => {
      if (isHidden(hazard, context.caller)) throw NotFound({ field: 'number', term: { zh: '事故隐患', en: 'hazard' }, got: number });
      const status = stepFrom(hazard, step, context.caller);
      const changes = await decide(hazard, tx);
      const steps = hazard.steps + 1;
      const { dueOn, escalation } = changes;
      const event = eventOf(context, number, steps, step, hazard.status, status, { reason, evidence, dueOn, escalation });
      await insertRows(tx, HazardEvent, [event]);
      return { ...changes, status, steps, ...({ source: OURS, sourceId: number } as Partial<Hazard>) };
    },
  );
}

function eventOf(
  { caller, now }: RequestContext,
  hazardNumber: string,
  sequence: number,
  step: HazardStep,
  fromStatus: HazardStatus | null,
  toStatus: HazardStatus,
  { reason, evidence, dueOn, escalation }: Partial<HazardEvent>,
): Partial<HazardEvent> {
  return {
    ...{ hazardNumber, sequence, step, fromStatus, toStatus, at: now, reason, evidence },
    ...{ dueOn: dueOn ?? null, escalation: escalation ?? null },
    ...{ officer: caller.subject, departmentKind: caller.department ?? undefined, departmentCode: caller.departmentCode },
  };
}

export const verifyHazard = (context: RequestContext, told: VerifyHazardInput) =>
  act(context, 'verifyHazard', 'VERIFY', told, (hazard) => {
    const grade = told.grade ?? hazard.grade;
    const criterionCode = told.criterionCode ?? hazard.criterionCode;
    requireCriterion(grade, hazard.domain, criterionCode);
    return { grade, criterionCode };
  });

export const dismissHazard = (context: RequestContext, told: Told) => act(context, 'dismissHazard', 'DISMISS', told);

export const assignHazard = (context: RequestContext, told: AssignHazardInput) =>
  act(context, 'assignHazard', 'ASSIGN', told, (hazard) => {
    const { leadDepartmentCode, supervisorCodes } = told;
    for (const code of supervisorCodes) checkDepartment('supervisorCodes', code, hazard.regionCode);
    checkSupervisors(hazard, leadDepartmentCode, supervisorCodes);
    const competentKind = checkDepartment('leadDepartmentCode', leadDepartmentCode, hazard.regionCode);
    return { leadDepartmentCode, competentKind, supervisorCodes: [...new Set(supervisorCodes)] };
  });

export const notifyHazard = (context: RequestContext, told: NotifyHazardInput) =>
  act(context, 'notifyHazard', 'NOTIFY', told, async (hazard, tx) => {
    checkDeadline(told.dueOn, context.today);
    const to = (recipient: Recipient, name: string, phone: string | null): Partial<HazardNotification> => ({
      ...{ id: `${hazard.number}/${hazard.round}/${recipient}`, hazardNumber: hazard.number, round: hazard.round, recipient },
      ...{ regionCode: hazard.regionCode, notifiedAt: context.now, name: sealed(context, name), phone: phone && sealed(context, phone) },
    });
    await insertRows(tx, HazardNotification, [
      to('PRINCIPAL', told.principalName, told.principalPhone),
      to('ACTUAL_CONTROLLER', told.controllerName, told.controllerPhone),
    ]);
    return { dueOn: told.dueOn, originalDueOn: hazard.originalDueOn ?? told.dueOn };
  });

export const acknowledgeHazard = (context: RequestContext, told: AcknowledgeHazardInput) =>
  act(context, 'acknowledgeHazard', 'ACKNOWLEDGE', told, async ({ number, round }, tx) => {
    const written = await tx.query(
      'UPDATE hazard_notification SET acknowledged_at = $1 WHERE id = $2 AND acknowledged_at IS NULL RETURNING id',
      [context.now, `${number}/${round}/${told.recipient}`],
    );
    if (written.length === 0) throw AlreadyAcknowledged({ field: 'recipient', number, recipient: told.recipient });
    return {};
  });

export const planRectification = (context: RequestContext, told: PlanRectificationInput) =>
  act(context, 'planRectification', 'PLAN', told, async (hazard, tx) => {
    const { measures, funds, contingency, dueOn, responsibleName, responsiblePhone } = told;
    checkDay('dueOn', dueOn, { to: hazard.dueOn });
    const sequence = hazard.steps + 1;
    await insertRows(tx, RectificationPlan, [
      {
        ...{ id: `${hazard.number}/${sequence}`, hazardNumber: hazard.number, regionCode: hazard.regionCode, sequence },
        ...{ measures, funds, contingency, dueOn, responsibleName: sealed(context, responsibleName) },
        responsiblePhone: responsiblePhone && sealed(context, responsiblePhone),
      },
    ]);
    return { planned: true };
  });

export const extendHazard = (context: RequestContext, told: ExtendHazardInput) =>
  act(context, 'extendHazard', 'EXTEND', told, (hazard) => {
    checkExtension(hazard, told.dueOn, context.today);
    return { dueOn: told.dueOn };
  });

export const escalateHazard = (context: RequestContext, told: EscalateHazardInput) =>
  act(context, 'escalateHazard', 'ESCALATE', told, (hazard) => {
    checkEscalation(hazard, told.to);
    return { escalation: told.to };
  });

export const listHazard = (context: RequestContext, told: Told) =>
  act(context, 'listHazard', 'LIST', told, () => ({ listedOn: context.today }));

export const haltProduction = (context: RequestContext, told: Told) =>
  act(context, 'haltProduction', 'HALT', told, () => ({ haltedOn: context.today }));

export const resumeProduction = (context: RequestContext, told: Told) =>
  act(context, 'resumeProduction', 'RESUME', told, () => ({ haltedOn: null }));

export const submitRectification = (context: RequestContext, told: Told) =>
  act(context, 'submitRectification', 'SUBMIT', told, () => ({ rectifiedBy: context.caller.subject }));

export const refuseRectification = (context: RequestContext, told: Told) => act(context, 'refuseRectification', 'REFUSE', told);

/** Closing ends listed supervision (销案); production stays stopped until its own review. */
export const closeHazard = (context: RequestContext, told: Told) =>
  act(context, 'closeHazard', 'CLOSE', told, async ({ number, round }, tx) => {
    const waiting = await tx.query<{ recipient: string }>(
      'SELECT recipient FROM hazard_notification WHERE hazard_number = $1 AND round = $2 AND acknowledged_at IS NULL',
      [number, round],
    );
    if (waiting.length > 0) throw ReceiptMissing({ number, recipients: waiting.map(({ recipient }) => recipient).join(', ') });
    return { closedOn: context.today, closedBy: context.caller.subject, listedOn: null };
  });

export const lookBackHazard = (context: RequestContext, told: Told) =>
  act(context, 'lookBackHazard', 'LOOK_BACK', told, () => ({ lookedBackOn: context.today }));

/** A reopened hazard is notified and planned anew; the deadline that was first set keeps counting. */
export const reopenHazard = (context: RequestContext, told: Told) =>
  act(context, 'reopenHazard', 'REOPEN', told, ({ round }) => ({
    ...{ closedOn: null, closedBy: null, rectifiedBy: null, lookedBackOn: null, planned: false, round: round + 1 },
  }));

const sealed = ({ settings }: RequestContext, text: string) => seal(text, settings.dataKey);
