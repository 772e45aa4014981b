import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { endWithNpm } from '../../cli/npm';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import { databaseUrl } from './database';

const shared = globalThis as { testPostgres?: EmbeddedPostgres; testPostgresUsers?: number };

/** Any number that nothing else locks: runs that start side by side prepare one after another. */
const PREPARING = 7_204_563;
/** What a power cut would do to test data is nobody's worry: nothing waits for the disk, and no database lives to be tidied. */
const CARELESS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  // a platform may take 120, and some tests have two, beside those of the other worker
  'max_connections=600',
  // what is logged is never read again, and what is read lies in memory
  'max_wal_size=128MB',
  'io_method=sync',
];
/** A run uses a tenth of it; what else runs needs memory, too. */
const ROOM = 4 * 1024 ** 3;

/** A real PostgreSQL with one migrated template; every test file works on a copy of it. */
export default async function setUp(): Promise<void> {
  shared.testPostgresUsers = (shared.testPostgresUsers ?? 0) + 1;
  if (shared.testPostgres) return;
  endWithNpm(process.env);
  const postgres = (shared.testPostgres = await openEmbeddedPostgres(
    folderOf(join(__dirname, '../../.data/test')),
    undefined,
    CARELESS,
  ));
  process.env.TEST_POSTGRES_URL = postgres.url;
  const template = `test_${process.pid}_template`;
  process.env.TEST_TEMPLATE = template;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    // roles are of the whole server, so that another run's migrations would be in the way of ours
    await client.query('SELECT pg_advisory_lock($1)', [PREPARING]);
    await dropStale(client);
    await client.query(`CREATE DATABASE ${template}`);
    await migrate(subgraphs, () => databaseUrl(postgres.url, template));
  } finally {
    await client.end();
  }
}

/** In memory, where there is room to spare: each copy of a database is some 1,400 files, which live for a second. */
function folderOf(onDisk: string): string {
  const name = createHash('sha256').update(onDisk).digest('hex').slice(0, 8);
  return roomIn('/dev/shm') < ROOM ? onDisk : join('/dev/shm', `onematter-test-${name}`);
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, freemem());
  } catch {
    return 0;
  }
}

/** A database is named after the process that made it, so that runs side by side leave each other's alone. */
async function dropStale(client: Client): Promise<void> {
  const known = await client.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname LIKE 'test\\_%'",
  );
  for (const { name } of known.rows)
    if (!isAlive(Number(name.split('_')[1])))
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}
