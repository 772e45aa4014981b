import { Presets, SingleBar } from 'cli-progress';
import { subgraphs } from '..';
import { migrate } from '../../migrations/run';
import { openDatabases } from '../databases';
import { applyOperatorFiles } from '../operator-files';
import {
  Subgraph,
  createLog,
  date,
  localPeer,
  readConfig,
  regionCode,
  whole,
  type Config,
  type Environment,
  type Peer,
} from '../kernel';
import { DEFAULT_AS_OF, loadDemoData, type DemoOptions } from './load';

/** What the command line says. */
export interface DemoDataOptions {
  enterprises: string;
  seed: string;
  region?: string;
  asOf?: string;
}

/** `onematter demo-data --enterprises 100000 --seed 7 [--region 430000] [--as-of 2026-11-01]` */
export async function loadSynthetic(given: DemoDataOptions, env: Environment): Promise<number> {
  const options = readOptions(given);
  const config = readConfig(env);
  applyOperatorFiles(config);
  if (config.production) throw new Error('Synthetic data are refused in production.');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(config, say);
  try {
    await migrate(subgraphs, databases.migrationUrlOf, say);
    await load(options, databases.urlOf, config, say);
    return 0;
  } finally {
    await databases.close();
  }
}

async function load(
  options: DemoOptions,
  urlOf: (name: string) => string,
  settings: Config,
  say: (line: string) => void,
) {
  const log = createLog('warn', 'demo-data');
  const running = new Map<string, Subgraph>();
  const peers = new Map<string, Peer>();
  for (const definition of subgraphs) {
    const { name } = definition;
    const subgraph = await Subgraph.start(definition, { url: urlOf(name), settings, log, peers });
    running.set(name, subgraph);
    peers.set(name, localPeer(subgraph, settings.subgraphTimeoutMs));
  }
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {value}/{total} enterprises | {rows} records | {eta_formatted} left',
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    },
    Presets.shades_classic,
  );
  bar.start(options.enterprises, 0, { rows: 0 });
  const started = Date.now();
  try {
    const { done, rows } = await loadDemoData(running, options, (progress) =>
      bar.update(progress.done, { rows: progress.rows }),
    );
    bar.stop();
    const seconds = (Date.now() - started) / 1000;
    say(
      `${done} enterprises are loaded; ${rows} records were sent in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} a second).`,
    );
  } finally {
    bar.stop();
    for (const subgraph of running.values()) await subgraph.stop();
  }
}

function readOptions({ enterprises, seed, region, asOf }: DemoDataOptions): DemoOptions {
  return {
    enterprises: whole(0, 10_000_000).parse(enterprises, '--enterprises'),
    seed: whole(0, 1_000_000).parse(seed, '--seed'),
    region: region === undefined ? null : regionCode.parse(region, '--region'),
    asOf: asOf === undefined ? DEFAULT_AS_OF : date.parse(asOf, '--as-of'),
  };
}
