import {
  arrayOf,
  count,
  factsOf,
  objectOf,
  regionCode,
  whereAnswered,
  whole,
  type RequestContext,
} from '../../kernel';
import { Region } from '../others';
import type { Asked } from './statistics.lists';

/** The inspections of a group, as enforcement has them on record; null while it is silent. */
export type Visits = () => Promise<number | null>;

const counts = objectOf({
  supervisionCounts: arrayOf(
    objectOf({ region: objectOf({ code: regionCode }), year: whole(0, 9999), inspections: count }),
  ),
});
type Counted = ReturnType<typeof counts.parse>['supervisionCounts'][number];

/** The inspections of each group: asked for once, and only if something needs them; null while enforcement is silent. */
export function visitsBy(
  context: RequestContext,
  asked: Asked,
): () => Promise<ReadonlyMap<string, number> | null> {
  const days = [argument('from', daysOf(asked.year, '01-01', asked.foundFrom).sort().at(-1))];
  days.push(argument('to', daysOf(asked.year, '12-31', asked.foundTo).sort()[0]));
  const fields = `supervisionCounts(${days.join(' ')}) { region { code } year inspections }`;
  const ask = factsOf(Region, { from: 'enforcement', fields, facts: counts });
  let answer: Promise<ReadonlyMap<string, number> | null> | undefined;
  return () =>
    (answer ??= whereAnswered(
      ask(context, asked.region).then((facts) => addedUp(facts?.supervisionCounts, asked)),
    ));
}

const daysOf = (year: number | null, monthAndDay: string, day: string | null | undefined): string[] => [
  ...(year === null ? [] : [`${year}-${monthAndDay}`]),
  ...(day ? [day] : []),
];

const argument = (name: string, day: string | undefined): string => `${name}: ${day ? `"${day}"` : 'null'}`;

function addedUp(counted: readonly Counted[] = [], { groupBy }: Asked): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { region, year, inspections } of counted) {
    const key = { REGION: region.code, YEAR: String(year), TOTAL: 'TOTAL' }[groupBy as string] ?? '';
    sums.set(key, (sums.get(key) ?? 0) + inspections);
  }
  return sums;
}
