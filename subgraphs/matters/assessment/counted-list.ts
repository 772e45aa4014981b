import { addDays } from '../../kernel';
import { daysOf } from './quarter.rules';

/**
 * Records of a list of this API: its field with its arguments, as in a query, with `$region`, `$quarter`, `$year`, `$from`
 * and `$to` of the quarter, or of the year before. Its length is counted; of `any`, one if it holds any record; of `sum`, what
 * that field of its records comes to.
 */
export type CountedList = string | { any: string } | { sum: string; of: string };

/** Lists by the part that they are counted for. */
export type Lists = Readonly<Record<string, readonly CountedList[]>>;

/** A rate, or a number of cases where there is no denominator. */
export interface CountedFigure {
  /** What is counted, in words. */
  says: { zh: string; en: string };
  numerator: readonly CountedList[];
  denominator?: readonly CountedList[];
}

/** The values that a list is asked with. */
export interface Asked {
  region: string;
  quarter: string;
}

/** What is told of each record; all that a visitor needs in order to see why it is counted. */
const RECORDS: Record<string, string> = {
  accidents:
    'number grade deaths occurredAt reportedAt reportedUpAt reportedUpwardInTime supervisedOn closedOn evaluatedOn',
  assignedItems: 'id title dueOn reportedOn closedOn status',
  cases: 'number cause { code } departmentKind leadReceivedOn filedOn decidedOn status',
  equipmentItems: 'code inspectionStanding nextInspectionDue',
  hazards: 'number domain channel foundOn originalDueOn dueOn closedOn status',
  newRisks: 'id name status registeredOn',
  notices: 'number kind issuedOn dueOn repliedOn status',
  supervisoryInspections: 'id inspectedOn departmentKind findings',
  trainingBodies: 'id kind status activeFrom firstReviewedOn',
  trainingDuties: 'id industryCode hospitalGrade dueOn status fulfilledOn',
  typicalCases: 'id month title publishedOn',
};
/** Lists that are no pages. */
const PLAIN: Record<string, string> = {
  dueTasks: 'itemId dueOn phrase done reportedOn department { code }',
};

const rootOf = (list: string): string => /^\w+/.exec(list)?.[0] ?? list;
export function textOf(list: CountedList): string {
  if (typeof list === 'string') return list;
  return 'any' in list ? list.any : list.of;
}
/** A sum is known from one page: of more, it is not. */
const PAGE = 100;
const sumOf = (list: CountedList) => (typeof list !== 'string' && 'sum' in list ? list.sum : null);

/** A list with the size of its page and what is told of its records; a list that is no page is counted by its length. */
function asked(list: CountedList, alias: string, first: number, told: string): string {
  const text = textOf(list);
  const plain = PLAIN[rootOf(text)];
  if (plain !== undefined) return `${alias}: ${text} { ${plain} }`;
  return `${alias}: ${text.slice(0, -1)}, first: ${first}) { totalCount ${told} }`;
}

/** Names for the lists of a part: numerator, numerator2 … */
function aliased(part: string, lists: readonly CountedList[]): [alias: string, list: CountedList][] {
  return lists.map((list, at) => [at === 0 ? part : `${part}${at + 1}`, list]);
}

const TYPES = {
  region: 'RegionCode!',
  quarter: 'String!',
  year: 'Int!',
  from: 'Date!',
  to: 'Date!',
  longBefore: 'Date!',
  fromYearBefore: 'Date!',
  toYearBefore: 'Date!',
} as const;
type Name = keyof typeof TYPES;

/** An old problem is one that was found so many days before the quarter’s end. */
const LONG_DAYS = 180;

function valuesOf({ region, quarter }: Asked): Record<Name, string | number> {
  const { from, to } = daysOf(quarter);
  const year = Number(quarter.slice(0, 4));
  const { from: fromYearBefore, to: toYearBefore } = daysOf(`${year - 1}${quarter.slice(4)}`);
  return {
    region,
    quarter,
    year,
    from,
    to,
    longBefore: addDays(to, -LONG_DAYS),
    fromYearBefore,
    toYearBefore,
  };
}

const VARIABLE = /\$(\w+)/g;

/** The query that counts the lists of several parts, with the variables that it names. */
export function countQuery(
  parts: Lists,
  given: Asked,
): { query: string; variables: Record<string, unknown> } {
  const fields = Object.entries(parts)
    .flatMap(([part, lists]) => aliased(part, lists))
    .map(([alias, list]) => {
      const sum = sumOf(list);
      return sum === null ? asked(list, alias, 1, '') : asked(list, alias, PAGE, `edges { node { ${sum} } }`);
    });
  const names = [...new Set([...fields.join(' ').matchAll(VARIABLE)].map(([, name]) => name as Name))];
  const values = valuesOf(given);
  return {
    query: `query (${names.map((name) => `$${name}: ${TYPES[name]}`).join(', ')}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(names.map((name) => [name, values[name]])),
  };
}

interface Counted {
  totalCount: number | null;
  edges?: readonly { node: Record<string, unknown> }[] | null;
}

function countOf(list: CountedList, found: Counted | null | undefined): number | null {
  const total = found?.totalCount ?? null;
  if (total === null || typeof list === 'string') return total;
  if ('any' in list) return Math.min(1, total);
  const nodes = found?.edges ?? [];
  if (nodes.length !== total) return null;
  return nodes.reduce((sum, { node }) => sum + Number(node[list.sum]), 0);
}

/** How many records the lists of a part hold, or null if any is not known: a department that is down is not a zero. */
export function countIn(
  data: Record<string, unknown>,
  part: string,
  lists: readonly CountedList[],
): number | null {
  const counts = aliased(part, lists).map(([alias, list]) => {
    const found = data[alias] as Counted | unknown[] | null | undefined;
    return Array.isArray(found) ? found.length : countOf(list, found);
  });
  return counts.includes(null) ? null : counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

/** The query, on one line and with its values written in, that lists exactly the records that are counted. */
export function recordsQuery(parts: Lists, given: Asked): string {
  const values = valuesOf(given);
  const fields = Object.entries(parts)
    .flatMap(([part, lists]) => aliased(part, lists))
    .map(([alias, list]) => {
      const told = RECORDS[rootOf(textOf(list))] ?? '';
      return asked(
        list,
        alias,
        typeof list !== 'string' && 'any' in list ? 1 : PAGE,
        `edges { node { ${told} } }`,
      );
    });
  return `{ ${fields.join(' ')} }`.replace(VARIABLE, (_, name: Name) => JSON.stringify(values[name]));
}
