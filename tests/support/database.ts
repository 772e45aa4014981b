import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template. */
export async function testDatabase(): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: server, TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error('this project of the tests has no database: see jest.config.cjs');
  const name = template.replace('template', randomBytes(6).toString('hex'));
  const run = async (statement: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(copyOf(template, name));
  return { url: databaseUrl(server, name), drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** By files: through the log, as by default, a copy takes five times the processor time. */
export function copyOf(template: string, name: string): string {
  return `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`;
}

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
