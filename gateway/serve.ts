import 'reflect-metadata';
import { migrate } from '../migrations/run';
import { subgraphs } from '../subgraphs';
import { openDatabases } from '../subgraphs/databases';
import { applyLegalRules } from '../subgraphs/legal-rules';
import { Subgraph, createLog, readConfig, serveSubgraph } from '../subgraphs/kernel';
import { remotePeers, startRemote } from './platform';
import { runUntilSignal } from './process';

/** `npm run serve -- <subgraph>` or `npm run serve -- gateway`: one part alone. */
runUntilSignal(async () => {
  const [name] = process.argv.slice(2);
  const definition = subgraphs.find((each) => each.name === name);
  if (!definition && name !== 'gateway') {
    const parts = ['gateway', ...subgraphs.map((each) => each.name)].join(', ');
    throw new Error(`name the part to serve, one of ${parts}, but got: ${name ?? 'nothing'}`);
  }
  const config = readConfig(process.env);
  applyLegalRules(config);
  const log = createLog(config.logLevel, name ?? '');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (!definition) {
    const gateway = await startRemote(config, log);
    say(`gateway is ready: ${gateway.address}/`);
    return [gateway.stop];
  }
  const databases = await openDatabases(config, say);
  // A database of the operator's own is migrated by `npm run migrate`, a job of its own.
  if (databases.embedded) await migrate(subgraphs, databases.urlOf, say);
  // an answer that waits for news must come before the gateway gives up
  const settings = { ...config, longestWaitMs: Math.max(0, config.subgraphTimeoutMs - 1_000) };
  const peers = remotePeers(definition.name, config, log);
  const url = databases.urlOf(definition.name);
  const subgraph = await Subgraph.start(definition, { url, settings, log, peers });
  const app = await serveSubgraph(subgraph, config.gatewayKey, log);
  const address = await app.listen({ port: config.port ?? definition.port, host: config.host });
  say(`${definition.name} is ready: ${address}/graphql`);
  const closePeers = async () => {
    await Promise.all([...peers.values()].map((peer) => peer.close()));
  };
  return [() => app.close(), closePeers, () => subgraph.stop(), databases.close];
});
