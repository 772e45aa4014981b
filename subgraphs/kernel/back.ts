import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Root } from 'type-graphql';
import { Argument } from './argument';
import { addDays } from './calendar';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass } from './database';
import type { Add } from './field';
import { connectionFor, inStateOf, isShown } from './finding';
import { date, listOf, moment, type Kind } from './kinds';
import { factOf, keyOf, linksOf, type Back, type Link } from './notes';
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

type By = Pick<Back, 'period' | 'state' | 'term'>;

/** What a list of a noun may be narrowed by: a period of one of its days, its state, and whether it stood on a day. */
export function narrowingsOf(entity: EntityClass, by: By): Narrowing[] {
  return [...byPeriod(entity, by), ...byState(entity, by), ...byTerm(by)];
}

function byPeriod(entity: EntityClass, { period }: By): Narrowing[] {
  if (period === undefined) return [];
  const { on, kind } = typeof period === 'string' ? dayOf(entity, period) : dayThrough(entity, period);
  // a day of China begins with a moment
  const start = (day: unknown) => (kind === moment ? `${String(day)}T00:00:00+08:00` : day);
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

const dayOf = (entity: EntityClass, day: string) => ({ on: column(day), kind: factOf(entity, day).kind });

/** The day of what a row refers to, in this subgraph. */
function dayThrough(entity: EntityClass, { through, day }: { through: string; day: string }) {
  const to = linksOf(entity)
    .find(({ property }) => property === through)
    ?.to() as EntityClass;
  const [table, key, held] = [tableOf(to), snakeCase(keyOf(to)), snakeCase(through)].map((name) => raw(name));
  const on = sql`(SELECT ${column(day)} FROM ${table} WHERE ${table}.${key} = ${held})`;
  return { on, kind: factOf(to, day).kind };
}

function byTerm({ term }: By): Narrowing[] {
  if (term === undefined) return [];
  const { from, until = [], ended = [] } = term;
  const orNone = (property: string, holds: (on: Sql) => Sql) =>
    sql`AND (${column(property)} IS NULL OR ${holds(column(property))})`;
  const condition = (day: unknown) =>
    join(
      [
        from === undefined ? empty : orNone(from, (on) => sql`${on} <= ${day}`),
        ...until.map((property) => orNone(property, (on) => sql`${on} >= ${day}`)),
        ...ended.map((property) => orNone(property, (on) => sql`${on} > ${day}`)),
      ],
      ' ',
    );
  return [{ name: 'standingOn', kind: date, says: STANDING, condition }];
}

function byState(entity: EntityClass, { state }: By): Narrowing[] {
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
  const { kind, condition, stoodOn } = inStateOf(entity);
  const anyOf = (states: unknown, { today }: RequestContext) => {
    const each = (states as never[]).map((one) => sql`(${condition(one, today)})`);
    return each.length === 0 ? sql`AND false` : sql`AND (${join(each, ' OR ')})`;
  };
  const inState = { name: 'status', kind: listOf(kind), says: IN_STATE, condition: anyOf };
  if (!stoodOn) return [inState];
  const stood = (day: unknown) => sql`AND (${stoodOn(String(day))})`;
  return [inState, { name: 'standingOn', kind: date, says: STANDING, condition: stood }];
}

const FROM = '起始日期（含）. Returns only those of this day or later.';
const TO = '截止日期（含）. Returns only those of this day or earlier.';
const STANDING =
  '在该日有效的（已开始、未结束）. Returns only those that stood on this day: begun, and not yet over.';
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
