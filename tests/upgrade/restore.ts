import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import type { TestDatabase } from '../support/database';
import { databaseUrl } from '../support/database';

/** What a version said of the database that was kept from it. */
export interface Manifest {
  rows: Record<string, number>;
  audit: Record<string, number>;
  feed: Record<string, unknown>;
  answers: Record<string, { data: unknown; errors: object[] }>;
}

/** The versions whose databases are kept. */
export function keptVersions(): string[] {
  return readdirSync(__dirname).flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? []);
}

export function manifestOf(version: string): Manifest {
  return JSON.parse(readFileSync(join(__dirname, `${version}.json`), 'utf8')) as Manifest;
}

/** The database of a version as it was left: nothing of today has touched it. */
export async function restore(version: string): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: server, TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error('this project of the tests has no database: see jest.config.cjs');
  const name = template.replace('template', randomBytes(6).toString('hex'));
  const dump = gunzipSync(readFileSync(join(__dirname, `${version}.sql.gz`))).toString('utf8');
  await run(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  await run(databaseUrl(server, name), dump);
  return {
    url: databaseUrl(server, name),
    drop: () => run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function run(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statements).finally(() => client.end());
}
