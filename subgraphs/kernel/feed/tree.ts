import sql, { raw } from 'sql-template-tag';
import { NumberInvalid } from '../catalogue';
import type { RequestContext } from '../context';
import type { Feed } from './feed';
import { turnTo } from './reading';

/** How the root is made; another way has another name. docs/feed.md has it in words and numbers. */
export const ROOT_ALGORITHM = 'SHA-256/256x256/1';
/** Hashes, and lines, that are answered at once. */
export const MOST_HASHES = 4_096;
export const MOST_LINES = 2_000;

const ROWS = 256;
const HEX_OF_HASH = 64;

/** A row of the hash tree, or one of its buckets. */
export interface Bucket {
  row: number;
  bucket: number | null;
  hash: string;
}

/** The hashes of the rows, or of the buckets of some rows; what never held anything has the hash of nothing. */
export async function bucketHashes(
  { db, today }: RequestContext,
  feed: Feed,
  rows: readonly number[] | null,
): Promise<Bucket[]> {
  await turnTo(db, feed, today);
  if (rows === null) {
    return db.byKey<Bucket>(sql`
      SELECT at AS row, NULL::integer AS bucket, encode(coalesce(hash, sha256('\\x01'::bytea || none.buckets)), 'hex') AS hash
      FROM generate_series(0, 255) AS at LEFT JOIN ${raw(feed.tables.rows)} AS known ON number = at, ${ofNone} ORDER BY at`);
  }
  for (const row of rows) checkPlace('rows', row, ROWS);
  const found = await db.byKey<{ row: number; hashes: string }>(sql`
    SELECT at AS row, encode(coalesce(buckets, none.hashes), 'hex') AS hashes
    FROM unnest(${[...new Set(rows)]}::integer[]) AS at LEFT JOIN ${raw(feed.tables.rows)} AS known ON number = at,
      (SELECT buckets AS hashes FROM ${ofNone}) AS none ORDER BY at`);
  return found.flatMap(({ row, hashes }) =>
    Array.from({ length: ROWS }, (_, bucket) => ({
      row,
      bucket,
      hash: hashes.slice(bucket * HEX_OF_HASH, (bucket + 1) * HEX_OF_HASH),
    })),
  );
}

/** A row of 256 buckets without a line. */
const ofNone = sql`(SELECT string_agg(sha256('\\x00'::bytea), ''::bytea) AS buckets FROM generate_series(0, 255)) AS none`;

/** The lines of some buckets, told by their numbers 256 × row + bucket, as the snapshot has them. */
export async function linesIn(
  { db, today }: RequestContext,
  feed: Feed,
  buckets: readonly number[],
): Promise<string[]> {
  for (const bucket of buckets) checkPlace('buckets', bucket, ROWS * ROWS);
  await turnTo(db, feed, today);
  const rows = await db.byKey<{ line: string }>(sql`
    SELECT told.line FROM ${raw(feed.tables.published)} AS known, LATERAL (${raw(feed.tables.line)}) AS told
    WHERE known.bucket = ANY(${buckets}::integer[]) AND (known.expires_on IS NULL OR known.expires_on >= ${today})
    ORDER BY known.record_id LIMIT ${MOST_LINES + 1}`);
  return rows.map(({ line }) => line);
}

function checkPlace(field: string, got: number, places: number): void {
  if (got < 0 || got >= places) throw NumberInvalid({ field, min: 0, max: places - 1, got });
}

/** What a proof is over: one line of JSON, its names in order (RFC 8785). */
export function statementOf(
  { line: { feed } }: Pick<Feed, 'line'>,
  of: { cursor: string; listed: number; root: string; sequence: string },
): string {
  const { cursor, listed, root, sequence } = of;
  return JSON.stringify({ algorithm: ROOT_ALGORITHM, cursor, feed, listed, root, sequence });
}
