import { types } from 'node:util';
import { GraphQLError } from 'graphql';
import { shownText } from './plain-text';
import { termsIn } from './vocabulary';

/** One entry of the error catalogue: docs/errors.md is printed from these. */
export interface ErrorEntry {
  code: string;
  zh: string;
  en: string;
}

/** A piece of a sentence, in both languages. */
export interface Words {
  zh: string;
  en: string;
  /** The value of an enumeration that they stand for. */
  code?: string;
}

/** What an error says about itself: the values its sentence names. `field` and `got` are always those of the caller. */
export type ErrorDetails = Record<string, unknown> & { field?: string; got?: unknown };

type SlotsOf<Sentence> = Sentence extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsOf<Rest>
  : never;
/** The details that a sentence marks as words. */
type WordsIn<Sentence> = {
  [Slot in SlotsOf<Sentence> as Slot extends `${infer Name}:words` ? Name : never]: Words;
};

/** Every error that a client can receive. Anything else is masked as INTERNAL_SERVER_ERROR. */
export const catalogue = new Map<string, ErrorEntry>();

/** An error of the catalogue, with its code, both sentences and the values that were sent. */
export class CatalogueError extends GraphQLError {
  constructor(
    readonly entry: ErrorEntry,
    readonly details: ErrorDetails,
  ) {
    const zh = fill(entry.zh, details, 'zh');
    const en = fill(entry.en, details, 'en');
    super(`${en} ${zh}`, { extensions: { ...valuesIn(details), code: entry.code, zh, en } });
    this.name = 'CatalogueError';
  }

  /** The same error at a place of the answer; a copy, since a failed batch throws one error at many places. */
  at(path: readonly (string | number)[]): CatalogueError {
    const placed = new CatalogueError(this.entry, this.details);
    Object.defineProperty(placed, 'path', { value: path, enumerable: true });
    return placed;
  }

  /** The same error with other details. */
  with(details: ErrorDetails): CatalogueError {
    return new CatalogueError(this.entry, { ...this.details, ...details });
  }

  get code(): string {
    return this.entry.code;
  }
}

/**
 * Declares an error once; the function returned makes one to throw. In a sentence `{got}` stands for a value, which is the
 * same in both languages, `{shape:words}` for a detail that is Words, and `{status:CaseStatus}` for a value of that
 * enumeration (or several, joined by commas), which is shown by its official term.
 */
export function declareError<const En extends string>(code: string, zh: string, en: En) {
  const entry = { code, zh, en };
  catalogue.set(code, entry);
  return (details?: ErrorDetails & WordsIn<En>) => new CatalogueError(entry, details ?? {});
}

/** The catalogue error behind an error that graphql-js or a server has wrapped, if there is one. */
export function catalogued(error: unknown): CatalogueError | undefined {
  let current = error;
  for (let depth = 0; current instanceof Error && depth < 5; depth++) {
    if (current instanceof CatalogueError) return current;
    current = (current as { originalError?: unknown }).originalError;
  }
  return undefined;
}

/** A name or a code, or the text of a library: it is the same in both languages. */
export function alike(text: string): Words {
  return { zh: text, en: text };
}

type Language = 'zh' | 'en';
/** Characters of a detail that are shown. */
const LONGEST = 120;
const NOTHING = { zh: '无', en: 'nothing' };

function fill(sentence: string, details: ErrorDetails, language: Language): string {
  return sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, kind: string | undefined) => {
    const detail = details[name];
    const text = shown(kind === undefined ? detail : wordsIn(kind, detail)[language], language);
    // what may be sent is told whole; what was sent may be of any length
    return shownText(name === 'allowed' ? text : shortened(text));
  });
}

function shortened(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}

function wordsIn(kind: string, detail: unknown): Words {
  if (isWords(detail)) return detail;
  return detail === null || detail === undefined ? NOTHING : termsIn(kind, detail as string);
}

function isWords(detail: unknown): detail is Words {
  return typeof detail === 'object' && detail !== null && 'zh' in detail && 'en' in detail;
}

/** What was thrown, which may be anything; an error of another realm is one, too. */
export function asError(thrown: unknown): Error {
  return types.isNativeError(thrown) ? thrown : new Error(String(thrown));
}

/** The details as programs read them: of words the value that they stand for, or else the English ones. */
function valuesIn(details: ErrorDetails): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, detail]) => [
      name,
      name !== 'got' && isWords(detail) ? (detail.code ?? detail.en) : detail,
    ]),
  );
}

function shown(value: unknown, language: Language): string {
  if (value === undefined) return NOTHING[language];
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export class Unreachable extends Error {
  constructor(value: never) {
    super(`a case that cannot happen: ${String(value)}`);
  }
}
