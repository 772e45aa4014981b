import { ID, type ClassType } from 'type-graphql';
import { RecordDuplicate } from './catalogue';
import { snakeCase, tableOf, type EntityClass, type Transaction } from './database';
import type { CatalogueError } from './errors';
import { keep, serve } from './fact';
import { code } from './kinds';
import { keyOf, noteLink, noteOf, onceOf, termOf, type Once } from './notes';
import type { Holds } from './record';
import { OPEN_TO_CORRECTION, refused, type Sorted } from './store';
import { Submitted, type Submission } from './submission';
import type { SharingLevel } from './vocabulary';

/**
 * One document is one row, under whatever id and by whomever it is sent: of rows that stand no two are alike in the
 * properties `by`, which a unique index holds. A row that was stored before that names here the one that was first; it is
 * kept, and counts for nothing. `standing` is the condition besides on which a row stands, `length` that of the noun's id.
 * Not shown where no level is given.
 */
export function DuplicateOf(
  level: SharingLevel | null,
  by: readonly string[],
  { standing, length = 130 }: { standing?: string; length?: number } = {},
): Holds<string | null> {
  const description =
    '重复记录所指首条记录的编号；重复的不计数. The id of the record that this one repeats, which is not counted for that; null for a record of its own.';
  return (prototype: object, property: string): void => {
    const notRepeated = `${snakeCase(property)} IS NULL`;
    const where = standing === undefined ? notRepeated : `${notRepeated} AND ${standing}`;
    noteOf(prototype).once = { by, where, property };
    keep(code(length), description, { optional: true }, prototype, property);
    if (level !== null) serve(() => ID, level, description, {}, prototype, property);
    const to = () => prototype.constructor as ClassType;
    noteLink(prototype, {
      property,
      to,
      many: false,
      level: level ?? 'RESTRICTED',
      description,
      always: false,
    });
  };
}

/**
 * Which of these rows, as they are about to be written, repeat one that stands under another key, or one before them: by
 * their keys the refusals, which name the first. What was taken back and waits for its correction makes room: from now on
 * it is the one that repeats.
 */
export async function repeatedAmong(
  tx: Transaction,
  entity: EntityClass,
  rows: readonly object[],
): Promise<ReadonlyMap<string, CatalogueError>> {
  const once = onceOf(entity);
  if (!once || rows.length === 0) return new Map();
  const stored = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value])),
  );
  const found = await alikeTo(tx, entity, once, stored);
  const refusals = new Map<string, CatalogueError>();
  const rooms: [string, string][] = [];
  for (const { key, standing, isOpen, before, got } of found) {
    if (standing !== null && !isOpen) refusals.set(key, refusalOf(entity, once, standing, got));
    else if (before !== key) refusals.set(key, refusalOf(entity, once, before, got));
    else if (standing !== null) rooms.push([standing, key]);
  }
  await makeRoom(tx, entity, once, rooms);
  return refusals;
}

/** Of rows that are about to be written: what stands in their place, and which of those that are sent was first. */
interface Alike {
  key: string;
  standing: string | null;
  /** It was taken back and only waits for its correction. */
  isOpen: boolean | null;
  before: string;
  got: string;
}

function alikeTo(
  tx: Transaction,
  entity: EntityClass,
  { by, where }: Once,
  rows: readonly object[],
): Promise<Alike[]> {
  const [table, key, columns] = [tableOf(entity), snakeCase(keyOf(entity)), by.map(snakeCase)];
  const areSaid = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const areAlike = columns.map((column) => `stored.${column} = sent.${column}`).join(' AND ');
  // what steps alone write is never taken back
  const isOpen = entity.prototype instanceof Submitted ? `stored.revision = ${OPEN_TO_CORRECTION}` : 'false';
  return tx.query<Alike>(
    `WITH sent AS (
       SELECT *, first_value(${key}) OVER (PARTITION BY ${columns.join(', ')} ORDER BY nth) AS before
       FROM (SELECT *, row_number() OVER () AS nth FROM json_populate_recordset(NULL::${table}, $1)) AS sent
       WHERE ${where} AND ${areSaid})
     SELECT sent.${key} AS key, stored.${key} AS standing, ${isOpen} AS "isOpen", sent.before,
       sent.${String(columns.at(-1))}::text AS got
     FROM sent LEFT JOIN (SELECT * FROM ${table} WHERE ${where}) AS stored ON ${areAlike} AND stored.${key} <> sent.${key}
     WHERE stored.${key} IS NOT NULL OR sent.before <> sent.${key}`,
    [JSON.stringify(rows)],
  );
}

/** Those that wait for their correction repeat from now on what comes in their place. */
async function makeRoom(
  tx: Transaction,
  entity: EntityClass,
  { property }: Once,
  rooms: readonly (readonly [string, string])[],
): Promise<void> {
  if (rooms.length === 0) return;
  await tx.query(
    `UPDATE ${tableOf(entity)} SET ${snakeCase(property)} = room.taker
     FROM unnest($1::varchar[], $2::varchar[]) AS room (former, taker) WHERE ${snakeCase(keyOf(entity))} = room.former`,
    [rooms.map(([former]) => former), rooms.map(([, taker]) => taker)],
  );
}

function refusalOf(entity: EntityClass, { by }: Once, first: string, got: string): CatalogueError {
  return RecordDuplicate({ field: String(by.at(-1)), term: termOf(entity), first, got });
}

/** Refuses the records of a batch that repeat another. */
export async function withoutDuplicates(
  tx: Transaction,
  { entity }: Submission,
  sorted: Sorted,
): Promise<Sorted> {
  const inOrder = [...sorted.candidates].sort((a, b) => a.index - b.index);
  const refusals = await repeatedAmong(
    tx,
    entity,
    inOrder.map(({ row }) => row),
  );
  const rejected = inOrder.flatMap((candidate) => {
    const refusal = refusals.get(candidate.key);
    return refusal ? [refused(candidate, refusal)] : [];
  });
  return {
    ...sorted,
    candidates: sorted.candidates.filter(({ key }) => !refusals.has(key)),
    rejected: [...sorted.rejected, ...rejected],
  };
}

/**
 * Refuses what a step is about to make of a row if that repeats another.
 * @throws RECORD_DUPLICATE, which names the first
 */
export async function refuseDuplicate<Row extends object>(
  tx: Transaction,
  entity: EntityClass<Row>,
  row: Partial<Row>,
): Promise<void> {
  const [refusal] = (await repeatedAmong(tx, entity, [row])).values();
  if (refusal) throw refusal;
}
