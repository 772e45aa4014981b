import type { Subgraph } from '../kernel';
import { DEFAULT_AS_OF, Resume, loadDemoData } from './load';

export { DEFAULT_AS_OF, loadDemoData, type DemoOptions } from './load';

const FIRST_START = { enterprises: 2_000, seed: 1, region: null, asOf: DEFAULT_AS_OF };

/**
 * Fills an empty register with synthetic data, so that a newcomer has something to query; goes on if that was interrupted.
 * A register that holds anything else is left alone.
 */
export async function fillIfEmpty(
  running: ReadonlyMap<string, Subgraph>,
  say: (line: string) => void,
): Promise<void> {
  const registry = running.get('registry') as Subgraph;
  const begun = await new Resume(registry, FIRST_START).done();
  const [any] = await registry.db.read('SELECT FROM enterprise LIMIT 1');
  if (begun === null && any) return;
  const { rows } = await loadDemoData(running, FIRST_START);
  if (rows > 0) say(`${rows} synthetic records are loaded, each marked as such.`);
}
