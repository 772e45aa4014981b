import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable, type Writable } from 'node:stream';
import { Client } from 'pg';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../../subgraphs/embedded-postgres';

export type Opener = ChildProcessByStdio<Writable, Readable, null>;
export type Account = { uid?: number; gid?: number };

export const MODULE = require.resolve('../../subgraphs/embedded-postgres');
export const REGISTER = require.resolve('@swc-node/register');
/**
 * Prints the address, then every row that PostgreSQL acknowledged, what it is told of the server, or nothing; closes at
 * the end of its input.
 */
const PROGRAM = `
  const { openEmbeddedPostgres } = require(${JSON.stringify(MODULE)});
  const { Client } = require(${JSON.stringify(require.resolve('pg'))});
  const [folder, does] = process.argv.slice(1);
  (async () => {
    const log = does === 'tell' ? console.log : undefined;
    const database = await openEmbeddedPostgres(folder, log, [], (error) => {
      console.log(error.message);
      process.exit(3);
    });
    console.log(database.url);
    process.stdin.resume().once('end', () => database.close());
    if (does !== 'write') return;
    const client = new Client(database.url);
    await client.connect();
    for (;;) console.log((await client.query('insert into entry default values returning id')).rows[0].id);
  })();`;

const openers: Opener[] = [];
/** Where the folders of a test file are. */
export const home = fs.mkdtempSync(join(tmpdir(), 'onematter-postgres-'));
fs.chmodSync(home, 0o755);
afterAll(async () => {
  for (const opener of openers)
    if (opener.exitCode === null && opener.signalCode === null) opener.kill('SIGKILL');
  for (const folder of fs.readdirSync(home).map((name) => join(home, name))) {
    if (serves(folder)) await using(folder, async () => {}).catch(() => {}); // only after a failed test
  }
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** Opens the folder in a process group of its own, as a terminal would give it. */
export function startOpener(folder: string, does: 'write' | 'wait' | 'tell', account: Account = {}): Opener {
  const options = {
    ...account,
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'] as ['pipe', 'pipe', 'inherit'],
  };
  const child = spawn(process.execPath, ['-r', REGISTER, '-e', PROGRAM, folder, does], options);
  openers.push(child);
  return child;
}

export async function linesOf(opener: Opener, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface(opener.stdout)) if (lines.push(line) >= count) break;
  return lines;
}

export const exitOf = (opener: Opener): Promise<void> =>
  new Promise((done) =>
    opener.exitCode === null && opener.signalCode === null ? opener.once('exit', () => done()) : done(),
  );

export async function sendToGroup(opener: Opener, signal: NodeJS.Signals): Promise<void> {
  const exit = exitOf(opener);
  process.kill(-(opener.pid ?? 0), signal);
  await exit;
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function using<T>(folder: string, work: (database: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const database = await openEmbeddedPostgres(folder);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A folder that was opened and closed before; a cluster is made once, which takes seconds, and copied. */
export async function openedBefore(name: string): Promise<string> {
  const [model, folder] = [join(home, 'opened-before'), join(home, name)];
  if (!fs.existsSync(model)) await using(model, async () => {});
  execFileSync('cp', ['-a', model, folder]);
  return folder;
}

export const postmasterOf = (folder: string): number =>
  Number.parseInt(fs.readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'));
export const serves = (folder: string): boolean => fs.existsSync(join(folder, 'postgres/postmaster.pid'));
