import 'reflect-metadata';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/kernel';

export const TEMPLATE = 'onematter_template';

const shared = globalThis as { testPostgres?: EmbeddedPostgres; testPostgresUsers?: number };

/** A real PostgreSQL with one migrated template; every test file works on a copy of it. */
export default async function setUp(): Promise<void> {
  shared.testPostgresUsers = (shared.testPostgresUsers ?? 0) + 1;
  if (shared.testPostgres) return;
  const postgres = (shared.testPostgres = await openEmbeddedPostgres(join(__dirname, '../../.data/test')));
  process.env.TEST_POSTGRES_URL = postgres.url;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  const stale = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE 'onematter\\_%'");
  for (const { datname } of stale.rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(subgraphs, () => databaseUrl(postgres.url, TEMPLATE));
}

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
