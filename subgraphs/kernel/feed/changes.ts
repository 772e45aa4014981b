import { NumberInvalid, PageSizeInvalid } from '../catalogue';
import type { RequestContext } from '../context';
import type { OpenedKeys } from '../sealing';
import { headCursor, isTooOld, openCursor, sealCursor, type Head, type Position } from './cursor';
import { PUBLIC_KEY_URL, addressesOf, type Feed } from './feed';
import { dayAfter, readChanges, readHead, turnTo, type FeedRow, type StoredChange } from './reading';
import { ROOT_ALGORITHM } from './tree';
import { waitForChange } from './waiting';

export const LARGEST_PAGE = 1_000;
const LONGEST_WAIT_SECONDS = 30;

export interface Asked {
  after: string | null;
  first: number;
  waitSeconds: number;
}

/** A page as it is answered; its signature is made when it is asked for. */
export interface Page {
  changes: StoredChange[];
  next: string;
  caughtUp: boolean;
  floorSequence: string;
  endSequence: string;
  digest: string;
  root: string;
  listed: number;
}

/** The cursor is too old: where to begin anew, and the oldest that would do. */
export interface Expired {
  restartAfter: string;
  oldest: string;
}

/** The changes after a cursor; if there are none yet, waits for them as long as it may. */
export async function changesAfter(
  context: RequestContext,
  feed: Feed,
  { after, first, waitSeconds }: Asked,
): Promise<Page | Expired | { message: string }> {
  checkNumbers(first, waitSeconds);
  const { db, settings } = context;
  const given = after === null ? null : openCursor(after, settings.dataKey);
  if (after !== null && given === null)
    return { message: '游标不是本变动源给出的。 The cursor is none that this feed has given.' };
  // one more than is answered tells whether there are more
  const read = (today: string) => readChanges(db, feed, given?.sequence ?? '0', first + 1, today);
  const began = Date.now();
  let [head, stored] = await read(context.today);
  const wait = Math.min(waitSeconds * 1_000, settings.longestWaitMs);
  if (stored.length === 0 && wait > 0 && !(given && isTooOld(given, head))) {
    await waitForChange(db, feed, head.sequence, wait);
    [head, stored] = await read(dayAfter(context, Date.now() - began));
  }
  const position = given ?? { epoch: head.epoch, sequence: '0', from: head.oldest, mark: '' };
  return isTooOld(position, head)
    ? expired(head, settings.dataKey)
    : pageOf(position, head, stored.slice(0, first), stored.length <= first, settings.dataKey);
}

function checkNumbers(first: number, waitSeconds: number): void {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE)
    throw PageSizeInvalid({ field: 'first', max: LARGEST_PAGE, got: first });
  if (!Number.isInteger(waitSeconds) || waitSeconds < 0 || waitSeconds > LONGEST_WAIT_SECONDS) {
    throw NumberInvalid({ field: 'waitSeconds', min: 0, max: LONGEST_WAIT_SECONDS, got: waitSeconds });
  }
}

function expired(head: Head, dataKey: OpenedKeys): Expired {
  const { epoch, oldest, oldestMark } = head;
  return {
    restartAfter: sealCursor({ epoch, sequence: '0', from: oldest, mark: '' }, dataKey),
    oldest: sealCursor({ epoch, sequence: oldest, from: oldest, mark: oldestMark }, dataKey),
  };
}

/** A page that holds all there are ends at the head, whatever was cleaned up before it, the newest change included. */
function pageOf(
  position: Position,
  head: FeedRow,
  stored: readonly StoredChange[],
  caughtUp: boolean,
  dataKey: OpenedKeys,
): Page {
  const end = caughtUp ? head : (stored.at(-1) ?? position);
  return {
    changes: [...stored],
    next: sealCursor({ ...position, sequence: end.sequence, mark: end.mark }, dataKey),
    caughtUp,
    floorSequence: head.oldest,
    endSequence: end.sequence,
    digest: head.digest,
    root: head.root,
    listed: head.listed,
  };
}

/** The feed as it stands. */
export async function feedNow({ db, today, settings }: RequestContext, feed: Feed) {
  await turnTo(db, feed, today);
  const head = await readHead(db, feed);
  const { ndjson, schema } = addressesOf(feed);
  return {
    epoch: head.epoch,
    head: headCursor(head, settings.dataKey),
    oldest: expired(head, settings.dataKey).oldest,
    floorSequence: head.oldest,
    headSequence: head.sequence,
    listed: head.listed,
    digest: head.digest,
    root: head.root,
    rootAlgorithm: ROOT_ALGORITHM,
    snapshotUrl: ndjson,
    schemaUrl: schema,
    lineVersion: feed.line.version,
    publicKeyUrl: PUBLIC_KEY_URL,
  };
}
