import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines, version } from '../package.json';
import { subgraphs } from '../subgraphs';
import { namedUrl } from '../subgraphs/databases';
import { readSettings, type Environment, type Settings } from '../subgraphs/kernel';
import { withClient } from './checks/databases';
import { found, note, well, type Finding } from './checks/finding';
import { checkKeySets } from './checks/keys';
import { namedLogins, type NamedLogin } from './checks/logins';
import { checkPort } from './checks/machine';
import { checkPlan, planOfStart } from './checks/ready';
import { reasonOf } from './checks/reason';
import { checkServer } from './checks/server';
import { checkSettings, subgraphNames } from './checks/settings';
import { KeysUnreachable, NodeUnsupported, NotAllReady, PartUnreachable } from './errors';
import { loginsSql } from './logins-sql';
import { both } from './words';

const LONGEST_MS = 5_000;
const MARKS = { well: '✓', note: '·', warning: '!', wrong: '✗' };

export interface DoctorOptions {
  json: boolean;
  sql: boolean;
}

/** `onematter doctor`: looks at all that a start needs and changes nothing; ends with 1 if something is wrong. */
export async function doctor({ json, sql }: DoctorOptions, env: Environment): Promise<number> {
  if (sql) return printLogins(env);
  const findings = await examine(env);
  const wrong = findings.filter(({ state }) => state === 'wrong').length;
  process.stdout.write(json ? `${JSON.stringify(findings.map(flat), null, 2)}\n` : page(findings, wrong));
  return wrong === 0 ? 0 : 1;
}

/** What an administrator runs where the service may not create roles. */
function printLogins(env: Environment): number {
  const names = subgraphNames();
  // it comes before what production needs
  const settings = readSettings({ ...env, NODE_ENV: undefined }, names);
  process.stdout.write(loginsSql(names, settings));
  return 0;
}

const flat = ({ state, says: { zh, en } }: Finding) => ({ state, zh: ended(zh, '。'), en: ended(en, '.') });

/** One finding a line, and how many are wrong. */
function page(findings: readonly Finding[], wrong: number): string {
  const lines = findings.map(flat).map(({ state, zh, en }) => `${MARKS[state]} ${both(zh, en)}`);
  const sum =
    wrong === 0
      ? both('没有问题。', 'Nothing is wrong.')
      : both(`有 ${wrong} 个问题。`, `${wrong} of these are wrong.`);
  return `${[...lines, sum].join('\n')}\n`;
}

const ended = (sentence: string, stop: string) => (sentence.endsWith(stop) ? sentence : `${sentence}${stop}`);

async function examine(env: Environment): Promise<Finding[]> {
  const ofSettings = checkSettings(env);
  const node = checkNode();
  if (ofSettings.some(({ state }) => state === 'wrong')) return [node, ...ofSettings, NOT_LOOKED_AT];
  const settings = readSettings(env, subgraphNames());
  const plan = planOfStart(settings);
  const logins = namedLogins(
    settings,
    env,
    plan.definitions.map(({ name }) => name),
  );
  const groups = await Promise.all([
    checkPlan(settings, env, plan, lookAtPort),
    checkServers(logins),
    checkKeys(settings),
    checkKeySets(env, logins, subgraphNames()),
    settings.subgraphs === 'remote' ? checkParts(settings) : [],
  ]);
  const embedded = plan.definitions.some(({ name }) => namedUrl(settings, name) === null);
  const all = [
    node,
    well('设置均可用', 'the settings are all right'),
    ...groups.flat(),
    ...(embedded ? [embeddedAt(settings.dataDir)] : []),
  ];
  // what is found on two ways is said once
  return [...new Map(all.map((finding) => [finding.says.en, finding])).values()];
}

const NOT_LOOKED_AT = note('设置有误，其余各项未检查', 'with wrong settings nothing else was looked at');

