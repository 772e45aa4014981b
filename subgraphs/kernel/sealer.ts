import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Database } from './database';
import { tellSealed } from './following';
import type { Anchors } from './journal-anchors';
import type { Head } from './journal-heads';
import { digestOf, isGenuine, linkOf } from './journal-links';
import type { Log } from './log';
import { headOfChain } from './old-chain';
import { clientOf, type DatabaseOptions } from './session';

/** A process that has just started has better things to do. */
const AT_START_MS = 1_000;
/** What is committed within so long is sealed together. */
const GATHER_MS = 20;
/** Looks without being woken: for what was written by a process that wakes nobody. */
const LOOK_MS = 5_000;
/** Looks whether the one that seals has gone. */
const STAND_BY_MS = 1_000;
/** Whoever stops waits no longer for the last entries. */
const LAST_MS = 2_000;
const TURN_MS = 6 * 3_600_000;
const LARGEST_BATCH = 5_000;

interface Options extends Pick<DatabaseOptions, 'url' | 'schema'> {
  key: Uint8Array;
  log: Log;
  /** Where the head is carried to. */
  anchors?: Anchors;
}

const sealers = new WeakMap<Database, Sealer>();

/** Says that there is something to seal. */
export function wakeSealer(db: Database): void {
  sealers.get(db)?.wake();
}

/**
 * Gives the entries of a subgraph's journal, once they are committed, their number without gaps and their link. Of all
 * processes that serve the subgraph one seals, by a lock that goes with its connection; the others wake it after their
 * commits, never in them: PostgreSQL lets transactions that notify commit one after another only.
 */
export class Sealer {
  private readonly stopping = new AbortController();
  private readonly bell = new Bell();
  private readonly ended: Promise<void>;

  constructor(
    private readonly db: Database,
    private readonly options: Options,
  ) {
    sealers.set(db, this);
    this.ended = this.work();
  }

  wake(): void {
    this.bell.ring();
  }

  /** Seals what is committed by now, if it has begun, and ends. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await Promise.race([this.ended, sleep(LAST_MS, undefined, { ref: false })]);
    this.options.anchors?.stop();
  }

  private async work(): Promise<void> {
    await this.pause(AT_START_MS);
    while (!this.isStopping()) {
      await this.attend().catch((err: unknown) =>
        this.options.log.warn({ err }, 'the journal cannot be sealed now'),
      );
      await this.pause(STAND_BY_MS);
    }
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    await sleep(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async attend(): Promise<void> {
    const { schema } = this.options;
    const client = clientOf(this.options, 'sealer');
    client.on('error', this.bell.ring);
    client.on('notification', this.bell.ring);
    await client.connect();
    try {
      while (!(await begin(client, schema))) {
        if (this.isStopping()) return;
        if (await this.bell.wait(STAND_BY_MS)) await client.query(`NOTIFY ${channelOf(schema)}`);
      }
      await this.lead(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async lead(client: Client): Promise<void> {
    const { key, log, schema, anchors } = this.options;
    let turned = -Infinity;
    let state: State = { since: null, left: false, head: await headOf(client, schema) };
    for (;;) {
      if (performance.now() - turned > TURN_MS) {
        await client.query('SELECT journal_turn()');
        turned = performance.now();
      }
      await anchors?.anchor(state.head);
      do {
        state = await sealCommitted(client, state, key, log);
        tellSealed(this.db);
        await anchors?.anchor(state.head);
      } while (state.left);
      if (this.isStopping()) return;
      if ((await this.bell.wait(LOOK_MS)) && !this.isStopping()) await sleep(GATHER_MS);
    }
  }
}

const channelOf = (schema: string) => `onematter_journal_${schema}`;

/** Begins to seal, unless another process does. */
async function begin(client: Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    "SELECT pg_try_advisory_lock(hashtext(current_schema() || ' journal')) AS got",
  );
  if (!rows[0]?.got) return false;
  await client.query(`LISTEN ${channelOf(schema)}`);
  return true;
}

interface State {
  /** What was committed when it last looked, as PostgreSQL says it; null: not known. */
  since: string | null;
  /** There is more. */
  left: boolean;
  /** What is sealed by now. */
  head: Head;
}
interface Entry {
  at: Date;
  entry: string;
  record: string;
  mac: string;
}

