import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource, type QueryRunner, type ReplicationMode } from 'typeorm';
import { createCounts, functionsOf } from './count-ahead';
import { readable } from './readable';
import { LOGINS_COMMAND, RightsMissing, allOf, stateOf, type SchemaState } from './schema-state';
import { Database, dataSourceOptions, roleOf, type SubgraphDefinition } from '../subgraphs/kernel';

/** Any number that nothing else locks. */
const MIGRATION_LOCK = 7_204_561;

/**
 * Brings the schema of each subgraph up to date: its schema and role, its migrations, its rights, its reference data.
 * One run at a time: others wait for the lock and then find nothing to do.
 */
export async function migrate(
  subgraphs: readonly SubgraphDefinition[],
  urlOf: (subgraph: string) => string,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  for (const subgraph of subgraphs) {
    const url = urlOf(subgraph.name);
    const client = new Client({ connectionString: url, application_name: 'onematter migrate' });
    await client.connect();
    try {
      await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await bringUpToDate(client, subgraph, url, log);
      await loadOfficial(subgraph, url);
    } finally {
      await client.end();
    }
  }
}

async function bringUpToDate(
  client: Client,
  subgraph: SubgraphDefinition,
  url: string,
  log: (line: string) => void,
): Promise<void> {
  const { name } = subgraph;
  const found = await stateOf(client, name);
  if (!mayMigrate(found)) return;
  await prepare(client, name, found);
  const done = await runMigrations(subgraph, url);
  await grant(client, name);
  if (done.length > 0) log(`${name}: ${done.join(', ')}`);
}

/** A login that lacks a right is good enough where there is nothing to migrate; where there is it is refused. */
function mayMigrate({ login, pending, toMigrate }: SchemaState): boolean {
  if (toMigrate.length === 0) return true;
  if (pending?.length === 0) return false;
  throw RightsMissing({ login, rights: allOf(toMigrate), command: LOGINS_COMMAND });
}

/** What is there already is left as it is: to make it again would take rights that are not needed. */
async function prepare(client: Client, schema: string, found: SchemaState): Promise<void> {
  const role = roleOf(schema);
  if (!found.hasRole)
    await client.query(
      `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
  if (!found.hasRole || !found.actsAsRole) await client.query(`GRANT ${role} TO CURRENT_USER`);
  if (!found.hasSchema) await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
}

async function runMigrations({ name, entities }: SubgraphDefinition, url: string): Promise<string[]> {
  const files = (folder: string) => join(__dirname, folder, '*-*.ts');
  const dataSource = new DataSource({
    ...dataSourceOptions({ url, schema: name, entities }),
    schema: name,
    migrations: [files('kernel'), files(name)],
    migrationsTableName: 'migration',
    extra: { options: `-c search_path=${name}` },
  });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** The role may read and write its tables, see what was migrated, add to its journal, and change nothing else. */
async function grant(client: Client, schema: string): Promise<void> {
  const role = roleOf(schema);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${schema}.migration FROM ${role}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${schema}.audit_record FROM ${role}`);
  await client.query(
    `REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.journal, ${schema}.journal_seal, ${schema}.journal_head FROM ${role}`,
  );
  const { rows: months } = await client.query<{ month: string }>(
    'SELECT inhrelid::regclass::text AS month FROM pg_inherits WHERE inhparent = $1::regclass',
    [`${schema}.journal`],
  );
  for (const { month } of months) await client.query(`REVOKE ALL ON ${month} FROM ${role}`);
  await client.query(`GRANT EXECUTE ON FUNCTION ${schema}.journal_turn() TO ${role}`);
}

async function loadOfficial(subgraph: SubgraphDefinition, url: string): Promise<void> {
  const db = await Database.open({ url, schema: subgraph.name, entities: subgraph.entities, poolSize: 1 });
  try {
    await subgraph.loadOfficial?.(db);
  } finally {
    await db.close();
  }
}

/** Statements that would bring the migrated tables to what the entities declare: none, unless a migration is missing. */
export async function drift(subgraph: SubgraphDefinition, url: string): Promise<string[]> {
  const { name, entities } = subgraph;
  const dataSource = new OneAfterAnother({
    ...dataSourceOptions({ url, schema: name, entities }),
    schema: name,
  });
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return [
      ...upQueries.map(({ query }) => readable(query, name)),
      ...(await countsToMake(subgraph, dataSource)),
    ];
  } finally {
    await dataSource.destroy();
  }
}

/** Statements that make anew what is counted ahead, wherever the functions that keep it are not as declared. */
async function countsToMake(
  { name: schema, counts = [] }: SubgraphDefinition,
  db: DataSource,
): Promise<string[]> {
  const found = await db.query<{ name: string; body: string }[]>(
    'SELECT proname AS name, prosrc AS body FROM pg_proc WHERE pronamespace = $1::regnamespace',
    [schema],
  );
  const bodies = new Map(found.map(({ name, body }) => [name, body]));
  return counts
    .filter((declared) =>
      [...functionsOf(schema, declared)].some(([name, body]) => bodies.get(name) !== body),
    )
    .flatMap((declared) => createCounts(schema, declared));
}

/** TypeORM asks for several tables at once on one connection; pg, which answers one after another anyway, warns of it. */
class OneAfterAnother extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const ask = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
    let last: Promise<unknown> = Promise.resolve();
    const query = (...asked: unknown[]) => {
      const answer = last.then(() => ask(...asked));
      last = answer.catch(() => undefined);
      return answer;
    };
    return Object.assign(runner, { query });
  }
}
