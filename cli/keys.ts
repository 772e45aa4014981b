import { randomBytes } from 'node:crypto';
import { GATEWAY, publicKeyOf, settingOfPart, type Environment } from '../subgraphs/kernel';
import { subgraphNames } from './checks/settings';

/** `onematter keys`: new keys for the parts that have none in this environment, and the public keys of all, as .env takes them. */
export function printKeys(env: Environment): number {
  const parts = [GATEWAY, ...subgraphNames()].map((part) => {
    const setting = settingOfPart(part);
    const set = env[setting];
    return { part, setting, set, key: set || randomBytes(32).toString('base64url') };
  });
  const made = parts.filter(({ set }) => !set).map(({ setting, key }) => `${setting}=${key}`);
  const published = parts.map(({ part, key }) => `${part}=${publicKeyOf(key)}`).join(',');
  process.stdout.write([...made, `PUBLIC_KEYS=${published}`, ''].join('\n'));
  return 0;
}