/**
 * Whatever has been committed since that snapshot, however long its transaction was open: nothing is skipped because something
 * younger was faster. Who does not know where it was left compares with the seals: back to a day before the last one, since no
 * transaction is open for so long.
 */
const SINCE_SNAPSHOT =
  'tx >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(tx, $1::pg_snapshot)';
const WITHOUT_SEAL = `$1::text IS NULL
  AND at >= (SELECT coalesce(max(sealed_at), '-infinity') FROM journal_seal) - interval '1 day'
  AND NOT EXISTS (SELECT FROM journal_seal AS seal WHERE (seal.at, seal.entry) = (journal.at, journal.entry))`;
const SEAL = `INSERT INTO journal_seal (number, at, entry, digest, sealed_at, link)
  SELECT number, at, entry, digest, $5, link
  FROM unnest($1::bigint[], $2::timestamptz[], $3::bigint[], $4::text[], $6::text[]) AS sealed (number, at, entry, digest, link)`;

/** @returns where it was left */
export async function sealCommitted(
  client: Client,
  { since, head }: State,
  key: Uint8Array,
  log: Log,
): Promise<State> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    const { rows } = await client.query<(Entry | { entry: null }) & { snapshot: string }>(
      `SELECT pg_current_snapshot()::text AS snapshot, found.* FROM (SELECT) AS one LEFT JOIN (
         SELECT at, entry, record, mac FROM journal WHERE ${since === null ? WITHOUT_SEAL : SINCE_SNAPSHOT}
         ORDER BY entry LIMIT ${LARGEST_BATCH}) AS found ON true`,
      [since],
    );
    const found = rows.flatMap((row) => (row.entry === null ? [] : [row as Entry]));
    const genuine = found.filter((each) => isGenuine(each, key));
    for (const { entry } of found.filter((each) => !genuine.includes(each)))
      log.error({ entry }, 'an entry of the journal bears no mark of ours, and is not sealed');
    const sealed = genuine.length > 0 ? await seal(client, head.subgraph, genuine, key) : head;
    await client.query('COMMIT');
    // more than one batch: what is left is told by the seals
    const isFull = found.length === LARGEST_BATCH && genuine.length > 0;
    return { since: isFull ? null : (rows[0]?.snapshot ?? null), left: isFull, head: sealed };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function seal(
  client: Client,
  subgraph: string,
  entries: readonly Entry[],
  key: Uint8Array,
): Promise<Head> {
  let { count: number, digest: link } = await headOf(client, subgraph);
  const sealedAt = new Date().toISOString();
  const sealed = entries.map(({ at, entry, record }) => {
    number = String(BigInt(number) + 1n);
    const each = { number, at: at.toISOString(), entry, digest: digestOf(record), sealedAt };
    link = linkOf(link, each, key);
    return { ...each, link };
  });
  const column = (name: keyof (typeof sealed)[number]) => sealed.map((each) => each[name]);
  await client.query(SEAL, [
    column('number'),
    column('at'),
    column('entry'),
    column('digest'),
    sealedAt,
    column('link'),
  ]);
  return { subgraph, count: number, digest: link, at: sealedAt };
}

/** The head of a journal; of one without seals, that of the chain before it. */
async function headOf(client: Client, subgraph: string): Promise<Head> {
  const { rows } = await client.query<{ count: string; digest: string; at: Date }>(
    'SELECT number AS count, link AS digest, sealed_at AS at FROM journal_seal ORDER BY number DESC LIMIT 1',
  );
  const [head] = rows;
  if (head) return { ...head, subgraph, at: head.at.toISOString() };
  const digest = await headOfChain(async (text) => (await client.query<object>(text)).rows);
  return { subgraph, count: '0', digest, at: new Date().toISOString() };
}

/** Wakes whoever waits, or keeps the next from waiting. */
class Bell {
  private rung = false;
  private hear: (() => void) | undefined;

  readonly ring = (): void => {
    this.rung = true;
    this.hear?.();
  };

  /** @returns whether it was rung */
  async wait(ms: number): Promise<boolean> {
    if (!this.rung)
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, ms).unref();
        this.hear = () => {
          clearTimeout(late);
          resolve();
        };
      });
    const { rung } = this;
    this.rung = false;
    this.hear = undefined;
    return rung;
  }
}
