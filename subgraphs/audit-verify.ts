import { subgraphs } from '.';
import { openDatabases } from './databases';
import { Database, readConfig, verifyAudit, withKeys, type Environment } from './kernel';

/** `onematter audit:verify`: walks the journal of every subgraph; ends with 1 if one is broken, naming its first bad record. */
export async function verifyAll(env: Environment): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const config = readConfig(env);
  const databases = await openDatabases(config, say);
  let code = 0;
  try {
    for (const definition of subgraphs) {
      const { name, entities } = definition;
      const db = await Database.open({ url: databases.urlOf(name), schema: name, entities, poolSize: 1 });
      const found = await withKeys(db, definition, config)
        .then(({ dataKey }) => verifyAudit(db, dataKey))
        .finally(() => db.close());
      const { verified, broken, why, unsealed, oldestSeconds } = found;
      const left =
        unsealed > 0
          ? `; ${unsealed} not sealed yet, the oldest written ${Math.round(oldestSeconds)} s ago`
          : '';
      say(
        broken === null
          ? `${name}: ${verified} records hold${left}`
          : `${name}: broken at record ${broken}, after ${verified} that hold: ${why}${left}`,
      );
      if (broken !== null) code = 1;
    }
  } finally {
    await databases.close();
  }
  return code;
}
