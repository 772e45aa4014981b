import { setTimeout as sleep } from 'node:timers/promises';
import { callOf } from './caller';
import type { RequestContext } from './context';
import type { Database, Transaction } from './database';
import { WHOLE, type Happened, type Position } from './following';
import { audit } from './journal';
import type { Log } from './log';
import type { Peer } from './peers';
import type { Reaction } from './reaction';
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

  constructor(private readonly options: Options) {
    this.ended = Promise.all(options.reactions.map((reaction) => this.work(reaction)));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  async states(): Promise<ReactionState[]> {
    const { db, reactions } = this.options;
    const rows = await db.read<{ reaction: string; restored: boolean; setAside: number; waiting: number }>(
      STATES,
    );
    const byName = new Map(rows.map((row) => [row.reaction, row]));
    return reactions.map(({ name: reaction, from }) => {
      const { restored = false, setAside = 0, waiting = 0 } = byName.get(reaction) ?? {};
      return { reaction, from, behind: this.behind.get(reaction) ?? null, setAside, waiting, restored };
    });
  }

  private async work(reaction: Reaction): Promise<void> {
    await this.pause(AT_START_MS);
    while (!this.isStopping()) {
      try {
        await this.turn(reaction);
      } catch (err) {
        if (err instanceof Overtaken) continue;
        this.behind.delete(reaction.name);
        if (!this.isStopping())
          this.options.log.warn({ err, reaction: reaction.name }, 'a journal cannot be followed now');
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

  private async turn(reaction: Reaction): Promise<void> {
    const { db, log, open, self } = this.options;
    const { name, from } = reaction;
    const peer = open().peers.others.get(from);
    if (!peer?.follow) return this.pause(PAUSE_MS);
    let cursor = (await this.cursorOf(reaction)) ?? (await this.begin(reaction, peer.follow.bind(peer)));
    if (cursor.restored) return this.pause(WAIT_MS);
    for (const left of await due(db, name)) {
      const guard = async (tx: Transaction) => {
        if (!(await takeOut(tx, name, left))) throw new Overtaken();
      };
      await this.react(reaction, left, guard).catch((error: unknown) => this.failed(reaction, left, error));
    }
    const events = [...reaction.on, ...reaction.undoneBy];
    const waitMs = Math.min(WAIT_MS, Math.ceil(await msUntilDue(db, name)));
    const { signal } = this.stopping;
    const news = await peer.follow({ after: cursor, events, waitMs }, callOf(self), signal);
    if (news.isRestored) {
      log.error({ reaction: name, from }, 'the journal that it follows is not the one that it was');
      await db.transaction((tx) =>
        tx.query('UPDATE reaction_cursor SET restored = true WHERE reaction = $1', [name]),
      );
      return;
    }
    for (const happened of news.happened) {
      if (signal.aborted) return;
      cursor = await this.take(reaction, cursor, happened);
    }
    const { through, head } = news;
    if (through.number !== cursor.number || cursor.nth !== WHOLE)
      await db.transaction((tx) => move(tx, name, cursor, through));
    this.behind.set(name, Number(BigInt(head) - BigInt(through.number)));
  }

  private async cursorOf({ name }: Reaction): Promise<Cursor | null> {
    const [row] = await this.options.db.read<Cursor>(
      'SELECT number, nth, link, restored FROM reaction_cursor WHERE reaction = $1',
      [name],
    );
    return row ?? null;
  }

  /** From now on: what happened before is not reacted to. */
  private async begin({ name, from }: Reaction, follow: NonNullable<Peer['follow']>): Promise<Cursor> {
    const { db, self } = this.options;
    const { through } = await follow({ after: null, events: [], waitMs: 0 }, callOf(self));
    await db.transaction((tx) =>
      tx.query(
        `INSERT INTO reaction_cursor (reaction, journal, number, nth, link, began_number) VALUES ($1, $2, $3, $4, $5, $3)
         ON CONFLICT DO NOTHING`,
        [name, from, through.number, through.nth, through.link],
      ),
    );
    return (await this.cursorOf({ name } as Reaction)) ?? { ...through, restored: false };
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
