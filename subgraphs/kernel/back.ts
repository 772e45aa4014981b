import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Root } from 'type-graphql';
import { Argument } from './argument';
import { addDays } from './calendar';
import type { RequestContext } from './context';
import { snakeCase, type EntityClass } from './database';
import type { Add } from './field';
import { connectionFor, inStateOf, isShown } from './finding';
import { date, listOf, moment, type Kind } from './kinds';
import { factOf, keyOf, type Back, type Link } from './notes';
import { PageArgs, type List } from './page';
import { pagesOf, type Only } from './pages-of';
import { Shared } from './sharing';

/** What a list may be narrowed by, each where the row has such. */
export interface Narrowing {
  name: string;
  kind: Kind<unknown>;
  says: string;
  condition: (value: unknown, context: RequestContext) => Sql;
}

/** Adds to a noun the list of those that refer to it: of this subgraph, or to the stub of another's. */
export function addBack<Row extends object>(add: Add, entity: EntityClass<Row>, link: Link): void {
  const { property, to, many, back, when } = link;
  if (!back || back.byHand) return;
  const { name, level, says, order = [keyOf(entity)], descending = false } = back;
  const connection = connectionFor(entity);
  const list: List<Row> = {
    name: `${name}Of${to().name}`,
    entity,
    order: order as (keyof Row & string)[],
    descending,
    isUnder: many ? sql`${column(property)} @> ARRAY[parent.key]` : undefined,
  };
  const narrowing = narrowingsOf(entity, back);
  const kindOnly = when ? sql`AND ${column(when.property)} = ${when.is}` : empty;
  const method = (
    row: Record<string, unknown>,
    args: PageArgs,
    context: RequestContext,
    ...values: unknown[]
  ) => {
    const only = onlyThose([kindOnly, ...narrowed(narrowing, values, context), isShown(entity, context)]);
    return pagesOf(context, list, property as keyof Row & string, args, only).load(String(row[keyOf(to())]));
  };
  add(
    name,
    method,
    [Root(), Args(() => PageArgs), Ctx(), ...argumentsOf(narrowing)],
    (prototype, descriptor) => {
      FieldResolver(() => connection, { nullable: true, description: says })(prototype, name, descriptor);
      Shared(level)(prototype, name, descriptor);
    },
  );
}

/** The arguments by which a list is narrowed. */
export function argumentsOf(narrowing: readonly Narrowing[]): ReturnType<typeof Argument>[] {
  return narrowing.map(({ name, kind, says }) => Argument(name, kind, says, { optional: true }));
}

/** The conditions that were asked for, of the values of these arguments. */
export function narrowed(
  narrowing: readonly Narrowing[],
  values: readonly unknown[],
  context: RequestContext,
): Sql[] {
  return narrowing.flatMap(({ condition }, at) =>
    (values[at] ?? null) === null ? [] : condition(values[at], context),
  );
}

/** What a list of a noun may be narrowed by: a period of one of its days, and its state. */
export function narrowingsOf(entity: EntityClass, by: Pick<Back, 'period' | 'state'>): Narrowing[] {
  return [...byPeriod(entity, by), ...byState(entity, by)];
}

function byPeriod(entity: EntityClass, { period }: Pick<Back, 'period'>): Narrowing[] {
  if (period === undefined) return [];
  const on = column(period);
  // a day of China begins with a moment
  const start = (day: unknown) =>
    factOf(entity, period).kind === moment ? `${String(day)}T00:00:00+08:00` : day;
  return [
    { name: 'from', kind: date, says: FROM, condition: (day) => sql`AND ${on} >= ${start(day)}` },
    {
      name: 'to',
      kind: date,
      says: TO,
      condition: (day) => sql`AND ${on} < ${start(addDays(String(day), 1))}`,
    },
  ];
}

function byState(entity: EntityClass, { state }: Pick<Back, 'state'>): Narrowing[] {
  if (state === undefined) return [];
  if (state !== true) {
    const condition = (states: unknown) => sql`AND ${column(state)} = ANY(${states}::varchar[])`;
    return [
      {
        name: state,
        kind: listOf(factOf(entity, state).kind),
        says: state === 'status' ? IN_STATE : OF_THESE,
        condition,
      },
    ];
  }
  const { kind, condition } = inStateOf(entity);
  const anyOf = (states: unknown, { today }: RequestContext) => {
    const each = (states as never[]).map((one) => sql`(${condition(one, today)})`);
    return each.length === 0 ? sql`AND false` : sql`AND (${join(each, ' OR ')})`;
  };
  return [{ name: 'status', kind: listOf(kind), says: IN_STATE, condition: anyOf }];
}

const FROM = '起始日期（含）. Returns only those of this day or later.';
const TO = '截止日期（含）. Returns only those of this day or earlier.';
const OF_THESE = '任一取值. Returns only those of one of these.';
const IN_STATE = '状态. Returns only those in one of these states.';

function column(property: string): Sql {
  return raw(snakeCase(property));
}

function onlyThose(conditions: readonly Sql[]): Only | undefined {
  const some = conditions.filter(({ text }) => text !== '');
  if (some.length === 0) return undefined;
  const condition = join(some, ' ');
  return { key: [condition.text, condition.values], condition: () => condition };
}
