import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, read } from './sources';

/** A process of the platform's own, as an operator starts it. */
export interface Child {
  pid: number;
  /** What it has printed, both outputs. */
  output: () => string;
  /** Resolves with the first line that fits; rejects when it ends before, or after four minutes. */
  line: (wanted: RegExp) => Promise<RegExpExecArray>;
  kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that has ended it. */
  ended: Promise<number | string>;
  /** Ends it in good order; by force if it does not. */
  stop: () => Promise<void>;
}

const READY_WITHIN_MS = 240_000;
const STOP_WITHIN_MS = 4_000;

/** The options of Node.js in `npm start`. */
export function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Runs a command of ours, as `onematter` does. */
export function startCommand(args: readonly string[], env: Record<string, string>): Child {
  return startChild('cli/onematter.cjs', args, env);
}

/** Runs one of our entries with nothing of this environment but what is given. */
/** @param flags of Node.js */
export function startChild(
  entry: string,
  args: readonly string[],
  env: Record<string, string>,
  flags: readonly string[] = [],
): Child {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    process.execPath,
    [...flags, '-r', join(__dirname, 'end-with-parent.cjs'), '-r', '@swc-node/register', entry, ...args],
    {
      cwd: ROOT,
      env: { PATH, HOME, TZ: 'Asia/Shanghai', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    line: (wanted) => waitForLine(child, wanted, () => output),
    kill: (signal) => void child.kill(signal),
    ended,
    stop: async () => {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      if ((await Promise.race([ended, sleep(STOP_WITHIN_MS, 'late', { ref: false })])) === 'late')
        child.kill('SIGKILL');
      await ended;
    },
  };
}

async function waitForLine(
  child: ChildProcess,
  wanted: RegExp,
  output: () => string,
): Promise<RegExpExecArray> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await sleep(10)) {
    const found = wanted.exec(output());
    if (found) return found;
    if (child.exitCode !== null || child.signalCode !== null) break;
  }
  throw new Error(`the process printed no ${wanted.source}, but: ${output().slice(-2_000) || 'nothing'}`);
}
