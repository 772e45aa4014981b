import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Sample } from './judge';

/** What the operating system and the service itself say of it now. Linux only: nowhere else is it told to everyone. */
export async function sampleOf(
  pid: number,
  { metrics, folders }: { metrics: string; folders: readonly string[] },
): Promise<Omit<Sample, 'seconds'>> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const text = await (await fetch(metrics)).text();
  const prepared = /^onematter_prepared_statements (\d+)$/m.exec(text)?.[1];
  if (prepared === undefined) throw new Error('the service does not say how many statements are prepared');
  return {
    rssMb: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024,
    openFiles: readdirSync(`/proc/${pid}/fd`).length,
    filesOnDisk: folders.reduce((sum, folder) => sum + filesIn(folder), 0),
    prepared: Number(prepared),
  };
}

export function canSample(): boolean {
  return existsSync('/proc/self/status');
}

function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}
