import sql, { raw } from 'sql-template-tag';
import { dateInChina, defineLoader, type Database, type RequestContext } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { isOnList } from '../listing/listing.lists';
import type { DishonestyList } from '../listing/listing.terms';
import type { ChangeKind, RemovalReason } from './change';
import type { Head } from './cursor';

/** The feed's one row, with its numbers as text: they may pass 2^53. */
export interface FeedRow extends Head {
  /** The last change that took something away. */
  removedAt: string;
  listed: number;
  /** In hexadecimal. */
  digest: string;
  /** Of the hash tree over the list, in hexadecimal. */
  root: string;
}

export interface StoredChange {
  sequence: string;
  kind: ChangeKind;
  at: Date;
  listingId: string;
  list: DishonestyList;
  uscc: string | null;
  reason: RemovalReason | null;
  expiredOn: string | null;
  line: string | null;
  /** See Position. */
  mark: string;
}

/** The feed's row, with the marks of its ends and of the change at some place. */
const headAt = (place: string) =>
  sql`feed.epoch, feed.sequence AS head, feed.oldest, feed.removed_at AS "removedAt", feed.listed, feed.digest::text AS bits, encode(feed.root, 'hex') AS root,
    change_mark(feed.sequence) AS "headMark", change_mark(feed.oldest) AS "oldestMark", change_mark(${place}::bigint) AS "markHere"`;
interface HeadColumns extends Pick<Head, 'epoch' | 'oldest' | 'oldestMark' | 'markHere'> {
  head: string;
  headMark: string;
  removedAt: string;
  listed: number;
  bits: string;
  root: string;
}

/** As many tombstones as one statement writes. */
const EXPIRED_AT_ONCE = 1_000;

/** Whether a term that is over stands in the same state of the database still untold: it was written a moment ago. */
const isUntold = (today: string) =>
  sql`EXISTS (SELECT FROM published_listing WHERE expires_on < ${today}) AS untold`;

/**
 * Tells of the terms that are over, before anything of the feed is read: whether or not a job has run, a consumer gets the
 * tombstone the moment the term is over. The earliest end stands first in an index: one look, while there is none.
 */
export async function expireTerms(db: Database, today: string): Promise<void> {
  const [first] = await db.byKey<{ over: boolean | null }>(
    sql`SELECT min(expires_on) < ${today}::date AS over FROM published_listing`,
  );
  if (!first?.over) return;
  const expire = sql`SELECT expire_listings(${today}, ${EXPIRED_AT_ONCE}) AS done`;
  while ((await db.byKey<{ done: number }>(expire))[0]?.done === EXPIRED_AT_ONCE);
}

/** @param place of the change that a position is at, if one is to be judged */
export async function readHead(db: Database, place = '0'): Promise<FeedRow> {
  const [row] = await db.byKey<HeadColumns>(sql`SELECT ${headAt(place)} FROM dishonesty_feed feed`);
  return headOf(row as HeadColumns);
}

/**
 * The changes after a place and the head, as of one moment, since one statement sees one state. The line of a listing
 * stands only where it is published now, and only since it was listed last. OFFSET 0 looks at the head once, not for each
 * change; planned for the place at hand; LIMIT 1 keeps it a look by key for each change.
 */
export async function readChanges(
  db: Database,
  after: string,
  first: number,
  today: string,
): Promise<[FeedRow, StoredChange[]]> {
  await expireTerms(db, today);
  const rows = await db.query<HeadColumns & (StoredChange | { sequence: null }) & { untold: boolean }>(sql`
    SELECT head.*, change.*
    FROM (SELECT ${headAt(after)}, ${isUntold(today)} FROM dishonesty_feed feed OFFSET 0) AS head LEFT JOIN LATERAL (
      SELECT change.sequence, change.kind, change.at, change.listing_id AS "listingId", change.list, change.uscc, change.reason,
        change.expired_on AS "expiredOn", shown.line, moment_mark(change.at) AS mark
      FROM (SELECT * FROM dishonesty_change WHERE sequence > ${after}::bigint ORDER BY sequence LIMIT ${first}) AS change
      LEFT JOIN LATERAL (
        SELECT listing_line(listing) AS line FROM published_listing known JOIN dishonesty_listing listing ON listing.id = known.listing_id
        WHERE known.listing_id = change.listing_id AND change.kind <> 'REMOVED' AND known.listed_at <= change.sequence AND known.expires_on >= ${today}
        LIMIT 1
      ) AS shown ON true
    ) AS change ON true ORDER BY change.sequence`);
  // its digest would count a line that the page does not show
  if (rows[0]?.untold) return readChanges(db, after, first, today);
  return [headOf(rows[0] as HeadColumns), rows.filter((row) => row.sequence !== null)];
}

function headOf({ head, headMark, bits, ...row }: HeadColumns): FeedRow {
  return { ...row, sequence: head, mark: headMark, digest: hexOf(bits) };
}

/** A bit string of PostgreSQL in hexadecimal. */
export function hexOf(bits: string): string {
  return BigInt(`0b${bits}`).toString(16).padStart(64, '0');
}

/** The listings of a page, whoever asks: those on the list today and no others. */
export const publishedListing = defineLoader<DishonestyListing>(
  (context, ids) =>
    context.db.byKey(
      sql`SELECT ${raw(context.db.columns(DishonestyListing))} FROM dishonesty_listing WHERE id = ANY(${ids}::varchar[]) AND ${isOnList(context.today)}`,
    ),
  ({ id }) => id,
);

/** The day in China so many milliseconds after an operation began: a wait may last past midnight. */
export function dayAfter({ now }: RequestContext, ms: number): string {
  return dateInChina(new Date(now.getTime() + ms));
}
