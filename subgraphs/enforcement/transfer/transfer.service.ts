import { lockRow, readRecord, takeStep, type RequestContext, type Transaction } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { checkHandler, checkInvestigators, officerOf } from '../case/case.rules';
import { CaseStepInput } from '../case/case-step';
import { insertNew } from '../own-rows';
import { CriminalTransfer } from './criminal-transfer';
import { AnswerTransferInput, ProposeTransferInput } from './transfer.inputs';
import {
  ApproverMustDiffer,
  ReconsiderationTooLate,
  TransferNotApproved,
  checkDocuments,
  dayDue,
  transferAfter,
  type TransferStep,
} from './transfer.rules';

/** 移送公安机关, once the head has approved it (行刑衔接). */
export async function handOver(
  context: RequestContext,
  tx: Transaction,
  number: string,
  documents: CriminalTransfer['documents'],
): Promise<void> {
  const transfer = await lockRow(tx, context.db, CriminalTransfer, 'caseNumber', number);
  if (!transfer) throw TransferNotApproved({ key: number });
  const status = transferAfter(transfer, 'HAND_OVER');
  checkDocuments(number, documents);
  await tx.query('UPDATE criminal_transfer SET status = $2, handed_over_at = $3, documents = $4 WHERE case_number = $1', [
    number,
    status,
    context.now,
    documents,
  ]);
}

/** 专案组提出书面报告: the case goes on until it is handed over. */
export function proposeTransfer(context: RequestContext, sent: ProposeTransferInput): Promise<EnforcementCase> {
  const { number, reason, team } = readRecord(ProposeTransferInput, sent);
  const on = {
    operation: 'proposeTransfer',
    scope: 'write:enforcement',
    term: { zh: '案件', en: 'case' },
    entity: EnforcementCase,
    key: 'number' as const,
  };
  return takeStep(context, { ...on, value: number }, async (one, tx) => {
    checkHandler(one, context.caller);
    const members = [...new Set([officerOf(context.caller), ...team])];
    checkInvestigators(members, context.today);
    const { departmentKind, regionCode } = one;
    const row: Partial<CriminalTransfer> = {
      ...{ caseNumber: number, status: 'PROPOSED', departmentKind, regionCode },
      ...{ team: members, report: reason, proposedAt: context.now, documents: [] },
    };
    await insertNew(tx, CriminalTransfer, row, 'caseNumber');
    return {};
  });
}

/** One step of the transfer itself; what it answers is the transfer as it is afterwards. */
function step(
  context: RequestContext,
  operation: string,
  scope: 'write' | 'decide',
  number: string,
  decide: (one: CriminalTransfer, tx: Transaction) => { step: TransferStep } & Partial<CriminalTransfer>,
): Promise<CriminalTransfer> {
  const on = {
    operation,
    scope: `${scope}:enforcement`,
    term: { zh: '移送', en: 'transfer' },
    entity: CriminalTransfer,
    key: 'caseNumber' as const,
  };
  return takeStep(context, { ...on, value: number }, (one, tx) => {
    checkHandler({ number, departmentKind: one.departmentKind }, context.caller);
    const { step: taken, ...changes } = decide(one, tx);
    return { ...changes, status: transferAfter(one, taken) };
  });
}

export function decideTransfer(context: RequestContext, sent: AnswerTransferInput): Promise<CriminalTransfer> {
  const { number, reason, agreed } = readRecord(AnswerTransferInput, sent);
  return step(context, 'decideTransfer', 'decide', number, ({ team }) => {
    const officer = officerOf(context.caller);
    if (team.includes(officer)) throw ApproverMustDiffer({ key: number, officer });
    return { step: agreed ? 'APPROVE' : 'REFUSE', decidedAt: context.now, refusalReason: agreed ? null : reason };
  });
}

/** What the police have answered, at first or when they were asked to reconsider. */
export function recordPoliceAnswer(context: RequestContext, sent: AnswerTransferInput): Promise<CriminalTransfer> {
  const { number, agreed } = readRecord(AnswerTransferInput, sent);
  return step(context, 'recordPoliceAnswer', 'write', number, ({ status }) => {
    const again = status === 'RECONSIDERED';
    const taken = agreed ? 'ACCEPT' : again ? 'MAINTAIN' : 'REJECT';
    return again ? { step: taken, reconsideredAt: context.now } : { step: taken, answeredAt: context.now };
  });
}

export function askReconsideration(context: RequestContext, sent: CaseStepInput): Promise<CriminalTransfer> {
  const { number } = readRecord(CaseStepInput, sent);
  return step(context, 'askReconsideration', 'write', number, ({ answeredAt }) => {
    const due = answeredAt && dayDue('enforcement.transfer.reconsider', answeredAt);
    if (due !== null && due < context.today) throw ReconsiderationTooLate({ key: number, due });
    return { step: 'RECONSIDER', reconsiderationAskedAt: context.now };
  });
}

export function handEvidence(context: RequestContext, sent: CaseStepInput): Promise<CriminalTransfer> {
  const { number } = readRecord(CaseStepInput, sent);
  return step(context, 'handEvidence', 'write', number, () => ({ step: 'HAND_EVIDENCE', evidenceAt: context.now }));
}
