import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { developmentToken } from '../../gateway/identity';
import { subgraphs } from '../../subgraphs';
import { readConfig } from '../../subgraphs/kernel';
import { startCommand } from '../support/child';
import setUp from '../support/database-setup';
import tearDown from '../support/database-teardown';
import { demoDatabase } from '../support/demo-database';
import { figure } from '../support/figure';
import { freePort } from '../support/platform';
import { TEST_DATA_KEY } from '../support/settings';
import { growthIn, type Sample } from './judge';
import { beginLoad } from './load';
import { canSample, sampleOf } from './sample';

/** As many as tell a trend; more would only take time. */
const SAMPLES = 240;
const MOST = { memory: 5, openFiles: 20, filesOnDisk: 5, mostPrepared: 300 };

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm run soak -- --minutes 30 [--seed 7]`: the service as `npm start` runs it, under mixed load for so long; ends with 1 if
 * its memory grows by more than 5 % in the second half, or open files, files on disk or prepared statements grow.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string', default: '7' } },
  });
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes >= 1)) throw new Error(`--minutes must be 1 or more, but got: ${values.minutes}`);
  if (!canSample()) throw new Error('what a process takes is read from /proc, which is not here');
  await setUp();
  try {
    return await soak(minutes, seed);
  } finally {
    await tearDown();
  }
}

async function soak(minutes: number, seed: number): Promise<boolean> {
  const database = await demoDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'onematter-soak-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const port = await freePort();
  const settings = {
    DATA_KEY: TEST_DATA_KEY,
    DATA_DIR: folder,
    TMPDIR: temporary,
    DATABASE_URL: database.url,
    PORT: '0',
    METRICS_PORT: String(port),
    PUBLIC_POINTS: '9999999999',
    AGENCY_POINTS: '9999999999',
    LOG_LEVEL: 'silent',
    // as `npm start` has it
    NODE_OPTIONS: '--max-semi-space-size=64',
  };
  const config = readConfig(settings);
  const rights = subgraphs.map(({ name }) => `write:${name}`).join(' ');
  const tokenOf = (department: 'MARKET_SUPERVISION' | 'FIRE_RESCUE') =>
    developmentToken(config, {
      subject: 'soak',
      department,
      region: '430000',
      scope: `share:conditional ${rights}`,
    });
  const tokens = [await tokenOf('MARKET_SUPERVISION'), await tokenOf('FIRE_RESCUE')] as const;
  const service = startCommand(['start'], settings);
  let ended: number | string | undefined;
  void service.ended.then((code) => (ended = code));
  try {
    const [, address = ''] = await service.line(/^OneMatter is ready: (\S+)\/$/m);
    const load = await beginLoad(address, tokens, seed);
    const about = { metrics: `http://127.0.0.1:${port}/metrics`, folders: [folder] };
    const samples = await watch(minutes, () => sampleOf(service.pid, about), load.counts);
    await load.stop();
    return told(samples, load) && ended === undefined;
  } finally {
    await service.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watch(
  minutes: number,
  sample: () => Promise<Omit<Sample, 'seconds'>>,
  counts: Record<string, number>,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const began = performance.now();
  for (let at = 1; at <= SAMPLES; at++) {
    await sleep(Math.max(0, (at * minutes * 60_000) / SAMPLES - (performance.now() - began)));
    const seen = { seconds: (performance.now() - began) / 1_000, ...(await sample()) };
    samples.push(seen);
    if (at % (SAMPLES / 12) !== 0) continue;
    const { seconds, rssMb, openFiles, filesOnDisk, prepared } = seen;
    const sent = Object.values(counts).reduce((sum, each) => sum + each, 0);
    say(
      `${Math.round(seconds)} s: ${Math.round(rssMb)} MB, ${openFiles} open files, ${filesOnDisk} on disk, ${prepared} prepared statements; ${sent} requests`,
    );
  }
  return samples;
}

function told(
  samples: readonly Sample[],
  { counts, faults }: Awaited<ReturnType<typeof beginLoad>>,
): boolean {
  const growth = growthIn(samples);
  say(
    Object.entries(counts)
      .map(([what, times]) => `${what}: ${times}`)
      .join(', '),
  );
  say(
    `in the second half memory has grown by ${growth.memory.toFixed(1)} %, open files by ${growth.openFiles}, files on disk by ${growth.filesOnDisk}; at most ${growth.mostPrepared} statements were prepared on one connection`,
  );
  for (const fault of faults.slice(0, 5)) say(`a fault: ${fault}`);
  figure('memory at the end against after warming up', growth.memory);
  figure('open files at the end against after warming up', growth.openFiles);
  figure('files on disk at the end against after warming up', growth.filesOnDisk);
  figure('prepared statements of one connection', growth.mostPrepared);
  figure('answers under load that were none or a fault of ours', faults.length);
  const beyond = (Object.keys(MOST) as (keyof typeof MOST)[]).filter((each) => growth[each] > MOST[each]);
  for (const each of beyond) say(`beyond its bound of ${MOST[each]}: ${each}, ${growth[each]}`);
  return beyond.length === 0 && faults.length === 0;
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
