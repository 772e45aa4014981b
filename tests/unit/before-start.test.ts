import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkPlan, planOfPart, planOfStart, planOfWork, type Plan } from '../../cli/checks/ready';
import { checkSettings, subgraphNames } from '../../cli/checks/settings';
import { subgraphs } from '../../subgraphs';
import { readSettings, settingNames } from '../../subgraphs/kernel';
import { commandHere } from '../support/command-here';
import { testFolder } from '../support/folder';
import { ROOT } from '../support/sources';

const folder = testFolder();
const away = join(folder, 'away');
mkdirSync(away);
const names = subgraphs.map(({ name }) => name);
const SECRET = 'hunter2';

const surroundings = { SANDBOX: 'off', PORT: '0' };

/** In an empty folder, with nothing of this environment. */
async function run(args: readonly string[], env: Record<string, string>) {
  const { code, out, err } = await commandHere(args, { ...surroundings, ...env }, away);
  return { status: code, stdout: out, lines: err.trimEnd().split('\n') };
}

/** The same by a process of its own. */
function spawned(args: readonly string[], env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'cli/onematter.cjs'), ...args], {
    cwd: away,
    env: { PATH, HOME, ...surroundings, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

describe('settings', () => {
  test('all that are wrong, missing or misspelt MUST be refused at once, by name, in both languages, without a secret', () => {
    const { status, stdout, lines } = spawned(['start'], {
      PORT: 'x',
      REGISTRY_URL: 'registry',
      CREDIT_DATABASE_URL: `db:${SECRET}`,
      GATEWAY_KEY: SECRET,
      NODE_ENV: 'production',
      DEMO_DATA: 'on',
      DATABSE_URL: `postgres://u:${SECRET}@db/onematter`,
      ONEMATTER_SANDBOX: 'off',
      PARKS_DATABASE_URL: SECRET,
    });
    expect({ status, stdout, made: readdirSync(away) }).toEqual({ status: 1, stdout: '', made: [] });
    const said = /^OneMatter cannot start: (.+\.) .*\p{Script=Han}.*。$/u;
    expect(lines.map((line) => said.exec(line)?.[1]).sort()).toEqual([
      'In production these settings are needed, development keys are refused: DATA_KEY, JWKS_URL or JWKS_FILE.',
      'The setting CREDIT_DATABASE_URL must be an address such as postgres://user:password@host:5432/database, but got: 10 characters (a secret).',
      'The setting DEMO_DATA must be off in production, but got: on.',
      'The setting GATEWAY_KEY must be 32 characters or more (openssl rand -base64 32 makes some), but got: 7 characters (a secret).',
      'The setting PORT must be a whole number from 0 to 65535, but got: x.',
      'The setting REGISTRY_URL must be an address that begins with http:// or https://, but got: registry.',
      'There is no setting DATABSE_URL; if DATABASE_URL is meant, correct it, else take it out of the environment.',
      'There is no setting ONEMATTER_SANDBOX; if SANDBOX is meant, correct it, else take it out of the environment.',
      'There is no setting PARKS_DATABASE_URL: take it out of the environment; docs/configuration.md has those that there are.',
    ]);
  });

  test('each command that reads them MUST refuse them, too', async () => {
    const { status, lines } = await run(['token', '--department', 'FIRE_RESCUE', '--region', '430682'], {
      DATA_DRI: away,
    });
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^There is no setting DATA_DRI; if DATA_DIR is meant/)]);
    expect(readdirSync(away)).toEqual([]);
  });
});

