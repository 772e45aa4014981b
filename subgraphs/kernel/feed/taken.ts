import type { RequestContext } from '../context';
import { headCursor } from './cursor';
import type { Feed } from './feed';
import { dayAfter, hexOf, readHead, turnTo } from './reading';
import { signersOf } from './signing';
import { statementOf } from './tree';

/** Lines that are read from the database at once: all that a snapshot keeps in memory. */
const LINES_AT_ONCE = 1_000;
const headOf = ({ tables: { head, mark } }: Feed) =>
  `SELECT epoch, sequence, oldest, removed_at AS "removedAt", listed, bytes, digest::text AS bits, encode(root, 'hex') AS root,
    ${mark}sequence) AS mark, changed_at AS "changedAt", alone FROM ${head} AS feed`;
/** LIMIT 1 keeps it a look by key for each line, wherever in the list the page is. */
const linesAfter = ({ tables: { published, line } }: Feed) => `SELECT known.record_id AS id, shown.line
  FROM (SELECT record_id FROM ${published} AS known WHERE record_id > $1 ORDER BY record_id LIMIT ${LINES_AT_ONCE}) AS known,
    LATERAL (${line} LIMIT 1) AS shown
  ORDER BY known.record_id`;

interface SnapshotHead {
  epoch: string;
  sequence: string;
  oldest: string;
  listed: number;
  /** Of all lines with their ends. */
  bytes: string;
  bits: string | null;
  root: string;
  mark: string;
  /** When the last change was made; the only one that was seen in its second, or not. */
  changedAt: Date;
  alone: boolean;
}
type Held = Awaited<ReturnType<RequestContext['db']['hold']>>;

/** The whole list as of one moment: its lines one after the other, and the cursor from which the changes go on. */
export interface Snapshot {
  head: SnapshotHead;
  cursor: string;
  digest: string;
  /** Detached signatures over what the list is, so that nobody on the way can swap it; none without a key. */
  proofs: Partial<Record<'EDDSA' | 'SM2', string>>;
  /** Ends what was held for it. Called by whoever may not read the lines to their end. */
  close: () => void;
  /**
   * Ends what was held, unless they are to be read again.
   * @throws when a subject is removed meanwhile: what is not sent yet must not be
   */
  lines: (again?: 'again') => AsyncGenerator<string[]>;
}

export async function takeSnapshot(context: RequestContext, feed: Feed): Promise<Snapshot> {
  const { db, settings } = context;
  await turnTo(db, feed, context.today);
  const held = await db.hold();
  const [head] = await held.query<SnapshotHead>(headOf(feed)).catch((error: unknown) => {
    held.close();
    throw error;
  });
  if (!head) throw new Error('the feed has no head');
  const cursor = headCursor(head, settings.dataKey);
  return {
    head,
    cursor,
    digest: hexOf(head.bits),
    proofs: proofsOf(statementOf(feed, { ...head, cursor }), settings.signingKey),
    close: held.close,
    lines: (again) => linesOf(context, feed, held, head, again),
  };
}

export function proofsOf(statement: string, signingKey: Uint8Array | null): Snapshot['proofs'] {
  if (!signingKey) return {};
  const { EDDSA, SM2 } = signersOf(signingKey);
  return { EDDSA: EDDSA.sign(statement), SM2: SM2.sign(statement) };
}

async function* linesOf(
  context: RequestContext,
  feed: Feed,
  held: Held,
  { sequence }: SnapshotHead,
  again?: 'again',
): AsyncGenerator<string[]> {
  const began = Date.now();
  try {
    for (let after = ''; ;) {
      const rows = await held.query<{ id: string; line: string }>(linesAfter(feed), [after]);
      const last = rows.at(-1);
      if (!last) return;
      await refuseRemoved(context, feed, sequence, Date.now() - began);
      yield rows.map(({ line }) => line);
      after = last.id;
    }
  } finally {
    if (!again) held.close();
  }
}

async function refuseRemoved(
  context: RequestContext,
  feed: Feed,
  sequence: string,
  ms: number,
): Promise<void> {
  await turnTo(context.db, feed, dayAfter(context, ms));
  const { removedAt } = await readHead(context.db, feed);
  if (BigInt(removedAt) > BigInt(sequence))
    throw new Error('a subject was removed while the list was sent: the rest is void');
}
