import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { Pool } from 'undici';
import { developmentToken } from '../../gateway/identity';
import { startSubgraphs } from '../../gateway/platform';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openDatabases } from '../../subgraphs/databases';
import { DEFAULT_AS_OF, loadDemoData } from '../../subgraphs/demo';
import { createLog, readConfig, type Config } from '../../subgraphs/kernel';
import { benchCall } from './caller';
import { say } from './say';
import { flagsOfStart } from '../support/child';
import { Part } from './part';
import { ownLogins, productionSettings } from './production';
import { queriesFor, type BenchQuery } from './queries';

/**
 * `npm run bench -- gateway [query]`: this gateway beside the stock one over HTTP subgraphs, in turns within one run, on the same data.
 * Ratios are what counts: they hold on a machine that is busy with other things, too. For a quick look:
 * BENCH_ENTERPRISES=2000 BENCH_ROUNDS=1 BENCH_ROUND_MS=300. The data are kept under .data for the next run.
 */
const DATA = {
  enterprises: Number(process.env.BENCH_ENTERPRISES ?? 20_000),
  seed: 7,
  region: null,
  asOf: DEFAULT_AS_OF,
};
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 4);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 2_500);
const CONNECTIONS = [1, 16];
const OURS_PORT = 4300;
const STOCK_PORT = 4400;

interface Variant {
  name: string;
  pool: Pool;
  path: string;
  headers: Record<string, string>;
  parts: readonly Part[];
}
/** Starts a part as in production; it ends with the benchmark, also when that fails. */
type Start = (
  file: string,
  args: readonly string[],
  own: Record<string, string>,
  flags?: readonly string[],
) => Promise<Part>;
interface Measure {
  requests: number;
  seconds: number;
  cpuMs: number;
}

export async function bench([only]: readonly string[]): Promise<void> {
  const dataDir = join(__dirname, `../../.data/bench-${DATA.enterprises}`);
  const env = { DATA_DIR: dataDir, DEMO_DATA: 'off', SANDBOX: 'off' };
  const config = readConfig({ ...process.env, ...env });
  const databases = await openDatabases(config, say);
  const parts: Part[] = [];
  let logins: Record<string, string> = {};
  const start: Start = async (file, args, own, flags) => {
    const settings = { ...env, ...productionSettings(config, logins), ...own };
    const part = await Part.start(file, args, settings, flags);
    parts.push(part);
    return part;
  };
  try {
    const uscc = await prepare(config, databases);
    logins = await ownLogins(databases.urlOf('registry'));
    const [ours, stock] = [await startOurs(config, start), await startStock(start)];
    say(
      `${'query'.padEnd(28)}${'conn'.padStart(5)}${'req/s'.padStart(9)}${'stock'.padStart(9)}${'ratio'.padStart(8)}${'CPU ms'.padStart(9)}${'stock'.padStart(9)}${'ratio'.padStart(8)}`,
    );
    for (const query of queriesFor(uscc).filter(({ name }) => !only || name.includes(only))) {
      deepStrictEqual(
        await ask(ours, query),
        await ask(stock, query),
        `${query.name}: the two answer differently`,
      );
      for (const connections of CONNECTIONS) await compare(query, connections, ours, stock);
    }
  } finally {
    for (const part of parts) await part.stop();
    await databases.close();
  }
}

async function prepare(
  config: Config,
  databases: Awaited<ReturnType<typeof openDatabases>>,
): Promise<string> {
  await migrate(subgraphs, databases.urlOf);
  const running = await startSubgraphs(config, databases, createLog('warn', 'bench'));
  await loadDemoData(
    running,
    DATA,
    ({ done }) => done % 5_000 === 0 && say(`${done} enterprises are loaded`),
  );
  const registry = running.get('registry');
  const [row] =
    (await registry?.db.read<{ uscc: string }>(
      "SELECT uscc FROM enterprise WHERE status = 'OPERATING' ORDER BY uscc LIMIT 1",
    )) ?? [];
  for (const subgraph of running.values()) await subgraph.stop();
  return row?.uscc ?? '';
}

