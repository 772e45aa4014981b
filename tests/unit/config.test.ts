import { readConfig, settings } from '../../subgraphs/kernel';
import { testFolder } from '../support/folder';

const KEY = 'a gateway key of the test, 32 characters or more';
const DATA_DIR = testFolder();
const set = (env: Record<string, string>) =>
  readConfig({ DATA_DIR, GATEWAY_KEY: KEY, DATA_KEY: KEY, ...env });
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://u:p@db/onematter',
  JWKS_URL: 'https://id.example/jwks',
};
const messageOf = (env: Record<string, string>): string => {
  try {
    set(env);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
};

describe('the settings', () => {
  test('unset, they MUST be what docs/configuration.md says', () => {
    expect(set({})).toMatchObject({
      port: undefined,
      host: '127.0.0.1',
      databaseUrl: null,
      subgraphs: 'local',
      demoData: true,
      jwksUrl: null,
      jwksFile: null,
      revokedFile: null,
      tokenIssuer: 'onematter',
      tokenAudience: 'onematter',
      databaseWaitMs: 2500,
      subgraphTimeoutMs: 4000,
      logLevel: 'info',
      accessLog: true,
      corsOrigins: [],
      sandbox: true,
      introspection: true,
      production: false,
    });
  });

  test('set, they MUST be read', () => {
    const config = set({
      PORT: '4100',
      CORS_ORIGINS: 'https://a.example,https://b.example:8443',
      SANDBOX: 'off',
      INTROSPECTION: 'off',
      REGISTRATION_SOURCES: 'one,two-2',
      REGISTRY_DATABASE_URL: 'postgresql://u@db/registry',
      REGISTRY_URL: 'http://registry:4001/graphql',
    });
    expect(config).toMatchObject({
      port: 4100,
      sandbox: false,
      introspection: false,
      registrationSources: ['one', 'two-2'],
    });
    expect(config.corsOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
    expect([config.databaseUrlOf('registry'), config.databaseUrlOf('credit')]).toEqual([
      'postgresql://u@db/registry',
      null,
    ]);
    expect(config.urlOf('registry', 1)).toBe('http://registry:4001/graphql');
    expect(config.urlOf('credit', 4006)).toBe('http://127.0.0.1:4006/graphql');
    expect(new TextDecoder().decode(config.gatewayKey)).toBe(KEY);
  });

  test('an empty text MUST count as unset, as docker compose passes it', () => {
    expect(set({ PORT: '', DATABASE_URL: '', SANDBOX: '' })).toMatchObject({
      port: undefined,
      databaseUrl: null,
      sandbox: true,
    });
  });

  const wrong: [name: string, value: string][] = [
    ['PORT', 'four thousand'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '99999'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://u@db/x'],
    ['MIGRATION_DATABASE_URL', 'postgres://db'],
    ['SUBGRAPHS', 'both'],
    ['DEMO_DATA', 'true'],
    ['JWKS_URL', 'ftp://id/jwks'],
    ['JWKS_FILE', ' '],
    ['REVOKED_FILE', ' '],
    ['SUPERGRAPH_FILE', ' '],
    ['TOKEN_ISSUER', ' '],
    ['TOKEN_AUDIENCE', ' '],
    ['GATEWAY_KEY', 'short'],
    ['PUBLIC_KEYS', 'gateway'],
    ['DATA_KEY', 'short'],
    ['OLD_DATA_KEYS', 'a key of thirty-two characters or more'],
    ['SIGNING_KEY', 'short'],
    ['OLD_SIGNING_KEYS', 'a key of thirty-two characters or more'],
    ['TRUSTED_PROXIES', 'the proxy'],
    ['REGISTRATION_SOURCES', 'one, two'],
    ['LEGAL_RULES_FILE', ' '],
    ['EMPOWERMENTS_FILE', ' '],
    ['HOLIDAYS_FILE', ' '],
    ['ASSESSMENT_MODELS_FILE', ' '],
    ['DATABASE_WAIT_MS', '3s'],
    ['SUBGRAPH_TIMEOUT_MS', '4s'],
    ['OPERATION_TIMEOUT_MS', '10s'],
    ['COST_LIMIT', '0'],
    ['ANSWER_ROWS', '10'],
    ['ANSWER_BYTES', '1GB'],
    ['PUBLIC_POINTS', '-1'],
    ['AGENCY_POINTS', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['ACCESS_LOG', 'yes'],
    ['CORS_ORIGINS', '*'],
    ['GATEWAY_PEERS', 'gateway-2:9464'],
    ['CORS_ORIGINS', 'https://a.example, https://b.example'],
    ['SANDBOX', 'ON'],
    ['INTROSPECTION', '0'],
    ['HSTS_SECONDS', 'a year'],
    ['METRICS_PORT', '0'],
    ['DRAIN_MS', '-1'],
  ];
  test.each(wrong)('a wrong %s (%s) MUST be refused at start, by name', (name, value) => {
    expect(messageOf({ [name]: value })).toContain(`The setting ${name} must`);
  });

  test('no setting MUST be without a wrong value that is tried here, or lie on the subgraphs’ own', () => {
    const tried = new Set([
      ...wrong.map(([name]) => name),
      '<SUBGRAPH>_URL',
      '<SUBGRAPH>_DATABASE_URL',
      '<SUBGRAPH>_MIGRATION_DATABASE_URL',
      '<SUBGRAPH>_KEY',
      '<SUBGRAPH>_DATA_KEY',
      '<SUBGRAPH>_OLD_DATA_KEYS',
      'DATA_DIR',
    ]);
    const checked = settings.filter(({ holds }) => holds).map(({ name }) => name);
    expect(settings.length - checked.length).toBe(0);
    expect(checked.filter((name) => !tried.has(name))).toEqual([]);
  });

  test('a wrong setting of one subgraph MUST be refused by its own name', () => {
    const config = set({
      REGISTRY_URL: 'registry:4001',
      REGISTRY_DATABASE_URL: 'registry',
      REGISTRY_MIGRATION_DATABASE_URL: 'registry',
      REGISTRY_KEY: 'registry',
      TRAINING_DATA_KEY: 'short',
      REGISTRY_OLD_DATA_KEYS: 'short',
    });
    expect(() => config.urlOf('registry', 1)).toThrow('The setting REGISTRY_URL must');
    expect(() => config.pairOf('registry', 'credit')).toThrow('The setting REGISTRY_KEY must');
    expect(() => config.databaseUrlOf('registry')).toThrow('The setting REGISTRY_DATABASE_URL must');
    expect(() => config.migrationUrlOf('registry')).toThrow(
      'The setting REGISTRY_MIGRATION_DATABASE_URL must',
    );
    expect(() => config.dataKeysOf('training')).toThrow('The setting TRAINING_DATA_KEY must');
    expect(() => config.dataKeysOf('registry')).toThrow('The setting REGISTRY_OLD_DATA_KEYS must');
  });

  test('all that is wrong MUST be refused at once, each in both languages', () => {
    const lines = messageOf({ PORT: 'x', SANDBOX: 'yes', DATABASE_URL: 'db' }).split('\n');
    expect(
      lines.map((line) => /^The setting (\w+) must be .+\. .*\p{Script=Han}.*。$/u.exec(line)?.[1]),
    ).toEqual(['PORT', 'DATABASE_URL', 'SANDBOX']);
  });

  test.each([
    ['GATEWAY_KEY', 'hunter2-is-too-short'],
    ['DATABASE_URL', 'postgres//u:hunter2@db/onematter'],
  ])('a wrong %s MUST be refused without printing the secret that it holds', (name, value) => {
    expect(messageOf({ [name]: value })).toContain(name);
    expect(messageOf({ [name]: value })).not.toContain('hunter2');
  });
});

describe('in production', () => {
  test('with all that it needs it MUST start, without demo data', () => {
    expect(set(PRODUCTION)).toMatchObject({ production: true, demoData: false });
    expect(set({ ...PRODUCTION, JWKS_URL: '', JWKS_FILE: '/etc/jwks.json' })).toMatchObject({
      jwksFile: '/etc/jwks.json',
    });
  });

  test.each([
    ['GATEWAY_KEY', 'GATEWAY_KEY'],
    ['DATA_KEY', 'DATA_KEY'],
    ['JWKS_URL', 'JWKS_URL or JWKS_FILE'],
    ['DATABASE_URL', 'DATABASE_URL'],
  ])('without %s it MUST be refused: no development key, no embedded database', (name, named) => {
    expect(messageOf({ ...PRODUCTION, [name]: '' })).toContain(
      `In production these settings are needed, development keys are refused: ${named}. `,
    );
  });

  test('all that is missing MUST be named at once', () => {
    expect(messageOf({ NODE_ENV: 'production', GATEWAY_KEY: '', DATA_KEY: '' })).toContain(
      'GATEWAY_KEY, DATA_KEY, JWKS_URL or JWKS_FILE, DATABASE_URL',
    );
  });

  test('a data key of the subgraph’s own MUST do, for it alone; what was for all is read', () => {
    const own = 'x'.repeat(32);
    const config = set({ ...PRODUCTION, DATA_KEY: '', TRAINING_DATA_KEY: own });
    expect(() => config.dataKeysOf('credit')).toThrow('CREDIT_DATA_KEY or DATA_KEY');
    const { current, all } = set({ ...PRODUCTION, TRAINING_DATA_KEY: own }).dataKeysOf('training');
    expect(new TextDecoder().decode(current.bytes)).toBe(own);
    expect(all).toHaveLength(2);
  });

  test('demo data MUST be refused', () => {
    expect(messageOf({ ...PRODUCTION, DEMO_DATA: 'on' })).toContain('The setting DEMO_DATA must');
  });

  test.each([
    ['a part whose subgraph has a database of its own', { REGISTRY_DATABASE_URL: 'postgres://u@a/r' }],
    ['a gateway alone, which has no business with any', { SUBGRAPHS: 'remote' }],
  ])('%s MUST start without DATABASE_URL', (_, env) => {
    expect(messageOf({ ...PRODUCTION, DATABASE_URL: '', ...env })).toBe('nothing was refused');
  });
});
