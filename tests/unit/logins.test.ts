import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlan, planOfPart, planOfStart } from '../../cli/checks/ready';
import { loginsSql } from '../../cli/logins-sql';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { equipment } from '../../subgraphs/equipment';
import { registry } from '../../subgraphs/registry';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import { readSettings } from '../../subgraphs/kernel';
import { startCommand, type Child } from '../support/child';
import { commandHere } from '../support/command-here';
import { query } from '../support/embedded-postgres';
import { testFolder } from '../support/folder';
import { postTo, sendTo } from '../support/http';

let server: EmbeddedPostgres;
const children: Child[] = [];
afterAll(async () => {
  for (const child of children) await child.stop();
  await server.close(); // before the folder goes
});
const folder = testFolder();
beforeAll(async () => {
  chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
  server = await openEmbeddedPostgres(folder);
});

const at = (database: string, login: string, password = login) => {
  const url = new URL(server.url);
  Object.assign(url, { username: login, password, pathname: `/${database}` });
  return url.href;
};
const asAdministrator = async (database: string, ...statements: string[]) => {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  for (const statement of statements) await query(url.href, statement);
};
const schemasIn = async (url: string) =>
  (await query(url, "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information)'")).map(
    ({ name }) => name,
  );

describe('a login that migrates', () => {
  test('without a right it MUST be refused by all that it lacks, in both languages, before anything is made', async () => {
    await asAdministrator('postgres', 'CREATE DATABASE bare', "CREATE ROLE plain LOGIN PASSWORD 'plain'");
    const plain = at('bare', 'plain');
    await expect(migrate([registry], () => plain)).rejects.toMatchObject({
      extensions: {
        code: 'DATABASE_RIGHTS_MISSING',
        en: expect.stringMatching(/^The login plain lacks CREATEROLE, CREATE on the database, .*pg_trgm/),
        zh: expect.stringMatching(/^登录名 plain 缺少权限：创建角色/),
      },
    });
    expect(await schemasIn(plain)).toEqual(['public']);
    await asAdministrator('bare', 'GRANT CREATE ON DATABASE bare TO plain');
    await expect(migrate([registry], () => plain)).rejects.toThrow('The login plain lacks CREATEROLE;');
    expect(await schemasIn(plain)).toEqual(['public']);
  });

  test('with CREATEROLE and its own database it MUST need nothing else, and may lose it once all is there', async () => {
    await asAdministrator(
      'postgres',
      "CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner'",
      'CREATE DATABASE owned OWNER owner',
    );
    const owner = at('owned', 'owner');
    const said: string[] = [];
    await migrate(
      [registry, equipment],
      () => owner,
      (line) => said.push(line),
    );
    expect(said.map((line) => line.split(':')[0])).toEqual(['registry', 'equipment']);
    await asAdministrator('postgres', 'ALTER ROLE owner NOCREATEROLE');
    await migrate(
      [registry, equipment],
      () => owner,
      (line) => said.push(line),
    );
    expect(said).toHaveLength(2);
  });
});

