import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { subgraphs } from '../../subgraphs';
import { developmentKeys, roleOf, type Config } from '../../subgraphs/kernel';

const PASSWORD = 'bench';

/** What a part needs to run as in production, which spares it the checks of development; the keys are those of development. */
export function productionSettings(
  { dataDir, ...config }: Config,
  logins: Readonly<Record<string, string>>,
): Record<string, string> {
  const { d: _, ...key } = developmentKeys(dataDir).tokenKey;
  const jwks = join(dataDir, 'bench-jwks.json');
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...key, kid: 'development', alg: 'EdDSA' }] }));
  const text = (secret: Uint8Array | null) => new TextDecoder().decode(secret ?? new Uint8Array());
  return {
    NODE_ENV: 'production',
    ...logins,
    JWKS_FILE: jwks,
    GATEWAY_KEY: text(config.gatewayKey),
    // the data of the benchmark are sealed with it
    DATA_KEY: text(config.dataKeysOf('').current.bytes),
    SIGNING_KEY: text(config.signingKey),
  };
}

/** A login for each subgraph and one for migrations, as production wants them: the settings that name them. */
export async function ownLogins(superuserUrl: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const urls: [string, string][] = [['MIGRATION_DATABASE_URL', superuserUrl]];
    for (const { name } of subgraphs) {
      const url = Object.assign(new URL(superuserUrl), { username: roleOf(name), password: PASSWORD });
      await client.query(`ALTER ROLE ${roleOf(name)} LOGIN PASSWORD '${PASSWORD}'`);
      urls.push([`${name.toUpperCase()}_DATABASE_URL`, url.href]);
    }
    return Object.fromEntries(urls);
  } finally {
    await client.end();
  }
}
