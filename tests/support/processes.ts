import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The command lines of all processes that name this, but for our own; what is dead and not yet buried does not count. */
export function processesOf(name: string): string[] {
  const all = existsSync('/proc/self/cmdline')
    ? readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && pid !== String(process.pid))
    : [];
  const lines = all.length > 0 ? all.map(commandLineOf) : listed();
  return lines.filter((line) => line.includes(name));
}

function commandLineOf(pid: string): string {
  try {
    return `${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()}`;
  } catch {
    return '';
  }
}

const listed = () => spawnSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n');

/** What is left of the processes that name this after so long; none, as soon as none is. */
export async function leftOf(name: string, withinMs: number): Promise<string[]> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(100))
    if (processesOf(name).length === 0) return [];
  return processesOf(name);
}
