import {
  LARGEST_BATCH,
  openContext,
  submit,
  type Caller,
  type Database,
  type Peer,
  type RequestContext,
  type SubgraphSettings,
  type Submission,
  type SubmissionReceipt,
  type Transaction,
} from '../kernel';
import { analyze } from '../analyze';
import type { SourceRow } from './columns';
import { NOTHING, Progress, type ImportKey, type Totals } from './progress';
import type { Rows } from './read-file';
import { RejectsFile, refused, unreadable, type Reject } from './rejects';
import { withoutExample } from './template/example-row';

/** From so many records on, an import changes what is in its tables so much that the planner must be told. */
const LARGE_IMPORT = 10_000;

export interface ImportRequest {
  submission: Submission;
  key: ImportKey;
  caller: Caller;
  rejectsPath: string;
  /** The revision of rows that name none. */
  revision: number | null;
  /** Import a finished file once more. */
  again: boolean;
  /** Check every row as the import would, and write nothing. */
  dryRun: boolean;
}

export interface Outcome {
  /** The import's id, by which it can be taken back. */
  run: string | null;
  state: 'finished' | 'stopped' | 'finished before';
  totals: Totals;
  /** How many of the rows an earlier run had done. */
  before: number;
  /** When it was finished, if it was finished before. */
  finishedAt: string | null;
}

/** Where an import runs, and who follows it. */
export interface Surroundings {
  db: Database;
  /** Whom it may ask for what its rules need. */
  peers: ReadonlyMap<string, Peer>;
  settings: SubgraphSettings;
  signal: AbortSignal;
  onProgress: (totals: Totals) => void;
  say: (line: string) => void;
}

/**
 * Loads a file in batches, each in a transaction of its own that also keeps the place before it. Whatever ends the
 * process, the next run submits at most one batch again, which by the rules of a submission changes nothing, and takes
 * back what that batch had written to the rejects file: each refused row stands in it once.
 */
export async function importRows(
  request: ImportRequest,
  { rows }: Pick<Rows, 'rows'>,
  at: Surroundings,
): Promise<Outcome> {
  if (request.dryRun) return rehearse(request, rows, at);
  const progress = await Progress.open(at.db, request.key);
  try {
    const { stored } = progress;
    if (stored?.finished && !request.again)
      return { ...stored, state: 'finished before', totals: stored, before: stored.rows };
    const unfinished = stored?.finished ? null : stored;
    const { from, rejects } = await begin(request, unfinished, at.say);
    const loading = new Loading(request, at, progress, rejects, from);
    try {
      if (!unfinished?.run) await progress.begin(loading.context(), request.submission);
      at.say(`报送批次 import: ${progress.run}`);
      const state = await loading.loadAll(rows);
      return { run: progress.run, state, totals: loading.totals, before: from.rows, finishedAt: null };
    } finally {
      await rejects.close();
    }
  } finally {
    await progress.close();
  }
}

/** Checks the rows, batch by batch: each is submitted, and what it has written is taken back before the next. */
async function rehearse(
  request: ImportRequest,
  rows: AsyncIterable<SourceRow>,
  at: Surroundings,
): Promise<Outcome> {
  const rejects = (await RejectsFile.open(request.rejectsPath, 0)) as RejectsFile;
  const loading = new Loading(request, at, NO_PLACE, rejects, NOTHING);
  try {
    const state = await loading.loadAll(rows);
    return { run: null, state, totals: loading.totals, before: 0, finishedAt: null };
  } finally {
    await rejects.close();
  }
}

/** Goes on where the last run was, or at the start if the rejects that it had written are gone. */
async function begin({ rejectsPath }: ImportRequest, stored: Totals | null, say: (line: string) => void) {
  const from: Totals = stored ?? NOTHING;
  const kept = await RejectsFile.open(rejectsPath, from.rejected);
  if (kept && from.rows > 0) say(`Goes on after ${from.rows} rows that were done before.`);
  if (kept) return { from, rejects: kept };
  say(
    `${from.rejected} rejects of the run before are not in ${rejectsPath}: starts over, which changes no stored record.`,
  );
  const rejects = (await RejectsFile.open(rejectsPath, 0)) as RejectsFile;
  return { from: NOTHING, rejects };
}

