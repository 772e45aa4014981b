import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, read } from './os';

const WAIT_MS = 120_000;

/**
 * One process at a time creates, starts or stops the server of a folder; the lock of a dead process is taken over.
 * Should two take it over in the same microseconds, no data are harmed: the data folder appears by one rename, and
 * PostgreSQL itself refuses to serve a folder twice.
 */
export async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'postgres.lock');
  for (const until = Date.now() + WAIT_MS; !acquire(file); await sleep(50)) {
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

export const lives = (pid: number): boolean => incarnation(pid) !== '';

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
