import { randomUUID } from 'node:crypto';
import {
  audit,
  insertRows,
  readRecord,
  requireRegion,
  requireScope,
  takeStep,
  type EntityClass,
  type RequestContext,
  type Transaction,
  checkDay,
} from '../../kernel';
import { requireCommittee } from '../assessment/assessment.rules';
import { AssignItemInput, AssignedItem, DecideItemInput, ReportItemInput } from './assigned-item';
import { AssignNewRiskInput, DismissNewRiskInput, NewRisk, RegisterNewRiskInput } from './new-risk';
import { WorkStep, type WorkStepKind } from './work-step';
import { checkDepartment, checkItemStep, checkLead, checkRiskStep } from './work.rules';

/** What there is to say of one step. */
interface Done {
  subject: { id: string; regionCode: string; steps: number };
  step: WorkStepKind;
  reason: string;
}

async function record(tx: Transaction, { caller, now }: RequestContext, { subject, step, reason }: Done): Promise<{ steps: number }> {
  const nth = subject.steps + 1;
  const officer = { officer: caller.subject ?? '', departmentCode: caller.departmentCode };
  await insertRows(tx, WorkStep, [
    { ...{ id: `${subject.id}/${nth}`, subjectId: subject.id, nth, step, reason, regionCode: subject.regionCode, at: now }, ...officer },
  ]);
  return { steps: nth };
}

/** Adds what begins with this step, with its record and its audit. */
async function open<Row extends { id: string; regionCode: string; steps: number }>(
  context: RequestContext,
  operation: string,
  entity: EntityClass<Row>,
  row: Omit<Row, 'steps'>,
  done: Omit<Done, 'subject'>,
): Promise<string> {
  await context.db.transaction(async (tx) => {
    const subject = { ...row, steps: 0 } as unknown as Row;
    const { steps } = await record(tx, context, { ...done, subject });
    await insertRows(tx, entity, [{ ...subject, steps }]);
    await audit(tx, context, { operation, subjects: [row.id], outcome: 'done' });
  });
  return row.id;
}

/** 新风险登记: by any department, for its own division. */
export async function registerNewRisk(context: RequestContext, sent: unknown): Promise<string> {
  const { caller, today } = context;
  requireScope(caller, 'write:matters');
  const input = readRecord(RegisterNewRiskInput, sent);
  requireRegion(caller, input.regionCode, 'regionCode');
  const registered = { registeredOn: today, registeredBy: caller.subject ?? '', registeringDepartmentCode: caller.departmentCode };
  const undecided = { leadDepartmentCode: null, leadBasis: null, cooperatingDepartmentCodes: [], decidedOn: null };
  const row = { ...input, ...registered, ...undecided, id: `NR-${randomUUID()}`, status: 'REGISTERED' as const };
  return open(context, 'registerNewRisk', NewRisk, row, { step: 'REGISTERED', reason: input.description });
}

const RISK = { scope: 'decide:matters', term: { zh: '新风险', en: 'new risk' }, entity: NewRisk, key: 'id' } as const;

/** 明确牵头部门: by the committee, with the basis and the reason. */
export async function assignNewRisk(context: RequestContext, sent: unknown): Promise<NewRisk> {
  const input = readRecord(AssignNewRiskInput, sent);
  return takeStep(context, { ...RISK, operation: 'assignNewRisk', value: input.id }, async (risk, tx) => {
    requireCommittee(context.caller);
    checkRiskStep('assignNewRisk', risk, context.caller);
    checkLead(input, risk.regionCode);
    return {
      ...(await record(tx, context, { subject: risk, step: 'ASSIGNED', reason: input.reason })),
      ...{ status: 'ASSIGNED', leadDepartmentCode: input.leadDepartment, leadBasis: input.basis, decidedOn: context.today },
      cooperatingDepartmentCodes: input.cooperatingDepartments ?? [],
    };
  });
}

/** 不予列管: by the committee, with its reason. */
export async function dismissNewRisk(context: RequestContext, sent: unknown): Promise<NewRisk> {
  const { id, reason } = readRecord(DismissNewRiskInput, sent);
  return takeStep(context, { ...RISK, operation: 'dismissNewRisk', value: id }, async (risk, tx) => {
    requireCommittee(context.caller);
    checkRiskStep('dismissNewRisk', risk, context.caller);
    return { ...(await record(tx, context, { subject: risk, step: 'DISMISSED', reason })), status: 'DISMISSED', decidedOn: context.today };
  });
}

/** 交办、督办: by the committee, to a department of a division that it answers for. */
export async function assignItem(context: RequestContext, sent: unknown): Promise<string> {
  const { caller, today } = context;
  requireScope(caller, 'decide:matters');
  const { department, ...input } = readRecord(AssignItemInput, sent);
  requireCommittee(caller);
  requireRegion(caller, input.regionCode, 'regionCode');
  checkDepartment('department', department, input.regionCode);
  checkDay('dueOn', input.dueOn, { from: today });
  const given = { departmentCode: department, assigningDepartmentCode: caller.departmentCode, assignedOn: today };
  const undone = { result: null, reportedOn: null, reportedBy: null, closedOn: null };
  const row = { ...input, ...given, ...undone, id: `AI-${randomUUID()}`, status: 'OPEN' as const };
  return open(context, 'assignItem', AssignedItem, row, { step: 'GIVEN', reason: input.demand });
}

const ITEM = { term: { zh: '督办交办事项', en: 'assigned item' }, entity: AssignedItem, key: 'id' } as const;

/** 办结报告: by the department that it was given to. */
export async function reportItem(context: RequestContext, sent: unknown): Promise<AssignedItem> {
  const { id, result } = readRecord(ReportItemInput, sent);
  return takeStep(context, { ...ITEM, scope: 'write:matters', operation: 'reportItem', value: id }, async (item, tx) => {
    checkItemStep('reportItem', item, context.caller);
    const reported = { status: 'REPORTED', result, reportedOn: context.today, reportedBy: context.caller.subject } as const;
    return { ...(await record(tx, context, { subject: item, step: 'REPORTED', reason: result })), ...reported };
  });
}

/** 退回重办, 销号: by the committee, never by who has reported. */
export async function decideItem(context: RequestContext, operation: 'returnItem' | 'closeItem', sent: unknown): Promise<AssignedItem> {
  const { id, reason } = readRecord(DecideItemInput, sent);
  return takeStep(context, { ...ITEM, scope: 'decide:matters', operation, value: id }, async (item, tx) => {
    requireCommittee(context.caller);
    checkItemStep(operation, item, context.caller);
    const closes = operation === 'closeItem';
    const steps = await record(tx, context, { subject: item, step: closes ? 'CLOSED' : 'RETURNED', reason });
    return closes ? { ...steps, status: 'CLOSED', closedOn: context.today } : { ...steps, status: 'OPEN', reportedOn: null };
  });
}
