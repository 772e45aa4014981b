import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Following, copyIn, type Copy, type Language } from '../support/feed-consumers';
import { FORGED } from '../support/forgeries';
import type { Liar } from './liar';
import type { Work } from './writers';

/** One of the reference consumers as a process of its own, killed now and again, always with the same file. */
export class Consumer {
  private readonly file: string;
  private following: Following | undefined;

  constructor(
    private readonly work: Work,
    private readonly liar: Liar,
    private readonly language: Language,
    private readonly number: number,
    private readonly faults: string[],
  ) {
    this.file = join(work.stage.folder, `copy-${number}.json`);
  }

  /** Runs and is killed until it is said to stop; then runs on. */
  async live(): Promise<void> {
    this.start();
    while (!this.work.stopped()) {
      await sleep(500 + Math.random() * 5_000);
      await this.kill();
      this.work.count(`killed ${this.language.name}`);
      this.start();
    }
  }

  async kill(): Promise<void> {
    const { following } = this;
    this.following = undefined;
    await following?.kill();
    if (JSON.stringify(this.copy()).includes(FORGED))
      this.faults.push(`${this.name} has taken over a forgery`);
  }

  copy(): Copy | null {
    return copyIn(this.file);
  }

  private get name(): string {
    return `consumer ${this.number} in ${this.language.name}`;
  }

  private start(): void {
    const from = this.number % 2 === 0 ? ['--from-snapshot'] : [];
    const { address } = this.work.stage.mirror;
    const following = new Following(this.language, '--api', address, '--file', this.file, ...from);
    this.following = following;
    following.onEnd((code, said) => {
      if (code === 3 && this.liar.liesFound(said)) this.work.count('found a forgery');
      else this.faults.push(`${this.name} ended with ${code}: ${said}`);
      if (this.following === following) this.start();
    });
  }
}
