import type { BesideKind } from './beside';
import { countedIndicators } from './counted';
import { countIn, countQuery, recordsQuery, type Asked, type CountedList, type Lists } from './counted-list';
import type { AssessmentIndicator, AssessmentModel } from './model';

/** The figure of an indicator, or one that is read beside it. */
export interface Part {
  beside: BesideKind | null;
  numerator: readonly CountedList[];
  denominator?: readonly CountedList[];
}

/** All that the books say of an indicator. */
export function partsOf(code: string): Part[] {
  const { figure, beside = {} } = countedIndicators[code] ?? {};
  const parts = Object.entries(beside).map(([kind, numerator]) => ({
    beside: kind as BesideKind,
    numerator,
  }));
  return figure ? [{ ...figure, beside: null }, ...parts] : parts;
}

/** The lists of a part by the names that they have in a query. */
function namedLists({ beside, numerator, denominator }: Part): Record<string, readonly CountedList[]> {
  if (beside !== null) return { [beside]: numerator };
  return denominator ? { numerator, denominator } : { numerator };
}

/** The query that counts all that the books say of an indicator. */
export function queryOf(code: string, asked: Asked) {
  return countQuery(Object.assign({}, ...partsOf(code).map(namedLists)) as Lists, asked);
}

/** What the answer to that query counts of a part; null what is not known. */
export function countsOf(part: Part, data: Record<string, unknown>) {
  const counts = Object.entries(namedLists(part)).map(([name, lists]) => countIn(data, name, lists));
  const [numerator = null, denominator] = counts;
  return { numerator, denominator };
}

/** The query that lists the records of a part of an indicator, or null where the books cannot tell it. */
export function recordsOf(code: string, beside: BesideKind | null, asked: Asked): string | null {
  const part = partsOf(code).find((each) => each.beside === beside);
  return part ? recordsQuery(namedLists(part), asked) : null;
}

/** What is counted of an indicator, in both languages. */
export function saysOf(code: string): string | null {
  const says = countedIndicators[code]?.figure?.says;
  return says ? `${says.zh}. ${says.en}.` : null;
}

/** The base points of a model, and how many of them are computed from the books. */
export function computedPoints({ indicators }: Pick<AssessmentModel, 'indicators'>) {
  const base = indicators.filter(({ kind }) => kind === 'BASE');
  const sum = (some: readonly AssessmentIndicator[]) => some.reduce((all, { points }) => all + points, 0);
  return { computed: sum(base.filter(({ code }) => countedIndicators[code]?.figure)), all: sum(base) };
}
