import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { developmentToken } from '../../gateway/identity';
import { subgraphs } from '../../subgraphs';
import { DEFAULT_AS_OF } from '../../subgraphs/demo';
import { readConfig } from '../../subgraphs/kernel';
import { startCommand } from '../support/child';
import setUp from '../support/database-setup';
import tearDown from '../support/database-teardown';
import { demoDatabase } from '../support/demo-database';
import { startForExtremes } from '../support/extreme-arguments';
import { TEST_DATA_KEY } from '../support/settings';
import { figure } from '../support/figure';
import { askedAlone, attack, type Outcome } from './fuzz';
import { compare } from './oracle';

/** Of so many kinds the first is shown. */
const MOST_SHOWN = 5;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm run fuzz -- --seed 7 --count 20000 --queries 10000`: hostile requests, then answers held against a peer; 1 on any fault.
 * After each part (--part 5000) it says from which number on it goes on: what was interrupted is taken up by --from.
 */
async function main(): Promise<boolean> {
  const number = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({
    options: {
      seed: number('7'),
      from: number('0'),
      count: number('20000'),
      queries: number('10000'),
      part: number('5000'),
    },
  });
  const [seed, from, count, queries, part] = [
    values.seed,
    values.from,
    values.count,
    values.queries,
    values.part,
  ].map(wholeOf) as [number, number, number, number, number];
  if (part === 0) throw new Error('a part must be 1 or more');
  await setUp();
  const good = [
    count === 0 || (await attackService(seed, from, count, part)),
    queries === 0 || (await compareAnswers(seed, from, queries, part)),
  ];
  await tearDown();
  return !good.includes(false);
}

function wholeOf(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new Error(`a whole number is wanted, but got: ${value}`);
}

async function compareAnswers(seed: number, from: number, count: number, part: number): Promise<boolean> {
  const { platform } = await startForExtremes('local');
  platform.now(`${DEFAULT_AS_OF}T09:00:00+08:00`);
  try {
    let differ = 0;
    for (let [left, at] = [count, from]; left > 0; left -= part) {
      const asked = Math.min(part, left);
      const { compared, whole, differences, next } = await compare(platform, {
        seed,
        from: at,
        count: asked,
      });
      say(
        `${compared} random queries by seed ${seed}: ${differences.length} differ; ${whole} answers were whole; it goes on with --from ${next}`,
      );
      for (const difference of differences) say(difference);
      figure('random queries compared', compared);
      figure('answers that differ from one schema', differences.length);
      differ += differences.length;
      at = next;
    }
    return differ === 0;
  } finally {
    await platform.stop();
  }
}

/** The service is a process of its own, so that it is seen if it ends. */
async function attackService(seed: number, from: number, count: number, part: number): Promise<boolean> {
  const database = await demoDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'onematter-fuzz-'));
  const settings = {
    DATA_KEY: TEST_DATA_KEY,
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    PORT: '0',
    PUBLIC_POINTS: '9999999999',
    AGENCY_POINTS: '9999999999',
    LOG_LEVEL: 'error',
  };
  const config = readConfig(settings);
  const rights = subgraphs.flatMap(({ name }) => [`write:${name}`, `decide:${name}`]);
  const tokens = await Promise.all(
    (['MARKET_SUPERVISION', 'EMERGENCY_MANAGEMENT', 'FIRE_RESCUE'] as const).map((department) =>
      developmentToken(config, {
        subject: 'fuzz',
        department,
        region: '430000',
        scope: `share:conditional ${rights.join(' ')}`,
      }),
    ),
  );
  const service = startCommand(['start'], settings);
  let ended: number | string | undefined;
  void service.ended.then((code) => (ended = code));
  try {
    const [, address = ''] = await service.line(/^OneMatter is ready: (\S+)\/$/m);
    let faults = 0;
    for (let at = from; at < from + count; at += part) {
      const asked = Math.min(part, from + count - at);
      const outcome = await attack({ address, tokens, seed, from: at, count: asked });
      const alone = await askedAlone({ address, tokens, seed }, outcome.slow);
      report(outcome, seed, asked);
      say(
        `the slowest, asked alone, took ${Math.round(Math.max(...alone))} ms; it goes on with --from ${at + asked}`,
      );
      figure('hostile requests sent', asked);
      figure('answers that are a fault of ours, or none', outcome.faults.length);
      figure('the slowest of them, asked alone', Math.max(...alone));
      faults += outcome.faults.length;
    }
    if (faults > 0) say(service.output().slice(0, 6_000));
    if (ended !== undefined) say(`the service has ended: ${ended}\n${service.output().slice(-3_000)}`);
    return faults === 0 && ended === undefined;
  } finally {
    await service.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report({ counts, faults, slow: [slowest] }: Outcome, seed: number, count: number): void {
  for (const [what, times] of Object.entries(counts).sort(([, a], [, b]) => b - a))
    say(`${String(times).padStart(7)}  ${what}`);
  say(
    `${count} requests by seed ${seed}: ${faults.length} faults; the slowest took ${slowest?.ms} ms: number ${slowest?.number}, ${slowest?.what.slice(0, 100)}`,
  );
  const known = new Set<string>();
  for (const { number, key, what, sent } of [...faults].sort((a, b) => a.number - b.number)) {
    if (known.has(key) || known.size === MOST_SHOWN) continue;
    known.add(key);
    say(`a fault, repeated by --seed ${seed} --from ${number} --count 1: ${what}\n${sent}`);
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
