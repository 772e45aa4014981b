import { randomUUID } from 'node:crypto';
import type { RequestContext } from './context';
import type { Transaction } from './database';
import { journalKey, macOf } from './journal-links';
import { wakeSealer } from './sealer';

/** What happened, to whom, with what outcome. Never personal data: subjects are keys. */
interface AuditEvent {
  operation: string;
  subjects: readonly string[];
  fields?: readonly string[];
  outcome: string;
  details?: Record<string, unknown>;
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
    region: caller.region,
    purpose,
    requestId,
    ...event,
  });
  await tx.query(ADD, [at, record, macOf(record, journalKey(settings.dataKey))]);
  tx.afterCommit(() => wakeSealer(db.whole));
}
