import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from './database';
import { copyOf, databaseUrl } from './database';

/** A fresh copy of a migrated database with more in it, which the first of a run to ask for it has prepared. */
export async function preparedDatabase(
  what: string,
  prepare: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: server, TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error('this project of the tests has no database: see jest.config.cjs');
  const prepared = template.replace('template', what);
  const name = template.replace('template', randomBytes(6).toString('hex'));
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [prepared]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [prepared]);
    if (!rowCount) await make(client, template, prepared, (draft) => prepare(databaseUrl(server, draft)));
    await client.query(copyOf(prepared, name));
  });
  const drop = () =>
    onServer(
      server,
      async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    );
  return { url: databaseUrl(server, name), drop };
}

/** Appears under its name only when it is whole, so that a run that is broken off leaves no half of it. */
async function make(
  client: Client,
  template: string,
  prepared: string,
  prepare: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${prepared}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(copyOf(template, draft));
  await prepare(draft);
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${prepared}`);
}

async function onServer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
