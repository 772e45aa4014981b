import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findCluster } from './cluster';
import { locked } from './lock';
import { asOf } from './os';
import { connect, isOpenElsewhere, isRunning, stop } from './server';

/** How long a server may need until it shows, that was being started when its process was killed. */
const SHOWS_WITHIN = 5_000;
const STOPPED_WITHIN = 120_000;

/**
 * Sees to it that the server ends with this process, even after a kill -9. In a session of its own, so that what ends a
 * whole group of processes leaves it to do its work. The function returned lets it go: the server was seen to.
 */
export function watchOver(folder: string): () => void {
  const program = [join(__dirname, 'sentinel.cjs'), folder, String(process.pid)];
  let released = false;
  let sentinel = post();
  function post() {
    const posted = spawn(process.execPath, program, {
      ...asOf({}),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    for (const each of [posted, posted.stdin]) each.on('error', () => undefined);
    posted.unref();
    if (posted.stdin instanceof Socket) posted.stdin.unref();
    posted.once('exit', () => {
      if (!released) setTimeout(() => (sentinel = post()), 1_000).unref();
    });
    return posted;
  }
  return () => {
    released = true;
    sentinel.kill('SIGKILL');
  };
}

/** What the sentinel does once its process is gone. What fails or is not known yet is looked at again. */
export async function stopAbandoned(folder: string, gone: number): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < STOPPED_WITHIN; await sleep(100)) {
    const state = await stateOf(folder, gone).catch(() => 'busy');
    if (state === 'open' || (state === 'none' && Date.now() - begun > SHOWS_WITHIN)) return;
    if (state === 'abandoned' && (await locked(folder, () => stopped(folder, gone)).catch(() => false)))
      return;
  }
}

/** Looked at again under the lock: in the meantime another process may have opened it. */
async function stopped(folder: string, gone: number): Promise<boolean> {
  const cluster = await findCluster(folder);
  if (!cluster || (await stateOf(folder, gone)) !== 'abandoned') return false;
  await stop(cluster);
  return true;
}

async function stateOf(folder: string, gone: number): Promise<'none' | 'busy' | 'open' | 'abandoned'> {
  const cluster = await findCluster(folder);
  const client = cluster && (await connect(cluster));
  if (client === undefined) return cluster && isRunning(cluster) ? 'busy' : 'none';
  if (client === 'busy') return 'busy';
  const isOpen = await isOpenElsewhere(client, gone).finally(() => client.end());
  return isOpen ? 'open' : 'abandoned';
}
