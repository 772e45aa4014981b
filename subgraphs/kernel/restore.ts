import type { RequestContext } from './context';
import { snakeCase, tableOf, type Database, type Transaction } from './database';
import { OPEN_TO_CORRECTION } from './store';
import type { Submission, SubmittedRow } from './submission';
import { flagAgain, unflag } from './unknown-reference';

/** A row that an import has written, and that is to be what it was before. */
export interface Undone {
  key: string;
  /** There was none before. */
  isNew: boolean;
  /** The last entry that its history had. */
  historyBefore: string | null;
}

/** Removes rows that an import has brought, with what it has told of them in their history. */
export async function remove(
  tx: Transaction,
  { db }: RequestContext,
  submission: Submission,
  rows: readonly Undone[],
): Promise<SubmittedRow[]> {
  if (rows.length === 0) return [];
  const gone = await tx.query<SubmittedRow>(
    `DELETE FROM ${tableOf(submission.entity)} WHERE ${snakeCase(submission.key)} = ANY($1::varchar[])
     RETURNING ${db.columns(submission.entity)}`,
    [rows.map(({ key }) => key)],
  );
  await unwrite(tx, db, submission, rows);
  await unflag(
    tx,
    submission.entity,
    rows.map(({ key }) => key),
  );
  await submission.afterTakeBack?.(tx, gone);
  return gone;
}

/** Makes rows again what they were; what follows from them follows as from any correction. */
export async function giveBack(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  run: string,
  rows: readonly Undone[],
): Promise<SubmittedRow[]> {
  if (rows.length === 0) return [];
  const { db } = context;
  const table = tableOf(submission.entity);
  const key = snakeCase(submission.key);
  const columns = db.dataSource.getMetadata(submission.entity).columns.map((each) => each.databaseName);
  const keys = rows.map((row) => row.key);
  await tx.query(
    `UPDATE ${table} AS stored SET ${columns.map((column) => `${column} = former.${column}`).join(', ')}
     FROM import_row AS kept JOIN ${table} AS present ON present.${key} = kept.key
       CROSS JOIN LATERAL jsonb_populate_record(present, kept.before) AS former
     WHERE kept.run_id = $1 AND kept.key = ANY($2::varchar[]) AND stored.${key} = kept.key`,
    [run, keys],
  );
  await unwrite(tx, db, submission, rows);
  const restored = await tx.query<SubmittedRow>(
    `SELECT ${db.columns(submission.entity)} FROM ${table} WHERE ${key} = ANY($1::varchar[])`,
    [keys],
  );
  await flagAgain(tx, context, submission.entity, restored);
  await submission.afterStore?.(tx, restored);
  return restored;
}

/** Takes what an import has added to the history of rows out of it again. */
async function unwrite(
  tx: Transaction,
  db: Database,
  { history }: Submission,
  rows: readonly Undone[],
): Promise<void> {
  if (!history || history.isFollowed) return;
  const order = snakeCase(history.order);
  const type = db.dataSource.getMetadata(history.entity).findColumnWithPropertyName(history.order)?.type;
  await tx.query(
    `DELETE FROM ${tableOf(history.entity)} AS entry USING unnest($1::varchar[], $2::varchar[]) AS row (key, last)
     WHERE entry.${snakeCase(history.of)} = row.key AND (row.last IS NULL OR entry.${order} > row.last::${String(type)})`,
    [rows.map(({ key }) => key), rows.map(({ historyBefore }) => historyBefore)],
  );
}

/** Rows that stay since others refer to them: they belong to no source, and any record of theirs replaces them. */
export async function openToCorrection(
  tx: Transaction,
  submission: Submission,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const key = snakeCase(submission.key);
  await tx.query(
    `UPDATE ${tableOf(submission.entity)} SET source = '', source_id = md5(${key}), revision = ${OPEN_TO_CORRECTION}, content_digest = ''
     WHERE ${key} = ANY($1::varchar[])`,
    [keys],
  );
}
