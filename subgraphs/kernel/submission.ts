import { createHash } from 'node:crypto';
import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { audit } from './audit';
import { coversRegion, requireScope } from './caller';
import type { RequestContext } from './context';
import { CodeColumn, snakeCase, tableOf, type EntityClass, type Transaction } from './database';
import {
  BatchTooLarge,
  CatalogueError,
  DuplicateInBatch,
  OutsideRegion,
  OwnedByAnotherSource,
  RevisionConflict,
  SourceIdTaken,
} from './errors';
import { Sent, readRecord, text, whole } from './record';
import { Shared } from './sharing';

/**
 * 报送. An agency's records come in batches, by mutation or from a file; both end here. A record is known by
 * (source, sourceId, revision): sending it again changes nothing, a higher revision replaces it, a bad one is refused
 * by itself and the rest of the batch is kept.
 */
export const LARGEST_BATCH = 1_000;

/** What every submitted record says of itself. */
@InputType({ description: '报送记录. What every submitted record says of itself.' })
export class SubmittedInput {
  @Sent(text(64), '来源系统中的记录编号. The id of the record in its source.')
  sourceId: string;

  @Sent(whole(1, 2_000_000_000), '记录版本，默认 1；更正时提高. The revision of the record, 1 by default; a correction has a higher one.', {
    default: 1,
  })
  revision: number;
}

/** Where a stored record comes from. */
export abstract class Submitted {
  @CodeColumn(64)
  source: string;

  @CodeColumn(64)
  sourceId: string;

  @Column('int')
  revision: number;

  /** Of the content, so that the same revision with other content is noticed. */
  @Column('varchar', { length: 32 })
  contentDigest: string;
}

@ObjectType({ description: '被退回的记录. A record that was refused.', simpleResolvers: true })
@Directive('@shareable')
export class RejectedRecord {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '在本批中的序号，从 0 起. Its place in the batch, from 0.' })
  index: number;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '来源系统中的记录编号. Its id in the source.' })
  sourceId: string | null;

  @Shared('PUBLIC')
  @Field(() => String, { description: '错误代码. The code of the error, see docs/errors.md.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '出错的数据项. The field at fault.' })
  field: string | null;

  @Shared('PUBLIC')
  @Field(() => String, { description: '原因（中英文）. The reason, in English and Chinese.' })
  message: string;
}

@ObjectType({ description: '回执. What became of a submission.', simpleResolvers: true })
@Directive('@shareable')
export class SubmissionReceipt {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '接收条数. How many were new or newer and are stored.' })
  accepted: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '未变条数. How many were known already.' })
  unchanged: number;

  @Shared('PUBLIC')
  @Field(() => [RejectedRecord], { description: '退回的记录. Those that were refused, each with its reason.' })
  rejected: RejectedRecord[];
}

/** Records of a source with this prefix are made for demonstration, and marked wherever they appear. */
const SYNTHETIC_PREFIX = 'synthetic';

export function isSynthetic(source: string): boolean {
  return source.startsWith(SYNTHETIC_PREFIX);
}

/** How the records of one noun are taken in. */
export interface Submission<Input extends SubmittedInput = SubmittedInput, Row extends Submitted = Submitted, Prepared = unknown> {
  /** As in `npm run import -- <kind>`. */
  kind: string;
  /** The mutation that takes them in. */
  mutation: string;
  subgraph: string;
  input: new () => Input;
  entity: EntityClass<Row>;
  /** The property that identifies a row. */
  key: string;
  /** Whether a source is the authority itself, which may replace what others have sent. */
  isAuthority?(context: RequestContext, source: string): boolean;
  /** Refuses the use of a source by this caller. */
  checkSource?(context: RequestContext, source: string): void;
  /** Fetches, once for a batch, what its records refer to. */
  prepare(context: RequestContext, source: string, records: readonly Input[]): Promise<Prepared>;
  /** One record as the columns to store, or a thrown CatalogueError that names the field. Always the same columns. */
  toRow(record: Input, prepared: Prepared, source: string): SubmittedRow;
  /** What follows from stored rows, in the same transaction. */
  afterStore?(tx: Transaction, rows: readonly SubmittedRow[]): Promise<void>;
}

