import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';

/** One setting of the environment. docs/configuration.md is printed from this list. */
interface Setting {
  name: string;
  fallback: string;
  meaning: string;
  /** What a value must look like; a wrong one is refused at start, by name. */
  holds?: RegExp;
  /** Its value is not printed. */
  secret?: boolean;
  /** Must hold in production as well. */
  inProduction?: RegExp;
}

const URL_SHAPE = /^https?:\/\/\S+$/;
const DATABASE_SHAPE = /^postgres(ql)?:\/\/\S+$/;
const SWITCH = /^(on|off)$/;

export const settings: readonly Setting[] = [
  {
    name: 'PORT',
    fallback: '4000',
    meaning: 'Port of the gateway, or of the part that is served alone.',
    holds: /^(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
  },
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'Address to listen at.', holds: /^\S+$/ },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning: 'A PostgreSQL 15 or later. Unset: the embedded PostgreSQL under DATA_DIR.',
    holds: DATABASE_SHAPE,
    secret: true,
  },
  {
    name: '<SUBGRAPH>_DATABASE_URL',
    fallback: '',
    meaning: 'A database of the subgraph’s own, e.g. REGISTRY_DATABASE_URL.',
    holds: DATABASE_SHAPE,
    secret: true,
  },
  {
    name: 'DATA_DIR',
    fallback: './.data',
    meaning: 'Where the embedded PostgreSQL and the development keys are kept.',
    holds: /\S/,
  },
  {
    name: 'SUBGRAPHS',
    fallback: 'local',
    meaning: 'local: all subgraphs in this process; remote: each at its own address.',
    holds: /^(local|remote)$/,
  },
  {
    name: '<SUBGRAPH>_URL',
    fallback: 'http://127.0.0.1:<port>/graphql',
    meaning: 'Where a remote subgraph listens, e.g. REGISTRY_URL.',
    holds: URL_SHAPE,
  },
  {
    name: 'DEMO_DATA',
    fallback: 'on',
    meaning: 'on: an empty embedded database is filled with synthetic data at first start.',
    holds: SWITCH,
    inProduction: /^off$/,
  },
  {
    name: 'JWKS_URL',
    fallback: '',
    meaning: 'Where the public keys of the agencies’ identity provider are fetched.',
    holds: URL_SHAPE,
  },
  {
    name: 'JWKS_FILE',
    fallback: '',
    meaning: 'The same keys in a file. With neither, a development key is made and used.',
    holds: /\S/,
  },
  { name: 'TOKEN_ISSUER', fallback: 'onematter', meaning: 'The issuer that a token must name.', holds: /\S/ },
  {
    name: 'TOKEN_AUDIENCE',
    fallback: 'onematter',
    meaning: 'The audience that a token must name.',
    holds: /\S/,
  },
  {
    name: 'GATEWAY_KEY',
    fallback: '',
    meaning: 'Signs the caller for the subgraphs; 32 characters or more. Unset: a development key.',
    holds: /^.{32,}$/,
    secret: true,
  },
  {
    name: 'DATA_KEY',
    fallback: '',
    meaning:
      'Seals personal data at rest; 32 characters or more, never changed once there are data. Unset: a development key.',
    holds: /^.{32,}$/,
    secret: true,
  },
  {
    name: 'SIGNING_KEY',
    fallback: '',
    meaning:
      'Signs the feed of the lists; 32 characters or more; needed where credit is served. Unset: a development key.',
    holds: /^.{32,}$/,
    secret: true,
  },
  {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    meaning:
      'Addresses or networks, by comma, of the proxies whose X-Forwarded-For is believed when clients are told apart.',
    holds: /^[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*$/,
  },
  {
    name: 'REGISTRATION_SOURCES',
    fallback: 'registration-authority,synthetic-registration-authority',
    meaning:
      'Sources, by comma, that are the registration authority itself: a wrong check digit is accepted from them and flagged.',
    holds: /^[\w-]+(,[\w-]+)*$/,
  },
  {
    name: 'LEGAL_RULES_FILE',
    fallback: '',
    meaning: 'A JSON file of legal numbers that an operator has checked, in place of unverified ones.',
    holds: /\S/,
  },
  {
    name: 'SUBGRAPH_TIMEOUT_MS',
    fallback: '4000',
    meaning: 'How long the gateway waits for a remote subgraph.',
    holds: /^\d{2,6}$/,
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent.',
    holds: /^(fatal|error|warn|info|debug|trace|silent)$/,
  },
  {
    name: 'CORS_ORIGINS',
    fallback: '',
    meaning: 'Origins, by comma, whose pages may query. Unset: none but the gateway’s own.',
    holds: /^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/,
  },
  { name: 'SANDBOX', fallback: 'on', meaning: 'The sandbox at /.', holds: SWITCH },
  { name: 'INTROSPECTION', fallback: 'on', meaning: 'Introspection of the API schema.', holds: SWITCH },
];

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
    logLevel: read('LOG_LEVEL'),
    corsOrigins: list('CORS_ORIGINS'),
    sandbox: read('SANDBOX') === 'on',
    introspection: read('INTROSPECTION') === 'on',
    production,
  };
  if (production) refuseDevelopmentKeys(config, env);
  return config;
}

/** Below the time after which the gateway closes a connection on which nothing moves. */
const LONGEST_WAIT_MS = 10_000;

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
