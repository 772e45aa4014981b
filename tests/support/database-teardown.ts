import type { EmbeddedPostgres } from '../../subgraphs/embedded-postgres';

export default async function tearDown(): Promise<void> {
  const shared = globalThis as { testPostgres?: EmbeddedPostgres; testPostgresUsers?: number };
  shared.testPostgresUsers = (shared.testPostgresUsers ?? 1) - 1;
  if (shared.testPostgresUsers > 0) return;
  await shared.testPostgres?.close();
  delete shared.testPostgres;
}
