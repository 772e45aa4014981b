import type { ClassType } from 'type-graphql';
import { keyOf, linksOf, nameOf } from './notes';
import { writtenIn } from './store';
import type { SubmittedRow, Submission } from './submission';

/** A record that an entry of the journal is about, by its type and key. */
export interface TypedKey {
  type: string;
  key: string;
}

/** A record that something has happened to. */
export interface JournalSubject extends TypedKey {
  division?: string;
  /** What has happened to it, where that is not what the entry says of all. */
  event?: string;
  /** What it refers to: the enterprise, the device, the matter. */
  concerns?: TypedKey[];
}

/** Something that can happen, by the name that an entry of the journal bears. */
export interface DeclaredEvent extends Pick<TypedKey, 'type'> {
  /** `<noun>.<what>` */
  name: string;
  /** What does it, as an entry says it. */
  operation: string;
  says: string;
}

const events: DeclaredEvent[] = [];
const byOperation = new Map<string, string>();

export function declaredEvents(): readonly DeclaredEvent[] {
  return events;
}

/** The event of an operation; null of one that changes nothing. */
export function eventOf(operation: string): string | null {
  return byOperation.get(operation) ?? null;
}

/** Says what an operation makes happen to a noun, or to something that is none: in one word, unless its own name says it well. */
export function declareEvent(
  noun: ClassType | string,
  operation: string,
  { done, says }: { done?: string; says: string },
): void {
  const type = typeof noun === 'string' ? noun : nameOf(noun);
  const name = `${wordFor(type)}.${done ?? doneBy(operation, type)}`;
  events.push({ name, type, operation, says });
  byOperation.set(operation, name);
}

/** What a submission makes happen: records are new, replaced or taken back, unless what they say has a name of its own. */
export function declareSubmission({ entity, mutation, outcomes = {}, term }: Submission): void {
  const type = nameOf(entity);
  const taken = (done: string, zh: string, en: string, operation = mutation) =>
    events.push({
      name: `${wordFor(type)}.${done}`,
      type,
      operation,
      says: `${term.zh}${zh}. ${en}.`,
    });
  taken('submitted', '报送', 'A record is submitted');
  taken('corrected', '更正', 'A record takes the place of what stood there');
  for (const [done, { zh, en }] of Object.entries(outcomes)) taken(done, zh, en);
  taken('takenBack', '撤回报送', 'A record is gone, since its import was taken back', 'takeBackImport');
  byOperation.set(mutation, `${wordFor(type)}.submitted`);
}

/** A record that was taken in, with what has happened to it. */
export function subjectTaken(submission: Submission, row: SubmittedRow, isNew: boolean): JournalSubject {
  const { entity, outcomes = {} } = submission;
  const [outcome] = Object.entries(outcomes).find(([, { when }]) => when(row)) ?? [];
  const done = outcome ?? (isNew ? 'submitted' : 'corrected');
  const subject = journalSubject(entity, row, submission.key, writtenIn(submission));
  return done === 'submitted' ? subject : { ...subject, event: `${wordFor(nameOf(entity))}.${done}` };
}

/** What an import that is taken back leaves: rows that are gone, and rows that are again what they were. */
export function takenBack(
  submission: Submission,
  gone: readonly SubmittedRow[],
  again: readonly SubmittedRow[],
): { event: string; subjects: JournalSubject[] } {
  const { entity, key } = submission;
  return {
    event: `${wordFor(nameOf(entity))}.takenBack`,
    subjects: [
      ...gone.map((row) => journalSubject(entity, row, key, writtenIn(submission))),
      ...again.map((row) => subjectTaken(submission, row, false)),
    ],
  };
}

/** Nearly every record lies in one, and says so. */
const PLACES = new Set(['Region', 'Department']);

/** A record as the journal names it, with all that it refers to. */
export function journalSubject(
  noun: ClassType,
  row: object,
  key = keyOf(noun),
  place = 'regionCode',
): JournalSubject {
  const held = row as Record<string, unknown>;
  const concerns = linksOf(noun).flatMap(({ property, to, when }) => {
    const type = nameOf(to());
    if (PLACES.has(type) || (when && held[when.property] !== when.is)) return [];
    return [held[property]].flat().flatMap((each) => (typeof each === 'string' ? [{ type, key: each }] : []));
  });
  const division = held[place];
  return {
    type: nameOf(noun),
    key: String(held[key]),
    ...(typeof division === 'string' && { division }),
    ...(concerns.length > 0 && { concerns }),
  };
}

function wordFor(type: string): string {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}

const wordsIn = (name: string) => name.match(/[A-Z]?[a-z0-9]+/g) ?? [];
const AFTER = new Set(['Back', 'Over', 'Upward']);
const SMALL = new Set(['To', 'At', 'For']);

/** `verifyHazard` is `verified`, `haltProduction` of a hazard is `productionHalted`, `takeBackCase` is `takenBack`. */
function doneBy(operation: string, type: string): string {
  const [verb = '', ...rest] = wordsIn(operation);
  const ofNoun = new Set(wordsIn(type));
  const what = rest.filter((word) => !ofNoun.has(word) && !AFTER.has(word) && !SMALL.has(word));
  const after = rest.filter((word) => AFTER.has(word));
  return wordFor([...what, capital(participleOf(verb)), ...after].join(''));
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const PARTICIPLES: Readonly<Record<string, string>> = {
  cancel: 'cancelled',
  drop: 'dropped',
  hold: 'held',
  plan: 'planned',
  scrap: 'scrapped',
  stop: 'stopped',
  submit: 'submitted',
  take: 'taken',
  tell: 'told',
  transfer: 'transferred',
  withdraw: 'withdrawn',
};

function participleOf(verb: string): string {
  if (verb.endsWith('e')) return PARTICIPLES[verb] ?? `${verb}d`;
  return PARTICIPLES[verb] ?? (/[^aeou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`);
}
