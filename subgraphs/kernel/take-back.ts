import { again } from './again';
import { takenBack } from './events';
import { audit } from './journal';
import { coversRegion, requireScope } from './caller';
import {
  ImportRowChanged,
  ImportRowReferredTo,
  ImportTooOld,
  OutsideRegion,
  SourceIdTaken,
} from './catalogue';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass, type Transaction } from './database';
import { whyDecisionsStay } from './decided';
import { repeatedAmong } from './duplicates';
import type { CatalogueError, Words } from './errors';
import {
  TAKE_BACK_DAYS,
  digestOf,
  lastEntries,
  laterColumns,
  lockImport,
  oldestKept,
  type ImportRun,
} from './import-run';
import { text } from './kinds';
import { onceOf } from './notes';
import { referredTo } from './referrers';
import { giveBack, openToCorrection, remove, type Undone } from './restore';
import { writtenIn } from './store';
import type { Submission, SubmittedRow } from './submission';

/** What a subgraph takes in, and all its tables, which may refer to it. */
export interface TakenIn {
  name: string;
  submissions: readonly Submission[];
  entities: readonly EntityClass[];
}
interface Asked {
  import: string;
  reason: string;
  /** Begins with this batch, the last of the import if none is named; `nextBatch` is the one before it. */
  batch?: number | null;
}
/** A record that stays, and why. */
interface LeftRecord {
  key: string;
  code: string;
  message: string;
  correctable: boolean;
}
export interface TakenBack {
  import: string;
  takenBack: number;
  left: LeftRecord[];
  nextBatch: number | null;
}

/** A row of the batch: as the import has left it, as it was before that, and as it is. */
interface Row extends Undone {
  after: string;
  historyAfter: string | null;
  formerSource: string | null;
  formerSourceId: string | null;
  formerRegion: string | null;
  /** Its digest and its division; null if it is not there any more. */
  now: string | null;
  region: string | null;
}
type Reasons = ReadonlyMap<string, CatalogueError>;

/**
 * 撤回. Takes back one batch of an import: rows that it brought go, rows that it replaced are again what they were. Of
 * several batches the last goes first, so that each finds its rows as it has left them. A row that somebody has built on
 * since stays and is told of, with the reason.
 */
export function takeBack(context: RequestContext, of: TakenIn, asked: Asked): Promise<TakenBack> {
  requireScope(context.caller, `write:${of.name}`);
  const reason = text(500).parse(asked.reason, 'reason');
  return again(() =>
    context.db.transaction(async (tx) => {
      const run = await lockImport(tx, context, asked.import);
      const work = new BatchUndone(tx, context, of, run);
      await work.close();
      const batch = await work.batchFrom(asked.batch ?? run.batches);
      const { left, gone } = await work.undo(batch);
      await audit(tx, context, {
        operation: 'takeBackImport',
        ...gone,
        outcome: `taken back ${gone.subjects.length}, left ${left.length}`,
        details: { import: run.id, kind: run.kind, source: run.source, batch, reason },
      });
      return {
        import: run.id,
        takenBack: gone.subjects.length,
        left,
        nextBatch: batch === null ? null : await work.batchFrom(batch - 1),
      };
    }),
  );
}

class BatchUndone {
  private readonly submission: Submission;
  private readonly entities: readonly EntityClass[];

  constructor(
    private readonly tx: Transaction,
    private readonly context: RequestContext,
    { submissions, entities }: TakenIn,
    private readonly run: ImportRun,
  ) {
    this.submission = submissions.find(({ kind }) => kind === run.kind) as Submission;
    this.entities = entities;
    this.submission.checkSource?.(context, run.source);
    if (run.begunAt < oldestKept(context.now))
      throw ImportTooOld({ field: 'import', days: TAKE_BACK_DAYS, got: run.id });
  }

