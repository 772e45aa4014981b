import { createHmac } from 'node:crypto';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { withAbout } from './about';
import { again } from './again';
import { audit } from './journal';
import { requireRegion } from './caller';
import type { RequestContext } from './context';
import type { Transaction } from './database';
import { BatchTooLarge, DuplicateInBatch, SourceIdTaken } from './catalogue';
import { CatalogueError } from './errors';
import { beginImport, joinImport, keepWritten, lastEntries, sourceOf, type ImportRun } from './import-run';
import { withoutUndecided } from './decided';
import { withoutDuplicates } from './duplicates';
import { subjectTaken, type JournalSubject } from './events';
import { withOwnersFacts } from './owned-fact';
import { readRecord } from './record';
import { withoutElsewhere } from './jurisdiction';
import { askOwners } from './reference-check';
import { Shared } from './sharing';
import { explain, refused, store, withoutTakenIds, writtenIn, type Candidate, type Sorted } from './store';
import { flagWritten, withoutUnknown } from './submitted-references';
import { SubmissionReceipt, type RejectedRecord, type Submission, type SubmittedInput } from './submission';

/**
 * 报送. An agency's records come in batches, by mutation or from a file; both end here. A record is known by
 * (source, sourceId, revision): sending it again changes nothing, a higher revision replaces it, a bad one is refused
 * by itself and the rest of the batch is kept.
 */
export const LARGEST_BATCH = 1_000;

/** The mutation of a submission: a subgraph has one for each that it declares. */
export function submissionResolver(submission: Submission): new () => object {
  const plural = submission.kind.replaceAll('-', ' ');

  @Resolver()
  class SubmissionResolver {
    @Shared('UNCONDITIONAL')
    @Mutation(() => SubmissionReceipt, {
      name: submission.mutation,
      nullable: true,
      description: `报送${submission.term.zh}，一次至多 ${LARGEST_BATCH} 条. Submits ${plural}, ${LARGEST_BATCH} at most.`,
    })
    submit(
      @Arg('source', () => String, { description: '来源系统. The source that the records come from.' })
      source: string,
      @Arg('records', () => [submission.input], {
        description: '记录. The records to be stored; each is answered on its own.',
      })
      records: SubmittedInput[],
      @Arg('import', () => ID, {
        nullable: true,
        description:
          '所续报送批次的编号（首批回执给出）；不填则自成一批. The import that these go on with, as the receipt of its first batch names it; an import of their own, if left out.',
      })
      run: string | null,
      @Arg('dryRun', () => Boolean, {
        nullable: true,
        description:
          '试报：校验全部记录而不写入. Checks every record as if it were submitted, and writes nothing.',
      })
      dryRun: boolean | null,
      @Ctx() context: RequestContext,
    ) {
      return submit(context, submission, source, records, { run, dryRun: dryRun ?? false });
    }
  }
  return SubmissionResolver;
}

interface SubmitOptions {
  /** The import that the batch belongs to; it is one by itself, if none is named. */
  run?: string | null;
  /** All is checked, and nothing of it stays. */
  dryRun?: boolean;
  /** Runs in the same transaction: a command keeps its place in the file there. */
  alongside?: (tx: Transaction) => Promise<void>;
}

/** Takes in a batch. */
export async function submit(
  context: RequestContext,
  submission: Submission,
  sent: string,
  records: readonly unknown[],
  options: SubmitOptions = {},
): Promise<SubmissionReceipt> {
  const source = await sourceOf(context, submission, sent);
  if (records.length < 1 || records.length > LARGEST_BATCH) {
    throw BatchTooLarge({ field: 'records', max: LARGEST_BATCH, got: records.length });
  }
  const taken = withoutRepeats(await check(context, submission, source, records), source);
  const read = await withoutElsewhere(context, submission, taken);
  const { entity } = submission;
  const stated = read.candidates.map(({ row }) => row);
  const [{ rows, told }] = await Promise.all([
    withOwnersFacts(context, entity, stated),
    askOwners(context, entity, stated),
  ]);
  const whole = await withAbout(context, entity, rows);
  const checked = {
    ...read,
    candidates: read.candidates.map((each, at) => ({
      ...each,
      row: whole[at] ?? each.row,
      told: told.filter((fact) => fact.at === at),
    })),
  };
  const work = (tx: Transaction) => takeIn(tx, context, submission, source, checked, options);
  if (!options.dryRun) return again(() => context.db.transaction(work));
  const receipt = await again(() => context.db.rehearsal(work));
  await context.db.transaction((tx) => putOnRecord(tx, context, submission, source, receipt, []));
  return receipt;
}

async function takeIn(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  checked: Sorted,
  { run = null, dryRun = false, alongside }: SubmitOptions,
): Promise<SubmissionReceipt> {
  const joined = run === null ? null : await joinImport(tx, context, submission, source, run);
  const free = await withoutTakenIds(tx, submission, source, checked);
  const decided = await withoutUndecided(tx, context, submission, source, free);
  const single = await withoutDuplicates(tx, submission, decided);
  const { candidates, rejected, unchanged, broken } = await withoutUnknown(tx, context, submission, single);
  const {
    written,
    left,
    isNew,
    run: begun,
  } = await write(tx, context, submission, source, candidates, joined);
  await flagWritten(tx, context, submission, written, broken);
  const rest = await explain(tx, context, submission, source, left);
  const kept = keptThoughRefused(submission, candidates, rest.rejected);
  const isTaken = ({ index }: Candidate) => !kept.has(index);
  const receipt = {
    accepted: written.filter(isTaken).length,
    unchanged: unchanged + left.filter(isTaken).length - rest.rejected.length,
    rejected: [...rejected, ...rest.rejected, ...kept.values()].sort((a, b) => a.index - b.index),
    import: dryRun ? run : begun,
    dryRun,
  };
  if (dryRun) return receipt;
  await alongside?.(tx);
  const subjects = written.map(({ key, row }) => subjectTaken(submission, row, isNew(key)));
  await putOnRecord(tx, context, submission, source, receipt, subjects);
  return receipt;
}

