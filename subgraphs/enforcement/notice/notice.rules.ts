import { FieldMissing, StepNotAllowed, type CatalogueError, type Words } from '../../kernel';
import type { SupervisoryNotice } from './supervisory-notice';

/** Whether an answer is owed and late. On its last day it is in time. `isOverdue` of notice.lists.ts is the same rule in SQL. */
export function isOverdueOn(
  { repliedOn, dueOn }: Pick<SupervisoryNotice, 'repliedOn' | 'dueOn'>,
  today: string,
): boolean {
  return repliedOn === null && dueOn !== null && dueOn < today;
}

export type NoticeStatus = 'ISSUED' | 'RECEIVED' | 'REPLIED' | 'LOOKED_BACK';
const STATUS_WORDS: Readonly<Record<NoticeStatus, Words>> = {
  ISSUED: { zh: '已发出', en: 'issued', code: 'ISSUED' },
  RECEIVED: { zh: '已签收', en: 'received', code: 'RECEIVED' },
  REPLIED: { zh: '已回复', en: 'replied', code: 'REPLIED' },
  LOOKED_BACK: { zh: '已回头看', en: 'looked back on', code: 'LOOKED_BACK' },
};

/** The state of a notice, as its days say. */
export function statusOf({ receivedOn, repliedOn, storedLookBack }: SupervisoryNotice): NoticeStatus {
  if (storedLookBack) return 'LOOKED_BACK';
  if (repliedOn !== null) return 'REPLIED';
  return receivedOn === null ? 'ISSUED' : 'RECEIVED';
}

export function refusedIn(
  { number }: Pick<SupervisoryNotice, 'number'>,
  step: string,
  status: NoticeStatus,
  allowed: readonly string[],
): CatalogueError {
  return StepNotAllowed({
    key: number,
    status: STATUS_WORDS[status],
    step,
    allowed: allowed.join(', ') || '—',
  });
}

/** A notice goes to an enterprise or to a department. */
export function checkAddressee(
  stated: Pick<SupervisoryNotice, 'addresseeUscc' | 'addresseeDepartmentCode'>,
): void {
  if (stated.addresseeUscc === null && stated.addresseeDepartmentCode === null)
    throw FieldMissing({ field: 'addresseeUscc' });
}
