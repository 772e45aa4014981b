import type { SharingRules } from '../../../subgraphs/kernel';
import { CANARY, allowedOf, faults, isForSomeRows, merged, refusals, type Asking } from './levels';
import type { Document, Pick } from './paths';

export interface Answered {
  data: unknown;
  errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
}
export type Ask = (document: Document, asking: Asking) => Promise<Answered>;
type Row = Record<string, unknown>;

/** Documents that ask for everything, with the whole answer: what nobody sees alone, put together from those who own it. */
export class Matrix {
  readonly wholes: unknown[] = [];
  /** How much was held against the levels. */
  readonly compared = { answers: 0, fields: 0 };
  private readonly shown = new Map<Asking, ReadonlySet<string>>();

  constructor(
    private readonly rules: SharingRules,
    readonly documents: readonly Document[],
    private readonly ask: Ask,
  ) {}

  async learn(owners: readonly Asking[]): Promise<void> {
    for (const document of this.documents) {
      const answers = [];
      for (const owner of owners) answers.push(await this.ask(document, owner));
      const strange = answers
        .flatMap(({ errors = [] }) => errors)
        .filter(({ extensions }) => extensions?.code !== 'SHARING_DENIED');
      if (strange.length > 0)
        throw new Error(`${JSON.stringify(strange.slice(0, 3))} in ${document.text.slice(0, 2_000)}`);
      this.wholes.push(answers.map(({ data }) => data).reduce(merged));
    }
  }

  /** Takes the whole answers from whoever has learnt them of the same rows. */
  async recall(wholes: readonly unknown[]): Promise<void> {
    if (wholes.length !== this.documents.length)
      throw new Error(`${wholes.length} answers to ${this.documents.length} documents`);
    this.wholes.push(...wholes);
  }

  /** All that is wrong with the answers that a caller gets; nothing, if they are what the levels say. */
  async faultsFor(asking: Asking): Promise<string[]> {
    const found: string[] = [];
    const shown = new Set<string>();
    for (const [at, document] of this.documents.entries()) {
      const { picks } = document;
      const answer = await this.ask(document, asking);
      this.compared.answers++;
      const allowed = allowedOf(this.rules, picks, this.wholes[at], asking);
      this.walk(picks, allowed, (each, row) => {
        this.compared.fields += each.length;
        for (const { alias, coordinate } of each) {
          if (coordinate !== null && row[alias] !== null && isForSomeRows(this.rules, coordinate))
            shown.add(coordinate);
        }
      });
      const wanted = refusals(this.rules, picks, asking);
      const denied = (answer.errors ?? []).map(placeOf);
      found.push(
        ...missing(wanted, denied).map((place) => `no SHARING_DENIED: ${place}`),
        ...missing(denied, wanted).map((place) => `an error that must not be: ${place}`),
        ...faults(this.rules, picks, allowed, answer.data, asking),
        ...missing(canariesIn(answer), canariesIn(allowed)).map((canary) => `leaked: ${canary}`),
        ...missing(canariesIn(allowed), canariesIn(answer)).map((canary) => `withheld: ${canary}`),
      );
    }
    this.shown.set(asking, shown);
    return found.map((fault) => `${asking.name}: ${fault}`);
  }

  /** The guarded fields of which a caller who has asked was to see something. */
  shownTo(asking: Asking): ReadonlySet<string> {
    const shown = this.shown.get(asking);
    if (!shown) throw new Error(`${asking.name} has not asked`);
    return shown;
  }

  /** The rows of every type in the whole answer, each once by its fields. */
  rows(): Map<string, Row[]> {
    const found = new Map<string, Row[]>();
    this.documents.forEach(({ picks }, at) => {
      this.walk(picks, this.wholes[at], (_, row, type) => {
        const rows = found.get(type ?? '') ?? [];
        if (type !== null) found.set(type, rows);
        rows.push(row);
      });
    });
    return found;
  }

  private walk(
    picks: readonly Pick[],
    value: unknown,
    visit: (picks: readonly Pick[], row: Row, type: string | null) => void,
    type: string | null = null,
  ): void {
    if (Array.isArray(value)) return value.forEach((item) => this.walk(picks, item, visit, type));
    if (typeof value !== 'object' || value === null) return;
    visit(picks, value as Row, type);
    for (const { alias, of, picks: below } of picks) this.walk(below, (value as Row)[alias], visit, of);
  }
}

function placeOf({ message, path, extensions = {} }: NonNullable<Answered['errors']>[number]): string {
  const { code, field } = extensions;
  return code === 'SHARING_DENIED' && path
    ? `${path.join('.')} ${String(field)}`
    : `${String(code)} ${message}`;
}

function canariesIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value ?? null).match(CANARY))];
}

/** What of the first list the second lacks; something twice is there twice. */
function missing(wanted: readonly string[], there: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of there) left.set(each, (left.get(each) ?? 0) + 1);
  return wanted.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