/** A dry run is on record as one, of no records: none was written. */
async function putOnRecord(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  { accepted, unchanged, rejected, import: run, dryRun }: SubmissionReceipt,
  subjects: readonly JournalSubject[],
): Promise<void> {
  await audit(tx, context, {
    operation: submission.mutation,
    subjects,
    outcome: `${dryRun ? 'dry run: ' : ''}accepted ${accepted}, unchanged ${unchanged}, rejected ${rejected.length}`,
    details: { source, import: run, ...(dryRun && { dryRun }) },
  });
}

/** Stores what is new or newer with all that follows from it, and keeps what was there before. */
async function write(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  candidates: readonly Candidate[],
  joined: ImportRun | null,
) {
  const keys = candidates.map(({ key }) => key);
  const history = await lastEntries(tx, submission, keys);
  const stored = await store(tx, context, submission, source, candidates);
  const [written, left] = parted(candidates, ({ key }) => stored.has(key));
  const isNew = (key: string) => stored.get(key) === null;
  if (written.length === 0) return { written, left, isNew, run: joined?.id ?? null };
  await submission.afterStore?.(
    tx,
    written.map(({ row }) => row),
  );
  const run = joined ?? (await beginImport(tx, context, submission, source));
  const kept = [...stored].map(([key, before]) => ({ key, before }));
  await keepWritten(tx, context, submission, run, kept, history);
  return { written, left, isNew, run: run.id };
}

/** Records that stand in the table, yet are reported back as refused each time that they are sent. */
function keptThoughRefused(
  submission: Submission,
  candidates: readonly Candidate[],
  rejected: readonly RejectedRecord[],
) {
  const refusedOtherwise = new Set(rejected.map(({ index }) => index));
  const kept = new Map<number, RejectedRecord>();
  for (const candidate of candidates) {
    const reason = refusedOtherwise.has(candidate.index) ? null : submission.refusalOf?.(candidate.row);
    if (reason) kept.set(candidate.index, refused(candidate, reason));
  }
  return kept;
}

function parted<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}

/** Reads every record by the rules of its input and its noun. */
async function check(
  context: RequestContext,
  submission: Submission,
  source: string,
  records: readonly unknown[],
): Promise<Sorted> {
  const rejected: RejectedRecord[] = [];
  const read = records.flatMap((record, index) =>
    unlessRefused(rejected, index, sourceIdOf(record), () => ({
      index,
      record: readRecord(submission.input, record),
    })),
  );
  const prepared = await submission.prepare(
    context,
    source,
    read.map(({ record }) => record),
  );
  const candidates = read.flatMap(({ index, record }) =>
    unlessRefused(rejected, index, record.sourceId, (): Candidate => {
      const row = submission.toRow(record, prepared, source, context.settings.dataKey);
      const field = writtenIn(submission);
      requireRegion(context.caller, String(row[field]), field);
      const { sourceId, revision } = record;
      return {
        index,
        sourceId,
        revision,
        key: String(row[submission.key]),
        digest: digestOf(record, context.settings.dataKey.lasting),
        row,
      };
    }),
  );
  return { candidates, rejected, unchanged: 0 };
}

/** Of a record that is in the batch more than once, the highest revision counts. */
function withoutRepeats({ candidates, rejected }: Sorted, source: string): Sorted {
  const byKey = new Map<string, Candidate>();
  const keyOfId = new Map<string, string>();
  let unchanged = 0;
  for (const candidate of candidates) {
    const { key, sourceId, revision, digest } = candidate;
    const owner = keyOfId.get(sourceId) ?? key;
    const known = byKey.get(key);
    if (owner !== key)
      rejected.push(refused(candidate, SourceIdTaken({ field: 'sourceId', source, sourceId, owner, key })));
    else if (known?.revision === revision && known.digest !== digest)
      rejected.push(refused(candidate, DuplicateInBatch({ key })));
    else {
      if (known) unchanged++;
      if (!known || revision > known.revision) byKey.set(key, candidate);
      keyOfId.set(sourceId, key);
    }
  }
  // Rows are written in the order of their keys, so that two batches never wait for each other in a circle.
  const ordered = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { candidates: ordered, rejected, unchanged };
}

function unlessRefused<Result>(
  rejected: RejectedRecord[],
  index: number,
  sourceId: string | null,
  work: () => Result,
): [Result] | [] {
  try {
    return [work()];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    rejected.push(refused({ index, sourceId }, error));
    return [];
  }
}

function sourceIdOf(record: unknown): string | null {
  const sourceId =
    typeof record === 'object' && record !== null && 'sourceId' in record ? record.sourceId : null;
  return typeof sourceId === 'string' ? sourceId.slice(0, 64) : null;
}

/** Of the record as it was read, not of the row: what is derived by rules may change with them. Keyed, so that nobody can try guesses of personal data on it. */
function digestOf(record: SubmittedInput, key: Uint8Array): string {
  return createHmac('sha256', key).update(JSON.stringify(record)).digest('base64url').slice(0, 32);
}
