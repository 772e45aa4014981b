import type { Database } from './kernel';

/**
 * Tells the planner what is in a subgraph's tables now. Autovacuum does so within minutes, yet the first queries after many
 * rows have come in would be planned for tables that were empty. Statistics are for the tables' owner, who has migrated them.
 */
export async function analyze(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL role = none');
    await tx.query('SET LOCAL statement_timeout = 0');
    const tables = await tx.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY name",
    );
    await tx.query(`ANALYZE ${tables.map(({ name }) => name).join(', ')}`);
  });
}
