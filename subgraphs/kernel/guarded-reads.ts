import { isAgency } from './caller';
import { AuditUnavailable } from './catalogue';
import type { Disclosure, RequestContext } from './context';
import type { Database } from './database';
import type { CatalogueError } from './errors';
import { placeNull, type Guarded } from './guard';
import { audit } from './journal';
import type { Log } from './log';
import { isGuarded } from './sharing';
import { Together } from './together';

/**
 * Puts guarded reads on record before the answer leaves, what was shown and what was refused; what cannot be recorded is not
 * shown. The public is refused without a record: whoever has no token could fill the journal.
 */
export async function recordReads(
  db: Database,
  data: unknown,
  { denied, disclosing }: Guarded,
  context: RequestContext,
  log: Log,
): Promise<CatalogueError[]> {
  const { disclosures, refusals, refused = [], requestId } = context;
  const taken = denied.flatMap(({ coordinate, rule }) => (isGuarded(rule) ? [coordinate] : []));
  const entries = [
    entryOf('shown', disclosures),
    ...(isAgency(context.caller) ? [entryOf('refused', refusals, [...refused, ...taken])] : []),
  ].filter(({ fields }) => fields.length > 0);
  if (entries.length === 0) return [];
  try {
    await recorderOf(db).do({ context, entries });
    return [];
  } catch (err) {
    log.error({ err, requestId }, 'the audit record of a guarded read cannot be written');
    if (disclosures.length === 0) return [];
    return disclosing.map(({ coordinate, path }) => {
      placeNull(data, path);
      return AuditUnavailable({ field: coordinate }).at(path);
    });
  }
}

type Entry = ReturnType<typeof entryOf>;
interface Read {
  context: RequestContext;
  entries: readonly Entry[];
}
/** So many reads are put on record by one commit, at most. */
const MOST = 100;
const recorders = new WeakMap<Database, Together<Read>>();

/** Reads that wait at the same moment share one commit: none waits for another that comes later. */
function recorderOf(db: Database): Together<Read> {
  const known = recorders.get(db);
  if (known) return known;
  const record = (reads: readonly Read[]) =>
    db.writing('reads').transaction(async (tx) => {
      for (const { context, entries } of reads) for (const entry of entries) await audit(tx, context, entry);
    });
  const made = new Together(record, MOST);
  recorders.set(db, made);
  return made;
}

function entryOf(outcome: 'shown' | 'refused', of: readonly Disclosure[], besides: readonly string[] = []) {
  const subjects = new Map(of.map(({ subject }) => [`${subject.type} ${subject.key}`, subject]));
  const fields = new Set([...of.map(({ field }) => field), ...besides]);
  return { operation: 'read', subjects: [...subjects.values()], fields: [...fields], outcome };
}
