import type { BesideKind } from './beside';
import { countedIndicators } from './counted';
import { countIn, countQuery, recordsQuery, type Asked, type CountedList, type Lists } from './counted-list';
import type { AssessmentIndicator, AssessmentModel } from './model';
import { typedIndicators, type Typed } from './typed';

/** The figure of an indicator, or one that is read beside it. */
export interface Part {
  beside: BesideKind | null;
  numerator: readonly CountedList[];
  denominator?: readonly CountedList[];
}

/** By which of the figures an indicator is computed; none. */
type CountedAs = AssessmentIndicator['countedAs'];
const countedOf = (countedAs: CountedAs) => countedIndicators[countedAs ?? ''] ?? {};

/** All that the books say of an indicator. */
export function partsOf(countedAs: CountedAs): Part[] {
  const { figure, beside = {} } = countedOf(countedAs);
  const parts = Object.entries(beside).map(([kind, numerator]) => ({
    beside: kind as BesideKind,
    numerator,
  }));
  return figure ? [{ ...figure, beside: null }, ...parts] : parts;
}

/** The lists of a part by the names that they have in a query. */
export function namedLists({ beside, numerator, denominator }: Part): Lists {
  if (beside !== null) return { [beside]: numerator };
  return denominator ? { numerator, denominator } : { numerator };
}

/** The query that counts all that the books say of an indicator. */
export function queryOf(countedAs: CountedAs, asked: Asked) {
  return countQuery(Object.assign({}, ...partsOf(countedAs).map(namedLists)) as Lists, asked);
}

/** What the answer to that query counts of a part; null what is not known. */
export function countsOf(part: Part, data: Record<string, unknown>) {
  const counts = Object.entries(namedLists(part)).map(([name, lists]) => countIn(data, name, lists));
  const [numerator = null, denominator] = counts;
  return { numerator, denominator };
}

/** The query that lists the records of a part of an indicator, or null where the books cannot tell it. */
export function recordsOf(countedAs: CountedAs, beside: BesideKind | null, asked: Asked): string | null {
  const part = partsOf(countedAs).find((each) => each.beside === beside);
  return part ? recordsQuery(namedLists(part), asked) : null;
}

/** What is counted of an indicator, in both languages. */
export function saysOf(countedAs: CountedAs): string | null {
  const says = countedOf(countedAs).figure?.says;
  return says ? `${says.zh}. ${says.en}.` : null;
}

const OTHER: Typed = {
  why: {
    zh: '该办法未指明由本接口的哪些记录计算',
    en: 'The method does not say which records of this API it is computed from',
  },
  by: { zh: '办法所定的部门', en: 'the department that the method names' },
};
const written = ({ why, by }: Typed) => `${why.zh}；由${by.zh}填写. ${why.en}; it is for ${by.en} to state.`;

/** Why records of this API do not tell an indicator, and who states it; null where they do. */
export function notCounted(countedAs: CountedAs): string | null {
  if (countedOf(countedAs).figure) return null;
  return written(typedIndicators[countedAs ?? ''] ?? OTHER);
}

/** The base points of a model, and how many of them are computed from the books. */
export function computedPoints({ indicators }: Pick<AssessmentModel, 'indicators'>) {
  const base = indicators.filter(({ kind }) => kind === 'BASE');
  const sum = (some: readonly AssessmentIndicator[]) => some.reduce((all, { points }) => all + points, 0);
  return { computed: sum(base.filter(({ countedAs }) => countedOf(countedAs).figure)), all: sum(base) };
}
