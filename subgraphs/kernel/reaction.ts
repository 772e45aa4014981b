import type { RequestContext } from './context';
import type { Transaction } from './database';
import type { JournalSubject } from './events';
import type { Happened } from './following';

/** What a reaction has done, as the journal tells it; null where there was nothing to do. */
export type Done = { operation: string; subjects: readonly JournalSubject[] } | null;

type Act<Facts> = (
  tx: Transaction,
  context: RequestContext,
  happened: Happened,
  facts: Facts,
) => Promise<Done>;

interface ReactionOf<Facts> {
  /** Its name in the tables of the kernel: it stays, since how far it has come is kept under it. */
  name: string;
  /** What it does, and what its inverse does. */
  says: string;
  undoneBy: readonly string[];
  undoing: string;
  /** What it needs of other departments, asked before its transaction, on the event and on what undoes it. */
  ask: (context: RequestContext, happened: Happened) => Promise<Facts>;
  /** Without legal effect: clues, material, drafts. It finds what it has done before, and does it once. */
  act: Act<Facts>;
  undo: Act<Facts>;
}

/** What a subgraph does on what happens in another. */
export interface Reaction extends ReactionOf<unknown> {
  /** The subgraph whose journal it follows. */
  from: string;
  on: readonly string[];
}

/** Declares what is done on events of another subgraph, with its inverse. */
export function on<Facts>(
  from: string,
  events: string | readonly string[],
  reaction: ReactionOf<Facts>,
): Reaction {
  return { ...(reaction as ReactionOf<unknown>), from, on: [events].flat() };
}

/** Keeps a log of what the journals of others say was written, each from its oldest entry on. */
export interface Keeping {
  /** How far it has come in a journal stands in the tables of the kernel under `<name>.<journal>`. */
  name: string;
  from: readonly string[];
  /** Adds what was written to the log, in the transaction that moves on; what it has already it leaves. */
  keep: (tx: Transaction, from: string, happened: readonly Happened[]) => Promise<void>;
}
