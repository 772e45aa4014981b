import sql, { join, raw, type Sql } from 'sql-template-tag';
import { Args, Ctx, FieldResolver, ID, Query, Root, type ClassType } from 'type-graphql';
import { declareAbout, type DeclaredAbout } from './about';
import { Argument } from './argument';
import { addBack, argumentsOf, narrowed, narrowingsOf } from './back';
import type { RequestContext } from './context';
import type { CountAhead } from './count-ahead';
import { snakeCase, type EntityClass } from './database';
import { fields, resolverOf, unsealed, type Add, type WorkedOut } from './field';
import { byKey, connectionFor, findBy, findInState, found, isShown, showRows } from './finding';
import type { Find, InState, ShownRows } from './finding';
import { regionCode } from './identifier-kinds';
import type { Kind } from './kinds';
import { factOf, keyOf, kindOf, linksOf, nameOf, ownerOf, sealedOf, type Link } from './notes';
import { refusalOf } from './reference-check';
import { PageArgs, page, within, type List } from './page';
import { RegionCode } from './scalars';
import { Shared } from './sharing';
import type { Submission } from './submission';
import type { Procedure } from './verb';
import type { SharingLevel } from './vocabulary';

type Class = new () => object;

/** A list of a noun at the root of the API, in its one order. */
interface RootList {
  says: string;
  level: SharingLevel;
  /**
   * The property that the list is by; it begins the order. A division narrows the list to its subtree and may be left
   * out, anything else is asked for as it is. By default `regionCode`.
   */
  by?: string;
  /** The day by which it may be narrowed to a period. */
  period?: string;
  /** The state by which it may be narrowed: a property, or true where it follows from the day (`inState`). */
  state?: string | true;
}
/** A noun by its key, at the root of the API. */
interface RootOne {
  name: string;
  says: string;
  level: SharingLevel;
  /** What the key is called and described as there, if not as in the noun. */
  key?: string;
  keySays?: string;
  /** How the key is read there, where its form is checked; otherwise a key of another form finds nothing. */
  read?: Kind<string>;
}

interface NounDeclaration<Row extends object> {
  /** Its class: table, GraphQL type, facts and references. */
  entity?: EntityClass<Row>;
  /** How it is taken in. */
  submission?: Submission | readonly Submission[];
  /** How officers move it on. */
  procedure?: Procedure<string, string>;
  /** What officers do besides: verbs that begin something. */
  verbs?: readonly Class[];
  /** The query for one of it. */
  one?: RootOne;
  /** The root lists of it, by name. */
  lists?: Record<string, RootList>;
  /** Fields that a rule works out. */
  fields?: Record<string, WorkedOut<Row>>;
  /** Further worked-out fields, and resolvers written by hand for what is particular to it. */
  resolvers?: readonly Class[];
  /** Its further tables, with their references: its history, say. */
  tables?: readonly EntityClass[];
  /** Its further object types that no query reaches by itself. */
  types?: readonly Class[];
  /** How it is found by its key, where that is not by its table's key; false if nobody refers to it from elsewhere. */
  find?: Find<Row> | false;
  /** Which of its rows a caller may know of, by whatever way; all of them, unless it is said. */
  shown?: ShownRows;
  /** How rows are found in a state that follows from the day; the rule for one row is its twin. */
  inState?: InState;
  /** What its records are about, where a matter's figures count them: see about.ts. */
  about?: DeclaredAbout<Row>;
  /** What is counted ahead of its rows. */
  counts?: readonly CountAhead[];
  /** How further types of it are found by their keys. */
  references?: Record<string, (reference: never, context: RequestContext) => unknown>;
}

/** A noun as a subgraph lists it. */
export interface NounDefinition {
  resolvers: readonly Class[];
  tables: readonly EntityClass[];
  types: readonly Class[];
  submissions: readonly Submission[];
  counts: readonly CountAhead[];
  references: Record<string, (reference: never, context: RequestContext) => unknown>;
}

/** Declares a noun once: what follows from its facts and references is made here, what is particular to it is handed over. */
export function defineNoun<Row extends object>(declaration: NounDeclaration<Row>): NounDefinition {
  const {
    entity,
    submission = [],
    procedure,
    verbs = [],
    one,
    lists = {},
    resolvers = [],
    tables = [],
    types = [],
    counts = [],
    references = {},
  } = declaration;
  const made: Class[] = [];
  const byReference: NounDefinition['references'] = { ...references };
  if (entity) {
    const find: Find<Row> = declaration.find || ((context, key) => byKey(entity)(context).load(key));
    findBy(entity, find);
    if (declaration.inState) findInState(entity, declaration.inState);
    if (declaration.shown) showRows(entity, declaration.shown);
    if (declaration.about) declareAbout(entity, declaration.about);
    if (declaration.find !== false) {
      const key = keyOf(entity);
      byReference[nameOf(entity)] = (reference: Record<string, string>, context: RequestContext) =>
        find(context, String(reference[key]));
    }
    made.push(...linkResolvers(entity));
    if (declaration.fields) made.push(fields(entity, declaration.fields));
    if (one) made.push(queryForOne(entity, one, find));
    for (const [name, list] of Object.entries(lists)) made.push(queryForList(entity, name, list));
  }
  made.push(...tables.flatMap(linkResolvers));
  return {
    resolvers: [...made, ...resolvers, ...(procedure?.resolvers ?? []), ...verbs],
    tables: [...(entity ? [entity] : []), ...tables],
    types: [...(entity ? [entity] : []), ...types],
    submissions: 'kind' in submission ? [submission] : submission,
    counts,
    references: byReference,
  };
}

