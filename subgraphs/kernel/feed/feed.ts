import type { Line } from './line';

/** A feed of what is published of a noun: what a line holds, and where the database keeps it (docs/decisions/0014). */
export interface Feed {
  line: Line;
  tables: FeedTables;
}

/** Names and fragments of SQL, none of which comes from outside. */
export interface FeedTables {
  /** Its one row. */
  head: string;
  changes: string;
  /** What is published, each with `record_id`, `bucket`, `expires_on` and `listed_at`. */
  published: string;
  /** The hashes of the rows of its tree. */
  rows: string;
  /** The line of a row that is `known`, as a statement. */
  line: string;
  /** The call that says what a day brings, up to its arguments for the day and the most at once; whether there is any. */
  turn: string;
  isDue: (day: string) => string;
  /** The call for the mark of a place, up to its argument. */
  mark: string;
}

/** A feed in the tables that every subgraph has: `feed_begin` of the database has begun it. */
export function feedOf(line: Line, name: string, table: string, key: string, lineFunction: string): Feed {
  const own = (from: string) => `(SELECT * FROM ${from} WHERE feed = '${name}')`;
  return {
    line,
    tables: {
      head: `(SELECT *, NULL::bit(256) AS digest FROM feed WHERE name = '${name}')`,
      changes: `(SELECT *, NULL::varchar AS list FROM feed_change WHERE feed = '${name}')`,
      published: own('feed_published'),
      rows: own('feed_row'),
      line: `SELECT ${lineFunction}(stored) AS line FROM ${table} AS stored WHERE stored.${key} = known.record_id`,
      turn: `feed_turn('${name}', `,
      isDue: (day) => `feed_is_due('${name}', ${day})`,
      mark: `feed_mark('${name}', `,
    },
  };
}

/** The addresses of a feed. */
export function addressesOf({ line: { feed } }: Feed) {
  return {
    ndjson: `/feeds/${feed}.ndjson`,
    csv: `/feeds/${feed}.csv`,
    schema: `/feeds/${feed}.schema.json`,
  };
}

/** Where the keys of all feeds are. */
export const PUBLIC_KEY_URL = '/.well-known/jwks.json';