describe('logins of their own', () => {
  const names = subgraphs.map(({ name }) => name);
  const KEY = 'k'.repeat(32);
  const common = {
    GATEWAY_KEY: KEY,
    DATA_KEY: KEY,
    SIGNING_KEY: KEY,
    PORT: '0',
    SANDBOX: 'off',
    LOG_LEVEL: 'error',
  };
  const jwks = join(folder, 'jwks.json');
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(jwks, JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }));
  const production = { ...common, NODE_ENV: 'production', JWKS_FILE: jwks };
  let settings: Record<string, string>;

  /** `npm start` and what it answers. */
  async function answerOf(
    env: Record<string, string>,
    work: (address: string) => Promise<void>,
  ): Promise<void> {
    const child = startCommand(['start'], env);
    children.push(child);
    const [, address = ''] = await child.line(/^OneMatter is ready: (\S+)\/$/m);
    expect(child.output()).not.toContain('Warning');
    await work(address);
    await child.stop();
  }
  const countAt = async (address: string): Promise<number> => {
    const { data, errors } = await postTo(
      address,
      '{ region(code: "430682") { name } enterprises { totalCount } }',
    );
    expect({ errors, region: data.region }).toEqual({ errors: undefined, region: { name: '临湘市' } });
    return data.enterprises.totalCount as number;
  };

  test('MUST be what doctor --sql prints, in production, too; it may be run again, and takes over what another login has made', async () => {
    const { code, out: sql, err } = await commandHere(['doctor', '--sql'], { NODE_ENV: 'production' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await asAdministrator('owned', sql, sql);
    const told = [...sql.matchAll(/^-- (\w+)=postgres:\/\/([^:]+):([^@]+)@<host>:5432\/onematter$/gm)];
    settings = Object.fromEntries(
      told.map(([, setting = '', login = '', password = '']) => [setting, at('owned', login, password)]),
    );
    expect(Object.keys(settings).sort()).toEqual(
      ['MIGRATION_DATABASE_URL', ...names.map((name) => `${name.toUpperCase()}_DATABASE_URL`)].sort(),
    );
    const powers =
      "SELECT FROM pg_roles WHERE rolname ~ '^onematter_' AND (rolsuper OR rolcreaterole OR rolcreatedb)";
    expect(await query(server.url, powers)).toEqual([]);
  });

  test('MUST do for everything, without any other: to start, to migrate, to load, to be asked, to start again', async () => {
    await answerOf({ ...production, ...settings }, async (address) => {
      expect((await sendTo(`${address}/health/ready`, null)).status).toBe(200);
      expect(await countAt(address)).toBe(0);
      const load = await commandHere(['demo-data', '--enterprises', '20'], { ...common, ...settings });
      expect([load.code, load.out + load.err]).toEqual([
        0,
        expect.stringContaining('20 enterprises are loaded'),
      ]);
      expect(await countAt(address)).toBeGreaterThanOrEqual(20);
    });
    // what serves has no use for the login that migrates, once that is done
    const { MIGRATION_DATABASE_URL: _, ...served } = settings;
    await answerOf({ ...production, ...served }, async (address) => {
      expect(await countAt(address)).toBeGreaterThanOrEqual(20);
      const { port } = new URL(address);
      const doctor = await commandHere(['doctor'], { ...production, ...served, PORT: port });
      expect(doctor.code).toBe(0);
      const says = [
        /✓ .*REGISTRY_DATABASE_URL: .* is up to date/,
        /· .*OneMatter is running at 127.* and is ready/,
        /✓ .*the clock of .* agrees/,
        /✓ .*allows \d+ connections, \d+ are needed/,
        /· .*the lag of standbys of .* is not known/,
        /Nothing is wrong\.$/m,
      ];
      for (const each of says) expect(doctor.out).toMatch(each);
    });
  });

  test.each([
    ['SELECT FROM credit.dishonesty_listing'],
    ['SET ROLE onematter_credit'],
    ['DELETE FROM registry.journal'],
    ['DELETE FROM registry.migration'],
    ['CREATE TABLE registry.mine ()'],
    ['CREATE SCHEMA mine'],
    ['CREATE ROLE mine'],
  ])('that of registry MUST NOT be good for: %s', async (statement) => {
    await expect(query(settings.REGISTRY_DATABASE_URL ?? '', statement)).rejects.toThrow('permission denied');
  });

  test('one for all MUST be refused in production and warned of elsewhere, by whatever it is all', async () => {
    const states = async (url: string, env: Record<string, string>) => {
      const given = { ...env, DATABASE_URL: url };
      const read = readSettings(given);
      const plans = [planOfStart(read), planOfPart(registry)];
      const all = await Promise.all(plans.map((plan) => checkPlan(read, given, plan)));
      const shared = (findings: (typeof all)[number]) =>
        findings.filter(({ says }) => says.en.includes('is shared'));
      return all.map((findings) => shared(findings).map(({ state }) => state));
    };
    for (const url of [at('owned', 'postgres', new URL(server.url).password), at('owned', 'owner')]) {
      expect(await states(url, production)).toEqual([['wrong'], ['wrong']]);
      expect(await states(url, common)).toEqual([['warning'], ['warning']]);
    }
    const own = settings.REGISTRY_DATABASE_URL ?? '';
    expect((await states(own, production))[1]).toEqual([]);
  });

  test('known from the settings MUST keep their names, and their passwords stand in the script only as the database keeps them', () => {
    const own = (name: string) => `postgres://${name}_login:known%20secret@db-${name}:5432/onematter`;
    const known = Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, own(name)]));
    const sql = loginsSql(names, readSettings({ ...known, MIGRATION_DATABASE_URL: own('migrator') }));
    expect(sql).not.toMatch(/known.{0,3}secret|^-- \w+=/m);
    expect(sql.match(/SCRAM-SHA-256\$4096:/g)?.length).toBe(names.length + 1);
    for (const name of names) expect(sql).toContain(`GRANT onematter_${name} TO ${name}_login;`);
    // with a database each, each is told who migrates it
    const apart = loginsSql(names, readSettings(known));
    for (const name of names)
      expect(apart).toMatch(
        new RegExp(`^-- ${name.toUpperCase()}_MIGRATION_DATABASE_URL=.*@db-${name}:5432/`, 'm'),
      );
  });
});

test('another login MUST be refused what is not its own', async () => {
  await asAdministrator(
    'owned',
    'DELETE FROM registry.migration',
    'GRANT SELECT ON registry.migration TO plain',
  );
  await expect(migrate([registry], () => at('owned', 'plain'))).rejects.toThrow(
    /^The login plain lacks .*the ownership of the schema registry/,
  );
});
