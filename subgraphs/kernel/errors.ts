import { GraphQLError } from 'graphql';

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

/** The details that are words. All others are values: what was sent, codes, numbers, days. */
export const WORD_DETAILS = ['range', 'term'] as const;
type WordDetail = (typeof WORD_DETAILS)[number];
const wordDetails: ReadonlySet<string> = new Set(WORD_DETAILS);

/** What an error says about itself: the values its sentence names. `field` and `got` are always those of the caller. */
export type ErrorDetails = Record<string, unknown> & { field?: string; got?: unknown } & { [Name in WordDetail]?: Words };

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

  get code(): string {
    return this.entry.code;
  }
}

/** Declares an error once; the function returned makes one to throw. `{name}` in a sentence stands for a detail. */
export function declareError(code: string, zh: string, en: string) {
  const entry = { code, zh, en };
  catalogue.set(code, entry);
  return (details: ErrorDetails = {}) => new CatalogueError(entry, details);
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

/** Several words as one enumeration. */
export function listed(words: readonly Words[]): Words {
  const codes = words.map(({ code, en }) => code ?? en).join(', ');
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', '), code: codes };
}

type Language = 'zh' | 'en';
const NOTHING = { zh: '无', en: 'nothing' };

function fill(sentence: string, details: ErrorDetails, language: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = details[name];
    return shown(isWords(name, detail) ? detail[language] : detail, language);
  });
}

function isWords(name: string, detail: unknown): detail is Words {
  return wordDetails.has(name) && detail !== undefined;
}

/** The details as programs read them: of words the value that they stand for, or else the English ones. */
function valuesIn(details: ErrorDetails): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, detail]) => [name, isWords(name, detail) ? (detail.code ?? detail.en) : detail]),
  );
}

function shown(value: unknown, language: Language): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? NOTHING[language]);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

export class Unreachable extends Error {
  constructor(value: never) {
    super(`a case that cannot happen: ${String(value)}`);
  }
}
