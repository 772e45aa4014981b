import DataLoader from 'dataloader';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { once } from './loader';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass } from './database';
import { PageSizeInvalid } from './catalogue';
import { cursorOf, positionOf, walked } from './cursor';
import { onceOf } from './notes';
import { regionRange } from './region-code';
import { Shared } from './sharing';

export const DEFAULT_SIZE = 20;
const LARGEST_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_SIZE,
    description: '每页条数，1 至 100. The number of items on a page, 1 to 100.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: '从该游标之后开始. The cursor after which the page begins.',
  })
  after?: string | null;
}

@ObjectType({ description: '分页信息. The position of a page in its list.', simpleResolvers: true })
@Directive('@shareable')
class PageInfo {
  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否有下一页. Whether there are more after this page.' })
  hasNextPage: boolean;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否有上一页. Whether the page was asked for after a cursor.' })
  hasPreviousPage: boolean;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '首条游标. The cursor of the first item of the page.' })
  startCursor: () => string | null;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '末条游标. The cursor of the last item of the page.' })
  endCursor: () => string | null;
}

export interface Connection<Row> {
  edges: { node: Row; cursor: () => string }[];
  pageInfo: PageInfo;
  /** Counted only when asked for. */
  totalCount: () => Promise<number>;
}

/** Declares `<name>Connection` and `<name>Edge` for a noun, or for what several subgraphs have of one kind. */
export function connectionOf<Row extends object>(
  name: string,
  term: string,
  node: () => ClassType<Row>,
  { shareable = false } = {},
): ClassType<Connection<Row>> {
  @ObjectType(`${name}Edge`, {
    description: `${term}（列表项）. One place in a list.`,
    simpleResolvers: true,
  })
  class Edge {
    @Shared('PUBLIC')
    @Field(() => node(), { nullable: true, description: `${term}. The item at this place of the list.` })
    node: Row;

    @Shared('PUBLIC')
    @Field(() => String, { description: '游标. The position of the item in the list, for paging.' })
    cursor: () => string;
  }

  @ObjectType(`${name}Connection`, {
    description: `${term}（列表）. A page of a list.`,
    simpleResolvers: true,
  })
  class NamedConnection {
    @Shared('PUBLIC')
    @Field(() => [Edge], { description: '本页各项. The items of the page, in order.' })
    edges: Edge[];

    @Shared('PUBLIC')
    @Field(() => PageInfo, { description: '分页信息. The position of the page in the list.' })
    pageInfo: PageInfo;

    @Shared('PUBLIC')
    @Field(() => Int, { nullable: true, description: '总数. The number of items in the whole list.' })
    totalCount: () => Promise<number>;
  }
  if (shareable) for (const type of [Edge, NamedConnection]) Directive('@shareable')(type);
  return NamedConnection;
}

/** A list: where its rows come from and the one order it is walked in. Every list has an index that begins with its filter and ends with its order. */
export interface List<Row> {
  name: string;
  entity: EntityClass<Row & object>;
  /** Properties that order the list; together unique, never null, the same for good. */
  order: readonly (keyof Row & string)[];
  /** Whether it is walked from its end: the latest first. */
  descending?: boolean;
}

/** The condition that a division lies in a subtree. */
export function within(column: Sql, region: string | null | undefined): Sql {
  if (!region) return empty;
  const { from, to } = regionRange(region);
  return sql`AND ${column} >= ${from} AND ${column} < ${to}`;
}

/** The rows for which a condition holds, or all the others, as a filter asks; of what is not known (null) it does not hold. */
export function whether(condition: Sql, wanted: boolean | null | undefined): Sql {
  if (typeof wanted !== 'boolean') return empty;
  return wanted ? sql`AND (${condition})` : sql`AND (${condition}) IS NOT TRUE`;
}

/** A list that no table holds: what a statement works out, in an order like that of a table. */
export type DerivedList<Row> = Omit<List<Row>, 'entity'>;

