import { createHash } from 'node:crypto';
import type { RequestContext } from './context';
import type { Database, Transaction } from './database';

/** What happened, to whom, with what outcome. Never personal data: subjects are keys. */
interface AuditEvent {
  operation: string;
  subjects: readonly string[];
  fields?: readonly string[];
  outcome: string;
  details?: Record<string, unknown>;
}

interface AuditRow {
  sequence: string;
  at: Date;
  record: string;
  digest: string;
}

/** The chain's first link. */
const GENESIS = '0'.repeat(64);
/** Below every sequence, so that a record that was put before the first is met. */
const FIRST = '-9223372036854775808';
/** Any number will do, as long as only audit chains lock it; the schema makes it one lock a subgraph. */
const CHAIN_LOCK = "SELECT pg_advisory_xact_lock(hashtext(current_schema() || ' audit'))";

/**
 * Adds a record to the subgraph's audit chain, in the transaction of what it records. Each link is the SHA-256 of the
 * link before it and the record, so a changed, removed or reordered record breaks the chain. The lock that keeps the
 * chain in one line is taken last and held until the commit only.
 */
export async function audit(tx: Transaction, context: RequestContext, event: AuditEvent): Promise<void> {
  const { caller, purpose, requestId } = context;
  const at = new Date().toISOString();
  const record = JSON.stringify({
    at,
    subject: caller.subject,
    department: caller.departmentCode ?? caller.department,
    region: caller.region,
    purpose,
    requestId,
    ...event,
  });
  await tx.query(CHAIN_LOCK);
  const [last] = await tx.query<{ digest: string }>(
    'SELECT digest FROM audit_record ORDER BY sequence DESC LIMIT 1',
  );
  await tx.query('INSERT INTO audit_record (at, record, digest) VALUES ($1, $2, $3)', [
    at,
    record,
    link(last?.digest ?? GENESIS, record),
  ]);
}

/**
 * Walks the chain. Returns how many records hold, and the sequence of the first that does not.
 * `fetch` reads in pages, so a long chain needs little memory.
 */
export async function verifyAudit(
  db: Database,
  pageSize = 10_000,
): Promise<{ verified: number; broken: string | null }> {
  let before = GENESIS;
  let verified = 0;
  let after = FIRST;
  for (;;) {
    const rows = await db.read<AuditRow>(
      'SELECT sequence, at, record, digest FROM audit_record WHERE sequence > $1 ORDER BY sequence LIMIT $2',
      [after, pageSize],
    );
    for (const row of rows) {
      if (row.digest !== link(before, row.record) || !isOfItsTime(row))
        return { verified, broken: row.sequence };
      before = row.digest;
      verified++;
    }
    const last = rows.at(-1);
    if (!last) return { verified, broken: null };
    after = last.sequence;
  }
}

/** The column that records are searched by must say what the record says. */
function isOfItsTime({ at, record }: AuditRow): boolean {
  return (JSON.parse(record) as { at: string }).at === at.toISOString();
}

function link(before: string, record: string): string {
  return createHash('sha256').update(before).update(record).digest('hex');
}