describe('what a command needs', () => {
  const aFile = join(folder, 'file');
  writeFileSync(aFile, '{}');
  const noKey = join(folder, 'no-key');
  writeFileSync(noKey, JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }] }));
  const nobody = `postgres://onematter:${SECRET}@127.0.0.1:1/onematter`;
  const taken = createServer().listen(0, '127.0.0.1');
  beforeAll(() => once(taken, 'listening'));
  afterAll(() => taken.close());

  test('all that is in the way of a start MUST be told at once, with the setting and what was found, before anything is made', async () => {
    const { port } = taken.address() as AddressInfo;
    const { status, stdout, lines } = await run(['start'], {
      PORT: String(port),
      JWKS_FILE: '/nonesuch',
      LEGAL_RULES_FILE: away,
      DATA_DIR: join(aFile, 'x'),
      CREDIT_DATABASE_URL: nobody,
    });
    expect({ status, stdout, made: readdirSync(away) }).toEqual({ status: 1, stdout: '', made: [] });
    const said = /^OneMatter cannot start: (.+\.) .*\p{Script=Han}.*。$/u;
    expect(lines.map((line) => said.exec(line)?.[1]).sort()).toEqual([
      `The address 127.0.0.1:${port} cannot be listened at: another process listens there; change the setting PORT.`,
      'The database 127.0.0.1:1/onematter that the setting CREDIT_DATABASE_URL names cannot be reached: nothing listens there.',
      'The file /nonesuch that the setting JWKS_FILE names cannot be used: there is none.',
      `The file ${away} that the setting LEGAL_RULES_FILE names cannot be used: it is a folder.`,
      `The folder ${join(aFile, 'x')} that the setting DATA_DIR names cannot be used: it is no folder.`,
    ]);
  });

  test.each([
    'serve registry',
    'migrate',
    'demo-data',
    'import enterprises enterprises.csv --source s',
    'import --take-back enterprises-0123456789abcdef --reason r',
    'export dishonesty --to lists',
    'audit:verify',
  ])('%s MUST be refused before anything is made, too', async (command) => {
    const { status, stdout, lines } = await run(command.split(' '), { DATABASE_URL: nobody });
    expect({ status, stdout, made: readdirSync(away) }).toEqual({ status: 1, stdout: '', made: [] });
    expect(lines).toEqual([expect.stringContaining('the setting DATABASE_URL names cannot be reached')]);
    expect(lines.join('\n')).not.toContain(SECRET);
  });

  const keys = { GATEWAY_KEY: 'k'.repeat(32), DATA_KEY: 'k'.repeat(32), JWKS_URL: 'https://id.example/jwks' };
  const production = { ...keys, NODE_ENV: 'production', DATABASE_URL: nobody };
  const start = planOfStart(readSettings({}));
  const gateway = planOfPart(undefined);
  test.each<[what: string, plan: Plan, env: Record<string, string>, says: string]>([
    ['a file of keys that is no set of keys', gateway, { JWKS_FILE: aFile }, 'it holds no key set (JWKS)'],
    ['a file of keys of which none is one', gateway, { JWKS_FILE: noKey }, 'none of its keys can be used'],
    ['an address of another machine', gateway, { HOST: '192.0.2.1' }, 'change the setting HOST'],
    [
      'legal rules that are none',
      start,
      { LEGAL_RULES_FILE: aFile },
      'LEGAL_RULES_FILE names cannot be used',
    ],
    [
      'notices of holidays that are none',
      start,
      { HOLIDAYS_FILE: aFile },
      'HOLIDAYS_FILE names cannot be used',
    ],
    [
      'lists of empowered towns that are none',
      start,
      { EMPOWERMENTS_FILE: aFile },
      'EMPOWERMENTS_FILE names cannot be used',
    ],
    [
      'methods of assessment that are none',
      start,
      { ASSESSMENT_MODELS_FILE: aFile },
      'ASSESSMENT_MODELS_FILE names cannot be used',
    ],
    [
      'production without a key that a part needs',
      start,
      production,
      'these settings are needed, development keys are refused: SIGNING_KEY.',
    ],
    [
      'a database that is not made yet, for who only reads',
      planOfWork('reads'),
      {},
      'run onematter start first',
    ],
  ])('%s MUST be refused by name', async (_, plan, given, says) => {
    const env = { PORT: '0', SANDBOX: 'off', DATA_DIR: join(away, 'data'), ...given };
    const wrong = (await checkPlan(readSettings(env), env, plan)).filter(({ state }) => state === 'wrong');
    expect(wrong.map(({ says: { en } }) => en).join('\n')).toContain(says);
    expect(wrong.filter(({ says: { zh } }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
    expect(readdirSync(away)).toEqual([]);
  });
});

describe('doctor', () => {
  const KEY = 'k'.repeat(32);

  test('where all is well it MUST say so, one finding a line in both languages, end with 0 and make nothing', async () => {
    const { status, stdout, lines } = await run(['doctor'], {});
    expect({ status, lines, made: readdirSync(away) }).toEqual({ status: 0, lines: [''], made: [] });
    const found = stdout.trimEnd().split('\n');
    expect(found.pop()).toBe('没有问题。 Nothing is wrong.');
    expect(found.filter((line) => !/^[✓·] .*\p{Script=Han}.*。 .*[a-z].*\.$/u.test(line))).toEqual([]);
    expect(found.join('\n')).toMatch(
      /Node \d+.*settings are all right.*keys of development.*MB left.*is free.*the embedded PostgreSQL is made/s,
    );
  });

  test('all that is wrong MUST be told with what to do, as JSON, too, and end with 1; nothing of a secret', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    const at = `http://127.0.0.1:${port}/graphql`;
    const urlOf = (name: string) => `${name.toUpperCase()}_URL`;
    const { status, stdout } = await run(['doctor', '--json'], {
      ...Object.fromEntries(names.map((name) => [urlOf(name), at])),
      NODE_ENV: 'production',
      GATEWAY_KEY: KEY,
      DATA_KEY: KEY,
      SUBGRAPHS: 'remote',
      JWKS_URL: `http://127.0.0.1:${port}/jwks`,
      LEGAL_RULES_FILE: '/nonesuch',
    });
    expect({ status, made: readdirSync(away) }).toEqual({ status: 1, made: [] });
    const findings = JSON.parse(stdout) as { state: string; zh: string; en: string }[];
    const wrong = findings.filter(({ state }) => state === 'wrong');
    expect(wrong.filter(({ zh, en }) => !/\p{Script=Han}.*。$/u.test(zh) || !/^[A-Z].*\.$/.test(en))).toEqual(
      [],
    );
    expect(wrong.map(({ en }) => en).sort()).toEqual([
      `No keys can be had from http://127.0.0.1:${port}/jwks, which the setting JWKS_URL names: nothing listens there.`,
      'The file /nonesuch that the setting LEGAL_RULES_FILE names cannot be used: there is none.',
      ...[...names]
        .sort()
        .map(
          (name) =>
            `The subgraph ${name} is not ready at ${at}, which the setting ${urlOf(name)} names: nothing listens there.`,
        ),
    ]);
    expect(stdout).not.toContain(KEY);
  });

  test('with wrong settings it MUST say so, and that nothing else was looked at', async () => {
    const { status, stdout } = await run(['doctor'], { LOG_LEVEL: 'loud', DATABASE_ULR: SECRET });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^✗ .*if DATABASE_URL is meant.*\n✗ .*LOG_LEVEL must be.*\n· .*nothing else was looked at\.$/m,
    );
    expect(stdout.trimEnd()).toMatch(/有 2 个问题。 2 of these are wrong\.$/);
    expect(stdout).not.toContain(SECRET);
  });
});

