import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { callOf } from './caller';
import type { RequestContext } from './context';
import type { Database, Transaction } from './database';
import { WHOLE, type AskedJournal, type Happened, type News, type Position } from './following';
import { audit } from './journal';
import type { Log } from './log';
import type { Peer } from './peers';
import type { Keeping, Reaction } from './reaction';
import { due, failAgain, isWaitedFor, keepAside, msUntilDue, takeOut } from './set-aside';

/** A process that has just started has better things to do. */
const AT_START_MS = 1_000;
/** After something went wrong, or while there is nobody to ask. */
const PAUSE_MS = 1_000;
/** How long news are waited for. */
const WAIT_MS = 5_000;

interface Options {
  self: string;
  db: Database;
  open: () => RequestContext;
  reactions: readonly Reaction[];
  /** The log that it keeps of the journals of others. */
  keeps?: Keeping;
  log: Log;
  /** The first pause before a reaction that has failed is tried again; each is twice the one before. */
  pauseMs?: number;
}

/** How far a reaction has come, as its row says. */
interface Cursor extends Position {
  restored: boolean;
}

/** What an operator is told of a reaction. */
export interface ReactionState {
  reaction: string;
  from: string;
  /** Entries of the journal that it has not looked at; null: not known, since the other has not answered. */
  behind: number | null;
  setAside: number;
  waiting: number;
  /** The journal that it follows is another than it was: it waits for the operator. */
  restored: boolean;
}

/** What an operator has to know of a subgraph's reactions, in a word. */
export function standingOf(states: readonly ReactionState[]): string {
  if (states.some(({ restored }) => restored)) return 'restored';
  if (states.some(({ setAside }) => setAside > 0)) return 'set aside';
  return states.every(({ behind, waiting }) => behind === 0 && waiting === 0) ? 'up to date' : 'behind';
}

type Follow = NonNullable<Peer['follow']>;
/** The log of one journal. */
interface Kept extends Pick<Keeping, 'keep'> {
  name: string;
  from: string;
}
type Followed = Reaction | Kept;

/** Another process has done it meanwhile. */
class Overtaken extends Error {}

/**
 * Does what a subgraph has declared to do on events of others. Each reaction follows a journal by number; how far it has come
 * stands in the reacting subgraph's database and moves in the transaction of what it does, so that each event has its effect
 * once, whatever is killed in between. Two processes may try the same: one of them finds the cursor moved, and does nothing.
 */
export class Reactor {
  private readonly stopping = new AbortController();
  private readonly ended: Promise<unknown>;
  private readonly behind = new Map<string, number>();
  private readonly followed: readonly Followed[];

