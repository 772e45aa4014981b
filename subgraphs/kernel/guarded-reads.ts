import { AuditUnavailable } from './catalogue';
import type { RequestContext } from './context';
import type { Database } from './database';
import type { CatalogueError } from './errors';
import { placeNull, type Guarded } from './guard';
import { audit } from './journal';
import type { Log } from './log';

/** Puts guarded reads on record before the answer leaves; what cannot be recorded is not shown. */
export async function recordReads(
  db: Database,
  data: unknown,
  { disclosing }: Guarded,
  context: RequestContext,
  log: Log,
): Promise<CatalogueError[]> {
  const { disclosures, requestId } = context;
  if (disclosures.length === 0) return [];
  const fields = [...new Set(disclosures.map(({ field }) => field))];
  const subjects = [
    ...new Map(disclosures.map(({ subject }) => [`${subject.type} ${subject.key}`, subject])).values(),
  ];
  try {
    await db
      .writing('reads')
      .transaction((tx) => audit(tx, context, { operation: 'read', subjects, fields, outcome: 'shown' }));
    return [];
  } catch (err) {
    log.error({ err, requestId }, 'the audit record of a guarded read cannot be written');
    return disclosing.map(({ coordinate, path }) => {
      placeNull(data, path);
      return AuditUnavailable({ field: coordinate }).at(path);
    });
  }
}