  /** From now on the import takes no further batch, and its file can be imported anew. */
  async close(): Promise<void> {
    if (this.run.takenBackAt !== null) return;
    await this.tx.query('UPDATE import_run SET taken_back_at = $2 WHERE id = $1', [
      this.run.id,
      this.context.now,
    ]);
    await this.tx.query('DELETE FROM import_progress WHERE run_id = $1', [this.run.id]);
  }

  /** This batch, or the last before it of which something is left. */
  async batchFrom(batch: number): Promise<number | null> {
    const [row] = await this.tx.query<{ batch: number | null }>(
      'SELECT max(batch) AS batch FROM import_row WHERE run_id = $1 AND batch <= $2',
      [this.run.id, batch],
    );
    return row?.batch ?? null;
  }

  async undo(batch: number | null): Promise<{ left: LeftRecord[]; gone: ReturnType<typeof takenBack> }> {
    const { tx, context, submission, run } = this;
    if (batch === null) return { left: [], gone: takenBack(submission, [], []) };
    const rows = await this.rowsOf(batch);
    const keys = rows.map(({ key }) => key);
    const decided = await whyDecisionsStay(tx, context, submission, keys);
    const kept = new Map([...decided, ...(await this.changed(rows)), ...(await this.kept(rows))]);
    const isLeft = ({ key }: Row) => kept.has(key);
    const brought = rows.filter((row) => row.isNew && !isLeft(row));
    const referred = await referredTo(
      tx,
      this.entities,
      submission,
      brought.map(({ key }) => key),
    );
    const removed = brought.filter(({ key }) => !referred.has(key));
    const away = await remove(tx, context, submission, removed);
    const replaced = rows.filter((row) => !row.isNew && !isLeft(row));
    const taken = new Map([...(await this.takenIds(replaced)), ...(await this.repeated(replaced))]);
    const restored = replaced.filter(({ key }) => !taken.has(key));
    const again = await giveBack(tx, context, submission, run.id, restored);
    await openToCorrection(tx, submission, [...referred.keys()]);
    const gone = [...removed, ...restored].map(({ key }) => key);
    await tx.query('DELETE FROM import_row WHERE run_id = $1 AND key = ANY($2::varchar[])', [
      run.id,
      [...gone, ...referred.keys()],
    ]);
    return { left: leftOf(kept, taken, referred), gone: takenBack(submission, away, again) };
  }

  /** The rows of a batch, held until the transaction ends, in the order in which submissions hold them. */
  private async rowsOf(batch: number): Promise<Row[]> {
    const { table, key, place } = this.names;
    await this.tx.query(
      `SELECT FROM ${table} WHERE ${key} IN (SELECT key FROM import_row WHERE run_id = $1 AND batch = $2)
       ORDER BY ${key} FOR UPDATE`,
      [this.run.id, batch],
    );
    return this.tx.query<Row>(
      `SELECT kept.key, kept.after, kept.before IS NULL AS "isNew",
         kept.history_before AS "historyBefore", kept.history_after AS "historyAfter",
         kept.before->>'source' AS "formerSource", kept.before->>'source_id' AS "formerSourceId",
         kept.before->>'${place}' AS "formerRegion", ${digestOf('stored', '$3')} AS now, stored.${place} AS region
       FROM import_row AS kept LEFT JOIN ${table} AS stored ON stored.${key} = kept.key
       WHERE kept.run_id = $1 AND kept.batch = $2 ORDER BY kept.key`,
      [this.run.id, batch, laterColumns(this.context.db, this.submission, this.run)],
    );
  }

  /** Rows that are not any more what the import has made of them, or that lie outside the caller's region. */
  private async changed(rows: readonly Row[]): Promise<Reasons> {
    const { caller } = this.context;
    const keys = rows.map(({ key }) => key);
    const history = await lastEntries(this.tx, this.submission, keys);
    const isChanged = ({ key, after, now, isNew, historyAfter }: Row) =>
      now === null ? !isNew : now !== after || (history.get(key) ?? null) !== historyAfter;
    const changed = new Set(rows.filter(isChanged).map(({ key }) => key));
    const later = await this.laterImports([...changed]);
    const reasons = rows.flatMap((row): [string, CatalogueError][] => {
      const { key, region, formerRegion } = row;
      if (changed.has(key)) return [[key, ImportRowChanged({ key, by: changedBy(later.get(key)) })]];
      const outside = [region, formerRegion].find((each) => each !== null && !coversRegion(caller, each));
      if (outside === undefined) return [];
      const field = writtenIn(this.submission);
      return [[key, OutsideRegion({ field, region: caller.region, got: outside })]];
    });
    return new Map(reasons);
  }

