import sql, { raw } from 'sql-template-tag';
import { dateInChina, type RequestContext } from '../context';
import type { Database } from '../database';
import type { Head } from './cursor';
import type { Feed } from './feed';
import type { ChangeKind, RemovalReason } from './terms';

/** A feed's one row, with its numbers as text: they may pass 2^53. */
export interface FeedRow extends Head {
  /** The last change that took something away. */
  removedAt: string;
  listed: number;
  /** In hexadecimal, where there is one. */
  digest: string;
  /** Of the hash tree over the list, in hexadecimal. */
  root: string;
}

export interface StoredChange {
  sequence: string;
  kind: ChangeKind;
  at: Date;
  recordId: string;
  /** Of several lists in one feed. */
  list: string | null;
  uscc: string | null;
  reason: RemovalReason | null;
  expiredOn: string | null;
  line: string | null;
  /** See Position. */
  mark: string;
}

/** The feed's row, with the marks of its ends and of the change at some place. */
function headAt({ tables: { mark } }: Feed, place: string) {
  return sql`feed.epoch, feed.sequence AS head, feed.oldest, feed.removed_at AS "removedAt", feed.listed, feed.digest::text AS bits, encode(feed.root, 'hex') AS root,
    ${raw(mark)}feed.sequence) AS "headMark", ${raw(mark)}feed.oldest) AS "oldestMark", ${raw(mark)}${place}::bigint) AS "markHere"`;
}
interface HeadColumns extends Pick<Head, 'epoch' | 'oldest' | 'oldestMark' | 'markHere'> {
  head: string;
  headMark: string;
  removedAt: string;
  listed: number;
  bits: string | null;
  root: string;
}

/** As much as one statement does of what a day brings. */
const AT_ONCE = 1_000;

/**
 * Tells of what the day brings, before anything of the feed is read: whether or not a job has run, a consumer gets the
 * tombstone the moment the term is over. One look at the ends of indexes, while there is nothing.
 */
export async function turnTo(db: Database, { tables: { isDue, turn } }: Feed, today: string): Promise<void> {
  const [look] = await db.byKey<{ due: boolean | null }>(
    sql`SELECT ${raw(isDue('day'))} AS due FROM (SELECT ${today}::date AS day) AS of_day`,
  );
  if (!look?.due) return;
  const turned = sql`SELECT ${raw(turn)}${today}::date, ${AT_ONCE}) AS done`;
  while ((await db.byKey<{ done: number }>(turned))[0]?.done === AT_ONCE);
}

/** @param place of the change that a position is at, if one is to be judged */
export async function readHead(db: Database, feed: Feed, place = '0'): Promise<FeedRow> {
  const [row] = await db.byKey<HeadColumns>(
    sql`SELECT ${headAt(feed, place)} FROM ${raw(feed.tables.head)} feed`,
  );
  return headOf(row as HeadColumns);
}

/**
 * The changes after a place and the head, as of one moment, since one statement sees one state. A line stands only where it
 * is published now, and only since it was listed last. OFFSET 0 looks at the head once, not for each change; planned for the
 * place at hand; LIMIT 1 keeps it a look by key for each change.
 */
export async function readChanges(
  db: Database,
  feed: Feed,
  after: string,
  first: number,
  today: string,
): Promise<[FeedRow, StoredChange[]]> {
  await turnTo(db, feed, today);
  const { head, changes, published, line, isDue } = feed.tables;
  const rows = await db.query<HeadColumns & (StoredChange | { sequence: null }) & { untold: boolean }>(sql`
    SELECT head.*, change.*
    FROM (SELECT ${headAt(feed, after)}, ${raw(isDue('of_day.day'))} AS untold
      FROM ${raw(head)} feed, (SELECT ${today}::date AS day) AS of_day OFFSET 0) AS head LEFT JOIN LATERAL (
      SELECT change.sequence, change.kind, change.at, change.record_id AS "recordId", change.list, change.uscc, change.reason,
        change.expired_on AS "expiredOn", shown.line, ((extract(epoch FROM change.at) * 1000000)::bigint)::text AS mark
      FROM (SELECT * FROM ${raw(changes)} AS change WHERE sequence > ${after}::bigint ORDER BY sequence LIMIT ${first}) AS change
      LEFT JOIN LATERAL (
        SELECT told.line FROM ${raw(published)} AS known, LATERAL (${raw(line)}) AS told
        WHERE known.record_id = change.record_id AND change.kind <> 'REMOVED' AND known.listed_at <= change.sequence
          AND (known.expires_on IS NULL OR known.expires_on >= ${today})
        LIMIT 1
      ) AS shown ON true
    ) AS change ON true ORDER BY change.sequence`);
  // its root would count a line that the page does not show
  if (rows[0]?.untold) return readChanges(db, feed, after, first, today);
  return [headOf(rows[0] as HeadColumns), rows.filter((row) => row.sequence !== null)];
}

function headOf({ head, headMark, bits, ...row }: HeadColumns): FeedRow {
  return { ...row, sequence: head, mark: headMark, digest: hexOf(bits) };
}

/** A bit string of PostgreSQL in hexadecimal; empty for none. */
export function hexOf(bits: string | null): string {
  return bits === null ? '' : BigInt(`0b${bits}`).toString(16).padStart(64, '0');
}

/** The day in China so many milliseconds after an operation began: a wait may last past midnight. */
export function dayAfter({ now }: RequestContext, ms: number): string {
  return dateInChina(new Date(now.getTime() + ms));
}
