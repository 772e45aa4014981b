import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { roleOf, type Settings } from '../subgraphs/kernel';
import { placeOf } from './checks/databases';

interface Login {
  name: string;
  /** As it is known from the settings, or made now. */
  password: string;
  isNew: boolean;
}

/** A subgraph, the database that it is in, who serves it and who migrates it. */
interface Prepared {
  subgraph: string;
  place: string;
  login: Login;
  migration: Login;
}

const MIGRATION_LOGIN = 'onematter_migration';
const SOMEWHERE = '<host>:5432/onematter';
const SCRAM_ROUNDS = 4_096;

/**
 * What an administrator runs, so that a login of its own works for each subgraph and for migrations, and none of them
 * needs to be a superuser or to create anything but tables. May be run again. Passwords of the settings are in it as the
 * database keeps them; those that are made now stand in the settings at its end.
 */
export function loginsSql(subgraphs: readonly string[], settings: Settings): string {
  const made = new Map<string, Login>();
  const all = subgraphs.map((subgraph) => {
    const own = settings.databaseUrlOf(subgraph);
    const migration = settings.migrationUrlOf(subgraph);
    const at = migration ?? own ?? settings.databaseUrl;
    return {
      subgraph,
      place: at === null ? SOMEWHERE : placeOf(at),
      login: loginOf(own, roleOf(subgraph), made),
      migration: loginOf(migration, MIGRATION_LOGIN, made),
    };
  });
  const places = [...new Set(all.map(({ place }) => place))];
  const parts = places.map((here) =>
    scriptFor(
      here,
      all.filter(({ place }) => place === here),
    ),
  );
  return `${[...parts, settingsOf(all, places.length === 1)].filter(Boolean).join('\n\n')}\n`;
}

/** The one that the settings name; a new one where they name none, the same for all that have this name. */
function loginOf(url: string | null, name: string, made: Map<string, Login>): Login {
  if (url !== null) {
    const { username, password } = new URL(url);
    return { name: decodeURIComponent(username), password: decodeURIComponent(password), isNew: false };
  }
  const known = made.get(name) ?? { name, password: randomBytes(24).toString('base64url'), isNew: true };
  made.set(name, known);
  return known;
}

function scriptFor(place: string, within: readonly Prepared[]): string {
  // a login that several subgraphs share is made once
  const logins = new Map(
    within.flatMap(({ login, migration }) => [migration, login]).map((login) => [login.name, login]),
  );
  return [
    `-- In the database ${place}, as a superuser.`,
    'CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;',
    ...[...logins.values()].flatMap(createLogin),
    ...within.flatMap(prepareSchema),
  ].join('\n');
}

/** A password that was made now is given only to a login that cannot log in yet: nobody is locked out by a second run. */
function createLogin({ name, password, isNew }: Login): string[] {
  const verifier = password === '' ? '' : ` PASSWORD ${literal(scram(password))}`;
  const role = identifier(name);
  const canLogIn = `EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(name)} AND rolcanlogin)`;
  const admit = `ALTER ROLE ${role} LOGIN${verifier};`;
  return [
    createRole(name),
    isNew ? `DO $$ BEGIN IF NOT ${canLogIn} THEN ${admit} END IF; END $$;` : admit,
    `DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), ${literal(name)}); END $$;`,
  ];
}

function createRole(name: string): string {
  const isThere = `EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(name)})`;
  return `DO $$ BEGIN IF NOT ${isThere} THEN CREATE ROLE ${identifier(name)}; END IF; END $$;`;
}

/** The role of the subgraph works for who serves and for who migrates; the schema and all that is in it belong to the latter. */
function prepareSchema({ subgraph, login, migration }: Prepared): string[] {
  const role = roleOf(subgraph);
  const owner = identifier(migration.name);
  const members = [...new Set([login.name, migration.name])].filter((name) => name !== role);
  return [
    createRole(role),
    ...members.map((name) => `GRANT ${role} TO ${identifier(name)};`),
    `CREATE SCHEMA IF NOT EXISTS ${subgraph} AUTHORIZATION ${owner};`,
    `ALTER SCHEMA ${subgraph} OWNER TO ${owner};`,
    handOver(subgraph, migration.name),
    `GRANT USAGE ON SCHEMA ${subgraph} TO ${role};`,
  ];
}

/** What another login has made so far goes to the one that migrates; sequences of columns go with their tables. */
function handOver(schema: string, owner: string): string {
  const [within, to] = [literal(schema), literal(owner)];
  return `DO $$ DECLARE each record; BEGIN
  FOR each IN
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind, oid::regclass::text AS name FROM pg_class
      WHERE relnamespace = ${within}::regnamespace AND relkind IN ('r', 'p', 'v', 'S') AND relowner <> ${to}::regrole
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype IN ('a', 'i') AND classid = 'pg_class'::regclass AND relkind = 'S')
    UNION ALL SELECT 'ROUTINE', oid::regprocedure::text FROM pg_proc
      WHERE pronamespace = ${within}::regnamespace AND proowner <> ${to}::regrole
  LOOP EXECUTE format('ALTER %s %s OWNER TO %I', each.kind, each.name, ${to}); END LOOP;
END $$;`;
}

/** The settings that go with the passwords that were made now. One login migrates all where there is one database. */
function settingsOf(all: readonly Prepared[], isOneDatabase: boolean): string {
  const lines = all.flatMap(({ subgraph, place, login, migration }) => {
    const own = subgraph.toUpperCase();
    const line = (setting: string, { name, password, isNew }: Login) =>
      isNew ? [`-- ${setting}=postgres://${encodeURIComponent(name)}:${password}@${place}`] : [];
    return [
      ...line(isOneDatabase ? 'MIGRATION_DATABASE_URL' : `${own}_MIGRATION_DATABASE_URL`, migration),
      ...line(`${own}_DATABASE_URL`, login),
    ];
  });
  if (lines.length === 0) return '';
  const head =
    '-- The settings that go with it, to be kept secret; they hold for logins that could not log in before:';
  return [head, ...new Set(lines)].join('\n');
}

/** A password as PostgreSQL keeps it (RFC 5803), so that a script with it does not tell it. */
function scram(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, SCRAM_ROUNDS, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string) =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
