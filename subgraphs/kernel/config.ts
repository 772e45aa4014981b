import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type CatalogueError, type Words, alike, declareError } from './errors';
import { pairsOf, settingOfPart, type PairOf } from './pair';
import { keyRing, type DataKeys } from './sealing';
import { SettingInvalid, settingNames, settingOf } from './setting-names';

export const SettingsMissing = declareError(
  'SETTINGS_MISSING',
  '生产环境不用开发密钥和内嵌数据库，须给出设置 {needed:words}。',
  'In production these settings are needed, development keys are refused: {needed:words}.',
);

/** A key that signs no more. */
export interface OldKey {
  key: Uint8Array;
  /** The last day on which its public key is published. */
  until: string;
}

/** The environment as it was given to the command. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  port: number | undefined;
  host: string;
  databaseUrl: string | null;
  databaseUrlOf: (subgraph: string) => string | null;
  /** For migrations, where another login runs them. */
  migrationUrlOf: (subgraph: string) => string | null;
  dataDir: string;
  subgraphs: 'local' | 'remote';
  urlOf: (subgraph: string, port: number) => string;
  demoData: boolean;
  jwksUrl: string | null;
  jwksFile: string | null;
  revokedFile: string | null;
  supergraphFile: string | null;
  tokenIssuer: string;
  tokenAudience: string;
  gatewayKey: Uint8Array;
  /** What two parts sign with that call each other. */
  pairOf: PairOf;
  /** @throws SettingsMissing where production has none for it */
  dataKeysOf: (subgraph: string) => DataKeys;
  signingKey: Uint8Array | null;
  oldSigningKeys: readonly OldKey[];
  longestWaitMs: number;
  trustedProxies: readonly string[];
  registrationSources: readonly string[];
  legalRulesFile: string | null;
  empowermentsFile: string | null;
  holidaysFile: string | null;
  assessmentModelsFile: string | null;
  databaseWaitMs: number;
  subgraphTimeoutMs: number;
  operationTimeoutMs: number;
  costLimit: number;
  answerRows: number;
  answerBytes: number;
  publicPoints: number;
  agencyPoints: number;
  logLevel: string;
  accessLog: boolean;
  corsOrigins: readonly string[];
  hstsSeconds: number;
  metricsPort: number | null;
  /** Other gateways, which share the points of callers. */
  gatewayPeers: readonly string[];
  drainMs: number;
  sandbox: boolean;
  introspection: boolean;
  production: boolean;
}

/** The settings without the keys, of which those of development are made where none is set. */
export type Settings = Omit<Config, 'gatewayKey' | 'pairOf' | 'dataKeysOf' | 'signingKey'>;

/** All that is wrong with the settings. */
export class SettingsWrong extends Error {
  constructor(readonly problems: readonly CatalogueError[]) {
    super(problems.map(({ message }) => message).join('\n'));
  }
}

/** Reads the settings, and makes the keys of development that are wanting. */
export function readConfig(env: Environment): Config {
  const settings = readSettings(env);
  const key = (name: string) =>
    env[name] || (settings.production ? '' : developmentKeys(settings.dataDir).gatewayKey);
  const [gatewayKey, signingKey] = ['GATEWAY_KEY', 'SIGNING_KEY'].map((name) => bytes(key(name))) as [
    Uint8Array,
    Uint8Array,
  ];
  const pairOf = pairsOf({
    shared: key('GATEWAY_KEY'),
    own: (part) => valueOf(env, settingOfPart(part)),
    published: publicKeysIn(env),
  });
  // of a subgraph that has a key of its own: what only logs are masked with
  const logKey = gatewayKey.length > 0 ? gatewayKey : randomBytes(32);
  const ofSubgraph = (subgraph: string) => {
    const own = `${subgraph.toUpperCase()}_DATA_KEY`;
    const current = valueOf(env, own) || key('DATA_KEY');
    if (!current) throw SettingsMissing({ needed: oneOrOther([`${own}|DATA_KEY`]) });
    return keyRing(bytes(current), oldDataKeys(env, subgraph));
  };
  return {
    ...settings,
    gatewayKey: logKey,
    pairOf,
    dataKeysOf: ofSubgraph,
    signingKey: signingKey.length > 0 ? signingKey : null,
  };
}

