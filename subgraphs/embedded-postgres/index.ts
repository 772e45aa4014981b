import { spawn, type SpawnOptions } from 'node:child_process';
import * as fs from 'node:fs';
import { Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findOrCreate, run, type Cluster } from './cluster';
import { locked } from './lock';
import { asOf, codeOf, freePort, read } from './os';

/** `url` is the superuser's, on the database `onematter`. `close` stops PostgreSQL unless another client uses it. */
export type EmbeddedPostgres = { url: string; close(): Promise<void> };

type Log = (line: string) => void;
type Server = { running: () => boolean; output: () => string };

const READY_WITHIN = 60_000;
/** These pass: a killed server's processes are still leaving, or another process took the port or starts the server. */
const PASSING = /is still in use|Address already in use|"postmaster\.pid" already exists/;
const STARTING_STOPPING_OR_FULL = ['57P03', '53300'];

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'fsync=on',
  'wal_compression=on',
  'jit=off',
  'timezone=Asia/Shanghai',
  'log_timezone=Asia/Shanghai',
];

/**
 * Opens the PostgreSQL that lives under `dataDir`, creating and starting it where needed. Several processes may have it
 * open; the last to close stops it. After a kill -9 of this process it goes on serving and the next open uses it.
 * `settings` are PostgreSQL's and go before ours, if it is not yet running. Throws one English line that names the way
 * out, DATABASE_URL.
 */
export async function openEmbeddedPostgres(
  dataDir: string,
  log: Log = () => {},
  settings: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  try {
    fs.mkdirSync(folder, { recursive: true });
    return await locked(folder, () => open(folder, log, settings));
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause))
      .trim()
      .split(/\s*\n\s*/)
      .join(' | ');
    const advice = 'Set DATABASE_URL to use a PostgreSQL of your own.';
    throw new Error(`The embedded PostgreSQL in ${folder} cannot be opened: ${reason}. ${advice}`, { cause });
  }
}

async function open(folder: string, log: Log, settings: readonly string[]): Promise<EmbeddedPostgres> {
  const cluster = await findOrCreate(folder, log);
  const presence = await serve(cluster, settings);
  try {
    const { rowCount } = await presence.query("select from pg_database where datname = 'onematter'");
    if (!rowCount) await presence.query('create database onematter');
  } catch (error) {
    await leave(cluster, presence, log);
    throw error;
  }
  // this connection tells other processes that we are here, even when our pool is empty; it keeps no script alive
  if (presence.connection.stream instanceof Socket) presence.connection.stream.unref();
  let closed: Promise<void> | undefined;
  return {
    url: `postgresql://postgres:${cluster.password}@127.0.0.1:${presence.port}/onematter`,
    close: () => (closed ??= locked(folder, () => leave(cluster, presence, log))),
  };
}

async function leave(cluster: Cluster, presence: Client, log: Log): Promise<void> {
  const client = await connect(cluster);
  await presence.end();
  if (!(client instanceof Client)) return;
  const others = await clientsStayingOn(client);
  await client.end();
  if (others) {
    log(`PostgreSQL goes on serving ${cluster.data}: ${others} other connections are open`);
    return;
  }
  await run(cluster, 'pg_ctl', 'stop', '-D', cluster.data, '-m', 'fast', '-t', '60').catch(
    (error: unknown) => {
      if (fs.existsSync(join(cluster.data, 'postmaster.pid'))) throw error;
    },
  );
}

/** Connections that were closed a moment ago have a second to vanish. */
async function clientsStayingOn(client: Client): Promise<number> {
  const count =
    "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
  for (const until = Date.now() + 1000; ; await sleep(25)) {
    const { rowCount } = await client.query(count);
    if (!rowCount || Date.now() > until) return rowCount ?? 0;
  }
}

/** Ends with a connection to a server that accepts them; starts one unless there is. */
async function serve(cluster: Cluster, settings: readonly string[]): Promise<Client> {
  let server: Server | undefined;
  for (const until = Date.now() + READY_WITHIN; Date.now() < until; await sleep(25)) {
    const client = await connect(cluster);
    if (client instanceof Client) return client;
    if (client === 'busy' || server?.running()) continue;
    if (server && !PASSING.test(server.output())) break;
    if (server) await sleep(250);
    server = await start(cluster, settings);
  }
  throw new Error(
    `PostgreSQL accepts no connections, and its log ends with: ${server?.output() || lastLines(cluster.folder, 0)}`,
  );
}

/** A connection to the server of this very folder; 'busy' while it starts or stops; undefined if there is none. */
async function connect({ data, password }: Cluster): Promise<Client | 'busy' | undefined> {
  const port = Number(read(join(data, 'postmaster.pid')).split('\n')[3]);
  if (!port) return undefined;
  const login = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', ssl: false };
  const client = new Client({
    ...login,
    connectionTimeoutMillis: 5000,
    application_name: 'onematter-presence',
  });
  client.on('error', () => {}); // a lost connection is noticed when it is next used
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory === data) return client;
    await client.end(); // the pid file is a stale one and its port has gone to another server
  } catch (error) {
    void client.end();
    if (STARTING_STOPPING_OR_FULL.includes(codeOf(error))) return 'busy';
  }
  return undefined;
}

/** In a session of its own, so that neither Ctrl-C nor the end of this process reaches it. */
async function start({ folder, data, bin, account }: Cluster, more: readonly string[]): Promise<Server> {
  const settings = [...SETTINGS, ...more, `port=${await freePort()}`].flatMap((setting) => ['-c', setting]);
  const file = join(folder, 'postgres.log');
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000)
    fs.renameSync(file, `${file}.1`);
  const log = fs.openSync(file, 'a', 0o600);
  const logged = fs.fstatSync(log).size;
  const options: SpawnOptions = { ...asOf(account), detached: true, stdio: ['ignore', log, log] };
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings], options);
  fs.closeSync(log);
  child.unref();
  let ended = '';
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `postgres ended with ${code ?? signal}`));
  return { running: () => !ended, output: () => lastLines(folder, logged) || ended };
}

const lastLines = (folder: string, from: number): string =>
  Buffer.from(read(join(folder, 'postgres.log')))
    .subarray(from)
    .toString()
    .trim()
    .split('\n')
    .slice(-8)
    .join('\n');
