import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** One process of a variant, whose CPU time can be asked for. */
export class Part {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts a program of the project and waits for the line that says it is ready. */
  static start(
    file: string,
    args: readonly string[],
    env: Record<string, string>,
    flags: readonly string[] = [],
  ): Promise<Part> {
    const child = fork(join(ROOT, file), [...args], {
      execArgv: [...flags, '-r', '@swc-node/register', '-r', join(__dirname, 'report-cpu.cjs')],
      env: { ...process.env, LOG_LEVEL: 'error', ...env },
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`${file} ${args.join(' ')} ended with ${code}`)));
      child.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('is ready')) resolve(new Part(child));
      });
    });
  }

  /** CPU time so far, in ms. */
  cpu(): Promise<number> {
    return new Promise((resolve) => {
      this.child.once('message', (ms) => resolve(ms as number));
      this.child.send('cpu');
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.child.removeAllListeners('exit').once('exit', () => resolve());
      this.child.kill('SIGTERM');
    });
  }
}