  constructor(private readonly options: Options) {
    const { reactions, keeps } = options;
    const kept = keeps?.from.map((from) => ({ name: `${keeps.name}.${from}`, from, keep: keeps.keep })) ?? [];
    this.followed = [...reactions, ...kept];
    // each that is followed listens to it
    setMaxListeners(0, this.stopping.signal);
    this.ended = Promise.all(this.followed.map((followed) => this.work(followed)));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  async states(): Promise<ReactionState[]> {
    const { db } = this.options;
    const rows = await db.read<{ reaction: string; restored: boolean; setAside: number; waiting: number }>(
      STATES,
    );
    const byName = new Map(rows.map((row) => [row.reaction, row]));
    return this.followed.map(({ name: reaction, from }) => {
      const { restored = false, setAside = 0, waiting = 0 } = byName.get(reaction) ?? {};
      return { reaction, from, behind: this.behind.get(reaction) ?? null, setAside, waiting, restored };
    });
  }

  private async work(followed: Followed): Promise<void> {
    await this.pause(AT_START_MS);
    while (!this.isStopping()) {
      try {
        await this.turn(followed);
      } catch (err) {
        if (err instanceof Overtaken) continue;
        this.behind.delete(followed.name);
        if (!this.isStopping())
          this.options.log.warn({ err, reaction: followed.name }, 'a journal cannot be followed now');
        await this.pause(PAUSE_MS);
      }
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { ref: false, signal: this.stopping.signal }).catch(() => undefined);
  }

  private async turn(followed: Followed): Promise<void> {
    const { name, from } = followed;
    const peer = this.options.open().peers.others.get(from);
    if (!peer?.follow) return this.pause(PAUSE_MS);
    const follow = peer.follow.bind(peer);
    const isLog = 'keep' in followed;
    const cursor = (await this.cursorOf(name)) ?? (await this.begin(followed, isLog ? null : follow));
    if (cursor.restored) return this.pause(WAIT_MS);
    if (isLog) await this.keepOn(followed, cursor, follow);
    else await this.reactOn(followed, cursor, follow);
  }

  private async reactOn(reaction: Reaction, began: Cursor, follow: Follow): Promise<void> {
    const { db } = this.options;
    const { name } = reaction;
    let cursor = began;
    for (const left of await due(db, name)) {
      const guard = async (tx: Transaction) => {
        if (!(await takeOut(tx, name, left))) throw new Overtaken();
      };
      await this.react(reaction, left, guard).catch((error: unknown) => this.failed(reaction, left, error));
    }
    const events = [...reaction.on, ...reaction.undoneBy];
    const waitMs = Math.min(WAIT_MS, Math.ceil(await msUntilDue(db, name)));
    const news = await this.newsOf(reaction, follow, { after: cursor, events, waitMs });
    if (!news) return;
    for (const happened of news.happened) {
      if (this.isStopping()) return;
      cursor = await this.take(reaction, cursor, happened);
    }
    const { through, head } = news;
    if (through.number !== cursor.number || cursor.nth !== WHOLE)
      await db.transaction((tx) => move(tx, name, cursor, through));
    this.behind.set(name, Number(BigInt(head) - BigInt(through.number)));
  }

  /** The log and how far it goes move in one transaction: what was written is in it once. */
  private async keepOn(kept: Kept, cursor: Cursor, follow: Follow): Promise<void> {
    const { name, from, keep } = kept;
    const news = await this.newsOf(kept, follow, { after: cursor, events: [], waitMs: WAIT_MS, whole: true });
    if (!news || this.isStopping()) return;
    const { happened, through, head } = news;
    if (through.number !== cursor.number || through.nth !== cursor.nth)
      await this.options.db.transaction(async (tx) => {
        await move(tx, name, cursor, through);
        await keep(tx, from, happened);
      });
    this.behind.set(name, Number(BigInt(head) - BigInt(through.number)));
  }

  /** What has happened since, unless the journal is not the one that was followed. */
  private async newsOf({ name, from }: Followed, follow: Follow, asked: AskedJournal): Promise<News | null> {
    const { db, log, self } = this.options;
    const news = await follow(asked, callOf(self), this.stopping.signal);
    if (!news.isRestored) return news;
    log.error({ reaction: name, from }, 'the journal that it follows is not the one that it was');
    await db.transaction((tx) =>
      tx.query('UPDATE reaction_cursor SET restored = true WHERE reaction = $1', [name]),
    );
    return null;
  }

  private async cursorOf(name: string): Promise<Cursor | null> {
    const [row] = await this.options.db.read<Cursor>(
      'SELECT number, nth, link, restored FROM reaction_cursor WHERE reaction = $1',
      [name],
    );
    return row ?? null;
  }

  /** A reaction from now on: what happened before is not reacted to. A log from the oldest entry on. */
  private async begin({ name, from }: Followed, follow: Follow | null): Promise<Cursor> {
    const { db, self } = this.options;
    const now = await follow?.({ after: null, events: [], waitMs: 0 }, callOf(self));
    const through = now?.through ?? { number: '0', nth: WHOLE, link: '' };
    await db.transaction((tx) =>
      tx.query(
        `INSERT INTO reaction_cursor (reaction, journal, number, nth, link, began_number) VALUES ($1, $2, $3, $4, $5, $3)
         ON CONFLICT DO NOTHING`,
        [name, from, through.number, through.nth, through.link],
      ),
    );
    return (await this.cursorOf(name)) ?? { ...through, restored: false };
  }

  /** Does one thing, or keeps it for later; how far the reaction has come moves along. */
  private async take(reaction: Reaction, cursor: Cursor, happened: Happened): Promise<Cursor> {
    const { db, pauseMs = PAUSE_MS } = this.options;
    const { name } = reaction;
    const moved = (tx: Transaction) => move(tx, name, cursor, happened);
    const aside = (failed: { error: unknown; pauseMs: number } | null) =>
      db.transaction(async (tx) => {
        await moved(tx);
        await keepAside(tx, name, happened, failed);
      });
    if (await isWaitedFor(db, name, happened)) await aside(null);
    else
      await this.react(reaction, happened, moved).catch(async (error: unknown) => {
        if (error instanceof Overtaken) throw error;
        await aside({ error, pauseMs });
      });
    const { number, nth, link } = happened;
    return { number, nth, link, restored: false };
  }

  private async react(
    { name, undoneBy, ask, act, undo, from }: Reaction,
    happened: Happened,
    guard: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    const context = this.options.open();
    const facts = await ask(context, happened);
    await context.db.transaction(async (tx) => {
      await guard(tx);
      const done = await (undoneBy.includes(happened.event) ? undo : act)(tx, context, happened, facts);
      if (!done || done.subjects.length === 0) return;
      const { event, number } = happened;
      await audit(tx, context, {
        ...done,
        outcome: 'done',
        details: { reaction: name, from, event, number },
      });
    });
  }

  private async failed(
    { name }: Reaction,
    left: Parameters<typeof failAgain>[2],
    error: unknown,
  ): Promise<void> {
    const { db, log, pauseMs = PAUSE_MS } = this.options;
    if (error instanceof Overtaken) throw error;
    const isOver = await failAgain(db, name, left, error, pauseMs);
    const { type, key, number } = left;
    if (isOver) log.error({ err: error, reaction: name, type, key, number }, 'a reaction is set aside');
  }
}

const STATES = `
  SELECT reaction, restored,
    (SELECT count(*)::int FROM reaction_set_aside AS left_over WHERE left_over.reaction = cursor.reaction AND set_aside_at IS NOT NULL) AS "setAside",
    (SELECT count(*)::int FROM reaction_set_aside AS left_over WHERE left_over.reaction = cursor.reaction AND set_aside_at IS NULL) AS waiting
  FROM reaction_cursor AS cursor`;

async function move(tx: Transaction, reaction: string, from: Position, to: Position): Promise<void> {
  const moved = await tx.query(
    `UPDATE reaction_cursor SET number = $4, nth = $5, link = $6, moved_at = now()
     WHERE reaction = $1 AND number = $2 AND nth = $3 AND NOT restored RETURNING 1`,
    [reaction, from.number, from.nth, to.number, to.nth, to.link],
  );
  if (moved.length === 0) throw new Overtaken();
}
