import { GraphQLError } from 'graphql';

/** One entry of the error catalogue: docs/errors.md is printed from these. */
export interface ErrorEntry {
  code: string;
  zh: string;
  en: string;
}

/** What an error says about itself: the values its sentence names. `field` and `got` are always those of the caller. */
export type ErrorDetails = Record<string, unknown> & { field?: string; got?: unknown };

/** Every error that a client can receive. Anything else is masked as INTERNAL_SERVER_ERROR. */
export const catalogue = new Map<string, ErrorEntry>();

/** An error of the catalogue, with its code, both sentences and the values that were sent. */
export class CatalogueError extends GraphQLError {
  constructor(
    readonly entry: ErrorEntry,
    readonly details: ErrorDetails,
  ) {
    const zh = fill(entry.zh, details);
    const en = fill(entry.en, details);
    super(`${en} ${zh}`, { extensions: { ...details, code: entry.code, zh, en } });
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

function fill(sentence: string, details: ErrorDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(details[name]));
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

export class Unreachable extends Error {
  constructor(value: never) {
    super(`a case that cannot happen: ${String(value)}`);
  }
}
