import type { PoolClient } from 'pg';

/**
 * So many statements a connection keeps prepared, each with its plan in the memory of PostgreSQL for as long as it lasts;
 * then a new one takes its place. Nothing else ends them that PgBouncer passes on.
 */
export const MOST_PREPARED = 250;

const known = new WeakMap<PoolClient, Set<string>>();
/** Looked through when figures are asked for; what was collected meanwhile goes. */
const living = new Set<WeakRef<Set<string>>>();

/** The names of what is prepared on a connection. */
export function preparedOn(client: PoolClient): Set<string> {
  const prepared = known.get(client);
  if (prepared) return prepared;
  const none = new Set<string>();
  known.set(client, none);
  living.add(new WeakRef(none));
  return none;
}

/** How many statements the connection of this process has prepared that has most; one that has ended may still count. */
export function mostPrepared(): number {
  let most = 0;
  for (const each of living) {
    const prepared = each.deref();
    if (prepared) most = Math.max(most, prepared.size);
    else living.delete(each);
  }
  return most;
}
