import type { Client } from 'pg';
import {
  CatalogueError,
  DataKeyWrong,
  GATEWAY,
  readConfig,
  sealingKey,
  settingOfPart,
  type Config,
  type Environment,
} from '../../subgraphs/kernel';
import { withClient } from './databases';
import { found, well, type Finding } from './finding';
import type { NamedLogin } from './logins';

const ANY = 'x'.repeat(32);
const NOT_LOOKED_AT = { GATEWAY_KEY: ANY, DATA_KEY: ANY, SIGNING_KEY: ANY };

/** Whether the keys of the parts that are set here go together, and the data keys open what was sealed. No key is made. */
export async function checkKeySets(
  env: Environment,
  logins: readonly NamedLogin[],
  names: readonly string[],
): Promise<Finding[]> {
  const isSet = (setting: string) => Boolean(env[setting]);
  const dataKeys = names.filter((name) => isSet('DATA_KEY') || isSet(`${name.toUpperCase()}_DATA_KEY`));
  const own = [GATEWAY, ...names].filter((part) => isSet(settingOfPart(part)));
  if (dataKeys.length === 0 && own.length === 0) return [];
  // what is not set is not looked at, and no key of development is made for it
  const config = readConfig({ ...NOT_LOOKED_AT, ...env, NODE_ENV: undefined });
  const opened = logins.map((login) =>
    withClient(login, (client) =>
      checkDataKeys(
        client,
        login.serves.filter((each) => dataKeys.includes(each)),
        config,
      ),
    ),
  );
  return [...checkPairs(own, names, config), ...(await Promise.all(opened)).flat()];
}

/** Each part whose key is set here, with each other: what does not fit is said once. */
function checkPairs(own: readonly string[], names: readonly string[], { pairOf }: Config): Finding[] {
  const wrong = own.flatMap((part) =>
    [GATEWAY, ...names]
      .filter((other) => other !== part)
      .flatMap((other) => {
        try {
          pairOf(part, other);
          return [];
        } catch (error) {
          if (error instanceof CatalogueError) return [found(error)];
          throw error;
        }
      }),
  );
  if (own.length === 0 || wrong.length > 0) return wrong;
  return [
    well(
      `${own.join('、')} 的密钥与其他各部分相符`,
      `the keys of ${own.join(', ')} go with those of all parts`,
    ),
  ];
}

async function checkDataKeys(
  client: Client,
  names: readonly string[],
  { dataKeysOf }: Config,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of names) {
    const there = await client.query(`SELECT to_regclass($1) AS found`, [`${name}.data_key`]);
    if ((there.rows as { found: string | null }[])[0]?.found === null) continue;
    const { rows } = await client.query<{ wrapped: string }>(`SELECT wrapped FROM ${name}.data_key`);
    const [stored] = rows;
    if (!stored) continue;
    findings.push(
      sealingKey(stored.wrapped, dataKeysOf(name))
        ? well(`${name} 的数据密钥可用`, `the data key of ${name} opens what was sealed`)
        : found(DataKeyWrong({ subgraph: name })),
    );
  }
  return findings;
}