async function startOurs(config: Config, start: Start): Promise<Variant> {
  const { department, region, subject } = benchCall.caller;
  const token = await developmentToken(config, {
    department: department ?? 'MARKET_SUPERVISION',
    region: region ?? '',
    subject: subject ?? '',
    scope: '',
  });
  const settings = { PORT: String(OURS_PORT) };
  const part = await start('cli/onematter.cjs', ['start'], settings, flagsOfStart());
  return {
    name: 'ours',
    pool: poolOf(OURS_PORT),
    path: '/graphql',
    headers: { authorization: `Bearer ${token}` },
    parts: [part],
  };
}

async function startStock(start: Start): Promise<Variant> {
  const parts: Part[] = [];
  for (const { name } of subgraphs) parts.push(await start('cli/onematter.cjs', ['serve', name], {}));
  parts.push(await start('tests/bench/stock-gateway.ts', [], { PORT: String(STOCK_PORT) }));
  return { name: 'stock', pool: poolOf(STOCK_PORT), path: '/', headers: {}, parts };
}

function poolOf(port: number): Pool {
  return new Pool(`http://127.0.0.1:${port}`, { connections: Math.max(...CONNECTIONS) });
}

/** Rounds in turns: ours, stock, stock, ours, …, after one to warm up each. */
async function compare(query: BenchQuery, connections: number, ours: Variant, stock: Variant): Promise<void> {
  for (const variant of [ours, stock]) await round(variant, query, connections, ROUND_MS);
  const sums = new Map<Variant, Measure>(
    [ours, stock].map((variant) => [variant, { requests: 0, seconds: 0, cpuMs: 0 }]),
  );
  for (let at = 0; at < ROUNDS; at++) {
    for (const variant of at % 2 === 0 ? [ours, stock] : [stock, ours]) {
      const { requests, seconds, cpuMs } = await round(variant, query, connections, ROUND_MS);
      const sum = sums.get(variant) as Measure;
      sum.requests += requests;
      sum.seconds += seconds;
      sum.cpuMs += cpuMs;
    }
  }
  const [a, b] = [ours, stock].map((variant) => {
    const { requests, seconds, cpuMs } = sums.get(variant) as Measure;
    return { rate: requests / seconds, cpu: cpuMs / requests };
  }) as [{ rate: number; cpu: number }, { rate: number; cpu: number }];
  const cell = (value: number, digits = 1, width = 9) => value.toFixed(digits).padStart(width);
  say(
    `${query.name.padEnd(28)}${String(connections).padStart(5)}${cell(a.rate, 0)}${cell(b.rate, 0)}${cell(a.rate / b.rate, 2, 8)}${cell(a.cpu, 2)}${cell(b.cpu, 2)}${cell(b.cpu / a.cpu, 2, 8)}`,
  );
}

async function round(variant: Variant, query: BenchQuery, connections: number, ms: number): Promise<Measure> {
  const before = await cpuOf(variant);
  const started = performance.now();
  let requests = 0;
  const worker = async () => {
    while (performance.now() - started < ms) {
      await send(variant, query);
      requests++;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { requests, seconds: (performance.now() - started) / 1000, cpuMs: (await cpuOf(variant)) - before };
}

async function cpuOf({ parts }: Variant): Promise<number> {
  return (await Promise.all(parts.map((part) => part.cpu()))).reduce((sum, ms) => sum + ms, 0);
}

async function send({ pool, path, headers }: Variant, { query, variables }: BenchQuery): Promise<string> {
  const body = JSON.stringify({ query, variables });
  const response = await pool.request({
    path,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  return response.body.text();
}

async function ask(variant: Variant, query: BenchQuery): Promise<unknown> {
  const answer = JSON.parse(await send(variant, query)) as { data?: unknown; errors?: unknown };
  if (answer.errors)
    throw new Error(
      `${variant.name} answers ${query.name} with errors: ${JSON.stringify(answer.errors).slice(0, 600)}`,
    );
  return answer.data;
}
