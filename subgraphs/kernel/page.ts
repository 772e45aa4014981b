import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
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
  /** When a row is under a parent (`parent.key`), where that is more than that the column which it is read by holds its key. */
  isUnder?: Sql;
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

export function connection<Row>(
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

export function opened<Row>(
  list: DerivedList<Row>,
  { first, after }: PageArgs,
): { size: number; start: Sql } {
  const size = first ?? DEFAULT_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE)
    throw PageSizeInvalid({ field: 'first', max: LARGEST_PAGE, got: size });
  if (after === null || after === undefined) return { size, start: empty };
  const beyond = raw(list.descending ? '<' : '>');
  return { size, start: sql`AND (${orderOf(list)}) ${beyond} (${join(positionOf(list, after))})` };
}

export function orderOf<Row>({ order }: DerivedList<Row>, way = ''): Sql {
  return raw(order.map((property) => `${snakeCase(property)}${way}`).join(', '));
}

export function wayOf<Row>({ descending }: DerivedList<Row>): string {
  return descending ? ' DESC' : '';
}
