import { randomUUID } from 'node:crypto';
import type { RequestContext } from './context';
import type { Transaction } from './database';
import { declareError } from './errors';
import { eventOf, type JournalSubject } from './events';
import { journalKey, macOf } from './journal-links';
import { wakeSealer } from './sealer';

/** What happened, to what, with what outcome. Never personal data: subjects are keys. */
interface AuditEvent {
  operation: string;
  /** The event that it is, unless it is the operation's. */
  event?: string;
  subjects: readonly JournalSubject[];
  fields?: readonly string[];
  outcome: string;
  details?: Record<string, unknown>;
}

export const WriteUnrecorded = declareError(
  'WRITE_UNRECORDED',
  '审计记录无法写入，本次办理未生效，请稍后重试。',
  'The audit record cannot be written, so nothing was done: try again later.',
);

/** The journal does not take an entry: what was to be recorded is not done. */
export class EntryRefused extends Error {}

/** What PostgreSQL says where the journal is gone, may not be written, or refuses by a rule of its own. */
const REFUSED = /^(42|P0|2F|23|25006)/;

function refused(cause: unknown): never {
  if (!REFUSED.test(String((cause as { code?: unknown }).code))) throw cause;
  throw new EntryRefused('the journal refuses an entry', { cause });
}

const ADD = 'INSERT INTO journal (at, record, mac) VALUES ($1, $2, $3)';

/**
 * Adds an entry to the subgraph's journal, in the transaction of what it records. It bears the mark of a service that holds
 * the key; its number and its link it gets once it is committed (see `sealer.ts`), so that no writer waits for another.
 */
export async function audit(tx: Transaction, context: RequestContext, event: AuditEvent): Promise<void> {
  const { caller, purpose, requestId, db, settings } = context;
  const at = new Date().toISOString();
  const record = JSON.stringify({
    id: randomUUID(),
    at,
    subject: caller.subject,
    department: caller.departmentCode ?? caller.department,
    ...(caller.body !== undefined && { body: caller.body }),
    region: caller.region,
    purpose,
    requestId,
    event: eventOf(event.operation),
    ...event,
  });
  await tx.query(ADD, [at, record, macOf(record, journalKey(settings.dataKey))]).catch(refused);
  tx.afterCommit(() => wakeSealer(db.whole));
}