/** Where an import keeps its place in the file. */
type Place = Pick<Progress, 'run' | 'save' | 'saveAlone'>;
const NO_PLACE: Place = { run: null, save: async () => undefined, saveAlone: async () => undefined };

class Loading {
  totals: Totals;

  constructor(
    private readonly request: ImportRequest,
    private readonly at: Surroundings,
    private readonly progress: Place,
    private readonly rejects: RejectsFile,
    private readonly from: Totals,
  ) {
    this.totals = { ...from };
  }

  async loadAll(rows: AsyncIterable<SourceRow>): Promise<'finished' | 'stopped'> {
    for await (const batch of inBatches(rows, this.from.rows)) {
      if (this.at.signal.aborted) break;
      await this.load(batch);
      this.at.onProgress(this.totals);
    }
    const finished = !this.at.signal.aborted;
    await this.progress.saveAlone(this.totals, finished);
    if (finished && !this.request.dryRun && this.totals.accepted >= LARGE_IMPORT) await analyze(this.at.db);
    return finished ? 'finished' : 'stopped';
  }

  private async load(rows: readonly SourceRow[]): Promise<void> {
    const batch = rows.map((row) => withoutExample(row, this.request.key.source));
    const readable = batch.filter(({ refusal }) => !refusal);
    const { accepted, unchanged, rejected } = await this.submit(readable);
    const rejects = [
      ...batch.flatMap(unreadable),
      ...rejected.flatMap((each) =>
        readable[each.index] ? refused(readable[each.index] as SourceRow, each) : [],
      ),
    ].sort((a, b) => a.line - b.line);
    await this.rejects.append(rejects);
    this.totals = {
      rows: this.totals.rows + batch.length,
      accepted: this.totals.accepted + accepted,
      unchanged: this.totals.unchanged + unchanged,
      rejected: this.totals.rejected + rejects.length,
      codes: counted(this.totals.codes, rejects),
    };
  }

  /** The place that is kept is the one before the batch: only when it is stored are its own counts and rejects known. */
  private async submit(rows: readonly SourceRow[]): Promise<SubmissionReceipt> {
    const { run } = this.progress;
    const { submission, key, dryRun } = this.request;
    if (rows.length === 0) return { accepted: 0, unchanged: 0, rejected: [], import: run, dryRun };
    const records = rows.map(({ record }) => this.withRevision(record ?? {}));
    const alongside = (tx: Transaction) => this.progress.save(tx, this.totals);
    return submit(this.context(), submission, key.source, records, { run, dryRun, alongside });
  }

  context(): RequestContext {
    const { caller, key, submission } = this.request;
    const peers = { self: submission.subgraph, others: this.at.peers };
    const call = { caller, purpose: null, requestId: `import ${key.digest.slice(0, 16)}`, client: 'import' };
    return openContext(call, this.at.db, this.at.settings, new Date(), peers);
  }

  private withRevision(record: Record<string, unknown>): Record<string, unknown> {
    const { revision } = this.request;
    return revision === null || (record.revision ?? '') !== '' ? record : { ...record, revision };
  }
}

function counted(codes: Totals['codes'], rejects: readonly Reject[]): Totals['codes'] {
  const more = { ...codes };
  for (const { code } of rejects) more[code] = (more[code] ?? 0) + 1;
  return more;
}

async function* inBatches(rows: AsyncIterable<SourceRow>, skip: number): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  let at = 0;
  for await (const row of rows) {
    if (at++ < skip) continue;
    batch.push(row);
    if (batch.length < LARGEST_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
