import { EventEmitter } from 'node:events';
import type { Database } from './database';
import { declaredEvents, type JournalSubject, type TypedKey } from './events';
import { badRequest } from './refusal';

/** So many entries are read together. */
const PAGE = 100;
/** So many records are told of together, where all that is written is told: one entry may be of a thousand. */
const MOST_WRITTEN = 2_000;
/** Looks without being woken: another process may have sealed. */
const TICK_MS = 1_000;
/** All subjects of an entry. */
export const WHOLE = 2_147_483_647;

/** How far a journal was followed: up to this subject of this entry, which had this link; `''` where it is not compared. */
export interface Position {
  number: string;
  nth: number;
  link: string;
}

/** What is asked of a journal: what has happened since, of these events. */
export interface AskedJournal {
  /** Null: only where its head is. */
  after: Position | null;
  events: readonly string[];
  /** How long to wait, if nothing has. */
  waitMs: number;
  /** All that is written is told, whatever the events, with what its entry says besides: for the merged log. */
  whole?: boolean;
}

/** What an entry says besides, for whoever keeps the merged log. */
export interface WrittenIn {
  /** The entry's own id, which says nothing of how many there are. */
  entry: string;
  operation: string;
  /** The department that acted, or its kind; null of a subgraph that acts by itself. */
  department: string | null;
  /** The division that it acts for. */
  region: string | null;
  concerns: readonly TypedKey[];
  /** What the event is called, in both languages. */
  says: string;
}

/** Something that has happened to one record. Keys only: whoever needs more asks its owner. */
export interface Happened extends Position {
  event: string;
  type: string;
  key: string;
  division: string | null;
  at: string;
  /** Only where all that is written is asked for. */
  written?: WrittenIn;
}

export interface News {
  happened: Happened[];
  /** All up to here was looked at. */
  through: Position;
  /** The number of the last entry. */
  head: string;
  /** It is not the journal that was followed: a backup of it was restored. */
  isRestored: boolean;
}

/** Reads what another subgraph asks. */
export function askedJournal(body: unknown): AskedJournal {
  const { after = null, events, waitMs, whole = false } = body as Partial<AskedJournal>;
  const isRead =
    Array.isArray(events) &&
    typeof waitMs === 'number' &&
    (after === null || (/^\d{1,19}$/.test(after.number) && typeof after.link === 'string'));
  if (!isRead) throw badRequest({ zh: '不是对日志的询问', en: 'this is no question to a journal' });
  return { after, events, waitMs, whole: whole };
}

const bells = new WeakMap<Database, EventEmitter>();

function bellOf(db: Database): EventEmitter {
  const bell = bells.get(db) ?? new EventEmitter().setMaxListeners(0);
  bells.set(db, bell);
  return bell;
}

/** Says that there are new entries. */
export function tellSealed(db: Database): void {
  bells.get(db)?.emit('sealed');
}

/** What a journal tells whoever follows it, at once or within the time that they wait. */
export async function newsAfter(
  db: Database,
  { after, events, waitMs, whole = false }: AskedJournal,
  signal?: AbortSignal,
): Promise<News> {
  const until = Date.now() + waitMs;
  const wanted = whole ? null : new Set(events);
  let from = after;
  for (;;) {
    const wait = Math.min(TICK_MS, until - Date.now());
    const rung = wait > 0 ? nextSeal(db, wait, signal) : undefined;
    const { isFull, ...news } = await readNews(db, from, wanted);
    if (news.happened.length > 0 || news.isRestored || from === null) return news;
    from = news.through;
    if (isFull) continue;
    if (!rung || signal?.aborted) return news;
    await rung;
  }
}

function nextSeal(db: Database, ms: number, signal?: AbortSignal): Promise<void> {
  const bell = bellOf(db);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late);
      bell.off('sealed', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const late = setTimeout(done, ms).unref();
    bell.once('sealed', done);
    signal?.addEventListener('abort', done);
  });
}

interface Row {
  number: string;
  link: string;
  record: string | null;
}
const HEAD = 'SELECT number, link FROM journal_seal ORDER BY number DESC LIMIT 1';
const ENTRIES = `
  SELECT seal.number, seal.link, journal.record FROM journal_seal AS seal
  LEFT JOIN journal ON (journal.at, journal.entry) = (seal.at, seal.entry)
  WHERE seal.number >= $1 ORDER BY seal.number LIMIT ${PAGE + 1}`;

async function readNews(
  db: Database,
  after: Position | null,
  wanted: ReadonlySet<string> | null,
): Promise<News & { isFull: boolean }> {
  const [head = { number: '0', link: '' }] = await db.read<Position>(HEAD);
  const none = { happened: [], head: head.number, isRestored: false, isFull: false };
  if (after === null) return { ...none, through: { ...head, nth: WHOLE } };
  const rows = await db.read<Row>(ENTRIES, [after.number]);
  const [first] = rows;
  const isKnown = after.number === '0' || after.link === '' || first?.link === after.link;
  if (!isKnown || (first && after.number !== '0' && first.number !== after.number))
    return { ...none, through: after, isRestored: true };
  const happened = rows
    .flatMap((row) => (wanted ? happenedIn(row, wanted) : writtenIn(row)))
    .filter((each) => isLater(each, after));
  const cut = happened[MOST_WRITTEN - 1];
  if (wanted === null && cut) {
    const { number, nth, link } = cut;
    return { ...none, happened: happened.slice(0, MOST_WRITTEN), through: { number, nth, link } };
  }
  const last = rows.at(-1);
  const through = last ? { number: last.number, nth: WHOLE, link: last.link } : after;
  return { ...none, happened, through, isFull: rows.length > PAGE };
}

function isLater(one: Position, after: Position): boolean {
  return one.number !== after.number || one.nth > after.nth;
}

/** What is known of a tip, and that there is one, is its handler's alone: nobody follows tips. */
const UNTOLD = new Set(['Tip']);

interface Entry {
  id: string;
  at: string;
  event?: string | null;
  operation: string;
  department: string | null;
  region: string | null;
  subjects: JournalSubject[];
}

function happenedIn({ number, link, record }: Row, wanted: ReadonlySet<string>): Happened[] {
  if (record === null) return [];
  const entry = JSON.parse(record) as Entry;
  return entry.subjects.flatMap((subject, nth) => {
    const { type, key, division = null, event = entry.event } = subject;
    if (typeof event !== 'string' || !wanted.has(event) || UNTOLD.has(type)) return [];
    return [{ number, nth, link, event, type, key, division, at: entry.at }];
  });
}

/** All that an entry tells of what was written, tips as well: only the merged log, which shows them to their handlers, is told. */
function writtenIn({ number, link, record }: Row): Happened[] {
  if (record === null) return [];
  const {
    id: entry,
    at,
    operation,
    department,
    region,
    subjects,
    event: ofAll,
  } = JSON.parse(record) as Entry;
  return subjects.flatMap((subject, nth) => {
    const { type, key, division = null, event = ofAll, concerns = [] } = subject;
    if (typeof event !== 'string') return [];
    const says = saysOf(event);
    const written = { entry, operation, department, region, concerns, says };
    return [{ number, nth, link, event, type, key, division, at, written }];
  });
}

const said = new Map<string, string>();

function saysOf(event: string): string {
  if (said.size === 0) for (const { name, says } of declaredEvents()) said.set(name, said.get(name) ?? says);
  return said.get(event) ?? event;
}
