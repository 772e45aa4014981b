import { subgraphs } from '.';
import { openDatabases } from './databases';
import { Database, readConfig, verifyAudit, type Environment } from './kernel';

/** `onematter audit:verify`: walks the audit chain of every subgraph; ends with 1 if one is broken, naming its first bad record. */
export async function verifyAll(env: Environment): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(readConfig(env), say);
  let code = 0;
  try {
    for (const { name, entities } of subgraphs) {
      const db = await Database.open({ url: databases.urlOf(name), schema: name, entities, poolSize: 1 });
      const { verified, broken } = await verifyAudit(db).finally(() => db.close());
      say(
        broken === null
          ? `${name}: ${verified} records hold`
          : `${name}: broken at record ${broken}, after ${verified} that hold`,
      );
      if (broken !== null) code = 1;
    }
  } finally {
    await databases.close();
  }
  return code;
}
