import { addDays, dateInChina, deadlineOf, ruleOn, type RemovalReason, type LegalRule } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import { OWNER } from '../listing/listing.rules';
import type { DishonestyList } from '../listing/listing.terms';

/** A change as it is stored. */
export interface Removal {
  list: DishonestyList;
  reason: RemovalReason | null;
  at: Date;
  /** The last day of a term that is over. */
  expiredOn: string | null;
}

/**
 * When use must have stopped (停止公示、共享和使用): a term that is over, with the end of its last day; else at the end of the
 * last working day that the rule of the day of the removal gives. This feed itself stops at once.
 */
export function stopUseBy({ list, reason, at, expiredOn }: Removal): string | null {
  if (reason === null) return null;
  const last = expiredOn ?? deadlineOf(stopRule(list, at), dateInChina(at)).date;
  return new Date(`${addDays(last, 1)}T00:00:00+08:00`).toISOString();
}

export function stopRule(list: Removal['list'], at: Date): LegalRule {
  return ruleOn(legalNumbers, 'credit.stop-publishing', dateInChina(at), 'at', { department: OWNER[list] });
}

/** What a page's signature is over: its values in this order, as JSON without spaces. See docs/feed.md. */
export interface SignedPage {
  changes: readonly {
    sequence: string;
    kind: string;
    at: string;
    listingId: string;
    list: string;
    subjectUscc: string;
    reason: string | null;
    stopUseBy: string | null;
    line: string | null;
  }[];
  next: string;
  caughtUp: boolean;
  digest: string;
}

export function textOf({ next, caughtUp, digest, changes }: SignedPage): string {
  const rows = changes.map(
    ({ sequence, kind, at, listingId, list, subjectUscc, reason, stopUseBy: stop, line }) => {
      return [sequence, kind, at, listingId, list, subjectUscc, reason, stop, line];
    },
  );
  return JSON.stringify([next, caughtUp, digest, rows]);
}
