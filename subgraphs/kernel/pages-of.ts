import DataLoader from 'dataloader';
import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { RequestContext } from './context';
import { walked } from './cursor';
import { snakeCase, tableOf } from './database';
import { once } from './loader';
import {
  connection,
  isFirst,
  opened,
  orderOf,
  wayOf,
  type Connection,
  type List,
  type PageArgs,
} from './page';

/** Which rows of a list: what tells one such condition from another, and the condition (`AND …`), made when it is needed. */
export interface Only {
  key: unknown;
  condition: () => Sql | Promise<Sql>;
}
const ALL: Only = { key: null, condition: () => empty };

/**
 * The pages that belong to many parents, in one statement for all of them: what an enterprise's devices and a device's
 * inspections are read with. `column` holds the parent's key. Called for every parent of a list, so it does little.
 */
export function pagesOf<Row>(
  context: RequestContext,
  list: List<Row>,
  column: keyof Row & string,
  args: PageArgs,
  { key, condition }: Only = ALL,
): DataLoader<string, Connection<Row>> {
  const under = `${list.name}|${column}|${key === null ? '' : JSON.stringify(key)}`;
  return once(context, `page|${under}|${args.first}|${args.after}`, () => {
    const { size, start } = opened(list, args);
    const { db } = context;
    const [table, parentOf] = [raw(tableOf(list.entity)), raw(snakeCase(column))];
    const isUnder = list.isUnder ?? sql`${parentOf} = parent.key`;
    const parentKey = list.isUnder ? sql`, parent.key AS ${raw(`"${PARENT}"`)}` : empty;
    const only = async () => sql`${isFirst(list.entity)} ${await condition()}`;
    const counts = once(context, `count|${under}`, () =>
      list.isUnder ? countsUnder(context, table, isUnder, only) : countsOf(context, table, parentOf, only),
    );
    return new DataLoader<string, Connection<Row>>(async (parents) => {
      const statement = sql`SELECT item.* ${parentKey} FROM unnest(${parents}::varchar[]) AS parent(key), LATERAL (
          SELECT ${raw(db.columns(list.entity))} FROM ${table} WHERE ${isUnder} ${await only()} ${start}
          ORDER BY ${orderOf(list, wayOf(list))} LIMIT ${size + 1}) item`;
      // without a filter it is read by key, and one plan is good for every parent
      const rows = await walked(
        args.after,
        key === null ? db.byKey<Row>(statement) : db.query<Row>(statement),
      );
      const found = grouped(rows, list.isUnder ? (PARENT as keyof Row & string) : column);
      return parents.map((parent) =>
        connection(list, found.get(parent) ?? [], size, args, () => counts.load(parent)),
      );
    });
  });
}

/** What the key of the parent is called in the rows of a list that says when a row is under one. */
const PARENT = 'parentKey';

function countsOf(
  { db }: RequestContext,
  table: Sql,
  parentOf: Sql,
  condition: Only['condition'],
): DataLoader<string, number> {
  return new DataLoader<string, number>(async (parents) => {
    const rows = await db.query<{ parent: string; count: number }>(
      sql`SELECT ${parentOf} AS parent, count(*)::int AS count FROM ${table} WHERE ${parentOf} = ANY(${parents}::varchar[]) ${await condition()} GROUP BY 1`,
    );
    return countedBy(rows, parents);
  });
}

function countsUnder(
  { db }: RequestContext,
  table: Sql,
  isUnder: Sql,
  condition: Only['condition'],
): DataLoader<string, number> {
  return new DataLoader<string, number>(async (parents) => {
    const rows = await db.query<{ parent: string; count: number }>(
      sql`SELECT parent.key AS parent, count(*)::int AS count FROM unnest(${parents}::varchar[]) AS parent(key)
        JOIN ${table} ON ${isUnder} WHERE true ${await condition()} GROUP BY 1`,
    );
    return countedBy(rows, parents);
  });
}

function countedBy(rows: readonly { parent: string; count: number }[], parents: readonly string[]): number[] {
  const found = new Map(rows.map((row) => [row.parent, row.count]));
  return parents.map((parent) => found.get(parent) ?? 0);
}

function grouped<Row>(rows: readonly Row[], column: keyof Row & string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[column]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
