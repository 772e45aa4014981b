import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { demoDatabase } from '../support/demo-database';
import { postTo, sendTo } from '../support/http';
import { ASKS_FOR_POOLS, poolsIn } from '../support/pools';
import { documentsAt, largeBodies, randomDear, type Dear } from './documents';
import { startService, type Seen, type Service } from './service';

/** What one operation of any cost within the limits may do, asked so many times at once. */
export const AT_ONCE = 64;
export const MOST = { rssMb: 1_024, stallMs: 200, healthMs: 1_000 };
const COST_LIMIT = 10_000;
const PAGES = [100, 100, 50, 20];
const SECOND = 1_000;

/** What was seen while one document was asked by all at once. */
export interface Burst extends Seen {
  name: string;
  points: number;
  /** How many were answered with which status. */
  statuses: Record<string, number>;
  /** Refusals that do not say when to come again. */
  unsaid: number;
  /** The longest that the health took to answer meanwhile. */
  healthMs: number;
}
export interface BurstOptions {
  seed: number;
  /** How many operations are made at random, and how many of the dearest are taken. */
  random: { tries: number; taken: number };
  /** Those whose name fits. */
  only?: RegExp;
  each?: (burst: Burst) => void;
}

/**
 * Starts everything in one process as `npm start` does, in production, and asks it 64 times at once for each of the dearest documents that it
 * accepts: known kinds at the limit of cost, the dearest of many made at random by the seed, and bodies as large as they may be.
 */
export async function burst({ seed, random, only = /./, each }: BurstOptions): Promise<Burst[]> {
  const database = await demoDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'onematter-burst-'));
  try {
    const service = await startService(database.url, folder);
    try {
      const { data } = await postTo(service.address, ASKS_FOR_POOLS, { token: service.token });
      const made = randomDear(COST_LIMIT, seed, poolsIn(data, PAGES), { ...random, taken: 8 * random.taken });
      const accepted = await acceptedOf(service, made, random.taken);
      const all = [...documentsAt(COST_LIMIT), ...largeBodies(), ...accepted];
      const found: Burst[] = [];
      for (const dear of all.filter(({ name }) => only.test(name))) {
        found.push(await askAtOnce(service, dear));
        each?.(found.at(-1) as Burst);
      }
      return found;
    } finally {
      await service.stop();
    }
  } finally {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The dearest made at random that are answered: the values of some are no good. */
async function acceptedOf(service: Service, made: readonly Dear[], most: number): Promise<Dear[]> {
  const pool = new Pool(service.address);
  const accepted: Dear[] = [];
  for (const dear of made)
    if (accepted.length < most && (await send(pool, service, dear)).status === 200) accepted.push(dear);
  await pool.close();
  return accepted;
}

/** Each is asked once before: it is planned, and what it answers is what it will. */
async function askAtOnce(service: Service, dear: Dear): Promise<Burst> {
  const pool = new Pool(service.address, {
    connections: AT_ONCE,
    headersTimeout: 60 * SECOND,
    bodyTimeout: 60 * SECOND,
  });
  await send(pool, service, dear);
  await service.forget();
  let under = true;
  const health = longestHealth(service.address, () => under);
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(pool, service, dear)));
  under = false;
  const statuses: Record<string, number> = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  await pool.close();
  return {
    name: dear.name,
    points: dear.points,
    statuses,
    unsaid: answers.filter(({ status, retryAfter }) => status === 503 && !retryAfter).length,
    healthMs: await health,
    ...(await service.seen()),
  };
}

async function send(pool: Pool, { token }: Service, { body, asOfficer }: Dear) {
  const {
    statusCode,
    headers,
    body: answer,
  } = await pool.request({
    path: '/graphql',
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(asOfficer && { authorization: `Bearer ${token}`, 'x-access-purpose': 'burst' }),
    },
  });
  await answer.dump({ limit: Number.MAX_SAFE_INTEGER });
  return { status: statusCode, retryAfter: headers['retry-after'] };
}

async function longestHealth(address: string, goesOn: () => boolean): Promise<number> {
  let longest = 0;
  while (goesOn()) {
    const began = performance.now();
    await sendTo(`${address}/health/live`, null);
    longest = Math.max(longest, Math.round(performance.now() - began));
    await sleep(100);
  }
  return longest;
}

/** One line of the record. */
export function lineOf({ name, points, statuses, rssMb, stallMs, workedMs, healthMs }: Burst): string {
  const answered = Object.entries(statuses).map(([status, times]) => `${times} × ${status}`);
  return `${String(points).padStart(6)} points, ${answered.join(', ').padEnd(18)} RSS ${rssMb} MB, event loop ${stallMs} ms (${workedMs} of work), health ${healthMs} ms: ${name}`;
}

/** What of a burst is beyond the figures. By work, since on a busy machine the loop waits for others, too. */
export function faultsIn(bursts: readonly Burst[]): string[] {
  return bursts
    .filter(
      ({ rssMb, workedMs, unsaid, statuses }) =>
        rssMb > MOST.rssMb ||
        workedMs > MOST.stallMs ||
        unsaid > 0 ||
        Object.keys(statuses).some((status) => !['200', '413', '503'].includes(status)),
    )
    .map(lineOf);
}
