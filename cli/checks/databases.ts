import { Client } from 'pg';
import {
  LOGINS_COMMAND,
  RightsMissing,
  allOf,
  stateOf,
  type SchemaState,
} from '../../migrations/schema-state';
import { roleOf } from '../../subgraphs/kernel';
import {
  DatabaseReadOnly,
  DatabaseTooOld,
  DatabaseUnreachable,
  LoginShared,
  MigrationsPending,
} from '../errors';
import { found, note, well, type Finding } from './finding';
import type { NamedLogin } from './logins';
import { reasonOf } from './reason';
import { subgraphNames } from './settings';

const LEAST_VERSION = 15;
const LONGEST_MS = 5_000;

/** Whether what is not migrated yet is about to be, as a start and `migrate` do it, or must have been; what reads makes nothing. */
export type Use = 'migrates' | 'serves' | 'reads';

/** What a run asks of its logins. */
export interface Asked {
  use: Use;
  /** What it is that a login which serves may act for several subgraphs; null where nothing serves. */
  sharing: 'warning' | 'wrong' | null;
}

/** Whether each login reaches its database and may do there what is asked of it, and no more. Nothing is changed. */
export async function checkLogins(logins: readonly NamedLogin[], asked: Asked): Promise<Finding[]> {
  const needed = logins.filter(({ serves }) => asked.use === 'migrates' || serves.length > 0);
  const all = needed.map((login) => withClient(login, (client) => checkLogin(client, login, asked)));
  return (await Promise.all(all)).flat();
}

/** With a connection of this login; why there is none, if so. */
export async function withClient(
  { setting, url }: NamedLogin,
  work: (client: Client) => Promise<Finding[]>,
): Promise<Finding[]> {
  const client = new Client({
    connectionString: url,
    application_name: 'onematter check',
    connectionTimeoutMillis: LONGEST_MS,
    query_timeout: LONGEST_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    return [found(DatabaseUnreachable({ setting, database: placeOf(url), reason: reasonOf(error) }))];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkLogin(client: Client, login: NamedLogin, { use, sharing }: Asked): Promise<Finding[]> {
  const database = placeOf(login.url);
  const server = await serverOf(client);
  if (server.version < LEAST_VERSION)
    return [found(DatabaseTooOld({ database, min: LEAST_VERSION, got: server.full }))];
  if (server.standby) return [found(DatabaseReadOnly({ database, setting: login.setting }))];
  const findings: Finding[] = [];
  if (sharing && login.serves.length > 0 && (await isShared(client, login)))
    findings.push(found(LoginShared({ login: client.user ?? '', command: LOGINS_COMMAND }), sharing));
  for (const name of new Set([...login.serves, ...login.migrates]))
    findings.push(...checkSchema(name, await stateOf(client, name), login, use));
  return findings.length > 0
    ? findings
    : [
        well(
          `${login.setting}：${database} 可用（PostgreSQL ${server.full}），结构已是最新`,
          `${login.setting}: ${database} can be used (PostgreSQL ${server.full}) and is up to date`,
        ),
      ];
}

/** Whether it may act for a subgraph besides the one that it serves, as a superuser may. */
async function isShared(client: Client, { serves }: NamedLogin): Promise<boolean> {
  const others = subgraphNames().filter((name) => !serves.includes(name));
  const { rowCount } = await client.query(
    `SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper OR rolname = ANY($1) AND pg_has_role(oid, 'MEMBER')`,
    [others.map(roleOf)],
  );
  return serves.length > 1 || rowCount !== 0;
}

async function serverOf(client: Client): Promise<{ version: number; full: string; standby: boolean }> {
  const { rows } = await client.query<{ number: string; full: string; standby: boolean }>(
    `SELECT current_setting('server_version_num') AS number, split_part(current_setting('server_version'), ' ', 1) AS full, pg_is_in_recovery() AS standby`,
  );
  const [{ number, full, standby } = { number: '0', full: '', standby: false }] = rows;
  return { version: Math.floor(Number(number) / 10_000), full, standby };
}

function checkSchema(
  name: string,
  state: SchemaState,
  { serves, migrates }: NamedLogin,
  use: Use,
): Finding[] {
  const { pending, toMigrate, toServe, ahead } = state;
  const isDone = pending?.length === 0;
  const willMigrate = use === 'migrates' && migrates.includes(name);
  if (willMigrate && !isDone)
    return [toMigrate.length > 0 ? lacks(state, toMigrate) : willBeMigrated(name, pending ?? [])];
  // what a login that migrates lacks to serve, it gives itself
  if (
    serves.includes(name) &&
    toServe.length > 0 &&
    state.hasSchema &&
    !(willMigrate && toMigrate.length === 0)
  )
    return [lacks(state, toServe)];
  if (serves.includes(name) && use !== 'migrates' && pending !== null && !isDone)
    return [isMissing(name, pending)];
  return ahead > 0 ? [isAhead(name, ahead)] : [];
}

/** host:port/database, without who logs in. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

const lacks = ({ login }: SchemaState, rights: SchemaState['toServe']) =>
  found(RightsMissing({ login, rights: allOf(rights), command: LOGINS_COMMAND }));
const isMissing = (subgraph: string, pending: readonly string[]) =>
  found(
    MigrationsPending({
      subgraph,
      count: pending.length,
      allowed: pending.join(', '),
      command: 'onematter migrate',
    }),
  );
const willBeMigrated = (name: string, { length }: readonly string[]) =>
  note(`${name}：将升级 ${length} 项结构`, `${name}: ${length} migrations are going to be run`);
const isAhead = (name: string, ahead: number) =>
  note(
    `${name}：数据库已由更新的版本升级（多 ${ahead} 项）`,
    `${name}: a newer version has run ${ahead} migrations that this one does not know`,
  );
