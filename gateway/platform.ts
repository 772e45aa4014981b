import { subgraphs } from '../subgraphs';
import type { Databases } from '../subgraphs/databases';
import {
  GATEWAY,
  RemoteSubgraph,
  Subgraph,
  localPeer,
  type Config,
  type Log,
  type Peer,
  type SubgraphOptions,
} from '../subgraphs/kernel';
import { createGateway } from './gateway';
import { LocalClient, RemoteClient, type SubgraphClient } from './subgraph-client';

const DEFAULT_PORT = 4000;

export interface Running {
  address: string;
  stop: () => Promise<void>;
}

/** Starts every subgraph in this process, on databases that are up to date. */
export async function startSubgraphs(
  config: SubgraphOptions['settings'] & Pick<Config, 'subgraphTimeoutMs'>,
  databases: Pick<Databases, 'urlOf'>,
  log: Log,
  options: Pick<SubgraphOptions, 'clock' | 'reacts'> = {},
): Promise<ReadonlyMap<string, Subgraph>> {
  const started = new Map<string, Subgraph>();
  const peers = new Map<string, Peer>();
  // one after the other: what one builds would keep the next from hearing that it is connected
  for (const definition of subgraphs) {
    const url = databases.urlOf(definition.name);
    const subgraph = await Subgraph.start(definition, {
      url,
      settings: config,
      log,
      peers,
      reacts: true,
      ...options,
    });
    started.set(definition.name, subgraph);
    peers.set(definition.name, localPeer(subgraph, config.subgraphTimeoutMs));
  }
  return started;
}

/** Starts the gateway over subgraphs in this process; stopping it stops them, too. */
export function startLocal(
  config: Config,
  running: ReadonlyMap<string, Subgraph>,
  log: Log,
): Promise<Running> {
  return listen(
    config,
    new Map([...running].map(([name, subgraph]) => [name, new LocalClient(subgraph)])),
    log,
  );
}

/** The other subgraphs of one that is a process of its own, each at its address. */
export function remotePeers(self: string, config: Config, log: Log): ReadonlyMap<string, RemoteSubgraph> {
  const { urlOf, pairOf, subgraphTimeoutMs } = config;
  const others = subgraphs.filter(({ name }) => name !== self);
  return new Map(
    others.map(({ name, port }) => [
      name,
      new RemoteSubgraph(urlOf(name, port), pairOf(self, name), subgraphTimeoutMs, log),
    ]),
  );
}

/** Starts the gateway over subgraphs that are processes of their own. It starts even when some of them are down. */
export function startRemote(config: Config, log: Log): Promise<Running> {
  const clients = subgraphs.map(({ name, port, resources }) => {
    const client = new RemoteClient(
      config.urlOf(name, port),
      config.pairOf(GATEWAY, name),
      config.subgraphTimeoutMs,
      log,
      resources,
    );
    return [name, client] as const;
  });
  return listen(config, new Map(clients), log);
}

async function listen(
  config: Config,
  clients: ReadonlyMap<string, SubgraphClient>,
  log: Log,
): Promise<Running> {
  const app = await createGateway({ config, log, clients });
  const address = await app.listen({ port: config.port ?? DEFAULT_PORT, host: config.host });
  return { address, stop: () => app.leave() };
}
