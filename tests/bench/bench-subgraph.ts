import { join } from 'node:path';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openDatabases } from '../../subgraphs/databases';
import { Subgraph, createLog, readConfig, type SubgraphDefinition } from '../../subgraphs/kernel';

/** One subgraph on a database of the benchmark's own under .data, kept from run to run so that it is filled only once. */
export async function benchSubgraph(
  name: string,
  definition: SubgraphDefinition,
): Promise<{ subgraph: Subgraph; url: string; ownerUrl: string; stop: () => Promise<void> }> {
  const config = readConfig({
    ...process.env,
    DATABASE_URL: '',
    DATA_DIR: join(__dirname, `../../.data/bench-${name}`),
    DEMO_DATA: 'off',
  });
  const databases = await openDatabases(config, () => undefined);
  await migrate(subgraphs, databases.urlOf);
  const url = databases.urlOf(definition.name);
  const subgraph = await Subgraph.start(definition, {
    url,
    settings: config,
    log: createLog('warn', 'bench'),
  });
  return {
    subgraph,
    url,
    ownerUrl: databases.migrationUrlOf(definition.name),
    stop: async () => {
      await subgraph.stop();
      await databases.close();
    },
  };
}
