import {
  StepNotAllowed,
  Unreachable,
  addDays,
  dateInChina,
  declareError,
  ruleOn,
  wordsOf,
  type CatalogueError,
  type LegalRule,
} from '../../kernel';
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

/** The refusal of a step, with those that are possible; an approved transfer is handed over by a step of its case. */
export function refusedIn(
  { caseNumber }: Pick<CriminalTransfer, 'caseNumber'>,
  step: string,
  status: TransferStatus,
  allowed: readonly string[],
): CatalogueError {
  const possible = status === 'APPROVED' ? [...allowed, 'transferCase'] : allowed;
  return StepNotAllowed({
    key: caseNumber,
    status: wordsOf(TransferStatus, status),
    step,
    allowed: possible.join(', ') || '—',
  });
}

/** Who has proposed a transfer does not decide it. */
export function checkApprover({ caseNumber, team }: CriminalTransfer, officer: string): void {
  if (team.includes(officer)) throw ApproverMustDiffer({ key: caseNumber, officer });
}

/** 提请复议, within three days of the answer. */
export function checkReconsideration({ caseNumber, answeredAt }: CriminalTransfer, today: string): void {
  const due = answeredAt && dayDue('enforcement.transfer.reconsider', answeredAt);
  if (due !== null && due < today) throw ReconsiderationTooLate({ key: caseNumber, due });
}

/** Where an answer of the police leads, their first or the one that they were asked to reconsider it for. */
export function answerLeadsTo(status: TransferStatus, agreed: boolean): TransferStatus {
  if (agreed) return 'ACCEPTED';
  return status === 'RECONSIDERED' ? 'RETURNED' : 'REJECTED';
}

/** The documents that must come with it; goods and expert reports only where there are some. */
const REQUIRED: readonly TransferDocument[] = ['LETTER', 'REPORT'];

export function checkDocuments(caseNumber: string, documents: readonly TransferDocument[]): void {
  const missing = REQUIRED.filter((each) => !documents.includes(each));
  if (missing.length > 0) throw DocumentsMissing({ key: caseNumber, missing: missing.join(', ') });
}

const HOUR_MS = 3_600_000;
type Days = Exclude<Extract<LegalNumber, `enforcement.transfer.${string}`>, 'enforcement.transfer.hand-over'>;

/** The rule of a period is that of the day on which it starts. */
export function transferRule(
  id: Extract<LegalNumber, `enforcement.transfer.${string}`>,
  since: Date,
): LegalRule {
  return ruleOn(legalNumbers, id, dateInChina(since));
}

/** The last day of one of the periods of three days, which are days of the calendar. */
export function dayDue(id: Days, since: Date): string {
  return addDays(dateInChina(since), transferRule(id, since).value);
}

/** 批准后 24 小时内移送: to the minute. */
export function handOverDue(approvedAt: Date): Date {
  const { value } = transferRule('enforcement.transfer.hand-over', approvedAt);
  return new Date(approvedAt.getTime() + value * HOUR_MS);
}

/** A transfer that the head has refused is not handed over. */
export function approvedAt({ decidedAt, status }: CriminalTransfer): Date | null {
  return status === 'REFUSED' ? null : decidedAt;
}

/** Whether the step that comes next is late at a moment. */
export function isLate(transfer: CriminalTransfer, now: Date): boolean {
  const today = dateInChina(now);
  switch (transfer.status) {
    case 'PROPOSED':
      return dayDue('enforcement.transfer.approve', transfer.proposedAt) < today;
    case 'APPROVED':
      return transfer.decidedAt !== null && handOverDue(transfer.decidedAt) < now;
    case 'HANDED_OVER':
      return (
        transfer.handedOverAt !== null &&
        dayDue('enforcement.transfer.police-answer', transfer.handedOverAt) < today
      );
    case 'RECONSIDERED':
      return (
        transfer.reconsiderationAskedAt !== null &&
        dayDue('enforcement.transfer.reconsider-answer', transfer.reconsiderationAskedAt) < today
      );
    case 'ACCEPTED': {
      const since = transfer.reconsideredAt ?? transfer.answeredAt;
      return since !== null && dayDue('enforcement.transfer.evidence', since) < today;
    }
    case 'REFUSED':
    case 'REJECTED':
    case 'COMPLETED':
    case 'RETURNED':
      return false;
    default:
      throw new Unreachable(transfer.status);
  }
}
