import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database';
import type { Feed } from './feed';
import { readHead } from './reading';

/** A change is seen so soon after its commit by those who wait. */
const LOOK_EVERY_MS = 200;

/**
 * Those who wait for a change, however many, share one look at the feed's row: nobody holds a connection, and a
 * consumer that has gone costs nothing.
 */
class Lookout {
  private looking: Promise<string> | undefined;

  constructor(
    private readonly db: Database,
    private readonly feed: Feed,
  ) {}

  /** Returns once the feed has passed the sequence, the time is over, or whoever waits has gone. */
  async wait(sequence: string, ms: number, signal: AbortSignal | undefined): Promise<void> {
    for (const until = Date.now() + ms; Date.now() < until && !signal?.aborted;)
      if (BigInt(await this.look()) > BigInt(sequence)) return;
  }

  private look(): Promise<string> {
    this.looking ??= sleep(LOOK_EVERY_MS)
      .then(() => readHead(this.db, this.feed))
      .then((head) => head.sequence)
      .finally(() => (this.looking = undefined));
    return this.looking;
  }
}

const lookouts = new WeakMap<Database, Map<Feed, Lookout>>();

export function waitForChange(
  { whole, signal }: Database,
  feed: Feed,
  sequence: string,
  ms: number,
): Promise<void> {
  const ofFeeds = lookouts.get(whole) ?? new Map<Feed, Lookout>();
  lookouts.set(whole, ofFeeds);
  const lookout = ofFeeds.get(feed) ?? new Lookout(whole, feed);
  ofFeeds.set(feed, lookout);
  return lookout.wait(sequence, ms, signal);
}
