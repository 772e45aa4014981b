import type { SupervisoryNotice } from './supervisory-notice';

/** Whether an answer is owed and late. On its last day it is in time. `isOverdue` of notice.service.ts is the same rule in SQL. */
export function isOverdueOn({ repliedOn, dueOn }: Pick<SupervisoryNotice, 'repliedOn' | 'dueOn'>, today: string): boolean {
  return repliedOn === null && dueOn !== null && dueOn < today;
}
