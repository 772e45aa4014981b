import { setTimeout as sleep } from 'node:timers/promises';
import { startSubgraphs } from '../../gateway/platform';
import { DEFAULT_AS_OF, loadDemoData } from '../../subgraphs/demo';
import { createLog, standingOf, type Subgraph } from '../../subgraphs/kernel';
import type { TestDatabase } from './database';
import { preparedDatabase } from './prepared-database';
import { TEST_SETTINGS } from './settings';

const DEMO_DATA = { enterprises: 300, seed: 1, region: null, asOf: DEFAULT_AS_OF };

/** A fresh copy of a database with demo data. */
export function demoDatabase(): Promise<TestDatabase> {
  return preparedDatabase('demo', load);
}

/** All subgraphs, each other's peers, on the day that the demo is made for. */
export function startDemo(url: string): Promise<ReadonlyMap<string, Subgraph>> {
  const clock = () => new Date(`${DEFAULT_AS_OF}T09:00:00+08:00`);
  const config = { ...TEST_SETTINGS, subgraphTimeoutMs: 10_000 };
  return startSubgraphs(config, { urlOf: () => url }, createLog('silent', 'test'), { clock });
}

async function load(url: string): Promise<void> {
  const running = await startDemo(url);
  try {
    await loadDemoData(running, DEMO_DATA);
    await untilMerged(running.get('exchange'));
  } finally {
    for (const subgraph of running.values()) await subgraph.stop();
  }
}

/** Copies begin where this one ended: none has to read all journals anew. */
async function untilMerged(exchange: Subgraph | undefined): Promise<void> {
  for (const end = Date.now() + 60_000; exchange && Date.now() < end; await sleep(100))
    if (standingOf(await exchange.reactionStates()) === 'up to date') return;
  throw new Error('the merged log is not up to date');
}
