import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentKeys, type Config } from '../../subgraphs/kernel';

/** What a part needs to run as in production, which spares it the checks of development; the keys are those of development. */
export function productionSettings(
  { dataDir, ...config }: Config,
  databaseUrl: string,
): Record<string, string> {
  const { d: _, ...key } = developmentKeys(dataDir).tokenKey;
  const jwks = join(dataDir, 'bench-jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...key, kid: 'development', alg: 'EdDSA' }] }));
  const text = (secret: Uint8Array | null) => new TextDecoder().decode(secret ?? new Uint8Array());
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    JWKS_FILE: jwks,
    GATEWAY_KEY: text(config.gatewayKey),
    // the data of the benchmark are sealed with it
    DATA_KEY: text(config.dataKeysOf('').current.bytes),
    SIGNING_KEY: text(config.signingKey),
  };
}
