import { createHash } from 'node:crypto';
import type { Database } from './database';

interface AuditRow {
  sequence: string;
  at: Date;
  record: string;
  digest: string;
}

/** The first link of the audit chain of version 0.1.0, which is kept as it was: its head is the first link of the journal. */
const GENESIS = '0'.repeat(64);
/** Below every sequence, so that a record that was put before the first is met. */
const FIRST = '-9223372036854775808';
const PAGE = 10_000;

export interface OldChain {
  verified: number;
  /** The sequence of the first record that does not hold. */
  broken: string | null;
  head: string;
}

/** Walks it in pages, so that a long one needs little memory. */
export async function verifyOldChain(db: Database): Promise<OldChain> {
  let head = GENESIS;
  let verified = 0;
  let after = FIRST;
  for (;;) {
    const rows = await db.read<AuditRow>(
      'SELECT sequence, at, record, digest FROM audit_record WHERE sequence > $1 ORDER BY sequence LIMIT $2',
      [after, PAGE],
    );
    for (const row of rows) {
      const link = createHash('sha256').update(head).update(row.record).digest('hex');
      if (row.digest !== link || !isOfItsTime(row)) return { verified, broken: row.sequence, head };
      head = row.digest;
      verified++;
    }
    const last = rows.at(-1);
    if (!last) return { verified, broken: null, head };
    after = last.sequence;
  }
}

export async function headOfChain(query: (text: string) => Promise<unknown[]>): Promise<string> {
  const [last] = (await query('SELECT digest FROM audit_record ORDER BY sequence DESC LIMIT 1')) as {
    digest: string;
  }[];
  return last?.digest ?? GENESIS;
}

/** The column that records are searched by must say what the record says. */
function isOfItsTime({ at, record }: AuditRow): boolean {
  return (JSON.parse(record) as { at: string }).at === at.toISOString();
}
