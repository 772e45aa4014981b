import type { Database, Transaction } from './database';
import { asError, catalogued } from './errors';
import type { Happened } from './following';

/** So often a reaction is tried before it is set aside for the operator. */
const TRIES = 5;
const LONGEST_PAUSE_MS = 60_000;

/** Something that a reaction has not been able to do yet. */
export interface SetAside extends Happened {
  attempts: number;
}

const COLUMNS = 'number, nth, event, type, key, division, at, attempts';
/** What happened to a record is done in order: only the first that is left of each is tried. */
const FIRSTS = `(SELECT DISTINCT ON (type, key) * FROM reaction_set_aside WHERE reaction = $1 ORDER BY type, key, number, nth) AS first
  WHERE set_aside_at IS NULL`;

/** Whether something that has happened to the record before is still to be done. */
export async function isWaitedFor(db: Database, reaction: string, { type, key }: Happened): Promise<boolean> {
  const found = await db.read(
    'SELECT FROM reaction_set_aside WHERE reaction = $1 AND type = $2 AND key = $3 LIMIT 1',
    [reaction, type, key],
  );
  return found.length > 0;
}

/** What may be tried now. */
export function due(db: Database, reaction: string): Promise<SetAside[]> {
  return db.read<SetAside>(
    `SELECT ${COLUMNS} FROM ${FIRSTS} AND (next_at IS NULL OR next_at <= now()) ORDER BY number, nth LIMIT 100`,
    [reaction],
  );
}

/** In how many milliseconds something may be tried again. */
export async function msUntilDue(db: Database, reaction: string): Promise<number> {
  const [row] = await db.read<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(coalesce(next_at, now())) - now()) * 1000)::float8 AS ms FROM ${FIRSTS}`,
    [reaction],
  );
  return Math.max(0, row?.ms ?? Infinity);
}

/** Keeps what could not be done, or what waits for what happened to its record before. */
export async function keepAside(
  tx: Transaction,
  reaction: string,
  { number, nth, event, type, key, division, at }: Happened,
  failed: { error: unknown; pauseMs: number } | null,
): Promise<void> {
  const attempts = failed && !isSilence(failed.error) ? 1 : 0;
  await tx.query(
    `INSERT INTO reaction_set_aside (reaction, number, nth, event, type, key, division, at, attempts, next_at, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10 * interval '1 millisecond', $11)`,
    [
      reaction,
      number,
      nth,
      event,
      type,
      key,
      division,
      at,
      attempts,
      failed?.pauseMs ?? 0,
      failed ? reasonOf(failed.error) : 'it waits for what has happened to its record before',
    ],
  );
}

/** It has failed again: it is tried later, or set aside. The silence of another department never sets anything aside. */
export async function failAgain(
  db: Database,
  reaction: string,
  { number, nth, attempts }: SetAside,
  error: unknown,
  pauseMs: number,
): Promise<boolean> {
  const tried = attempts + (isSilence(error) ? 0 : 1);
  const isOver = tried >= TRIES;
  const pause = Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** tried);
  await db.transaction((tx) =>
    tx.query(
      `UPDATE reaction_set_aside SET attempts = $4, reason = $5, next_at = now() + $6 * interval '1 millisecond',
         set_aside_at = CASE WHEN $7 THEN now() END
       WHERE reaction = $1 AND number = $2 AND nth = $3`,
      [reaction, number, nth, tried, reasonOf(error), pause, isOver],
    ),
  );
  return isOver;
}

/** Takes what is done now out of the table; false where another process was faster. */
export async function takeOut(
  tx: Transaction,
  reaction: string,
  { number, nth }: Happened,
): Promise<boolean> {
  const gone = await tx.query(
    'DELETE FROM reaction_set_aside WHERE reaction = $1 AND number = $2 AND nth = $3 RETURNING 1',
    [reaction, number, nth],
  );
  return gone.length > 0;
}

function isSilence(error: unknown): boolean {
  return /^SUBGRAPH_(UNAVAILABLE|FAILED)$|^DATABASE_BUSY$/.test(codeOf(error));
}

const codeOf = (error: unknown) => String(catalogued(error)?.extensions.code);

function reasonOf(error: unknown): string {
  return (catalogued(error) ? codeOf(error) : asError(error).message).slice(0, 500);
}
