import { createHash } from 'node:crypto';
import {
  beginImport,
  type Database,
  type RequestContext,
  type Submission,
  type Transaction,
} from '../kernel';
import { WrongUse } from './errors';

/** One import: a file, as a kind, from a source. */
export interface ImportKey {
  kind: string;
  source: string;
  digest: string;
}

/** The digest is that of the content; the same file as another revision, or another sheet of it, is another import. */
export function importKey(
  kind: string,
  source: string,
  contentDigest: string,
  revision: number | null,
  sheet: string | null = null,
): ImportKey {
  const which = `${revision === null ? '' : ` revision ${revision}`}${sheet === null ? '' : ` sheet ${sheet}`}`;
  const digest =
    which === '' ? contentDigest : createHash('sha256').update(`${contentDigest}${which}`).digest('hex');
  return { kind, source, digest };
}

/** What became of the rows so far. */
export interface Totals {
  rows: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  /** How many were refused, by the code of the error. */
  codes: Readonly<Record<string, number>>;
}

export const NOTHING: Totals = { rows: 0, accepted: 0, unchanged: 0, rejected: 0, codes: {} };

interface Stored extends Totals {
  /** The import that its rows belong to; null if it was done before imports had ids. */
  run: string | null;
  finished: boolean;
  finishedAt: string;
}

const OF_KEY = 'kind = $1 AND source = $2 AND file_digest = $3';
const READ = `SELECT rows_done::float8 AS rows, accepted::float8 AS accepted, unchanged::float8 AS unchanged, rejected::float8 AS rejected,
  rejected_by_code AS codes, run_id AS run, finished, to_char(updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS "finishedAt" FROM import_progress WHERE ${OF_KEY}`;
const SAVE = `INSERT INTO import_progress (kind, source, file_digest, rows_done, accepted, unchanged, rejected, rejected_by_code, finished, run_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (kind, source, file_digest) DO UPDATE SET rows_done = excluded.rows_done, accepted = excluded.accepted,
  unchanged = excluded.unchanged, rejected = excluded.rejected, rejected_by_code = excluded.rejected_by_code,
  finished = excluded.finished, run_id = excluded.run_id, updated_at = excluded.updated_at`;

/** How long the server may take to notice that the process that held the lock is dead. */
const LOCK_TRIES = 12;
const LOCK_PAUSE_MS = 250;

/** The place of an import in its file, kept in the subgraph's own database. */
export class Progress {
  /** The import that what is loaded belongs to. */
  run: string | null;

  private constructor(
    private readonly db: Database,
    private readonly key: ImportKey,
    readonly stored: Stored | null,
    private readonly unlock: () => Promise<void>,
  ) {
    this.run = stored?.run ?? null;
  }

  /** Waits for the lock of this import, then reads its place. Two processes never work on one import. */
  static async open(db: Database, key: ImportKey): Promise<Progress> {
    const unlock = await lock(db, `import ${key.kind} ${key.source} ${key.digest}`);
    const [stored] = await db.read<Stored>(READ, [key.kind, key.source, key.digest]);
    return new Progress(db, key, stored ?? null, unlock);
  }

  /** Begins a new import with this file: from now on it has an id. */
  begin(context: RequestContext, submission: Submission): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id } = await beginImport(tx, context, submission, this.key.source);
      this.run = id;
      await this.save(tx, NOTHING);
    });
  }

  /** Within the transaction of a batch: everything before it is stored, and its rejects are in their file. */
  async save(tx: Transaction, totals: Totals, finished = false): Promise<void> {
    const { kind, source, digest } = this.key;
    await tx.query(SAVE, [
      kind,
      source,
      digest,
      totals.rows,
      totals.accepted,
      totals.unchanged,
      totals.rejected,
      JSON.stringify(totals.codes),
      finished,
      this.run,
    ]);
  }

  saveAlone(totals: Totals, finished: boolean): Promise<void> {
    return this.db.transaction((tx) => this.save(tx, totals, finished));
  }

  close(): Promise<void> {
    return this.unlock();
  }
}

/** A lock of the session, which ends with its connection: a killed process leaves none behind. */
async function lock(db: Database, name: string): Promise<() => Promise<void>> {
  const session = db.dataSource.createQueryRunner();
  for (let tries = 1; ; tries++) {
    const [row] = (await session.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [
      name,
    ])) as { held: boolean }[];
    if (row?.held) break;
    if (tries === LOCK_TRIES) {
      await session.release();
      throw new WrongUse('Another process is importing this file from this source right now.');
    }
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
  }
  return async () => {
    await session.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    await session.release();
  };
}
