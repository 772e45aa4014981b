import { namedUrl } from '../../subgraphs/databases';
import type { Environment, Settings } from '../../subgraphs/kernel';

/** A login that the settings name, with the subgraphs that it serves and those that it migrates. */
export interface NamedLogin {
  setting: string;
  url: string;
  serves: string[];
  migrates: string[];
}

/** The logins of the databases that the settings name for these subgraphs, each once; those of the embedded one are our own. */
export function namedLogins(
  settings: Settings,
  env: Environment,
  subgraphs: readonly string[],
): NamedLogin[] {
  const logins = new Map<string, NamedLogin>();
  const loginAt = (url: string, setting: string) => {
    const login = logins.get(url) ?? { setting, url, serves: [], migrates: [] };
    logins.set(url, login);
    return login;
  };
  for (const name of subgraphs) {
    const url = namedUrl(settings, name);
    const migrationUrl = settings.migrationUrlOf(name) ?? url;
    if (url !== null) loginAt(url, settingOf(env, name, 'DATABASE_URL')).serves.push(name);
    if (migrationUrl !== null)
      loginAt(migrationUrl, settingOf(env, name, 'MIGRATION_DATABASE_URL')).migrates.push(name);
  }
  return [...logins.values()];
}

/** The setting that names it: the subgraph's own, or the one for all. */
function settingOf(env: Environment, subgraph: string, name: string): string {
  const candidates = [`${subgraph.toUpperCase()}_${name}`, name, 'MIGRATION_DATABASE_URL'];
  return candidates.find((each) => env[each]) ?? name;
}