/**
 * Reads the settings, of these subgraphs as well, and makes nothing. All that is wrong is refused at once, each setting by
 * its name, what it must be and what was got.
 */
export function readSettings(env: Environment, subgraphs: readonly string[] = []): Settings {
  const wrong = settingNames(subgraphs).flatMap((name) => wrongIn(env, name) ?? []);
  const missing = env.NODE_ENV === 'production' ? missingIn(env) : [];
  const problems = [
    ...wrong,
    ...(missing.length > 0 ? [SettingsMissing({ needed: oneOrOther(missing) })] : []),
  ];
  if (problems.length > 0) throw new SettingsWrong(problems);
  return settingsIn(env);
}

function settingsIn(env: Environment): Settings {
  const read = (name: string) => valueOf(env, name);
  const list = (name: string) => read(name).split(',').filter(Boolean);
  const of = (subgraph: string, name: string) => read(`${subgraph.toUpperCase()}_${name}`);
  return {
    port: env.PORT ? Number(read('PORT')) : undefined,
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL') || null,
    databaseUrlOf: (subgraph) => of(subgraph, 'DATABASE_URL') || null,
    migrationUrlOf: (subgraph) =>
      of(subgraph, 'MIGRATION_DATABASE_URL') || read('MIGRATION_DATABASE_URL') || null,
    dataDir: resolve(read('DATA_DIR')),
    subgraphs: read('SUBGRAPHS') as 'local' | 'remote',
    urlOf: (subgraph, port) => of(subgraph, 'URL').replace('<port>', String(port)),
    demoData: read('DEMO_DATA') === 'on',
    jwksUrl: read('JWKS_URL') || null,
    jwksFile: read('JWKS_FILE') || null,
    revokedFile: read('REVOKED_FILE') || null,
    supergraphFile: read('SUPERGRAPH_FILE') || null,
    tokenIssuer: read('TOKEN_ISSUER'),
    tokenAudience: read('TOKEN_AUDIENCE'),
    oldSigningKeys: read('OLD_SIGNING_KEYS').split(' ').filter(Boolean).map(oldKey),
    longestWaitMs: LONGEST_WAIT_MS,
    trustedProxies: list('TRUSTED_PROXIES'),
    registrationSources: list('REGISTRATION_SOURCES'),
    legalRulesFile: read('LEGAL_RULES_FILE') || null,
    empowermentsFile: read('EMPOWERMENTS_FILE') || null,
    holidaysFile: read('HOLIDAYS_FILE') || null,
    assessmentModelsFile: read('ASSESSMENT_MODELS_FILE') || null,
    databaseWaitMs: Number(read('DATABASE_WAIT_MS')),
    subgraphTimeoutMs: Number(read('SUBGRAPH_TIMEOUT_MS')),
    operationTimeoutMs: Number(read('OPERATION_TIMEOUT_MS')),
    costLimit: Number(read('COST_LIMIT')),
    answerRows: Number(read('ANSWER_ROWS')),
    answerBytes: Number(read('ANSWER_BYTES')),
    publicPoints: Number(read('PUBLIC_POINTS')),
    agencyPoints: Number(read('AGENCY_POINTS')),
    logLevel: read('LOG_LEVEL'),
    accessLog: read('ACCESS_LOG') === 'on',
    corsOrigins: list('CORS_ORIGINS'),
    gatewayPeers: list('GATEWAY_PEERS'),
    hstsSeconds: Number(read('HSTS_SECONDS')),
    metricsPort: env.METRICS_PORT ? Number(read('METRICS_PORT')) : null,
    drainMs: Number(read('DRAIN_MS')),
    sandbox: read('SANDBOX') === 'on',
    introspection: read('INTROSPECTION') === 'on',
    production: env.NODE_ENV === 'production',
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** Before a subgraph had one of its own, its data were sealed with the one for all. */
function oldDataKeys(env: Environment, subgraph: string): Uint8Array[] {
  const prefix = subgraph.toUpperCase();
  const stated = [`${prefix}_OLD_DATA_KEYS`, 'OLD_DATA_KEYS'].flatMap((name) =>
    valueOf(env, name).split(' '),
  );
  const before = env[`${prefix}_DATA_KEY`] ? valueOf(env, 'DATA_KEY') : '';
  return [...stated, before].filter(Boolean).map(bytes);
}

function oldKey(stated: string): OldKey {
  const at = stated.lastIndexOf('@');
  return { key: bytes(stated.slice(0, at)), until: stated.slice(at + 1) };
}

/** Below the time after which the gateway ends an operation. */
const LONGEST_WAIT_MS = 8_000;

/** What a setting is set to, or what it is if it is not; an empty text counts as unset, as docker compose passes it. */
function valueOf(env: Environment, name: string): string {
  const wrong = wrongIn(env, name);
  if (wrong) throw wrong;
  const { fallback, inProduction } = settingOf(name);
  return env[name] || (inProduction && env.NODE_ENV === 'production' ? 'off' : fallback);
}

function wrongIn(env: Environment, name: string): CatalogueError | undefined {
  const { holds, must, secret, inProduction } = settingOf(name);
  const value = env[name] ?? '';
  if (value === '') return undefined;
  const got = secret
    ? { zh: `${value.length} 个字符（保密）`, en: `${value.length} characters (a secret)` }
    : alike(value);
  if (!holds.test(value)) return SettingInvalid({ setting: name, must, got });
  if (env.NODE_ENV === 'production' && inProduction?.test(value) === false)
    return SettingInvalid({ setting: name, must: OFF_IN_PRODUCTION, got });
  return undefined;
}

const OFF_IN_PRODUCTION = { zh: ' off（生产环境）', en: 'off in production' };

/** `JWKS_URL|JWKS_FILE` is the one or the other. */
function oneOrOther(names: readonly string[]): Words {
  return {
    zh: names.join('、').replaceAll('|', ' 或 '),
    en: names.join(', ').replaceAll('|', ' or '),
  };
}

/** In production nothing is made up: neither a key nor a database. */
function missingIn(env: Environment): string[] {
  const local = env.SUBGRAPHS !== 'remote';
  const has = (end: RegExp) => Object.keys(env).some((name) => end.test(name) && env[name]);
  return [
    ...(env.GATEWAY_KEY || env.PUBLIC_KEYS ? [] : ['GATEWAY_KEY']),
    ...(local && !has(/(^|_)DATA_KEY$/) ? ['DATA_KEY'] : []),
    ...(env.JWKS_URL || env.JWKS_FILE ? [] : ['JWKS_URL|JWKS_FILE']),
    ...(local && !has(/DATABASE_URL$/) ? ['DATABASE_URL'] : []),
  ];
}

function publicKeysIn(env: Environment): ReadonlyMap<string, string> {
  const stated = valueOf(env, 'PUBLIC_KEYS').split(',').filter(Boolean);
  return new Map(stated.map((each) => each.split('=') as [string, string]));
}

interface DevelopmentKeys {
  gatewayKey: string;
  /** Ed25519, as JWK: signs the tokens of `npm run token` and of the sandbox’s personas. */
  tokenKey: Record<string, string>;
}

/** Keys for development, made once and kept under DATA_DIR: never part of the repository. */
export function developmentKeys(dataDir: string): DevelopmentKeys {
  const file = join(dataDir, 'development-keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const tokenKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const made = JSON.stringify({ gatewayKey: randomBytes(32).toString('base64url'), tokenKey }, null, 2);
    // whole, then in place: another process sees all of it or nothing
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, made, { mode: 0o600 });
    try {
      linkSync(whole, file);
    } catch (error) {
      // another process has made them a moment ago: its keys count
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(whole);
    }
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DevelopmentKeys;
  } catch (error) {
    throw new Error(
      `${file} holds no development keys (delete it, and new ones are made): ${(error as Error).message}`,
    );
  }
}
