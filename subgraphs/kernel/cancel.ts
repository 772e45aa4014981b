import { Connection, type Pool, type PoolClient } from 'pg';

/**
 * A connection that is ours until we release it. Meanwhile its pool does not listen to it: unheard, a break (a restart of
 * the server) would end the process; the statement that notices it fails, and that is enough.
 */
export async function taken(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  if (client.listenerCount('error') === 0) client.on('error', () => undefined);
  return client;
}

/** Runs a statement; the signal cancels it. Until that is done the connection is nobody else's: it would be their statement that ends. */
export async function endedBy<Result>(
  signal: AbortSignal,
  client: PoolClient,
  run: () => Promise<Result>,
): Promise<Result> {
  let cancelled: Promise<unknown> | undefined;
  const cancel = () => void (cancelled = cancelStatement(client));
  signal.throwIfAborted();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await run();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    await cancelled;
  }
}

/**
 * Ends what a connection is at work on, as PostgreSQL's protocol has it: by a connection of its own, which the server
 * closes once it has told. (pg_cancel_backend would need a login that may end the statements of others.)
 */
async function cancelStatement(client: PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as PoolClient & CancelKey;
  const messenger = new Connection();
  const told = new Promise<void>((done) => {
    for (const end of ['end', 'error']) messenger.on(end, () => done());
  });
  messenger.once('connect', () => (messenger as unknown as Messenger).cancel(processID, secretKey));
  if (host.startsWith('/')) (messenger as unknown as Messenger).connect(`${host}/.s.PGSQL.${port}`);
  else (messenger as unknown as Messenger).connect(port, host);
  await told;
}
interface CancelKey {
  processID: number;
  secretKey: number;
}
/** What pg's types leave out. */
interface Messenger {
  connect(port: number | string, host?: string): void;
  cancel(processID: number, secretKey: number): void;
}
