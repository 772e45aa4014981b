import { coversRegion } from './caller';
import { OutsideRegion, OwnedByAnotherSource, RevisionConflict, SourceIdTaken } from './catalogue';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type Transaction } from './database';
import type { CatalogueError } from './errors';
import { withTagger } from './matter-tag';
import type { ToldFact } from './owned-fact';
import { regionRange } from './region-code';
import type { RejectedRecord, Submission, SubmittedRow } from './submission';

/**
 * The revision of a row that was taken back, but stays since others refer to it: whoever sends its record, whatever
 * the revision, replaces it.
 */
export const OPEN_TO_CORRECTION = 0;

/** A record that has passed the rules of its noun, on its way to its table. */
export interface Candidate {
  index: number;
  sourceId: string;
  revision: number;
  key: string;
  digest: string;
  row: SubmittedRow;
  /** What is told of its facts that others own, once they were asked. */
  told?: readonly ToldFact[];
}

/** The part of a batch that is done with and the part that is not. */
export interface Sorted {
  candidates: Candidate[];
  rejected: RejectedRecord[];
  unchanged: number;
}

/** Refuses a sourceId that already names another row. */
export async function withoutTakenIds(
  tx: Transaction,
  submission: Submission,
  source: string,
  sorted: Sorted,
): Promise<Sorted> {
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

/** Another batch with the same records was first: it is there to be seen when this one is tried again. */
class Overtaken extends Error {
  readonly code = 'OVERTAKEN';
}

/** Writes what is new or newer in one statement, and returns what it has written: by its key the row that was there before, as JSON. */
export async function store(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  sent: readonly Candidate[],
): Promise<ReadonlyMap<string, string | null>> {
  const former = await replaceable(tx, submission, source, sent);
  const candidates = sent.map((each) => ({
    ...each,
    row: withTagger(submission.entity, each.row, source, context.now, former.get(each.key)),
  }));
  const [first] = candidates;
  if (!first) return new Map();
  const replacesOthers = submission.isAuthority?.(context, source) ?? false;
  // a stored row is the caller's to replace only if it, too, lies in the caller's region
  const region = regionRange(context.caller.region ?? '');
  const { table, key, place } = names(submission);
  const properties = Object.keys(first.row).map((property) => [property, snakeCase(property)] as const);
  const columns = [
    ...properties.map(([, column]) => column),
    'source',
    'source_id',
    'revision',
    'content_digest',
  ];
  const rows = candidates.map(({ row, sourceId, revision, digest }) => {
    const stored: Record<string, unknown> = { source, source_id: sourceId, revision, content_digest: digest };
    for (const [property, column] of properties) stored[column] = row[property];
    return stored;
  });
  const written = await tx.query<{ key: string; isNew: boolean }>(
    `INSERT INTO ${table} AS stored (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1)
     ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE ((stored.source = excluded.source AND stored.revision < excluded.revision)
         OR (stored.source <> excluded.source AND ($2 OR stored.revision = ${OPEN_TO_CORRECTION})))
       AND stored.${place} >= $3 AND stored.${place} < $4
     RETURNING stored.${key} AS key, xmax = 0 AS "isNew"`,
    [JSON.stringify(rows), replacesOthers, region.from, region.to],
  );
  return new Map(
    written.map(({ key, isNew }) => {
      const before = former.get(key) ?? null;
      if (!isNew && before === null) throw new Overtaken();
      return [key, before];
    }),
  );
}

/** The rows, by their keys, that these records could replace; held until the transaction ends. */
async function replaceable(
  tx: Transaction,
  submission: Submission,
  source: string,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, string>> {
  const { table, key } = names(submission);
  const rows = await tx.query<{ key: string; row: string }>(
    `SELECT stored.${key} AS key, to_jsonb(stored)::text AS row FROM ${table} AS stored
     JOIN unnest($1::varchar[], $2::int[]) AS sent (key, revision) ON sent.key = stored.${key}
     WHERE stored.source <> $3 OR stored.revision < sent.revision ORDER BY stored.${key} FOR UPDATE OF stored`,
    [candidates.map((candidate) => candidate.key), candidates.map(({ revision }) => revision), source],
  );
  return new Map(rows.map(({ key, row }) => [key, row]));
}

/** Why a record was not written: known already, the same revision with other content, or somebody else's. */
export async function explain(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  candidates: readonly Candidate[],
): Promise<Sorted> {
  if (candidates.length === 0) return { candidates: [], rejected: [], unchanged: 0 };
  const { table, key, place } = names(submission);
  const rows = await tx.query<StoredRecord>(
    `SELECT ${key} AS key, source, revision, content_digest AS digest, ${place} AS region FROM ${table} WHERE ${key} = ANY($1::varchar[])`,
    [candidates.map((candidate) => candidate.key)],
  );
  const stored = new Map(rows.map((row) => [row.key, row]));
  const rejected = candidates.flatMap((candidate) => {
    const row = stored.get(candidate.key);
    const reason = row && objection(row, candidate, source, context, submission);
    return reason ? refused(candidate, reason) : [];
  });
  return { candidates: [], rejected, unchanged: candidates.length - rejected.length };
}

interface StoredRecord {
  key: string;
  source: string;
  revision: number;
  digest: string;
  region: string;
}

/** Why a record may not replace the stored one; null if it has nothing new to say. */
function objection(
  row: StoredRecord,
  { key, sourceId, revision, digest }: Candidate,
  source: string,
  context: RequestContext,
  submission: Submission,
): CatalogueError | null {
  const { caller } = context;
  const isOthers = row.source !== source;
  const isOpen = row.revision === OPEN_TO_CORRECTION;
  if (isOthers && !isOpen && !submission.isAuthority?.(context, source))
    return OwnedByAnotherSource({ key, owner: row.source, source });
  if (!isOthers && row.revision === revision && row.digest !== digest)
    return RevisionConflict({ field: 'revision', source, sourceId, revision, got: revision });
  const isNewer = isOthers || revision > row.revision;
  return isNewer && !coversRegion(caller, row.region)
    ? OutsideRegion({ field: writtenIn(submission), region: caller.region, got: row.region })
    : null;
}

/** The property with the division that the writer of a row answers for. */
export function writtenIn({ writtenIn = 'regionCode' }: Submission): string {
  return writtenIn;
}

function names(submission: Submission): { table: string; key: string; place: string } {
  return {
    table: tableOf(submission.entity),
    key: snakeCase(submission.key),
    place: snakeCase(writtenIn(submission)),
  };
}

export function refused(
  { index, sourceId }: { index: number; sourceId: string | null },
  error: CatalogueError,
): RejectedRecord {
  return { index, sourceId, code: error.code, field: error.details.field ?? null, message: error.message };
}
