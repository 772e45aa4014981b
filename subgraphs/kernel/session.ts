import { Client } from 'pg';

export interface DatabaseOptions {
  url: string;
  /** Schema of the subgraph; its role is named after it and can touch nothing else. */
  schema: string;
  entities: readonly (new () => object)[];
  poolSize?: number;
  /** How long who asks waits for a connection; commands are patient. */
  waitMs?: number;
}

export function roleOf(schema: string): string {
  return `onematter_${schema}`;
}

export const WAIT_MS = 30_000;

/** Every connection works in the subgraph's schema, with the rights of its role, and never waits for good. */
export function session({ schema, waitMs = WAIT_MS }: DatabaseOptions, plan_cache_mode: string) {
  const settings = {
    search_path: schema,
    role: roleOf(schema),
    plan_cache_mode,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  };
  const options = Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  return {
    options,
    connectionTimeoutMillis: waitMs,
    keepAlive: true,
    application_name: `onematter ${schema}`,
  };
}

/** One connection of its own, for what lasts as long as it does; not connected yet. */
export function clientOf(options: Pick<DatabaseOptions, 'url' | 'schema'>, use: string): Client {
  const given = session({ ...options, entities: [] }, 'auto');
  return new Client({
    connectionString: options.url,
    ...given,
    application_name: `${given.application_name} ${use}`,
  });
}
