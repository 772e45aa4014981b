import { spawn, type SpawnOptions } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { run, type Cluster } from './cluster';
import { lives } from './lock';
import { asOf, codeOf, freePort, isFree, read } from './os';

type Server = { running: () => boolean; output: () => string };

const READY_WITHIN = 60_000;
/** These pass: a killed server's processes are still leaving, or another process took the port or starts the server. */
const PASSING = /is still in use|Address already in use|"postmaster\.pid" already exists/;
const STARTING_STOPPING_OR_FULL = ['57P03', '53300'];
/** A connection of this name says that a process has the database open; the number is that process's. */
const PRESENCE = 'onematter-presence';

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

/** How to serve: PostgreSQL's settings, which go before ours, and the port that clients know, if any does yet. */
export type Serving = { settings: readonly string[]; port?: number };

/** Ends with a connection to a server that accepts them; starts one unless there is. */
export async function serve(cluster: Cluster, serving: Serving): Promise<Client> {
  let server: Server | undefined;
  for (const until = Date.now() + READY_WITHIN; Date.now() < until; await sleep(25)) {
    const client = await connect(cluster);
    if (client instanceof Client) return client;
    if (client === 'busy' || server?.running()) continue;
    if (server && !PASSING.test(server.output())) break;
    if (server) await sleep(250);
    server = await start(cluster, serving);
  }
  throw new Error(
    `PostgreSQL accepts no connections, and its log ends with: ${server?.output() || lastLines(cluster.folder, 0)}`,
  );
}

/** A connection to the server of this very folder; 'busy' while it starts or stops; undefined if there is none. */
export async function connect({ data, password }: Cluster): Promise<Client | 'busy' | undefined> {
  const port = portOf(data);
  if (!port) return undefined;
  const login = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', ssl: false };
  const client = new Client({
    ...login,
    connectionTimeoutMillis: 5000,
    application_name: `${PRESENCE} ${process.pid}`,
  });
  client.on('error', () => {}); // a lost connection is noticed by its end
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

/** Connections besides this one. Those that were closed a moment ago have a second to vanish. */
export async function clientsStayingOn(client: Client): Promise<number> {
  const count =
    "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
  for (const until = Date.now() + 1000; ; await sleep(25)) {
    const { rowCount } = await client.query(count);
    if (!rowCount || Date.now() > until) return rowCount ?? 0;
  }
}

/** Whether a process other than this one and the one that is gone has the database open. */
export async function isOpenElsewhere(client: Client, gone: number): Promise<boolean> {
  const others =
    "select from pg_stat_activity where application_name like $1 || ' %' and application_name <> all ($2)";
  const ours = [process.pid, gone].map((pid) => `${PRESENCE} ${pid}`);
  return ((await client.query(others, [PRESENCE, ours])).rowCount ?? 0) > 0;
}

export async function stop(cluster: Cluster): Promise<void> {
  await run(cluster, 'pg_ctl', 'stop', '-D', cluster.data, '-m', 'fast', '-t', '60').catch(
    (error: unknown) => {
      if (fs.existsSync(join(cluster.data, 'postmaster.pid'))) throw error;
    },
  );
}

/** Whether there is a server, though it may be too busy to answer. */
export const isRunning = ({ data }: Cluster): boolean =>
  lives(Number.parseInt(read(join(data, 'postmaster.pid'))));

/** The port that the server listens at, or listened at when it was killed. */
function portOf(data: string): number {
  return Number(read(join(data, 'postmaster.pid')).split('\n')[3]);
}

/** In a session of its own, so that neither Ctrl-C nor the end of this process reaches it. */
async function start({ folder, data, bin, account }: Cluster, serving: Serving): Promise<Server> {
  const port = serving.port ?? (await portFor(data));
  const settings = [...SETTINGS, ...serving.settings, `port=${port}`].flatMap((setting) => ['-c', setting]);
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

/** After a kill the port that it had, for whoever still knows that one. */
async function portFor(data: string): Promise<number> {
  const last = portOf(data);
  return last && (await isFree(last)) ? last : freePort();
}

const lastLines = (folder: string, from: number): string =>
  Buffer.from(read(join(folder, 'postgres.log')))
    .subarray(from)
    .toString()
    .trim()
    .split('\n')
    .slice(-8)
    .join('\n');
