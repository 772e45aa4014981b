import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { subgraphs } from '..';
import { migrate } from '../../migrations/run';
import { openDatabases } from '../databases';
import { applyLegalRules } from '../legal-rules';
import { Subgraph, asError, createLog, isRegionCode, readConfig, type SubgraphSettings } from '../kernel';
import { DEFAULT_AS_OF, loadDemoData, type DemoOptions } from './load';

/** `npm run demo-data -- --enterprises 100000 --seed 7 [--region 430000] [--as-of 2026-11-01]` */
async function main(): Promise<void> {
  const options = readOptions();
  const config = readConfig(process.env);
  applyLegalRules(config);
  if (config.production) throw new Error('Synthetic data are refused in production.');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(config, say);
  try {
    await migrate(subgraphs, databases.urlOf, say);
    await load(options, databases.urlOf, config, say);
  } finally {
    await databases.close();
  }
}

async function load(
  options: DemoOptions,
  urlOf: (name: string) => string,
  settings: SubgraphSettings,
  say: (line: string) => void,
) {
  const log = createLog('warn', 'demo-data');
  const running = new Map<string, Subgraph>();
  for (const definition of subgraphs) {
    running.set(
      definition.name,
      await Subgraph.start(definition, { url: urlOf(definition.name), settings, log }),
    );
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

function readOptions(): DemoOptions {
  const { values } = parseArgs({
    options: {
      enterprises: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      region: { type: 'string' },
      'as-of': { type: 'string', default: DEFAULT_AS_OF },
    },
  });
  const whole = (name: 'enterprises' | 'seed', most: number) => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= 0 && number <= most) return number;
    throw new Error(`--${name} must be a whole number from 0 to ${most}, but got: ${values[name]}`);
  };
  const { region = null } = values;
  if (region !== null && !isRegionCode(region))
    throw new Error(`--region must be a division code, but got: ${region}`);
  return {
    enterprises: whole('enterprises', 10_000_000),
    seed: whole('seed', 1_000_000),
    region,
    asOf: values['as-of'],
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${asError(error).message}\n`);
  process.exitCode = 1;
});
