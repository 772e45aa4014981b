import { arrayOf, dictionaryOf, objectOf, orNull, text, whole } from '../../kernel';
import queries from './queries.json';

/** Where the figure of an indicator is read: a query of this API, and what to add up of its answer. */
export interface FigureQuery {
  /** Its variables: $region, and $year, $from, $to of the quarter where it names them. */
  query: string;
  /** Paths with their sign: "+matter.overview.equipmentCount". Lists on the way are added up. */
  numerator: readonly string[];
  /** Left out for a deduction, which counts cases. */
  denominator?: readonly string[] | null;
  /** 1 or 100: the whole, where the API gives a rate and no counts. It is kept as so many of ten thousand. */
  rateOf?: number | null;
  /** The query that lists the records behind the figure, with {region}, {year}, {from}, {to} to be filled in. */
  evidence: string;
}

const paths = arrayOf(text(200));
const figureQuery = objectOf({
  query: text(2000),
  numerator: paths,
  denominator: orNull(paths),
  rateOf: orNull(whole(1, 100)),
  evidence: text(2000),
});

/** By the code of the indicator. An indicator that is not here is submitted by its department. */
export const figureQueries: Readonly<Record<string, FigureQuery>> = dictionaryOf(figureQuery).parse(
  queries,
  'queries.json',
);

export interface Asked {
  region: string;
  year: number;
  from: string;
  to: string;
}

/** The variables that a query names. */
export function variablesOf({ query }: FigureQuery, asked: Asked): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(asked).filter(([name]) => new RegExp(`\\$${name}\\b`).test(query)),
  );
}

export function evidenceOf({ evidence }: FigureQuery, asked: Asked): string {
  return evidence.replace(/\{(region|year|from|to)\}/g, (_, name: keyof Asked) => String(asked[name]));
}

const WHOLE_RATE = 10_000;

/** The figure that an answer holds, or null if any part of it is missing: a department that is down is not a zero. */
export function figureOf(
  spec: FigureQuery,
  data: unknown,
): { numerator: number; denominator: number | null } | null {
  const numerator = addedUp(spec.numerator, data);
  if (numerator === null) return null;
  if (spec.rateOf)
    return { numerator: Math.round((numerator * WHOLE_RATE) / spec.rateOf), denominator: WHOLE_RATE };
  if (!spec.denominator) return { numerator, denominator: null };
  const denominator = addedUp(spec.denominator, data);
  return denominator === null ? null : { numerator, denominator };
}

function addedUp(paths: readonly string[], data: unknown): number | null {
  let sum = 0;
  for (const path of paths) {
    const value = numberAt(data, path.slice(1).split('.'));
    if (value === null) return null;
    sum += path.startsWith('-') ? -value : value;
  }
  return sum;
}

function numberAt(value: unknown, [name, ...rest]: readonly string[]): number | null {
  if (Array.isArray(value)) {
    const each = value.map((item) => numberAt(item, name === undefined ? [] : [name, ...rest]));
    return each.includes(null) ? null : each.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  }
  if (name === undefined) return typeof value === 'number' ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  return numberAt((value as Record<string, unknown>)[name], rest);
}
