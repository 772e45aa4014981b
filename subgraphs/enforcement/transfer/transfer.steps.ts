import {
  changeRow,
  defineVerb,
  lockRow,
  procedure,
  takeStep,
  termOf,
  type Database,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { CaseStepInput } from '../case/case-step';
import { StepIncomplete, checkHandler, checkInvestigators, officerOf } from '../case/case.rules';
import { insertNew } from '../own-rows';
import { CriminalTransfer } from './criminal-transfer';
import { AnswerTransferInput, ProposeTransferInput } from './transfer.inputs';
import {
  TransferNotApproved,
  answerLeadsTo,
  checkApprover,
  checkDocuments,
  checkReconsideration,
  refusedIn,
} from './transfer.rules';

/** 专案组提出书面报告: the case goes on until it is handed over. */
export const proposeTransfer = defineVerb({
  name: 'proposeTransfer',
  says: '提出移送公安机关. Proposes to pass a case to the police.',
  input: ProposeTransferInput,
  returns: () => EnforcementCase,
  run(context, { number, reason, team }) {
    const { caller, today, now } = context;
    const on = {
      operation: 'proposeTransfer',
      scope: 'write:enforcement',
      term: termOf(EnforcementCase),
      entity: EnforcementCase,
    };
    return takeStep(context, { ...on, key: 'number', value: number }, async (handled, tx) => {
      checkHandler(handled, caller);
      const members = [...new Set(team).add(officerOf(caller))];
      checkInvestigators(members, today);
      const { departmentKind, regionCode } = handled;
      const own = { caseNumber: number, status: 'PROPOSED' as const, departmentKind, regionCode };
      const row = { ...own, team: members, report: reason, proposedAt: now, documents: [] };
      await insertNew(tx, context, CriminalTransfer, row, 'caseNumber');
      return {};
    });
  },
});

/** What the head, the police and the organ do once a transfer was proposed (移送涉嫌犯罪案件的规定). */
export const transferSteps = procedure(
  CriminalTransfer,
  {
    scope: 'enforcement',
    key: 'caseNumber',
    keyAs: 'number',
    admit: ({ caseNumber: number, departmentKind }, { caller }) =>
      checkHandler({ number, departmentKind }, caller),
    refuse: refusedIn,
  },
  {
    decideTransfer: {
      from: ['PROPOSED'],
      to: ({ agreed }) => (agreed ? 'APPROVED' : 'REFUSED'),
      scope: 'decide',
      says: '负责人决定是否移送. Records whether the head approves the transfer.',
      input: AnswerTransferInput,
      check: (transfer, { caller }) => checkApprover(transfer, officerOf(caller)),
      decide: (_, { agreed, reason }, { now }) => ({ decidedAt: now, refusalReason: agreed ? null : reason }),
    },
    recordPoliceAnswer: {
      from: ['HANDED_OVER', 'RECONSIDERED'],
      to: ({ agreed }, { status }) => answerLeadsTo(status, agreed),
      scope: 'write',
      says: '登记公安机关答复. Puts down what the police have answered, at first or when they were asked to reconsider.',
      input: AnswerTransferInput,
      decide: ({ status }, _, { now }) =>
        status === 'RECONSIDERED' ? { reconsideredAt: now } : { answeredAt: now },
    },
    askReconsideration: {
      from: ['REJECTED'],
      to: 'RECONSIDERED',
      scope: 'write',
      says: '提请复议. Asks the police to reconsider.',
      input: CaseStepInput,
      check: (transfer, { today }) => checkReconsideration(transfer, today),
      decide: (_, __, { now }) => ({ reconsiderationAskedAt: now }),
    },
    handEvidence: {
      from: ['ACCEPTED'],
      to: 'COMPLETED',
      scope: 'write',
      says: '移交证据. Puts down that the evidence was handed over.',
      input: CaseStepInput,
      decide: (_, __, { now }) => ({ evidenceAt: now }),
    },
  },
);

/** 移送公安机关, once the head has approved it (行刑衔接): a step of the case. */
export async function handOver(
  context: RequestContext,
  tx: Transaction,
  number: string,
  documents: CriminalTransfer['documents'],
): Promise<void> {
  const { db, now } = context;
  const transfer = await lockRow(tx, db, CriminalTransfer, 'caseNumber', number);
  if (!transfer) throw TransferNotApproved({ key: number });
  const { status } = transfer;
  if (status !== 'APPROVED')
    throw refusedIn(transfer, 'transferCase', status, transferSteps.allowedIn(status));
  checkDocuments(number, documents);
  await changeRow(tx, context, CriminalTransfer, 'caseNumber', number, {
    status: 'HANDED_OVER',
    handedOverAt: now,
    documents,
  });
}

/** @throws that the police, if the case went to them, have not refused it for good */
export async function requireReturned(tx: Transaction, db: Database, number: string): Promise<void> {
  const transfer = await lockRow(tx, db, CriminalTransfer, 'caseNumber', number);
  if (transfer && transfer.status !== 'RETURNED')
    throw StepIncomplete({ key: number, missing: 'recordPoliceAnswer' });
}
