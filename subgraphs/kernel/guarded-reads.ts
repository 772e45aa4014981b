import { isAgency } from './caller';
import { AuditUnavailable } from './catalogue';
import type { Disclosure, RequestContext } from './context';
import type { Database } from './database';
import type { CatalogueError } from './errors';
import { placeNull, type Guarded } from './guard';
import { audit } from './journal';
import type { Log } from './log';
import { isGuarded } from './sharing';

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
    await db.writing('reads').transaction(async (tx) => {
      for (const entry of entries) await audit(tx, context, entry);
    });
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

function entryOf(outcome: 'shown' | 'refused', of: readonly Disclosure[], besides: readonly string[] = []) {
  const subjects = new Map(of.map(({ subject }) => [`${subject.type} ${subject.key}`, subject]));
  const fields = new Set([...of.map(({ field }) => field), ...besides]);
  return { operation: 'read', subjects: [...subjects.values()], fields: [...fields], outcome };
}
