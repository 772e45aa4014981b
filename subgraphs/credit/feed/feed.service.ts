import {
  changesAfter,
  type Asked,
  type Expired,
  type Page as StoredPage,
  type RequestContext,
  type StoredChange,
} from '../../kernel';
import { NO_ENTERPRISE, type DishonestyChange } from './change';
import { stopUseBy } from './feed.rules';
import { dishonesty } from './line';

/** A page as it is answered; its signature is made when it is asked for. */
export type Page = Omit<StoredPage, 'changes'> & { changes: DishonestyChange[] };

export async function listingChanges(
  context: RequestContext,
  asked: Asked,
): Promise<Page | Expired | { message: string }> {
  const answer = await changesAfter(context, dishonesty, asked);
  return 'changes' in answer ? { ...answer, changes: answer.changes.map(changeOf) } : answer;
}

function changeOf({
  uscc,
  at,
  expiredOn,
  mark: _,
  recordId,
  list,
  ...change
}: StoredChange): DishonestyChange {
  const known = { ...change, list: list as DishonestyChange['list'] };
  return {
    ...known,
    listingId: recordId,
    at: at.toISOString(),
    subjectKind: uscc === null ? 'PERSON' : 'ENTERPRISE',
    subjectUscc: uscc ?? NO_ENTERPRISE,
    stopUseBy: stopUseBy({ ...known, at, expiredOn }),
  };
}
