import { subgraphs } from '../subgraphs';
import { openDatabases } from '../subgraphs/databases';
import { readConfig, type Environment } from '../subgraphs/kernel';
import { migrate } from './run';

/** `onematter migrate`: migrations as a job of their own, under a lock. */
export async function migrateAll(env: Environment): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(readConfig(env), say);
  await migrate(subgraphs, databases.migrationUrlOf, say).finally(() => databases.close());
  say('The databases are up to date.');
  return 0;
}
