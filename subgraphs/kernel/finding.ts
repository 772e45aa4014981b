import type DataLoader from 'dataloader';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass } from './database';
import type { Kind } from './kinds';
import { defineLoader } from './loader';
import { keyOf, nameOf, termOf } from './notes';
import { connectionOf, isFirst, type Connection } from './page';

/** How a noun is found by its key. */
export type Find<Row> = (context: RequestContext, key: string) => Row | null | Promise<Row | null>;

/** Which rows of a noun a caller may know of: `AND …`, for every way to them. */
export type ShownRows = (context: RequestContext) => Sql;
const shownRows = new WeakMap<EntityClass, ShownRows>();

/** Says which rows of a noun a caller may know of, where that is not all of them. */
export function showRows(entity: EntityClass, rows: ShownRows): void {
  shownRows.set(entity, rows);
}

export const isShownToAll = (entity: EntityClass): boolean => !shownRows.has(entity);

/** The condition that a row of a noun is one that this caller may know of. */
export function isShown(entity: EntityClass, context: RequestContext): Sql {
  return shownRows.get(entity)?.(context) ?? empty;
}

/** The states of a noun that follow from the day: its rule for one row, in SQL, and what they are called. */
export interface InState {
  kind: Kind<unknown>;
  condition: (state: never, today: string) => Sql;
  /** Those that stood on a day, where a history tells what they were then. */
  stoodOn?: (day: string) => Sql;
}
const statesByNoun = new WeakMap<EntityClass, InState>();

/** Says how rows in a state that follows from the day are found. */
export function findInState(entity: EntityClass, states: InState): void {
  statesByNoun.set(entity, states);
}

/** How rows in a state that follows from the day are found. */
export function inStateOf(entity: EntityClass): InState {
  const states = statesByNoun.get(entity);
  if (!states) throw new Error(`${nameOf(entity)} says nothing of inState`);
  return states;
}

const loaders = new WeakMap<EntityClass, (context: RequestContext) => DataLoader<string, object | null>>();

/** The operation's one loader of a noun by its key; a key without a row loads null. */
export function byKey<Row extends object>(
  entity: EntityClass<Row>,
): (context: RequestContext) => DataLoader<string, Row | null> {
  const known = loaders.get(entity) ?? loaderBy(entity, keyOf(entity));
  loaders.set(entity, known);
  return known as (context: RequestContext) => DataLoader<string, Row | null>;
}

/** A loader of the rows of a table by one property that is unique. */
export function loaderBy<Row extends object>(
  entity: EntityClass<Row>,
  property: string,
): (context: RequestContext) => DataLoader<string, Row | null> {
  return defineLoader<Row>(
    (context, keys) =>
      context.db.byKey(
        sql`SELECT ${raw(context.db.columns(entity))} FROM ${raw(tableOf(entity))} WHERE ${raw(snakeCase(property))} = ANY(${keys}::varchar[]) ${isShown(entity, context)}`,
      ),
    (row) => String((row as Record<string, unknown>)[property]),
  );
}

/** The rows of a table under each parent, in order, those of which `of` holds: for the few of a kind that no page is needed for. */
export function manyBy<Row extends object>(
  entity: EntityClass<Row>,
  property: keyof Row & string,
  order: Sql,
  of: Sql = sql`true`,
): (context: RequestContext) => (parent: string) => Promise<Row[]> {
  const column = raw(snakeCase(property));
  const fetch = async (context: RequestContext, parents: readonly string[]) => {
    const { db } = context;
    const rows = await db.byKey<Row>(
      sql`SELECT ${raw(db.columns(entity))} FROM ${raw(tableOf(entity))} WHERE ${column} = ANY(${parents}::varchar[]) AND ${of} ${isFirst(entity)} ${isShown(entity, context)} ORDER BY ${order}`,
    );
    const groups = new Map(parents.map((parent) => [parent, [] as Row[]]));
    for (const row of rows) groups.get(String(row[property]))?.push(row);
    return [...groups];
  };
  const load = defineLoader<[string, Row[]]>(fetch, ([parent]) => parent);
  return (context) => async (parent) => (await load(context).load(parent))?.[1] ?? [];
}

const connections = new WeakMap<EntityClass, ClassType<Connection<object>>>();

/** The page of a list of a noun, `<Noun>Connection`: made once, and before any schema is built. */
export function connectionFor<Row extends object>(entity: EntityClass<Row>): ClassType<Connection<Row>> {
  const known = connections.get(entity) ?? connectionOf(nameOf(entity), termOf(entity).zh, () => entity);
  connections.set(entity, known as ClassType<Connection<object>>);
  return known as ClassType<Connection<Row>>;
}

const finders = new WeakMap<ClassType, Find<object>>();

/** Says how a noun of this subgraph is found, so that references lead to it. */
export function findBy(type: ClassType, find: Find<object>): void {
  finders.set(type, find);
}

/** Follows a reference: a noun of this subgraph is looked up, another's is known by its key alone. */
export function found(type: ClassType, key: string, context: RequestContext): unknown {
  const find = finders.get(type);
  return find ? find(context, key) : { [keyOf(type)]: key };
}
