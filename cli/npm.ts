import { readFileSync } from 'node:fs';
import type { Environment } from './commands';

const EVERY_MS = 500;

/**
 * Where npm has started this process, it ends with npm: npm runs it by a shell, which passes no signal on, and a kill -9
 * of npm reaches neither. What is told here is what a signal to terminate tells.
 */
export function endWithNpm(env: Environment): void {
  if (!env.npm_lifecycle_event) return;
  const { ppid } = process;
  const npm = isShellOfNpm(ppid) ? parentOf(ppid) : ppid;
  const timer = setInterval(() => {
    if (process.ppid === ppid && isAlive(npm)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  timer.unref();
}

/** `sh -c "node …"`; a shell that hands its process over to node is not there any more. */
function isShellOfNpm(pid: number): boolean {
  return read(pid, 'cmdline').split('\0')[1] === '-c';
}

function parentOf(pid: number): number {
  return Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1]);
}

/** '' where there is no /proc: then the end of the shell is all that is seen. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
