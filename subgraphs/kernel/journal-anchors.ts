import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Head, HeadSigner, SignedHead } from './journal-heads';
import type { Log } from './log';

const MINUTE_MS = 60_000;

/** The file that takes the heads of a subgraph's journal. */
export function fileOfHeads(dataDir: string, subgraph: string): string {
  return join(dataDir, 'journal', `${subgraph}.ndjson`);
}

interface Options {
  signer: HeadSigner;
  log: Log;
  /** None: there is no folder to write to. */
  file: string | null;
  /** Gives a head to another subgraph; rejects where it is not kept. */
  tell: (head: SignedHead) => Promise<void>;
  everyMs?: number;
}

/**
 * Carries the head of a journal out of its database: into a file with every batch that is sealed, into the log and into
 * another subgraph's database every minute in which it has changed. A place that takes none keeps nobody from writing: it is
 * said in the log, tried again with the next, and `audit:verify` tells what is not anchored.
 */
export class Anchors {
  private last: SignedHead | null = null;
  private torn = false;
  private failing = false;
  private told = '';
  private readonly turns: NodeJS.Timeout;

  constructor(private readonly options: Options) {
    this.turns = setInterval(() => void this.carry(), options.everyMs ?? MINUTE_MS).unref();
  }

  /** Notes that the journal has been sealed up to here. */
  async anchor(head: Head): Promise<void> {
    const { last } = this;
    if (last?.count === head.count && last.digest === head.digest) return;
    this.last = this.options.signer.sign(head);
    await this.toFile(this.last);
  }

  /** What has not been said in the log is said now. */
  stop(): void {
    clearInterval(this.turns);
    this.toLog();
  }

  private async carry(): Promise<void> {
    const { last } = this;
    this.toLog();
    if (!last || last.signature === this.told) return;
    try {
      await this.options.tell(last);
      this.told = last.signature;
    } catch (err) {
      this.options.log.warn({ err }, 'no other subgraph keeps the head of the journal now');
    }
  }

  private logged = '';
  private toLog(): void {
    const { last } = this;
    if (!last || last.signature === this.logged) return;
    this.logged = last.signature;
    this.options.log.info({ head: last }, 'head of the journal');
  }

  /** On the disk when this returns. The file is opened each time: one that was moved away is begun anew. */
  private async toFile(head: SignedHead): Promise<void> {
    const { file, log } = this.options;
    if (file === null) return;
    try {
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(file, 'a', 0o640);
      try {
        await handle.appendFile(`${this.torn ? '\n' : ''}${JSON.stringify(head)}\n`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      this.torn = this.failing = false;
    } catch (err) {
      this.torn = true;
      if (!this.failing) log.error({ err, file }, 'the head of the journal cannot be written to its file');
      this.failing = true;
    }
  }
}