  /** The import that has last written each of these rows, if it came after this one. */
  private async laterImports(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (keys.length === 0) return new Map();
    const { kind, nth } = this.run;
    const rows = await this.tx.query<{ key: string; run: string }>(
      `SELECT DISTINCT ON (key) key, run_id AS run FROM import_row JOIN import_run ON id = run_id
       WHERE key = ANY($1::varchar[]) AND kind = $2 AND nth > $3 ORDER BY key, nth DESC`,
      [keys, kind, nth],
    );
    return new Map(rows.map(({ key, run }) => [key, run]));
  }

  private async kept(rows: readonly Row[]): Promise<Reasons> {
    const { tx, context, submission } = this;
    if (!submission.whyKept) return new Map();
    const { table, key } = this.names;
    const stored = await tx.query<SubmittedRow>(
      `SELECT ${context.db.columns(submission.entity)} FROM ${table} WHERE ${key} = ANY($1::varchar[])`,
      [rows.map((row) => row.key)],
    );
    return submission.whyKept(tx, stored);
  }

  /** Rows whose former id in their source names another row by now. */
  private async takenIds(rows: readonly Row[]): Promise<Reasons> {
    if (rows.length === 0) return new Map();
    const { table, key } = this.names;
    const taken = await this.tx.query<{ key: string; source: string; sourceId: string; owner: string }>(
      `SELECT former.key, former.source, former.source_id AS "sourceId", stored.${key} AS owner
       FROM unnest($1::varchar[], $2::varchar[], $3::varchar[]) AS former (key, source, source_id)
       JOIN ${table} AS stored ON (stored.source, stored.source_id) = (former.source, former.source_id) AND stored.${key} <> former.key`,
      [
        rows.map((row) => row.key),
        rows.map(({ formerSource }) => formerSource),
        rows.map(({ formerSourceId }) => formerSourceId),
      ],
    );
    return new Map(taken.map((each) => [each.key, SourceIdTaken({ field: 'sourceId', ...each })]));
  }

  /** Rows that would again be what is on record under another key by now. */
  private async repeated(rows: readonly Row[]): Promise<Reasons> {
    const {
      tx,
      run,
      submission: { entity },
    } = this;
    if (rows.length === 0 || !onceOf(entity)) return new Map();
    const kept = await tx.query<{ before: object }>(
      'SELECT before FROM import_row WHERE run_id = $1 AND key = ANY($2::varchar[])',
      [run.id, rows.map(({ key }) => key)],
    );
    return repeatedAmong(
      tx,
      entity,
      kept.map(({ before }) => before),
    );
  }

  private get names() {
    const { submission } = this;
    return {
      table: tableOf(submission.entity),
      key: snakeCase(submission.key),
      place: snakeCase(writtenIn(submission)),
    };
  }
}

function changedBy(later: string | undefined): Words {
  return later === undefined
    ? { zh: '办理或更正', en: 'by a step or a correction' }
    : { zh: `报送批次 ${later}`, en: `by the import ${later}` };
}

function leftOf(kept: Reasons, taken: Reasons, referred: ReadonlyMap<string, Words>): LeftRecord[] {
  const left = [...kept, ...taken].map(([key, { code, message }]) => ({
    key,
    code,
    message,
    correctable: false,
  }));
  const open = [...referred].map(([key, by]) => {
    const { code, message } = ImportRowReferredTo({ key, by });
    return { key, code, message, correctable: true };
  });
  return [...left, ...open].sort((a, b) => (a.key < b.key ? -1 : 1));
}
