import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Args, Ctx, FieldResolver, Root } from 'type-graphql';
import { Argument } from './argument';
import { addDays } from './calendar';
import type { RequestContext } from './context';
import { snakeCase, type EntityClass } from './database';
import type { Add } from './field';
import { connectionFor, isShown } from './finding';
import { date, listOf, moment, type Kind } from './kinds';
import { factOf, keyOf, type Link } from './notes';
import { PageArgs, pagesOf, type List, type Only } from './page';
import { Shared } from './sharing';

/** What a list at the other end of a reference may be narrowed by, each where the row has such. */
interface Narrowing {
  name: string;
  kind: Kind<unknown>;
  says: string;
  condition: (value: unknown) => Sql;
}

/** Adds to a noun the list of those that refer to it: of this subgraph, or to the stub of another's. */
export function addBack<Row extends object>(add: Add, entity: EntityClass<Row>, link: Link): void {
  const { property, to, back, when } = link;
  if (!back) return;
  const { name, level, says, order = [keyOf(entity)], descending = false } = back;
  const connection = connectionFor(entity);
  const list: List<Row> = {
    name: `${name}Of${to().name}`,
    entity,
    order: order as (keyof Row & string)[],
    descending,
  };
  const narrowing = narrowingsOf(entity, link);
  const kindOnly = when ? sql`AND ${column(when.property)} = ${when.is}` : empty;
  const method = (
    row: Record<string, unknown>,
    args: PageArgs,
    context: RequestContext,
    ...values: unknown[]
  ) => {
    const asked = narrowing.flatMap(({ condition }, at) =>
      (values[at] ?? null) === null ? [] : condition(values[at]),
    );
    const only = onlyThose([kindOnly, ...asked, isShown(entity, context)]);
    return pagesOf(context, list, property as keyof Row & string, args, only).load(String(row[keyOf(to())]));
  };
  const asked = narrowing.map(({ name: argument, kind, says: what }) =>
    Argument(argument, kind, what, { optional: true }),
  );
  add(name, method, [Root(), Args(() => PageArgs), Ctx(), ...asked], (prototype, descriptor) => {
    FieldResolver(() => connection, { nullable: true, description: says })(prototype, name, descriptor);
    Shared(level)(prototype, name, descriptor);
  });
}

function narrowingsOf(entity: EntityClass, { back }: Link): Narrowing[] {
  const { period, state } = back ?? {};
  const found: Narrowing[] = [];
  if (period !== undefined) {
    const on = column(period);
    // a day of China begins with a moment
    const start = (day: unknown) =>
      factOf(entity, period).kind === moment ? `${String(day)}T00:00:00+08:00` : day;
    found.push(
      { name: 'from', kind: date, says: FROM, condition: (day) => sql`AND ${on} >= ${start(day)}` },
      {
        name: 'to',
        kind: date,
        says: TO,
        condition: (day) => sql`AND ${on} < ${start(addDays(String(day), 1))}`,
      },
    );
  }
  if (state !== undefined) {
    const kind = listOf(factOf(entity, state).kind);
    const condition = (states: unknown) => sql`AND ${column(state)} = ANY(${states}::varchar[])`;
    found.push({ name: 'status', kind, says: IN_STATE, condition });
  }
  return found;
}

const FROM = '起始日期（含）. Returns only those of this day or later.';
const TO = '截止日期（含）. Returns only those of this day or earlier.';
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
