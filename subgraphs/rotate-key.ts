import { subgraphs } from '.';
import { openDatabases } from './databases';
import {
  Database,
  EnumValueUnknown,
  readConfig,
  reseal,
  withKeys,
  type Config,
  type Environment,
  type SubgraphDefinition,
} from './kernel';

/**
 * `onematter rotate-key [subgraph]`: seals anew under the current data key what is not under it yet, beside a service that
 * runs. Ends with 0 once nothing is left under the keys before it, which may then go from the settings.
 */
export async function rotateKeys(only: string | undefined, env: Environment): Promise<number> {
  const config = readConfig(env);
  const definitions = subgraphs.filter(({ name }) => only === undefined || name === only);
  const databases = await openDatabases(config, say, { of: definitions });
  let code = 0;
  try {
    for (const definition of definitions)
      if (!(await rotate(definition, databases.urlOf(definition.name), config))) code = 1;
  } finally {
    await databases.close();
  }
  return code;
}

/** Whether nothing is left under an old key. */
async function rotate(definition: SubgraphDefinition, url: string, config: Config): Promise<boolean> {
  const { name, entities } = definition;
  const db = await Database.open({ url, schema: name, entities, poolSize: 2 });
  try {
    const { dataKey } = await withKeys(db, definition, config);
    const left = await reseal(db, definition, dataKey, progressOf(name));
    const stale = [...left].filter(([, count]) => count > 0);
    say(`${name}: ${stale.length === 0 ? ALL_DONE : told(stale)}`);
    return stale.length === 0;
  } finally {
    await db.close();
  }
}

/** The subgraph that is named, if one is. */
export function subgraphOf(named: string | undefined): string | undefined {
  const names = subgraphs.map(({ name }) => name);
  if (named === undefined || names.includes(named)) return named;
  throw EnumValueUnknown({ field: '<subgraph>', allowed: names.join(', '), got: named });
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const ALL_DONE = '没有留在旧密钥下的数据。 Nothing is left under old keys.';
const told = (stale: readonly (readonly [string, number])[]) => {
  const rows = stale.map(([table, count]) => `${table} ${count}`).join(', ');
  return `仍在旧密钥下的行数。 Rows left under old keys: ${rows}`;
};

const EVERY_MS = 5_000;

/** A line at most every five seconds. */
function progressOf(name: string): (done: number) => void {
  let last = Date.now();
  return (done) => {
    if (Date.now() - last < EVERY_MS) return;
    last = Date.now();
    say(`${name}: ${done} …`);
  };
}
