import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { declareError, roleOf, type Words } from '../subgraphs/kernel';

export const RightsMissing = declareError(
  'DATABASE_RIGHTS_MISSING',
  '登录名 {login} 缺少权限：{rights:words}。请由数据库管理员执行 {command} 打印的语句。',
  'The login {login} lacks {rights:words}; let an administrator of the database run what {command} prints.',
);
export const LOGINS_COMMAND = 'onematter doctor --sql';

/** What a login finds of a subgraph's schema, and what it lacks to work on it. */
export interface SchemaState {
  login: string;
  /** Files of migrations that were not run; null where this login may not know. */
  pending: readonly string[] | null;
  /** Migrations that a newer version has run. */
  ahead: number;
  hasRole: boolean;
  actsAsRole: boolean;
  hasSchema: boolean;
  toMigrate: readonly Words[];
  toServe: readonly Words[];
}

interface Found {
  login: string;
  createsRoles: boolean;
  createsSchemas: boolean;
  grantsRole: boolean;
  hasRole: boolean;
  actsAsRole: boolean;
  /** null: there is none. */
  ownsSchema: boolean | null;
  usesSchema: boolean;
  hasTrigrams: boolean;
  readsMigrations: boolean | null;
}

/** Looks, and changes nothing. */
export async function stateOf(client: Client, subgraph: string): Promise<SchemaState> {
  const found = await look(client, subgraph);
  const done = found.readsMigrations
    ? (await client.query<{ at: string }>(`SELECT "timestamp" AS at FROM ${subgraph}.migration`)).rows
    : [];
  const known = migrationFiles(subgraph);
  const run = new Set(done.map(({ at }) => at));
  const pending = known.filter((name) => !run.has(timestampOf(name)));
  return {
    login: found.login,
    hasRole: found.hasRole,
    actsAsRole: found.actsAsRole,
    hasSchema: found.ownsSchema !== null,
    pending: found.readsMigrations === false ? null : pending,
    ahead: run.size - (known.length - pending.length),
    toMigrate: lacksToMigrate(found, subgraph),
    toServe: lacksToServe(found, subgraph),
  };
}

async function look(client: Client, schema: string): Promise<Found> {
  const { rows } = await client.query<Found>(
    `SELECT current_user AS login,
       (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS "createsRoles",
       has_database_privilege(current_database(), 'CREATE') AS "createsSchemas",
       role.oid IS NOT NULL AS "hasRole",
       coalesce(pg_has_role(current_user, role.oid, ${since16("'SET'", "'MEMBER'")}), false) AS "actsAsRole",
       coalesce(pg_has_role(current_user, role.oid, 'MEMBER WITH ADMIN OPTION'), false)
         OR (SELECT rolsuper OR rolcreaterole AND ${since16('false', 'true')} FROM pg_roles WHERE rolname = current_user) AS "grantsRole",
       pg_has_role(current_user, schema.nspowner, 'USAGE') AS "ownsSchema",
       coalesce(has_schema_privilege(role.oid, schema.oid, 'USAGE'), false) AS "usesSchema",
       EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') AS "hasTrigrams",
       has_table_privilege(current_user, migration.oid, 'SELECT') AND has_schema_privilege(schema.oid, 'USAGE') AS "readsMigrations"
     FROM (SELECT 1) AS one
       LEFT JOIN pg_roles AS role ON role.rolname = $2
       LEFT JOIN pg_namespace AS schema ON schema.nspname = $1
       LEFT JOIN pg_class AS migration ON migration.relnamespace = schema.oid AND migration.relname = 'migration'`,
    [schema, roleOf(schema)],
  );
  const [found] = rows;
  if (!found) throw new Error('a row is always found');
  return found;
}

/** PostgreSQL 16 tells the right to act as a role from membership, and the right to create roles from that to grant them. */
const since16 = (then: string, before: string) =>
  `CASE WHEN current_setting('server_version_num')::int >= 160000 THEN ${then} ELSE ${before} END`;

function lacksToMigrate(found: Found, schema: string): Words[] {
  const { createsRoles, createsSchemas, grantsRole, hasRole, actsAsRole, ownsSchema, hasTrigrams } = found;
  return [
    ...(hasRole || createsRoles ? [] : [CREATEROLE]),
    ...(!hasRole || actsAsRole || grantsRole ? [] : [actsAs(schema)]),
    ...(ownsSchema === null && !createsSchemas ? [CREATE] : []),
    ...(ownsSchema === false ? [owns(schema)] : []),
    ...(hasTrigrams || createsSchemas ? [] : [TRIGRAMS]),
  ];
}

function lacksToServe({ actsAsRole, usesSchema, readsMigrations }: Found, schema: string): Words[] {
  return [
    ...(actsAsRole ? [] : [actsAs(schema)]),
    ...(usesSchema ? [] : [uses(schema)]),
    ...(readsMigrations === false ? [reads(schema)] : []),
  ];
}

const CREATEROLE = { zh: '创建角色（CREATEROLE）', en: 'CREATEROLE' };
const CREATE = { zh: '在库内创建模式（CREATE）', en: 'CREATE on the database' };
const TRIGRAMS = { zh: '安装扩展 pg_trgm', en: 'the right to install the extension pg_trgm' };
const actsAs = (schema: string) => ({
  zh: `以角色 ${roleOf(schema)} 行事`,
  en: `the right to act as ${roleOf(schema)}`,
});
const owns = (schema: string) => ({
  zh: `模式 ${schema} 的所有权`,
  en: `the ownership of the schema ${schema}`,
});
const reads = (schema: string) => ({
  zh: `读取 ${schema}.migration`,
  en: `SELECT on ${schema}.migration`,
});
const uses = (schema: string) => ({ zh: `使用模式 ${schema}`, en: `USAGE on the schema ${schema}` });

/** Several rights in one sentence. */
export const allOf = (rights: readonly Words[]): Words => ({
  zh: rights.map(({ zh }) => zh).join('、'),
  en: rights.map(({ en }) => en).join(', '),
});

/** The files of a subgraph's migrations, those of every subgraph first. */
export function migrationFiles(subgraph: string): string[] {
  return ['kernel', subgraph].flatMap((folder) =>
    readdirSync(join(__dirname, folder))
      .filter((name) => /^\d{13}-.*\.ts$/.test(name))
      .sort(),
  );
}

const timestampOf = (name: string) => name.slice(0, 13);
