import { StepNotAllowed, Unreachable, addDays, dateInChina, declareError, ruleOn, wordsOf } from '../../kernel';
import { legalNumbers, type LegalNumber } from '../legal-numbers';
import { TransferStatus, type CriminalTransfer, type TransferDocument } from './criminal-transfer';

export const TransferNotApproved = declareError(
  'TRANSFER_NOT_APPROVED',
  '{key} 移送公安机关须先经负责人批准。',
  '{key} goes to the police only once the head has approved it.',
);
export const ApproverMustDiffer = declareError(
  'APPROVER_MUST_DIFFER',
  '{officer} 提出移送 {key}，不得自行批准。',
  '{officer} has proposed the transfer of {key}, and may not approve it.',
);
export const DocumentsMissing = declareError(
  'DOCUMENTS_MISSING',
  '移送 {key} 尚缺材料：{missing:TransferDocument}。',
  'The transfer of {key} lacks: {missing:TransferDocument}.',
);
export const ReconsiderationTooLate = declareError(
  'RECONSIDERATION_TOO_LATE',
  '{key} 提请复议的期限已于 {due} 届满。',
  'The police could be asked to reconsider {key} until {due}.',
);

export type TransferStep = 'APPROVE' | 'REFUSE' | 'HAND_OVER' | 'ACCEPT' | 'REJECT' | 'RECONSIDER' | 'MAINTAIN' | 'HAND_EVIDENCE';

const STEPS: Readonly<Record<TransferStep, { from: readonly TransferStatus[]; to: TransferStatus }>> = {
  APPROVE: { from: ['PROPOSED'], to: 'APPROVED' },
  REFUSE: { from: ['PROPOSED'], to: 'REFUSED' },
  HAND_OVER: { from: ['APPROVED'], to: 'HANDED_OVER' },
  ACCEPT: { from: ['HANDED_OVER', 'RECONSIDERED'], to: 'ACCEPTED' },
  REJECT: { from: ['HANDED_OVER'], to: 'REJECTED' },
  RECONSIDER: { from: ['REJECTED'], to: 'RECONSIDERED' },
  MAINTAIN: { from: ['RECONSIDERED'], to: 'RETURNED' },
  HAND_EVIDENCE: { from: ['ACCEPTED'], to: 'COMPLETED' },
};

/** @throws STEP_NOT_ALLOWED with what is possible */
export function transferAfter({ caseNumber, status }: Pick<CriminalTransfer, 'caseNumber' | 'status'>, step: TransferStep): TransferStatus {
  const { from, to } = STEPS[step];
  if (from.includes(status)) return to;
  const allowed = (Object.keys(STEPS) as TransferStep[]).filter((each) => STEPS[each].from.includes(status));
  throw StepNotAllowed({ key: caseNumber, status: wordsOf(TransferStatus, status), step, allowed: allowed.join(', ') || '—' });
}

/** The documents that must come with it; goods and expert reports only where there are some. */
const REQUIRED: readonly TransferDocument[] = ['LETTER', 'REPORT'];

export function checkDocuments(caseNumber: string, documents: readonly TransferDocument[]): void {
  const missing = REQUIRED.filter((each) => !documents.includes(each));
  if (missing.length > 0) throw DocumentsMissing({ key: caseNumber, missing: missing.join(', ') });
}

const HOUR_MS = 3_600_000;
type Days = Exclude<Extract<LegalNumber, `enforcement.transfer.${string}`>, 'enforcement.transfer.hand-over'>;

/** The last day of one of the periods of three days, which are days of the calendar; by the rule of the day on which it starts. */
export function dayDue(id: Days, since: Date): string {
  const start = dateInChina(since);
  return addDays(start, ruleOn(legalNumbers, id, start).value);
}

/** 批准后 24 小时内移送: to the minute. */
export function handOverDue(approvedAt: Date): Date {
  return new Date(approvedAt.getTime() + ruleOn(legalNumbers, 'enforcement.transfer.hand-over', dateInChina(approvedAt)).value * HOUR_MS);
}

/** Whether the step that comes next is late at a moment. */
export function isLate(one: CriminalTransfer, now: Date): boolean {
  const today = dateInChina(now);
  switch (one.status) {
    case 'PROPOSED':
      return dayDue('enforcement.transfer.approve', one.proposedAt) < today;
    case 'APPROVED':
      return one.decidedAt !== null && handOverDue(one.decidedAt) < now;
    case 'HANDED_OVER':
      return one.handedOverAt !== null && dayDue('enforcement.transfer.police-answer', one.handedOverAt) < today;
    case 'RECONSIDERED':
      return one.reconsiderationAskedAt !== null && dayDue('enforcement.transfer.reconsider-answer', one.reconsiderationAskedAt) < today;
    case 'ACCEPTED': {
      const since = one.reconsideredAt ?? one.answeredAt;
      return since !== null && dayDue('enforcement.transfer.evidence', since) < today;
    }
    case 'REFUSED':
    case 'REJECTED':
    case 'COMPLETED':
    case 'RETURNED':
      return false;
    default:
      throw new Unreachable(one.status);
  }
}