/** One page of what a statement gives. The properties that order it are words that are also the names of its columns. */
export async function derivedPage<Row>(
  { db }: RequestContext,
  list: DerivedList<Row>,
  statement: Sql,
  args: PageArgs,
): Promise<Connection<Row>> {
  const { size, start } = opened(list, args);
  const rows = await walked(
    args.after,
    db.query<Row>(
      sql`SELECT * FROM (${statement}) AS item WHERE true ${start} ORDER BY ${orderOf(list, wayOf(list))} LIMIT ${size + 1}`,
    ),
  );
  const count = sql`SELECT count(*)::int AS count FROM (${statement}) AS item`;
  return connection(
    list,
    rows,
    size,
    args,
    async () => (await db.query<{ count: number }>(count))[0]?.count ?? 0,
  );
}

/** The condition that a row of a noun is no repetition of another, which no list holds. */
export function isFirst(entity: EntityClass): Sql {
  const once = onceOf(entity);
  return once ? sql`AND ${raw(snakeCase(once.property))} IS NULL` : empty;
}

/** One page of a list under a condition (`AND …`). What repeats another row stands in none. */
export async function page<Row>(
  context: RequestContext,
  list: List<Row>,
  condition: Sql,
  args: PageArgs,
): Promise<Connection<Row>> {
  const { size, start } = opened(list, args);
  const { db } = context;
  const from = sql`FROM ${raw(tableOf(list.entity))} WHERE true ${isFirst(list.entity)} ${condition}`;
  const rows = await walked(
    args.after,
    db.query<Row>(
      sql`SELECT ${raw(db.columns(list.entity))} ${from} ${start} ORDER BY ${orderOf(list, wayOf(list))} LIMIT ${size + 1}`,
    ),
  );
  const count = sql`SELECT count(*)::int AS count ${from}`;
  return connection(
    list,
    rows,
    size,
    args,
    async () => (await db.query<{ count: number }>(count))[0]?.count ?? 0,
  );
}

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
    const only = async () => sql`${isFirst(list.entity)} ${await condition()}`;
    const counts = once(context, `count|${under}`, () => countsOf(context, table, parentOf, only));
    return new DataLoader<string, Connection<Row>>(async (parents) => {
      const statement = sql`SELECT item.* FROM unnest(${parents}::varchar[]) AS parent(key), LATERAL (
          SELECT ${raw(db.columns(list.entity))} FROM ${table} WHERE ${parentOf} = parent.key ${await only()} ${start}
          ORDER BY ${orderOf(list, wayOf(list))} LIMIT ${size + 1}) item`;
      // without a filter it is read by key, and one plan is good for every parent
      const rows = await walked(
        args.after,
        key === null ? db.byKey<Row>(statement) : db.query<Row>(statement),
      );
      const found = grouped(rows, column);
      return parents.map((parent) =>
        connection(list, found.get(parent) ?? [], size, args, () => counts.load(parent)),
      );
    });
  });
}

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
    const found = new Map(rows.map((row) => [row.parent, row.count]));
    return parents.map((parent) => found.get(parent) ?? 0);
  });
}

function connection<Row>(
  list: DerivedList<Row>,
  rows: readonly Row[],
  size: number,
  args: PageArgs,
  totalCount: () => Promise<number>,
): Connection<Row> {
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: () => cursorOf(list, node) }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(args.after),
      startCursor: () => edges[0]?.cursor() ?? null,
      endCursor: () => edges.at(-1)?.cursor() ?? null,
    },
  };
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

function opened<Row>(list: DerivedList<Row>, { first, after }: PageArgs): { size: number; start: Sql } {
  const size = first ?? DEFAULT_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE)
    throw PageSizeInvalid({ field: 'first', max: LARGEST_PAGE, got: size });
  if (after === null || after === undefined) return { size, start: empty };
  const beyond = raw(list.descending ? '<' : '>');
  return { size, start: sql`AND (${orderOf(list)}) ${beyond} (${join(positionOf(list, after))})` };
}

function orderOf<Row>({ order }: DerivedList<Row>, way = ''): Sql {
  return raw(order.map((property) => `${snakeCase(property)}${way}`).join(', '));
}

function wayOf<Row>({ descending }: DerivedList<Row>): string {
  return descending ? ' DESC' : '';
}