/** The fields that lead from a noun to what it refers to, and back, and those that open what it keeps sealed. */
function linkResolvers<Row extends object>(entity: EntityClass<Row>): Class[] {
  const links = linksOf(entity);
  const opening = openingFields(entity);
  if (links.length === 0) return opening;
  const there = resolverOf(entity, (add) => links.forEach((link) => addLink(add, link)));
  const back = links
    .filter((link) => link.back)
    .map((link) => resolverOf(link.to(), (add) => addBack(add, entity, link)));
  return [...opening, there, ...back];
}

function addLink(add: Add, link: Link): void {
  const { property, to, many, as, level, owner, description, always, when, unknown } = link;
  if (as === undefined) return;
  // a key that leads nowhere is told as such: another subgraph's noun keeps its key, one of this would only be missing
  const isTold = unknown === 'flag' && ownerOf(to()) === undefined;
  const lead = async (key: string, context: RequestContext) => {
    const there = await found(to(), key, context);
    if (there === null) throw refusalOf({ link, key, broken: 'UNKNOWN' });
    return there;
  };
  const one = (key: string, context: RequestContext) =>
    isTold ? lead(key, context) : found(to(), key, context);
  const follow = (row: Record<string, unknown>, context: RequestContext) => {
    const key = row[property];
    if (key === null || key === undefined || (when && row[when.property] !== when.is)) return null;
    return Array.isArray(key) ? key.map((each) => one(each as string, context)) : one(key as string, context);
  };
  add(as, follow, [Root(), Ctx()], (prototype, descriptor) => {
    const nullable = many ? 'itemsAndList' : true;
    FieldResolver(() => (many ? [to()] : to()), { nullable: always ? false : nullable, description })(
      prototype,
      as,
      descriptor,
    );
    Shared(level, owner)(prototype, as, descriptor);
  });
}

/** The fields that open what a noun keeps sealed. */
function openingFields<Row extends object>(entity: EntityClass<Row>): Class[] {
  const sealed = sealedOf(entity);
  if (sealed.length === 0) return [];
  const opening = sealed.map(({ property, as, level, owner, description }) => {
    const keptIn = (row: Row) => (row as Record<string, unknown>)[property] as string | null;
    return [as, { ...unsealed(description, keptIn, level), owner }] as const;
  });
  return [fields(entity, Object.fromEntries(opening))];
}

function queryForOne<Row extends object>(
  entity: EntityClass<Row>,
  {
    name,
    says,
    level,
    key = keyOf(entity),
    keySays = factOf(entity, keyOf(entity)).description,
    read,
  }: RootOne,
  find: Find<Row>,
): Class {
  return resolverOf(null, (add) => {
    const graphql = kindOf(entity, key)?.graphql ?? (() => ID);
    const kind = read ?? lookedUp(factOf(entity, keyOf(entity)).kind);
    add(
      name,
      (sent: string, context: RequestContext) => find(context, sent),
      [Argument(key, { ...kind, graphql }, keySays), Ctx()],
      (prototype, descriptor) => {
        Query(() => entity as ClassType, { nullable: true, description: says })(prototype, name, descriptor);
        Shared(level)(prototype, name, descriptor);
      },
    );
  });
}

/** A key as it is looked up: in its normal form, and one of another shape finds nothing. */
function lookedUp(kind: Kind<unknown>): Kind<unknown> {
  return { ...kind, parse: (sent) => kind.normal?.(String(sent)) ?? String(sent) };
}

function queryForList<Row extends object>(
  entity: EntityClass<Row>,
  name: string,
  { says, level, by = 'regionCode', ...asked }: RootList,
): Class {
  const connection = connectionFor(entity);
  const list: List<Row> = { name, entity, order: [by, keyOf(entity)] as (keyof Row & string)[] };
  const column: Sql = raw(snakeCase(by));
  const { kind, description } = factOf(entity, by);
  const isDivision = kind.graphql() === RegionCode;
  const argument = isDivision
    ? Argument('region', regionCode, EVERYWHERE, { optional: true })
    : Argument(by, kind, description);
  const narrowing = narrowingsOf(entity, asked);
  const under = (value: string | null) =>
    isDivision ? within(column, value) : sql`AND ${column} = ${value}`;
  return resolverOf(null, (add) => {
    const method = (value: string | null, args: PageArgs, context: RequestContext, ...values: unknown[]) => {
      const conditions = [under(value), ...narrowed(narrowing, values, context), isShown(entity, context)];
      return page(context, list, join(conditions, ' '), args);
    };
    const parameters = [argument, Args(() => PageArgs), Ctx(), ...argumentsOf(narrowing)];
    add(name, method, parameters, (prototype, descriptor) => {
      Query(() => connection, { nullable: true, description: says })(prototype, name, descriptor);
      Shared(level)(prototype, name, descriptor);
    });
  });
}

const EVERYWHERE = '区划及其下级，默认全国. The subtree of this division; everywhere, if left out.';
