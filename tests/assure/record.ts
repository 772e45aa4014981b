import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { RECORD, recorded, type Entry } from '../../docs/assurance';
import { ROOT } from '../support/sources';

/** After each row, so that one that is interrupted has lost no more than the row that it was at. */
export function keep(name: string, entry: Entry): void {
  const all = { ...recorded(), [name]: entry };
  writeFileSync(RECORD, `${JSON.stringify(all, null, 2)}\n`);
}

export function machineHere(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${memory}, Node.js ${process.version}`;
}

/** With a + where files differ from it; empty where there is no history. */
export function commitHere(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', ':!docs').length > 0;
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    return '';
  }
}
