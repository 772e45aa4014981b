import type { Client } from 'pg';
import { SUBMITTED, TABLES } from './overview-tables';
import { say } from './say';

/** In batches, as records come in: the feed of listings is for many small transactions. */
const BATCH = 1_000;

/**
 * Fills the tables that are not full yet, or have as many rows as are wanted at most. Vacuum and statistics as they are a while after
 * an import.
 */
export async function fillDepartments(owner: Client, most: number): Promise<void> {
  for (const [table, [all, columns]] of Object.entries(TABLES)) {
    const count = Math.min(all, most);
    const { rows } = await owner.query<{ present: number }>(`SELECT count(*)::int AS present FROM ${table}`);
    const present = rows[0]?.present ?? 0;
    if (present >= count) continue;
    if (count > 1_000) say(`filling ${count} of ${table}, once …`);
    for (let from = present; from < count; from += BATCH) {
      await owner.query(
        `INSERT INTO ${table} (source, source_id, revision, content_digest, ${Object.keys(columns).join(', ')})
         SELECT ${SUBMITTED}, ${Object.values(columns).join(', ')} FROM generate_series($1::int, $2::int) AS i`,
        [from + 1, Math.min(from + BATCH, count)],
      );
    }
    await owner.query(`VACUUM ANALYZE ${table}`);
  }
}
