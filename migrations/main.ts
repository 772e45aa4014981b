import 'reflect-metadata';

import { subgraphs } from '../subgraphs';
import { openDatabases } from '../subgraphs/databases';
import { asError, readConfig } from '../subgraphs/kernel';
import { migrate } from './run';

/** `npm run migrate`: migrations as a job of their own, under a lock. */
async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(readConfig(process.env), say);
  await migrate(subgraphs, databases.urlOf, say).finally(() => databases.close());
  say('The databases are up to date.');
}

main().catch((error: unknown) => {
  process.stderr.write(`The migration failed: ${asError(error).message}\n`);
  process.exitCode = 1;
});
