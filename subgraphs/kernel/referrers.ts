import { snakeCase, tableOf, type EntityClass, type Transaction } from './database';
import type { Words } from './errors';
import { isShownToAll } from './finding';
import { linksOf, termOf, type Link } from './notes';
import type { Submission } from './submission';

/** Rows that not everyone may know of are told of by no name: whoever takes back a case is not told of a tip. */
const calledBy = (entity: EntityClass): Words =>
  isShownToAll(entity) ? termOf(entity) : { zh: '其他记录', en: 'another record' };

interface Reference {
  /** The row that is referred to. */
  key: string;
  /** The row that refers to it, where it is of the same noun. */
  by: string;
}

/**
 * Which of these rows could not go without leaving others of the subgraph that refer to them, and what refers to them. Rows
 * that go together may refer to each other; entries of their own history go with them.
 */
export async function referredTo(
  tx: Transaction,
  entities: readonly EntityClass[],
  { entity, key: own, history }: Submission,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Words>> {
  const found = new Map<string, Words>();
  if (keys.length === 0) return found;
  for (const other of entities.filter((each) => each !== entity && each !== history?.entity)) {
    for (const { key } of await referencesBy(tx, other, entity, keys, "''")) found.set(key, calledBy(other));
  }
  // who refers to a row and stays keeps that row as well
  const among = await referencesBy(tx, entity, entity, keys, snakeCase(own));
  const goes = new Set(keys.filter((key) => !found.has(key)));
  for (let more = among.length > 0; more;) {
    const kept = among.filter(({ key, by }) => goes.has(key) && !goes.has(by));
    for (const { key } of kept) found.set(key, termOf(entity));
    more = kept.some(({ key }) => goes.delete(key));
  }
  return found;
}

/** The references to these rows by all links of a table, with the rows that refer where they are of the same noun. */
async function referencesBy(
  tx: Transaction,
  other: EntityClass,
  entity: EntityClass,
  keys: readonly string[],
  by: string,
): Promise<Reference[]> {
  const found: Reference[] = [];
  for (const link of linksOf(other).filter(({ to }) => to() === entity)) {
    const { key, from } = placeOf(other, link);
    found.push(
      ...(await tx.query<Reference>(`SELECT DISTINCT ${key} AS key, ${by} AS by FROM ${from}`, [keys])),
    );
  }
  return found;
}

/** Where the keys that a link holds stand, as SQL. */
function placeOf(other: EntityClass, { property, many }: Link): { key: string; from: string } {
  const column = snakeCase(property);
  const table = tableOf(other);
  return many
    ? {
        key: 'key',
        from: `${table}, unnest(${column}) AS key WHERE ${column} && $1::varchar[] AND key = ANY($1::varchar[])`,
      }
    : { key: column, from: `${table} WHERE ${column} = ANY($1::varchar[])` };
}
