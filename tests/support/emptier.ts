import { Client, escapeIdentifier } from 'pg';

/**
 * Brings the tables of a schema back to what they were, for a test that must find nothing of the one before it: many times
 * cheaper than a new database. Only what has changed is touched, as the number of rows and the last transaction tell.
 */
export class Emptier {
  private constructor(
    private readonly client: Client,
    private readonly schema: string,
    private readonly tables: readonly string[],
    private states: ReadonlyMap<string, State>,
  ) {}

  static async of(url: string, schema: string): Promise<Emptier> {
    const client = new Client({ connectionString: url, application_name: 'onematter tests' });
    client.on('error', () => undefined); // the database may be dropped first
    await client.connect();
    // as a restored backup is loaded: past the triggers that keep a history from being changed
    await client.query('SET session_replication_role = replica');
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename <> 'migration'",
      [schema],
    );
    const tables = rows.map(({ name }) => name);
    const states = await statesOf(client, schema, tables);
    for (const [table, { count }] of states) {
      if (count > 0)
        await client.query(`CREATE TEMPORARY TABLE ${keptOf(table)} AS TABLE ${placeOf(schema, table)}`);
    }
    return new Emptier(client, schema, tables, states);
  }

  async empty(): Promise<void> {
    const states = await statesOf(this.client, this.schema, this.tables);
    const changed = this.tables.filter((table) => !isSame(states.get(table), this.states.get(table)));
    if (changed.length > 0) {
      const places = changed.map((table) => placeOf(this.schema, table));
      // not truncated: that makes and removes a file for each table and index, twenty times the work of a few rows
      const deletions = places.map((place) => `DELETE FROM ${place}`).join('; ');
      await this.client.query(`BEGIN; LOCK TABLE ${places.join(', ')}; ${deletions}; COMMIT`);
      const filled = changed.filter((table) => (this.states.get(table)?.count ?? 0) > 0);
      for (const table of filled)
        await this.client.query(`INSERT INTO ${placeOf(this.schema, table)} TABLE ${keptOf(table)}`);
      if (filled.length > 0) this.states = await statesOf(this.client, this.schema, this.tables);
    }
    await this.client.query(
      `SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence JOIN pg_class ON pg_class.oid = seqrelid
       WHERE relnamespace = $1::regnamespace AND relname <> 'migration_id_seq'`,
      [this.schema],
    );
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

interface State {
  count: number;
  /** The youngest transaction that has written a row that is there. */
  last: string | null;
}

function isSame(one: State | undefined, other: State | undefined): boolean {
  return one?.count === other?.count && one?.last === other?.last;
}

async function statesOf(
  client: Client,
  schema: string,
  tables: readonly string[],
): Promise<Map<string, State>> {
  const each = tables.map(
    (table, at) =>
      `SELECT ${at} AS at, count(*)::int AS count, max(xmin::text::bigint)::text AS last FROM ${placeOf(schema, table)}`,
  );
  const { rows } = await client.query<State & { at: number }>(each.join(' UNION ALL '));
  return new Map(rows.map(({ at, count, last }) => [tables[at] as string, { count, last }]));
}

function placeOf(schema: string, table: string): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
}

function keptOf(table: string): string {
  return `pg_temp.${escapeIdentifier(table)}`;
}
