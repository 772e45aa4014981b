import { subgraphs } from '../../subgraphs';
import { DEFAULT_AS_OF, loadDemoData } from '../../subgraphs/demo';
import { Subgraph, createLog } from '../../subgraphs/kernel';
import type { TestDatabase } from './database';
import { preparedDatabase } from './prepared-database';
import { TEST_SETTINGS } from './settings';

const DEMO_DATA = { enterprises: 300, seed: 1, region: null, asOf: DEFAULT_AS_OF };

/** A fresh copy of a database with demo data. */
export function demoDatabase(): Promise<TestDatabase> {
  return preparedDatabase('demo', load);
}

async function load(url: string): Promise<void> {
  const options = {
    url,
    settings: TEST_SETTINGS,
    log: createLog('silent', 'test'),
    clock: () => new Date(`${DEFAULT_AS_OF}T09:00:00+08:00`),
  };
  const running = new Map<string, Subgraph>();
  for (const definition of subgraphs) running.set(definition.name, await Subgraph.start(definition, options));
  try {
    await loadDemoData(running, DEMO_DATA);
  } finally {
    for (const subgraph of running.values()) await subgraph.stop();
  }
}
