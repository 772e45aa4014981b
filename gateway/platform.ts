import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subgraphs } from '../subgraphs';
import type { Databases } from '../subgraphs/databases';
import { Subgraph, type Config, type Log, type SubgraphOptions } from '../subgraphs/kernel';
import { createGateway } from './gateway';
import { LocalClient, RemoteClient, type SubgraphClient } from './subgraph-client';

const DEFAULT_PORT = 4000;

export interface Running {
  address: string;
  stop(): Promise<void>;
}

/** Starts the gateway over subgraphs in this process, on databases that are up to date. */
export async function startLocal(
  config: Config,
  databases: Databases,
  log: Log,
  options: Pick<SubgraphOptions, 'clock'> = {},
): Promise<Running> {
  const clients = new Map<string, SubgraphClient>();
  for (const definition of subgraphs) {
    const url = databases.urlOf(definition.name);
    const settings = { registrationSources: config.registrationSources };
    clients.set(definition.name, new LocalClient(await Subgraph.start(definition, { url, settings, log, ...options })));
  }
  return listen(config, clients, log);
}

/** Starts the gateway over subgraphs that are processes of their own. It starts even when some of them are down. */
export function startRemote(config: Config, log: Log): Promise<Running> {
  const clients = subgraphs.map(({ name, port }) => {
    const client = new RemoteClient(name, config.urlOf(name, port), config.gatewayKey, config.subgraphTimeoutMs, log);
    return [name, client] as const;
  });
  return listen(config, new Map(clients), log);
}

async function listen(config: Config, clients: ReadonlyMap<string, SubgraphClient>, log: Log): Promise<Running> {
  const schema = (name: string) => readFile(join(__dirname, '../schema', name), 'utf8');
  const app = await createGateway({
    config,
    log,
    clients,
    supergraphSdl: await schema('supergraph.graphql'),
    apiSdl: await schema('api.graphql'),
  });
  const address = await app.listen({ port: config.port ?? DEFAULT_PORT, host: config.host });
  return { address, stop: () => app.close() };
}
