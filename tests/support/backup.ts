import { Client } from 'pg';

const TABLES = [
  'dishonesty_listing',
  'published_listing',
  'dishonesty_change',
  'dishonesty_feed',
  'bucket_row',
];

export interface Backup {
  /** Brings all back, as a backup is loaded: past the triggers. */
  restore: () => Promise<void>;
  close: () => Promise<void>;
}

/** What the lists and their feed are now. */
export async function backUpFeed(connectionString: string): Promise<Backup> {
  const client = new Client({ connectionString, application_name: 'onematter tests' });
  client.on('error', () => undefined); // the database may be dropped first
  await client.connect();
  await client.query('SET search_path = credit; SET session_replication_role = replica');
  for (const table of TABLES) await client.query(`CREATE TEMPORARY TABLE kept_${table} AS TABLE ${table}`);
  return {
    restore: async () => {
      // not TRUNCATE: who reads an older state would find nothing
      await client.query(['BEGIN', ...TABLES.map((table) => `DELETE FROM ${table}`)].join('; '));
      for (const table of TABLES) {
        const columns = await writtenColumns(client, table);
        await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept_${table}`);
      }
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}

/** All but those that PostgreSQL works out. */
async function writtenColumns(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}
