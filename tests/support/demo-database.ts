import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { subgraphs } from '../../subgraphs';
import { DEFAULT_AS_OF, loadDemoData } from '../../subgraphs/demo';
import { Subgraph, createLog } from '../../subgraphs/kernel';
import type { TestDatabase } from './database';
import { databaseUrl } from './database-setup';
import { TEST_SETTINGS } from './settings';

const DEMO_DATA = { enterprises: 300, seed: 1, region: null, asOf: DEFAULT_AS_OF };
/** Any number that nothing else locks. */
const LOADING = 7_204_562;

/** A fresh copy of a database with demo data, which the first of a run to ask for one has loaded. */
export async function demoDatabase(): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: server, TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error('this project of the tests has no database: see jest.config.cjs');
  const demo = template.replace('template', 'demo');
  const name = template.replace('template', randomBytes(6).toString('hex'));
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOADING]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [demo]);
    if (!rowCount) await makeDemo(client, server, template, demo);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${demo}`);
  });
  const drop = () => onServer(server, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return { url: databaseUrl(server, name), drop };
}

/** Appears under its name only when it is whole, so that a run that is broken off leaves no half of it. */
async function makeDemo(client: Client, server: string, template: string, demo: string): Promise<void> {
  const draft = `${demo}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} TEMPLATE ${template}`);
  const options = {
    url: databaseUrl(server, draft),
    settings: TEST_SETTINGS,
    log: createLog('silent', 'test'),
    clock: () => new Date(`${DEFAULT_AS_OF}T09:00:00+08:00`),
  };
  const running = new Map<string, Subgraph>();
  for (const definition of subgraphs) running.set(definition.name, await Subgraph.start(definition, options));
  try {
    await loadDemoData(running, DEMO_DATA);
  } finally {
    for (const subgraph of running.values()) await subgraph.stop();
  }
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${demo}`);
}

async function onServer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
