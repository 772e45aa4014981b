import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { Args, Ctx, Directive, FieldResolver, Root, type ClassType } from 'type-graphql';
import { Argument } from './argument';
import type { RequestContext } from './context';
import { snakeCase, type EntityClass } from './database';
import { resolverOf } from './field';
import { connectionFor } from './finding';
import { regionCode } from './identifier-kinds';
import type { Kind } from './kinds';
import { PageArgs, isFirst, page, within } from './page';
import { Shared } from './sharing';
import type { SharingLevel } from './vocabulary';

interface MatterList<Matter, Row, Set extends string> {
  name: string;
  level: SharingLevel;
  says: string;
  /** What it needs of the matter. */
  requires: string;
  order: readonly (keyof Row & string)[];
  descending?: boolean;
  /** The division by which it is counted; by default `regionCode`. */
  place?: keyof Row & string;
  /** Which rows are the matter's, and which of them the caller may know of: `AND …`. */
  of: (matter: Matter, context: RequestContext) => Sql | Promise<Sql>;
  /** The sets that figures count, each by the condition that its count has; `here` are the rows of the matter in the division. */
  set: Kind<Set>;
  counted: (set: Set, today: string, here: Sql) => Sql;
}

/** A list of what a matter has of a noun. Narrowed to a set it holds what a figure counts, by the very condition of the count. */
export function matterList<Matter extends object, Row extends object, Set extends string>(
  matter: ClassType<Matter>,
  entity: EntityClass<Row>,
  declared: MatterList<Matter, Row, Set>,
): new () => object {
  const { name, level, says, requires, order, descending, of, set, counted } = declared;
  const place = raw(snakeCase(declared.place ?? 'regionCode'));
  const connection = connectionFor(entity);
  const list = { name: `${name}OfMatter`, entity, order, descending };
  const method = async (
    row: Matter,
    region: string | null | undefined,
    chosen: Set | null | undefined,
    args: PageArgs,
    context: RequestContext,
  ) => {
    const here = sql`${isFirst(entity)} ${await of(row, context)} ${within(place, region)}`;
    const only = chosen ? sql`AND ${counted(chosen, context.today, here)}` : empty;
    return page(context, list, sql`${here} ${only}`, args);
  };
  const parameters = [
    Root(),
    Argument('region', regionCode, '区划及其下级. In the subtree of this division.', { optional: true }),
    Argument('counted', set, '所计数据项. Returns only what this figure counts.', { optional: true }),
    Args(() => PageArgs),
    Ctx(),
  ];
  return resolverOf(matter, (add) =>
    add(name, method, parameters, (prototype, descriptor) => {
      Directive(`@requires(fields: "${requires}")`)(prototype, name, descriptor);
      FieldResolver(() => connection, { nullable: true, description: says })(prototype, name, descriptor);
      Shared(level)(prototype, name, descriptor);
    }),
  );
}