describe('a name of the environment', () => {
  const known = settingNames(names);
  /** What is said of these names. */
  const saidOf = (list: readonly string[]) =>
    checkSettings(Object.fromEntries(list.map((name) => [name, 'x']))).map(({ says }) => says.en);
  /** A letter left out, doubled, or swapped with the next. */
  const slips = (name: string) =>
    [...name].flatMap((letter, at) => {
      const [before, after] = [name.slice(0, at), name.slice(at + 1)];
      return [
        before + after,
        before + letter + letter + after,
        before + after.slice(0, 1) + letter + after.slice(1),
      ];
    });

  test('the names of subgraphs MUST be known without loading them', () => {
    expect([...subgraphNames()].sort()).toEqual([...names].sort());
  });

  test.each(known)('every slip of %s MUST be named with what may be meant', (name) => {
    const wrongNames = slips(name).filter((slip) => !known.includes(slip));
    expect(wrongNames.length).toBeGreaterThan(5);
    const said = saidOf(wrongNames);
    const silent = wrongNames.filter(
      (slip) => !said.some((says) => says.startsWith(`There is no setting ${slip}; if `)),
    );
    expect(silent).toEqual([]);
  });

  test('what other programs set MUST be left alone', () => {
    const others =
      `PATH HOME PWD USER SHELL LANG TERM TZ HOSTNAME HOSTTYPE LOGNAME EDITOR MAIL CI NODE NODE_ENV NODE_OPTIONS
      INIT_CWD npm_config_user_agent npm_lifecycle_event npm_package_name KUBERNETES_PORT REGISTRY_PORT REGISTRY_SERVICE_HOST
      GATEWAY_PORT GATEWAY_SERVICE_PORT CREDIT_PORT_4006_TCP POSTGRES_PASSWORD PGHOST PGPORT DOCKER_HOST HTTP_PROXY https_proxy
      SSH_AUTH_SOCK XDG_DATA_DIRS REDIS_URL APP_URL`.split(/\s+/);
    expect(saidOf(others)).toEqual([]);
  });
});
