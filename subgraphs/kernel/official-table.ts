import type { Transaction } from './database';

/** Brings a reference table to the rows of a reference file; rows that are the same are not written. Columns by their own names. */
export async function replaceOfficial(
  tx: Transaction,
  table: string,
  key: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await tx.query(
    `INSERT INTO ${table} AS known (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1)
     ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE known IS DISTINCT FROM excluded`,
    [JSON.stringify(rows)],
  );
}
