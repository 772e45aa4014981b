import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../migrations/run';
import { subgraphs } from '../subgraphs';
import { openDatabases } from '../subgraphs/databases';
import { applyOperatorFiles } from '../subgraphs/operator-files';
import {
  EnumValueUnknown,
  Subgraph,
  createLog,
  readConfig,
  serveSubgraph,
  type Call,
  type Environment,
  type ResourceAsked,
  type SubgraphDefinition,
} from '../subgraphs/kernel';
import { createMetrics, serveMetrics } from './metrics';
import { remotePeers, startRemote } from './platform';
import { runUntilSignal, type Starting } from './process';

/** `onematter serve <part>`: one part alone. */
export async function serve(part: string, env: Environment): Promise<never> {
  const definition = partOf(part);
  return runUntilSignal((starting) =>
    definition ? serveOne(definition, env, starting) : serveGateway(env, starting),
  );
}

/** The subgraph of this name; none for the gateway. */
export function partOf(name: string): SubgraphDefinition | undefined {
  const definition = subgraphs.find((each) => each.name === name);
  if (definition || name === 'gateway') return definition;
  const allowed = ['gateway', ...subgraphs.map((each) => each.name)].join(', ');
  throw EnumValueUnknown({ field: '<part>', allowed, got: name });
}

/** Told to stop at once with the gateway, a subgraph is still there for what the gateway takes in until it has left. */
const LONGEST_DRAIN_MS = 8_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function serveGateway(env: Environment, { onStop }: Starting) {
  const config = readConfig(env);
  applyOperatorFiles(config, say);
  const gateway = await startRemote(config, createLog(config.logLevel, 'gateway'));
  onStop(gateway.stop);
  say(`gateway is ready: ${gateway.address}/`);
}

async function serveOne(definition: SubgraphDefinition, env: Environment, { onStop, fail }: Starting) {
  const config = readConfig(env);
  applyOperatorFiles(config, say);
  const log = createLog(config.logLevel, definition.name);
  // keys of the parts that do not go together are refused before anything is opened
  const peers = remotePeers(definition.name, config, log);
  onStop(async () => {
    await Promise.all([...peers.values()].map((peer) => peer.close()));
  });
  const databases = await openDatabases(config, say, { of: [definition], onLost: fail });
  onStop(databases.close);
  // A database of the operator's own is migrated by `npm run migrate`, a job of its own.
  if (databases.embedded) await migrate([definition], databases.migrationUrlOf, say);
  // an answer that waits for news must come before the gateway gives up
  const settings = { ...config, longestWaitMs: Math.max(0, config.subgraphTimeoutMs - 1_000) };
  const url = databases.urlOf(definition.name);
  const subgraph = await Subgraph.start(definition, { url, settings, log, peers, reacts: true });
  onStop(() => subgraph.stop());
  const metrics = createMetrics(() => subgraph.reactionStates());
  const app = await serveSubgraph(subgraph, config, log, metrics);
  const resources = definition.resources?.filter(({ audience }) => audience === 'operators') ?? [];
  const told = resources.map((resource) => ({
    resource,
    answer: (call: Call, { headers, choice }: ResourceAsked) =>
      resource.answer(subgraph.open(call), headers, choice),
  }));
  onStop(await serveMetrics(config, log, metrics, told));
  onStop(async () => {
    await sleep(Math.min(2 * config.drainMs, LONGEST_DRAIN_MS));
    await app.close();
  });
  const address = await app.listen({ port: config.port ?? definition.port, host: config.host });
  say(`${definition.name} is ready: ${address}/graphql`);
}
