import { migrate } from '../../migrations/run';
import { subgraphs } from '..';
import { namedUrl, type Databases } from '../databases';
import {
  RemoteSubgraph,
  Subgraph,
  createLog,
  localPeer,
  type Config,
  type Peer,
  type SubgraphDefinition,
} from '../kernel';
import { say } from './report';

/** Whom an import may ask for what its rules need, and the register of sources. */
export interface OpenPeers {
  peers: ReadonlyMap<string, Peer>;
  close: () => Promise<void>;
}

/**
 * The subgraphs: opened here on the database that the settings name, or asked at its address where they name none.
 * Each is opened when it is first asked, since most imports ask nobody.
 */
export function openPeers(self: string, config: Config, databases: Databases): OpenPeers {
  const closing: (() => Promise<void>)[] = [];
  const open = async (definition: SubgraphDefinition): Promise<Peer> => {
    const { name, port } = definition;
    const { pairOf, subgraphTimeoutMs } = config;
    const log = createLog(config.logLevel, name);
    if (!databases.embedded && namedUrl(config, name) === null) {
      const remote = new RemoteSubgraph(config.urlOf(name, port), pairOf(self, name), subgraphTimeoutMs, log);
      closing.push(() => remote.close());
      return remote;
    }
    // one of the operator's own is migrated by `npm run migrate`
    if (databases.embedded) await migrate([definition], databases.migrationUrlOf, say);
    const options = { url: databases.urlOf(name), settings: config, log, poolSize: 2 };
    const subgraph = await Subgraph.start(definition, options);
    closing.push(() => subgraph.stop());
    return localPeer(subgraph, subgraphTimeoutMs);
  };
  return {
    peers: new Map(subgraphs.map((definition) => [definition.name, whenAsked(() => open(definition))])),
    async close() {
      for (const end of closing) await end();
    },
  };
}

function whenAsked(open: () => Promise<Peer>): Peer {
  let opened: Promise<Peer> | undefined;
  return {
    async ask(question, call) {
      opened ??= open();
      return (await opened).ask(question, call);
    },
  };
}