/** A port that OneMatter itself has is well taken. */
async function lookAtPort(host: string, port: number): Promise<Finding> {
  const free = await checkPort(host, port);
  if (free.state === 'well') return free;
  const address = `http://${host}:${port}/health/ready`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) }).catch(() => null);
  const health = (await answer?.json().catch(() => null)) as Health | null | undefined;
  if (!health?.subgraphs) return free;
  const ready = health.status === 'ready';
  const parts = Object.entries(health.subgraphs).filter(([, state]) => state !== 'ready');
  const named = parts.map(([name, state]) => `${name}: ${state}`).join(', ');
  return ready
    ? note(
        `${host}:${port} 上已有一件事在运行，一切就绪`,
        `OneMatter is running at ${host}:${port} and is ready`,
      )
    : found(NotAllReady({ address: `${host}:${port}`, got: named || String(health.status) }));
}

interface Health {
  status: unknown;
  subgraphs?: Record<string, string>;
}

function checkNode(): Finding {
  // a prerelease or an odd line is what package.json does not take
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const least: Record<number, number> = { 20: 19, 22: 13 };
  const supported = major > 24 || (major === 24 && minor >= 11) || minor >= (least[major] ?? Infinity);
  return supported
    ? well(
        `一件事 ${version}，Node ${process.versions.node}`,
        `OneMatter ${version}, Node ${process.versions.node}`,
      )
    : found(NodeUnsupported({ allowed: engines.node, got: process.versions.node }));
}

/** What each server is like, by a login that it admits; of one that admits none it was said why. */
async function checkServers(logins: readonly NamedLogin[]): Promise<Finding[]> {
  const servers = new Map<string, NamedLogin[]>();
  for (const login of logins.filter(({ serves }) => serves.length > 0)) {
    const server = new URL(login.url).host;
    servers.set(server, [...(servers.get(server) ?? []), login]);
  }
  const all = [...servers.values()].map(async (here) => {
    const count = new Set(here.flatMap(({ serves }) => serves)).size;
    const [first] = here;
    return first ? withClient(first, (client) => checkServer(client, first.url, count)) : [];
  });
  return (await Promise.all(all)).flat();
}

async function checkKeys({ jwksUrl }: Settings): Promise<Finding[]> {
  if (jwksUrl === null) return [];
  try {
    const answer = await fetch(jwksUrl, { signal: AbortSignal.timeout(LONGEST_MS) });
    const { keys } = (await answer.json()) as { keys?: unknown[] };
    if (!keys?.length) throw new Error(`it answered ${answer.status} without keys`);
    return [well(`身份提供方有 ${keys.length} 个公钥`, `the identity provider has ${keys.length} keys`)];
  } catch (error) {
    return [found(KeysUnreachable({ setting: 'JWKS_URL', got: jwksUrl, reason: reasonOf(error) }))];
  }
}

async function checkParts(settings: Settings): Promise<Finding[]> {
  return Promise.all(
    subgraphs.map(async ({ name, port }) => {
      const url = settings.urlOf(name, port);
      try {
        const answer = await fetch(new URL('/health/ready', url), {
          signal: AbortSignal.timeout(LONGEST_MS),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return well(`子图 ${name} 就绪`, `the subgraph ${name} is ready`);
      } catch (error) {
        const setting = `${name.toUpperCase()}_URL`;
        return found(PartUnreachable({ subgraph: name, setting, got: url, reason: reasonOf(error) }));
      }
    }),
  );
}

/** It is not started to be looked at. */
function embeddedAt(dataDir: string): Finding {
  const folder = join(dataDir, 'postgres');
  if (!existsSync(folder))
    return note('内嵌数据库将在首次启动时建立', 'the embedded PostgreSQL is made at the first start');
  const of = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  return note(
    `内嵌数据库（PostgreSQL ${of}）在 ${folder}，其结构在启动时升级，此处未查看`,
    `the embedded PostgreSQL ${of} is in ${folder}; it is migrated at each start and was not looked into`,
  );
}
