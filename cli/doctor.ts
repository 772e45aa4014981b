import { loginsSql } from './logins-sql';
import { readSettings, type Environment } from '../subgraphs/kernel';
import { subgraphNames } from './checks/settings';

/** `onematter doctor --sql`: what an administrator runs where the service may not create roles. */
export function printLogins(env: Environment): number {
  const names = subgraphNames();
  // it comes before what production needs
  const settings = readSettings({ ...env, NODE_ENV: undefined }, names);
  process.stdout.write(loginsSql(names, settings));
  return 0;
}
