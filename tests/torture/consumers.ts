import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../support/sources';
import type { Work } from './writers';

export interface Copy {
  sequence: string | null;
  caughtUp: boolean;
  lines: Record<string, string>;
}

/** The reference consumer as a process of its own, killed now and again, always with the same file. */
export class Consumer {
  private readonly file: string;
  private child: ChildProcess | undefined;

  constructor(
    private readonly work: Work,
    private readonly number: number,
    private readonly faults: string[],
  ) {
    this.file = join(work.stage.folder, `copy-${number}.json`);
  }

  /** Runs and is killed until it is said to stop; then runs on. */
  async live(): Promise<void> {
    this.start();
    while (!this.work.stopped()) {
      await sleep(300 + Math.random() * 1_500);
      await this.kill();
      this.work.count('killed');
      this.start();
    }
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  copy(): Copy | null {
    return existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as Copy) : null;
  }

  private start(): void {
    const from = this.number % 2 === 0 ? ['--from-snapshot'] : [];
    const { address } = this.work.stage;
    const args = [
      join(ROOT, 'docs/feed-consumer/consumer.mjs'),
      '--api',
      address,
      '--file',
      this.file,
      '--wait',
      '1',
      ...from,
    ];
    const child = (this.child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] }));
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    child.once(
      'exit',
      (code) =>
        code !== null && this.faults.push(`consumer ${this.number} ended with ${code}: ${said.trim()}`),
    );
  }
}
