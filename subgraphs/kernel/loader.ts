import DataLoader from 'dataloader';
import type { RequestContext } from './context';
import type { Database } from './database';

/**
 * Declares how a noun is fetched in bulk. The function returned gives the operation's one loader; `fetch` gets distinct
 * keys and returns rows in any order, `keyOf` tells whose they are, and a key without a row loads null.
 */
export function defineLoader<Row>(
  fetch: (context: RequestContext, keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (context: RequestContext) => DataLoader<string, Row | null> {
  return (context) =>
    once(context, fetch, () => {
      return new DataLoader<string, Row | null>(async (keys) => {
        const rows = new Map((await fetch(context, keys)).map((row) => [keyOf(row), row]));
        return keys.map((key) => rows.get(key) ?? null);
      }, BATCH);
    });
}

/** A statement takes an array parameter, yet an array of tens of thousands of keys only slows the planner down. */
const BATCH = { maxBatchSize: 2_000 };

/** Something of which an operation has one: made at first use, found by its key afterwards. */
export function once<Thing>(context: RequestContext, key: unknown, make: () => Thing): Thing {
  const known = context.loaders.get(key) as Thing | undefined;
  if (known !== undefined) return known;
  const made = make();
  context.loaders.set(key, made);
  return made;
}

/** How long a small reference table is kept in memory before it is read again. */
const KEPT_MS = 60_000;

/** A table that is kept in memory. */
interface KeptTable<Table> {
  (context: { db: Database }): Promise<Table>;
  /** Something of the table: at once if it is at hand, so that a field of each row of a list has nothing to wait for. */
  pick<Picked>(context: { db: Database }, choose: (table: Table) => Picked): Picked | Promise<Picked>;
  /** Has it read again: whoever changes the table says so after the commit. Other processes see it within a minute. */
  forget(context: { db: Database }): void;
}

/**
 * Declares a small reference table that is kept in memory: divisions, departments, a catalogue. Fetching one of its rows
 * costs no statement; a change is seen within a minute.
 */
export function keptTable<Table>(fetch: (db: Database) => Promise<Table>): KeptTable<Table> {
  const kept = new WeakMap<Database, { loading: Promise<Table>; loaded?: { table: Table }; until: number }>();
  const current = ({ whole: db }: Database) => {
    const known = kept.get(db);
    if (known && known.until > Date.now()) return known;
    const entry: { loading: Promise<Table>; loaded?: { table: Table }; until: number } = {
      loading: fetch(db),
      until: Date.now() + KEPT_MS,
    };
    kept.set(db, entry);
    entry.loading.then(
      (table) => (entry.loaded = { table }),
      // a failed read must not be served for a minute
      () => kept.get(db) === entry && kept.delete(db),
    );
    return entry;
  };
  const reference = ({ db }: { db: Database }) => current(db).loading;
  return Object.assign(reference, {
    pick<Picked>({ db }: { db: Database }, choose: (table: Table) => Picked): Picked | Promise<Picked> {
      const { loaded, loading } = current(db);
      return loaded ? choose(loaded.table) : loading.then(choose);
    },
    forget({ db }: { db: Database }): void {
      kept.delete(db.whole);
    },
  });
}
