import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import { settings } from './settings';

/** The environment as it was given to the command. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  port: number | undefined;
  host: string;
  databaseUrl: string | null;
  databaseUrlOf: (subgraph: string) => string | null;
  dataDir: string;
  subgraphs: 'local' | 'remote';
  urlOf: (subgraph: string, port: number) => string;
  demoData: boolean;
  jwksUrl: string | null;
  jwksFile: string | null;
  tokenIssuer: string;
  tokenAudience: string;
  gatewayKey: Uint8Array;
  dataKey: Uint8Array;
  signingKey: Uint8Array | null;
  longestWaitMs: number;
  trustedProxies: readonly string[];
  registrationSources: readonly string[];
  legalRulesFile: string | null;
  subgraphTimeoutMs: number;
  operationTimeoutMs: number;
  costLimit: number;
  publicPoints: number;
  agencyPoints: number;
  logLevel: string;
  corsOrigins: readonly string[];
  sandbox: boolean;
  introspection: boolean;
  production: boolean;
}

/** Reads the settings; a wrong one is refused with its name, what it must look like and what was got. */
export function readConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const read = (name: string, generic = name): string => {
    const setting = settings.find((each) => each.name === generic);
    if (!setting) throw new Error(`there is no setting ${name}`);
    const value = env[name] ?? '';
    if (value === '') return production && setting.inProduction ? 'off' : setting.fallback;
    if (setting.holds && !setting.holds.test(value))
      throw new Error(
        `The setting ${name} must match ${setting.holds.source}, but got: ${setting.secret ? `${value.length} characters (a secret)` : value}`,
      );
    if (production && setting.inProduction?.test(value) === false)
      throw new Error(
        `The setting ${name} must be ${setting.inProduction.source} in production, but got: ${value}`,
      );
    return value;
  };
  const list = (name: string) => read(name).split(',').filter(Boolean);
  const dataDir = isAbsolute(read('DATA_DIR')) ? read('DATA_DIR') : resolve(read('DATA_DIR'));
  const signingKey = read('SIGNING_KEY') || (production ? '' : developmentKeys(dataDir).gatewayKey);
  const config: Config = {
    port: env.PORT ? Number(read('PORT')) : undefined,
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL') || null,
    databaseUrlOf: (subgraph) =>
      read(`${subgraph.toUpperCase()}_DATABASE_URL`, '<SUBGRAPH>_DATABASE_URL') || null,
    dataDir,
    subgraphs: read('SUBGRAPHS') as 'local' | 'remote',
    urlOf: (subgraph, port) =>
      read(`${subgraph.toUpperCase()}_URL`, '<SUBGRAPH>_URL').replace('<port>', String(port)),
    demoData: read('DEMO_DATA') === 'on',
    jwksUrl: read('JWKS_URL') || null,
    jwksFile: read('JWKS_FILE') || null,
    tokenIssuer: read('TOKEN_ISSUER'),
    tokenAudience: read('TOKEN_AUDIENCE'),
    gatewayKey: new TextEncoder().encode(
      read('GATEWAY_KEY') || (production ? '' : developmentKeys(dataDir).gatewayKey),
    ),
    dataKey: new TextEncoder().encode(
      read('DATA_KEY') || (production ? '' : developmentKeys(dataDir).gatewayKey),
    ),
    signingKey: signingKey === '' ? null : new TextEncoder().encode(signingKey),
    longestWaitMs: LONGEST_WAIT_MS,
    trustedProxies: list('TRUSTED_PROXIES'),
    registrationSources: list('REGISTRATION_SOURCES'),
    legalRulesFile: read('LEGAL_RULES_FILE') || null,
    subgraphTimeoutMs: Number(read('SUBGRAPH_TIMEOUT_MS')),
    operationTimeoutMs: Number(read('OPERATION_TIMEOUT_MS')),
    costLimit: Number(read('COST_LIMIT')),
    publicPoints: Number(read('PUBLIC_POINTS')),
    agencyPoints: Number(read('AGENCY_POINTS')),
    logLevel: read('LOG_LEVEL'),
    corsOrigins: list('CORS_ORIGINS'),
    sandbox: read('SANDBOX') === 'on',
    introspection: read('INTROSPECTION') === 'on',
    production,
  };
  if (production) refuseDevelopmentKeys(config, env);
  return config;
}

/** Below the time after which the gateway ends an operation. */
const LONGEST_WAIT_MS = 8_000;

function refuseDevelopmentKeys(config: Config, env: Environment): void {
  const missing = [
    !env.GATEWAY_KEY && 'GATEWAY_KEY',
    config.subgraphs === 'local' && !env.DATA_KEY && 'DATA_KEY',
    !config.jwksUrl && !config.jwksFile && 'JWKS_URL or JWKS_FILE',
    config.subgraphs === 'local' &&
      !Object.keys(env).some((name) => name.endsWith('DATABASE_URL') && env[name]) &&
      'DATABASE_URL',
  ].filter((name): name is string => typeof name === 'string');
  if (missing.length > 0)
    throw new Error(
      `In production these settings are needed, development keys are refused: ${missing.join(', ')}`,
    );
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
