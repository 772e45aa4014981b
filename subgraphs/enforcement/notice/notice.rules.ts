import { FieldMissing, StepNotAllowed, wordsOf, type CatalogueError } from '../../kernel';
import { NoticeStatus, type SupervisoryNotice } from './supervisory-notice';

/** Whether an answer is owed and late. On its last day it is in time. `isOverdue` of notice.lists.ts is the same rule in SQL. */
export function isOverdueOn(
  { repliedOn, dueOn }: Pick<SupervisoryNotice, 'repliedOn' | 'dueOn'>,
  today: string,
): boolean {
  return repliedOn === null && dueOn !== null && dueOn < today;
}

type Dated = Pick<SupervisoryNotice, 'receivedOn' | 'repliedOn' | 'storedLookBack'>;

/** The state of a notice, as its days say. `isIn` of notice.lists.ts is the same rule in SQL. */
export function statusOf({ receivedOn, repliedOn, storedLookBack }: Dated): NoticeStatus {
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
    status: wordsOf(NoticeStatus, status),
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
