import { migrate } from '../migrations/run';
import { subgraphs } from '../subgraphs';
import { openDatabases } from '../subgraphs/databases';
import { applyOperatorFiles } from '../subgraphs/operator-files';
import { fillIfEmpty } from '../subgraphs/demo';
import { createLog, readConfig, type Environment } from '../subgraphs/kernel';
import { startLocal, startRemote, startSubgraphs } from './platform';
import { runUntilSignal } from './process';

/** `onematter start`: everything in this process, on the embedded PostgreSQL or the one that the settings name. */
export const start = (env: Environment): Promise<never> =>
  runUntilSignal(async ({ onStop, fail }) => {
    const config = readConfig(env);
    const say = (line: string) => process.stdout.write(`${line}\n`);
    applyOperatorFiles(config, say);
    const log = createLog(config.logLevel, 'onematter');
    if (config.subgraphs === 'remote') {
      const gateway = await startRemote(config, log);
      onStop(gateway.stop);
      say(`OneMatter is ready: ${gateway.address}/`);
      return;
    }
    const databases = await openDatabases(config, say, { onLost: fail });
    onStop(databases.close);
    await migrate(subgraphs, databases.migrationUrlOf, say);
    const running = await startSubgraphs(config, databases, log);
    onStop(async () => {
      for (const subgraph of running.values()) await subgraph.stop();
    });
    if (config.demoData && databases.embedded) await fillIfEmpty(running, say);
    const platform = await startLocal(config, running, log);
    onStop(platform.stop);
    say(`OneMatter is ready: ${platform.address}/`);
  });