/** The columns of a row by property; every submitted row lies in a region. */
export type SubmittedRow = Record<string, unknown> & { regionCode: string };

interface Candidate {
  index: number;
  sourceId: string;
  revision: number;
  key: string;
  digest: string;
  row: SubmittedRow;
}

/** The part of a batch that is done with and the part that is not. */
interface Sorted {
  candidates: Candidate[];
  rejected: RejectedRecord[];
  unchanged: number;
}

/** Takes in a batch; `alongside` runs in the same transaction (an import keeps its place there). */
export async function submit(
  context: RequestContext,
  submission: Submission,
  source: string,
  records: readonly unknown[],
  alongside?: (tx: Transaction) => Promise<void>,
): Promise<SubmissionReceipt> {
  requireScope(context.caller, `write:${submission.subgraph}`);
  text(64).parse(source, 'source');
  submission.checkSource?.(context, source);
  if (records.length < 1 || records.length > LARGEST_BATCH) {
    throw BatchTooLarge({ field: 'records', max: LARGEST_BATCH, got: records.length });
  }
  const checked = withoutRepeats(await check(context, submission, source, records), source);
  return context.db.transaction(async (tx) => {
    const { candidates, rejected, unchanged } = await withoutTakenIds(tx, submission, source, checked);
    const stored = await store(tx, submission, source, candidates, submission.isAuthority?.(context, source) ?? false);
    const rest = await explain(
      tx,
      submission,
      source,
      candidates.filter(({ key }) => !stored.has(key)),
    );
    const rows = candidates.filter(({ key }) => stored.has(key)).map(({ row }) => row);
    if (rows.length > 0) await submission.afterStore?.(tx, rows);
    await alongside?.(tx);
    const receipt = {
      accepted: rows.length,
      unchanged: unchanged + rest.unchanged,
      rejected: [...rejected, ...rest.rejected].sort((a, b) => a.index - b.index),
    };
    await audit(tx, context, {
      operation: submission.mutation,
      subjects: [...stored],
      outcome: `accepted ${receipt.accepted}, unchanged ${receipt.unchanged}, rejected ${receipt.rejected.length}`,
      details: { source },
    });
    return receipt;
  });
}

