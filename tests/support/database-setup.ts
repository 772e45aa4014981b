import 'reflect-metadata';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/embedded-postgres';

const shared = globalThis as { testPostgres?: EmbeddedPostgres; testPostgresUsers?: number };

/** A real PostgreSQL with one migrated template; every test file works on a copy of it. */
export default async function setUp(): Promise<void> {
  shared.testPostgresUsers = (shared.testPostgresUsers ?? 0) + 1;
  if (shared.testPostgres) return;
  const postgres = (shared.testPostgres = await openEmbeddedPostgres(join(__dirname, '../../.data/test')));
  process.env.TEST_POSTGRES_URL = postgres.url;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await dropStale(client);
  const template = `test_${process.pid}_template`;
  process.env.TEST_TEMPLATE = template;
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  await migrate(subgraphs, () => databaseUrl(postgres.url, template));
}

/** A database is named after the process that made it, so that runs side by side leave each other's alone. */
async function dropStale(client: Client): Promise<void> {
  const known = await client.query<{ name: string }>("SELECT datname AS name FROM pg_database WHERE datname LIKE 'test\\_%'");
  for (const { name } of known.rows)
    if (!isAlive(Number(name.split('_')[1]))) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
