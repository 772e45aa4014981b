import type { ClassType } from 'type-graphql';
import type { RequestContext } from './context';
import type { Kind } from './kinds';
import { factsFromOwners, linksOf, type Link } from './notes';
import { objectOf, orNull } from './official-file';
import { factsOf, onceANoun, whereAnswered } from './peers';
import { keysBy, valueOf, type Broken } from './reference-check';

/**
 * 他方事实. What a row keeps of another department's noun, for its rules and figures: the industry of an enterprise, say. It is
 * asked of the owner of the noun that the row names and stored as of the day of writing; nobody types it. What a record
 * still states is compared with it: the owner's is stored, and the difference is told beside the flagged references.
 */
interface OwnedFact {
  property: string;
  kind: Kind<unknown>;
  /** The reference to the noun whose owner is asked, for the fact of the same name. */
  through: Link;
}

/** A fact of a row that is not as its owner has it, or that could not be asked for: by the link that its flag names. */
export interface ToldFact {
  link: Link;
  key: string;
  at: number;
  broken: Broken | 'DIFFERS';
}

const facts = new WeakMap<ClassType, readonly OwnedFact[]>();

/** The facts of a noun that others own. */
export function ownedFacts(entity: ClassType): readonly OwnedFact[] {
  const found = facts.get(entity) ?? factsFromOwners(entity).map((fact) => ofLink(entity, fact));
  facts.set(entity, found);
  return found;
}

function ofLink(
  entity: ClassType,
  { property, kind, of }: { property: string; kind: Kind<unknown>; of: string },
) {
  const through = linksOf(entity).find((link) => link.property === of);
  if (!through) throw new Error(`${entity.name}.${property} is a fact of ${of}, which is no reference`);
  return { property, kind, through };
}

/** The flags of a fact name it, and the noun that it is a fact of. */
export function flagsOfFacts(entity: ClassType, changed?: readonly string[]): Link[] {
  return changedFacts(entity, changed).map(({ property, through }) => ({
    ...through,
    property,
    unknown: 'flag',
  }));
}

function changedFacts(entity: ClassType, changed?: readonly string[]): readonly OwnedFact[] {
  return ownedFacts(entity).filter(
    ({ property, through }) =>
      changed?.some((each) => each === property || each === through.property) ?? true,
  );
}

/** Asks the owners of all such facts, before a transaction is begun: within it, the answers are at hand. */
export async function askFacts(
  context: RequestContext,
  entity: ClassType,
  rows: readonly object[],
): Promise<void> {
  await withOwnersFacts(context, entity, rows);
}

/** The rows with the facts as their owners have them, and what is to be told of those that are not so. */
export async function withOwnersFacts<Row extends object>(
  context: RequestContext,
  entity: ClassType,
  rows: readonly Row[],
  changed?: readonly string[],
): Promise<{ rows: readonly Row[]; told: readonly ToldFact[] }> {
  const owned = changedFacts(entity, changed);
  if (owned.length === 0) return { rows, told: [] };
  const told: ToldFact[] = [];
  const learned = await Promise.all(
    rows.map(async (row, at) => {
      const known: Record<string, unknown> = {};
      for (const fact of owned) {
        const { value, broken } = await asOwned(context, fact, row);
        known[fact.property] = value;
        const link: Link = { ...fact.through, property: fact.property, unknown: 'flag' };
        if (broken) told.push({ link, key: asStated(valueOf(row, fact.property)), at, broken });
      }
      return { ...row, ...known };
    }),
  );
  return { rows: learned, told };
}

/** While its owner is silent or does not know, a fact stays as it was stated. */
async function asOwned(
  context: RequestContext,
  { property, kind, through }: OwnedFact,
  row: object,
): Promise<{ value: unknown; broken?: ToldFact['broken'] }> {
  const stated = valueOf(row, property) ?? null;
  const [key] = keysBy(through, row);
  if (key === undefined) return { value: stated };
  const asking = ask(through.to(), property, kind)(context, key);
  const answer = await whereAnswered(asking.then((owner) => ({ owner })));
  if (!answer) return { value: stated, broken: 'UNCHECKED' };
  const value = answer.owner?.[property] ?? null;
  if (value !== null) return saysNoOther(stated, value) ? { value } : { value, broken: 'DIFFERS' };
  return answer.owner && stated === null ? { value } : { value: stated, broken: 'UNKNOWN' };
}

/** Facts that others own are codes; what was not stated is flagged as an empty text. */
const asStated = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Nothing, the same, or less of it: 33 of an industry that is 3311. */
function saysNoOther(stated: unknown, owned: unknown): boolean {
  return stated === null || asStated(owned).startsWith(asStated(stated));
}

type Ask = (context: RequestContext, key: string) => Promise<Record<string, unknown> | null>;
const asksOf = onceANoun(() => new Map<string, Ask>());

function ask(noun: ClassType, property: string, kind: Kind<unknown>): Ask {
  const ofNoun = asksOf(noun);
  const known =
    ofNoun.get(property) ??
    factsOf(noun, { fields: property, facts: objectOf({ [property]: orNull(kind) }) });
  ofNoun.set(property, known);
  return known;
}