/** Reads every record by the rules of its input and its noun. */
async function check(context: RequestContext, submission: Submission, source: string, records: readonly unknown[]): Promise<Sorted> {
  const rejected: RejectedRecord[] = [];
  const read = records.flatMap((record, index) =>
    unlessRefused(rejected, index, sourceIdOf(record), () => ({ index, record: readRecord(submission.input, record) })),
  );
  const prepared = await submission.prepare(
    context,
    source,
    read.map(({ record }) => record),
  );
  const candidates = read.flatMap(({ index, record }) =>
    unlessRefused(rejected, index, record.sourceId, (): Candidate => {
      const row = submission.toRow(record, prepared, source);
      if (!coversRegion(context.caller, row.regionCode)) {
        throw OutsideRegion({ field: 'regionCode', region: context.caller.region, got: row.regionCode });
      }
      const { sourceId, revision } = record;
      return { index, sourceId, revision, key: String(row[submission.key]), digest: digestOf(record), row };
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
    if (owner !== key) rejected.push(refused(candidate, SourceIdTaken({ field: 'sourceId', source, sourceId, owner, key })));
    else if (known?.revision === revision && known.digest !== digest) rejected.push(refused(candidate, DuplicateInBatch({ key })));
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

/** Refuses a sourceId that already names another row. */
async function withoutTakenIds(tx: Transaction, submission: Submission, source: string, sorted: Sorted): Promise<Sorted> {
  const { table, key } = names(submission);
  const taken = await tx.query<{ source_id: string; key: string }>(
    `SELECT source_id, ${key} AS key FROM ${table} WHERE source = $1 AND source_id = ANY($2::varchar[])`,
    [source, sorted.candidates.map(({ sourceId }) => sourceId)],
  );
  const owners = new Map(taken.map((row) => [row.source_id, row.key]));
  const rejected = [...sorted.rejected];
  const candidates = sorted.candidates.filter((candidate) => {
    const owner = owners.get(candidate.sourceId) ?? candidate.key;
    if (owner === candidate.key) return true;
    rejected.push(refused(candidate, SourceIdTaken({ field: 'sourceId', source, owner, ...candidate })));
    return false;
  });
  return { ...sorted, candidates, rejected };
}

/** Writes what is new or newer in one statement and returns the keys that it has written. */
async function store(
  tx: Transaction,
  submission: Submission,
  source: string,
  candidates: readonly Candidate[],
  replacesOthers: boolean,
): Promise<Set<string>> {
  const [first] = candidates;
  if (!first) return new Set();
  const { table, key } = names(submission);
  const columns = [...Object.keys(first.row).map(snakeCase), 'source', 'source_id', 'revision', 'content_digest'];
  const rows = candidates.map(({ row, sourceId, revision, digest }) => ({
    ...Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value])),
    source,
    source_id: sourceId,
    revision,
    content_digest: digest,
  }));
  const written = await tx.query<{ key: string }>(
    `INSERT INTO ${table} AS stored (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1)
     ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE (stored.source = excluded.source AND stored.revision < excluded.revision) OR (stored.source <> excluded.source AND $2)
     RETURNING stored.${key} AS key`,
    [JSON.stringify(rows), replacesOthers],
  );
  return new Set(written.map((row) => row.key));
}

/** Why a record was not written: known already, the same revision with other content, or somebody else's. */
async function explain(tx: Transaction, submission: Submission, source: string, candidates: readonly Candidate[]): Promise<Sorted> {
  if (candidates.length === 0) return { candidates: [], rejected: [], unchanged: 0 };
  const { table, key } = names(submission);
  const rows = await tx.query<{ key: string; source: string; revision: number; content_digest: string }>(
    `SELECT ${key} AS key, source, revision, content_digest FROM ${table} WHERE ${key} = ANY($1::varchar[])`,
    [candidates.map((candidate) => candidate.key)],
  );
  const stored = new Map(rows.map((row) => [row.key, row]));
  const rejected = candidates.flatMap((candidate) => {
    const row = stored.get(candidate.key);
    const { key: name, sourceId, revision } = candidate;
    if (row && row.source !== source) return refused(candidate, OwnedByAnotherSource({ key: name, owner: row.source, source }));
    if (row?.revision === revision && row.content_digest !== candidate.digest) {
      return refused(candidate, RevisionConflict({ field: 'revision', source, sourceId, revision, got: revision }));
    }
    return [];
  });
  return { candidates: [], rejected, unchanged: candidates.length - rejected.length };
}

function names({ entity, key }: Submission): { table: string; key: string } {
  return { table: tableOf(entity), key: snakeCase(key) };
}

function unlessRefused<Result>(rejected: RejectedRecord[], index: number, sourceId: string | null, work: () => Result): [Result] | [] {
  try {
    return [work()];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    rejected.push(refused({ index, sourceId }, error));
    return [];
  }
}

function refused({ index, sourceId }: { index: number; sourceId: string | null }, error: CatalogueError): RejectedRecord {
  return { index, sourceId, code: error.code, field: error.details.field ?? null, message: error.message };
}

function sourceIdOf(record: unknown): string | null {
  const sourceId = typeof record === 'object' && record !== null && 'sourceId' in record ? record.sourceId : null;
  return typeof sourceId === 'string' ? sourceId.slice(0, 64) : null;
}

/** Of the record as it was read, not of the row: what is derived by rules may change with them. */
function digestOf(record: SubmittedInput): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 32);
}
