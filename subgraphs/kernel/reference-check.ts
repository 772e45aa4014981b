import sql, { raw } from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import { isInsider } from './caller';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass, type Transaction } from './database';
import { declareError, type CatalogueError } from './errors';
import { isShown } from './finding';
import { keyOf, linksOf, ownerOf, termOf, type Link } from './notes';
import { isKnownToOwner } from './peers';

export const ReferenceUnknown = declareError(
  'REFERENCE_UNKNOWN',
  '{field} 指向不存在的 {target:words}，收到：{got}。',
  '{field} names no known {target:words}, but got: {got}.',
);
export const ReferenceUnchecked = declareError(
  'REFERENCE_UNCHECKED',
  '{field} 所指的{target:words}暂时无法核对，请稍后再报，收到：{got}。',
  'Whether {field} names a known {target:words} cannot be checked for now; try again later. It got: {got}.',
);

/**
 * Whether what a row refers to is there, wherever it is: a noun of the same subgraph is looked up in the transaction that
 * writes the row, another's owner is asked through the door that the gateway uses. Nothing of another's is copied for it.
 */
/** The owner does not know the record, or could not be asked. */
export type Broken = 'UNKNOWN' | 'UNCHECKED';

/** A reference that leads to nothing that is known: by which link, of which of the rows. */
export interface BrokenReference {
  link: Link;
  key: string;
  /** The place of its row among those that were checked. */
  at: number;
  broken: Broken;
}
type Reference = Omit<BrokenReference, 'broken'>;

/** Asks the owners of all that these rows refer to, before a transaction is begun: within it, the answers are at hand. */
export async function askOwners(
  context: RequestContext,
  entity: ClassType,
  rows: readonly object[],
): Promise<void> {
  if (!isInsider(context.caller)) return;
  const others = referencesOf(checkedLinks(entity), rows).filter(
    ({ link }) => ownerOf(link.to()) !== undefined,
  );
  await Promise.all(others.map((reference) => standing(context, reference)));
}

/** The references of these rows, by these links, that lead to nothing that is known. */
export async function brokenReferences(
  tx: Transaction,
  context: RequestContext,
  entity: EntityClass,
  rows: readonly object[],
  links = checkedLinks(entity),
): Promise<BrokenReference[]> {
  const references = referencesOf(links, rows);
  if (references.length === 0) return [];
  const local = await knownHere(tx, context, references);
  // rows that come together may refer to each other
  const own = new Set(rows.map((row) => valueOf(row, keyOf(entity))));
  const stands = async (reference: Reference): Promise<Broken | null> => {
    const to = reference.link.to();
    if (ownerOf(to) !== undefined) return standing(context, reference);
    const isKnown = local.get(to)?.has(reference.key) || (to === entity && own.has(reference.key));
    return isKnown ? null : 'UNKNOWN';
  };
  const broken = await Promise.all(references.map(stands));
  return references.flatMap((reference, at) => {
    const found = broken[at];
    return found ? [{ ...reference, broken: found }] : [];
  });
}

/** Why a row is refused that rests on such a reference. */
export function refusalOf({ link, key, broken }: Omit<BrokenReference, 'at'>): CatalogueError {
  const details = { field: link.property, target: termOf(link.to()), got: key };
  return broken === 'UNKNOWN' ? ReferenceUnknown(details) : ReferenceUnchecked(details);
}

/** The links of a noun that are checked when a row is written. */
export function checkedLinks(entity: ClassType): readonly Link[] {
  return linksOf(entity).filter(({ unknown }) => unknown !== undefined);
}

function referencesOf(links: readonly Link[], rows: readonly object[]): Reference[] {
  if (links.length === 0) return [];
  return rows.flatMap((row, at) =>
    links.flatMap((link) => keysBy(link, row).map((key) => ({ link, key, at }))),
  );
}

/** The keys by which a row refers to others through a link. */
export function keysBy({ property, when }: Link, row: object): string[] {
  const held = valueOf(row, property);
  if (held === null || held === undefined || (when && valueOf(row, when.property) !== when.is)) return [];
  return Array.isArray(held) ? (held as string[]) : [held as string];
}

/** What a row holds under a property. */
export function valueOf(row: object | undefined, property: string): unknown {
  return (row as Record<string, unknown> | undefined)?.[property];
}

async function standing(context: RequestContext, { link, key }: Reference): Promise<Broken | null> {
  const nouns = [link.to(), ...(link.or?.() ?? [])];
  try {
    const known = await Promise.all(nouns.map((noun) => isKnownToOwner(context, noun, key)));
    return known.includes(true) ? null : 'UNKNOWN';
  } catch {
    // silent, late, of another version: what it would have said is not known
    return 'UNCHECKED';
  }
}

/** What is there of this subgraph, as far as the caller may know of it; it stays there until the transaction ends. */
async function knownHere(
  tx: Transaction,
  context: RequestContext,
  references: readonly Reference[],
): Promise<ReadonlyMap<ClassType, ReadonlySet<string>>> {
  const wanted = new Map<ClassType, Set<string>>();
  for (const { link, key } of references) {
    const to = link.to();
    if (ownerOf(to) === undefined) wanted.set(to, (wanted.get(to) ?? new Set()).add(key));
  }
  const known = new Map<ClassType, ReadonlySet<string>>();
  for (const [to, keys] of wanted) {
    const entity = to as EntityClass;
    const column = raw(snakeCase(keyOf(to)));
    const { text, values } = sql`SELECT ${column} AS key FROM ${raw(tableOf(entity))}
      WHERE ${column} = ANY(${[...keys]}::varchar[]) ${isShown(entity, context)} FOR KEY SHARE`;
    const rows = await tx.query<{ key: string }>(text, values);
    known.set(to, new Set(rows.map(({ key }) => key)));
  }
  return known;
}
