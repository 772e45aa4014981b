import { randomBytes } from 'node:crypto';
import { requireScope } from './caller';
import { ImportNotYours, ImportTakenBack, NotFound } from './catalogue';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type Database, type Transaction } from './database';
import { requireSource, sourceName } from './source';
import type { Submission } from './submission';

/** How many days what an import has replaced is kept, and the import can be taken back. */
export const TAKE_BACK_DAYS = 90;
const DAY_MS = 86_400_000;
/** How many rows of imports that are too old go with each import that begins. */
const MOST_FORGOTTEN = 2_000;

/** 报送批次. An import: batches of records of one kind that one department has sent as one. */
export interface ImportRun {
  id: string;
  /** Its place among the imports of the subgraph. */
  nth: string;
  kind: string;
  source: string;
  department: string;
  departmentCode: string | null;
  /** The columns that its table had: one that came later says nothing of whether a row was changed. */
  columns: string[];
  batches: number;
  begunAt: Date;
  takenBackAt: Date | null;
}

/** A row that an import has written. */
export interface Written {
  key: string;
  /** The row that was there before, as JSON; null if there was none. */
  before: string | null;
}

const RUN = `id, nth, kind, source, department, department_code AS "departmentCode", columns, batches, begun_at AS "begunAt", taken_back_at AS "takenBackAt"`;
export const TERM = { zh: '报送批次', en: 'import' };

/** The source that records are sent under, if the caller may submit and it is that of the caller's department. */
export async function sourceOf(
  context: RequestContext,
  submission: Submission,
  sent: string,
): Promise<string> {
  requireScope(context.caller, `write:${submission.subgraph}`);
  const source = sourceName.parse(sent, 'source');
  submission.checkSource?.(context, source);
  await requireSource(context, source);
  return source;
}

/** Begins an import: its batches are told by its id. */
export async function beginImport(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  sent: string,
): Promise<ImportRun> {
  const source = await sourceOf(context, submission, sent);
  const { caller, now } = context;
  await forget(tx, now);
  const [run] = await tx.query<ImportRun>(
    `INSERT INTO import_run (id, kind, source, department, department_code, columns, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${RUN}`,
    [
      `${submission.kind}-${randomBytes(8).toString('hex')}`,
      submission.kind,
      source,
      caller.department,
      caller.departmentCode,
      columnsOf(context.db, submission),
      now,
    ],
  );
  return run as ImportRun;
}

/** The import that a batch says it belongs to; held, so that it is not taken back meanwhile. */
export async function joinImport(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  id: string,
): Promise<ImportRun> {
  const run = await lockImport(tx, context, id);
  if (run.kind !== submission.kind || run.source !== source)
    throw NotFound({ field: 'import', term: TERM, got: id });
  if (run.takenBackAt !== null) throw ImportTakenBack({ field: 'import', got: id });
  return run;
}

/** Holds an import of the caller's department until the transaction ends. */
export async function lockImport(
  tx: Transaction,
  { caller }: RequestContext,
  id: string,
): Promise<ImportRun> {
  const [run] = await tx.query<ImportRun>(`SELECT ${RUN} FROM import_run WHERE id = $1 FOR UPDATE`, [id]);
  if (!run) throw NotFound({ field: 'import', term: TERM, got: id });
  const isOwn = run.department === caller.department;
  if (!isOwn || (run.departmentCode !== null && run.departmentCode !== caller.departmentCode))
    throw ImportNotYours({ field: 'import', owner: run.department, got: id });
  return run;
}

/** Keeps what a batch has written: each row as it was before, and a digest of what it is now, once all that follows has followed. */
export async function keepWritten(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  run: ImportRun,
  written: readonly Written[],
  historyBefore: ReadonlyMap<string, string>,
): Promise<void> {
  const table = tableOf(submission.entity);
  const key = snakeCase(submission.key);
  const keys = written.map((row) => row.key);
  const historyAfter = await lastEntries(tx, submission, keys);
  await tx.query('UPDATE import_run SET batches = batches + 1 WHERE id = $1', [run.id]);
  await tx.query(
    `INSERT INTO import_row AS known (run_id, key, batch, before, after, history_before, history_after)
     SELECT $1, stored.${key}, $2, sent.before::jsonb, ${digestOf('stored', '$7')}, sent.history_before, sent.history_after
     FROM unnest($3::varchar[], $4::text[], $5::varchar[], $6::varchar[]) AS sent (key, before, history_before, history_after)
     JOIN ${table} AS stored ON stored.${key} = sent.key
     ON CONFLICT (run_id, key) DO UPDATE
     SET batch = excluded.batch, after = excluded.after, history_after = excluded.history_after`,
    [
      run.id,
      run.batches + 1,
      keys,
      written.map(({ before }) => before),
      keys.map((each) => historyBefore.get(each) ?? null),
      keys.map((each) => historyAfter.get(each) ?? null),
      laterColumns(context.db, submission, run),
    ],
  );
}

/** The digest of a row as an import knows it, as SQL: without the columns that its table has got since. */
export function digestOf(alias: string, later: string): string {
  return `md5((to_jsonb(${alias}) - ${later}::text[])::text)`;
}

/** The last entry in the history of each of these rows. */
export async function lastEntries(
  tx: Transaction,
  { history }: Submission,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!history || keys.length === 0) return new Map();
  const of = snakeCase(history.of);
  const entries = await tx.query<{ key: string; last: string }>(
    `SELECT ${of} AS key, max(${snakeCase(history.order)})::text AS last FROM ${tableOf(history.entity)}
     WHERE ${of} = ANY($1::varchar[]) GROUP BY ${of}`,
    [keys],
  );
  return new Map(entries.map(({ key, last }) => [key, last]));
}

export function columnsOf(db: Database, { entity }: Submission): string[] {
  return db.dataSource.getMetadata(entity).columns.map(({ databaseName }) => databaseName);
}

/** The columns that the table of an import has got since it began. */
export function laterColumns(db: Database, submission: Submission, { columns }: ImportRun): string[] {
  return columnsOf(db, submission).filter((name) => !columns.includes(name));
}

/** The first moment of which imports can still be taken back. */
export function oldestKept(now: Date): Date {
  return new Date(now.getTime() - TAKE_BACK_DAYS * DAY_MS);
}

/** What is too old to be taken back goes, a part at a time: former rows hold personal data. */
async function forget(tx: Transaction, now: Date): Promise<void> {
  await tx.query(
    `WITH over AS (SELECT id FROM import_run WHERE begun_at < $1 ORDER BY begun_at LIMIT 10 FOR UPDATE SKIP LOCKED),
       gone AS (DELETE FROM import_row WHERE (run_id, key) IN (
         SELECT run_id, key FROM import_row WHERE run_id IN (SELECT id FROM over) LIMIT ${MOST_FORGOTTEN}))
     DELETE FROM import_run WHERE id IN (SELECT id FROM over) AND NOT EXISTS (SELECT FROM import_row WHERE run_id = import_run.id)`,
    [oldestKept(now)],
  );
}
