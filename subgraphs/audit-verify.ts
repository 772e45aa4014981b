import 'reflect-metadata';
import { subgraphs } from '.';
import { openDatabases } from './databases';
import { Database, asError, readConfig, verifyAudit } from './kernel';

/** `npm run audit:verify`: walks the audit chain of every subgraph; ends with 1 if one is broken, naming its first bad record. */
async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(readConfig(process.env), say);
  try {
    for (const { name, entities } of subgraphs) {
      const db = await Database.open({ url: databases.urlOf(name), schema: name, entities, poolSize: 1 });
      const { verified, broken } = await verifyAudit(db).finally(() => db.close());
      say(
        broken === null
          ? `${name}: ${verified} records hold`
          : `${name}: broken at record ${broken}, after ${verified} that hold`,
      );
      if (broken !== null) process.exitCode = 1;
    }
  } finally {
    await databases.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${asError(error).message}\n`);
  process.exitCode = 2;
});
