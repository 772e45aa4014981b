import { Directive, Field, ID, ObjectType, type ClassType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn, type ColumnOptions } from 'typeorm';
import { snakeCase, tableOf, type EntityClass } from './database';
import type { Words } from './errors';
import { flag, id, sealed, type GraphQLTypeOf, type Kind } from './kinds';
import { keyOf, linksOf, noteFact, noteOf, noteSealed } from './notes';
import type { Holds } from './record';
import { Shared } from './sharing';
import { Submitted } from './submission';
import type { DepartmentKind, SharingLevel } from './vocabulary';

/**
 * What a noun says of itself, each fact once: `@Key`, `@Id`, `@Fact`, `@Kept`, `@Served`, `@RefersTo`, `@Synthetic` on its
 * properties and `@Noun` on its class give the column, the GraphQL field with its sharing level, and what a submission
 * needs to read it. Every decorator is typed: a property of another type than its kind does not compile.
 */
export interface StoredOptions {
  /** The column may be null, and a submission may leave it out. */
  optional?: boolean;
  /** The property of the reference to the noun whose owner has this fact, under the same name: it is asked, see owned-fact.ts. */
  of?: string;
  /** What the column says besides its kind: a default, say. */
  column?: Partial<ColumnOptions>;
}
interface FactOptions extends StoredOptions {
  /** The GraphQL field is never null: only where clients were promised so. */
  always?: boolean;
  /** The name in the API, where it is another than the property's. */
  as?: string;
  /** Who may see what is RESTRICTED. */
  owner?: DepartmentKind;
}
export type Optional = { optional: true };

export function keep(
  kind: Kind<unknown>,
  description: string,
  { optional = false, column, of }: StoredOptions,
  prototype: object,
  property: string,
) {
  noteFact(prototype, property, { kind, description, optional, of });
  // typeorm's overloads ask for one exact kind of options
  const options = { ...kind.column, nullable: optional, ...column } as ColumnOptions;
  Column(options)(prototype, property);
}

export function serve(
  type: GraphQLTypeOf,
  level: SharingLevel,
  description: string,
  { always = false, as, owner }: FactOptions,
  prototype: object,
  property: string,
) {
  Shared(level, owner)(prototype, property);
  Field(type, { nullable: !always, description, name: as })(prototype, property);
}

/** What is stored, and shown to those whom `level` names. */
export function Fact<Value, Held>(
  level: SharingLevel,
  kind: Kind<Value, Held>,
  description: string,
  options: FactOptions & Optional,
): Holds<Held | null>;
export function Fact<Value, Held>(
  level: SharingLevel,
  kind: Kind<Value, Held>,
  description: string,
  options?: FactOptions,
): Holds<Held>;
export function Fact(
  level: SharingLevel,
  kind: Kind<unknown>,
  description: string,
  options: FactOptions = {},
) {
  return (prototype: object, property: string): void => {
    keep(kind, description, options, prototype, property);
    serve(kind.graphql, level, description, options, prototype, property);
  };
}

/** What is stored and not shown as it is. */
export function Kept<Value, Held>(
  kind: Kind<Value, Held>,
  description: string,
  options: StoredOptions & Optional,
): Holds<Held | null>;
export function Kept<Value, Held>(
  kind: Kind<Value, Held>,
  description: string,
  options?: StoredOptions,
): Holds<Held>;
export function Kept(kind: Kind<unknown>, description: string, options: StoredOptions = {}) {
  return (prototype: object, property: string): void => keep(kind, description, options, prototype, property);
}

/**
 * Personal data: sealed at rest, and opened by the field of this name for those whom `level` names. Who writes it seals it
 * (`seal`). The noun or the table lists it as its own (`entity`, `tables`).
 */
export function Sealed(
  level: SharingLevel,
  kind: Kind<string>,
  description: string,
  options: Omit<FactOptions, 'always'> & Optional,
): Holds<string | null>;
export function Sealed(
  level: SharingLevel,
  kind: Kind<string>,
  description: string,
  options?: Omit<FactOptions, 'always'>,
): Holds<string>;
export function Sealed(
  level: SharingLevel,
  kind: Kind<string>,
  description: string,
  options: Omit<FactOptions, 'always'> = {},
) {
  return (prototype: object, property: string): void => {
    const { as = property, owner } = options;
    keep(sealed(kind), description, options, prototype, property);
    noteSealed(prototype, { property, as, level, owner, description });
  };
}

/** What is shown and has no column of its own: a part of a value, or what a statement works out. */
export function Served<Value, Held>(
  level: SharingLevel,
  type: Kind<Value, Held>,
  description: string,
  options: FactOptions & Optional,
): Holds<Held | null>;
export function Served<Value, Held>(
  level: SharingLevel,
  type: Kind<Value, Held>,
  description: string,
  options?: FactOptions,
): Holds<Held>;
export function Served(
  level: SharingLevel,
  type: GraphQLTypeOf,
  description: string,
  options?: FactOptions,
): (prototype: object, property: string) => void;
export function Served(
  level: SharingLevel,
  type: Kind<unknown> | GraphQLTypeOf,
  description: string,
  options: FactOptions = {},
) {
  return (prototype: object, property: string): void =>
    serve(typeof type === 'function' ? type : type.graphql, level, description, options, prototype, property);
}

/** The natural key of a noun: stored, shown, never null. */
export function Key<Value>(
  level: SharingLevel,
  kind: Kind<Value>,
  description: string,
  options: FactOptions = {},
): Holds<Value> {
  return (prototype: object, property: string): void => {
    noteOf(prototype).key = property;
    keepKey(kind, description, prototype, property);
    serve(kind.graphql, level, description, { always: true, ...options }, prototype, property);
  };
}

interface IdOptions extends FactOptions {
  /** The property with the key of what a record is about, which its own key begins with: a correction can change all but that. */
  under?: string;
  length?: number;
}

/** `source/sourceId`, by which a submitted noun without a number of its own is known; not shown where no level is given. */
export function Id(
  level: SharingLevel | null,
  description: string,
  { under, length = 130, ...options }: IdOptions = {},
): Holds<string> {
  return (prototype: object, property: string): void => {
    Object.assign(noteOf(prototype), { key: property, isSourceId: true, under });
    keepKey(id(length), description, prototype, property);
    if (level !== null)
      serve(() => ID, level, description, { always: true, ...options }, prototype, property);
  };
}

function keepKey(kind: Kind<unknown>, description: string, prototype: object, property: string): void {
  noteFact(prototype, property, { kind, description, optional: false });
  PrimaryColumn(kind.column as { type: 'varchar' })(prototype, property);
}

/** Whether a row was made for demonstration: filled in from its source. */
export function Synthetic(level: SharingLevel = 'PUBLIC', options: FactOptions = {}): Holds<boolean> {
  const description = '是否合成数据. Whether it is synthetic, made for demonstration.';
  return (prototype: object, property: string): void => {
    noteOf(prototype).synthetic = true;
    Column(flag.column)(prototype, property);
    serve(flag.graphql, level, description, options, prototype, property);
  };
}

interface NounOptions {
  /** The name of its GraphQL type, where it is another than the class's. */
  name?: string;
  /** The fields of its federation key, where they are more than its key; false if it is not referred to from elsewhere. */
  key?: string | false;
  /** What it is called in sentences; by default in Chinese as its description begins, in English as its class. */
  term?: Words;
}

/** A noun of this subgraph: its table, its GraphQL type and its key. Its description opens with the official term. */
export function Noun(description: string, { name, key, term }: NounOptions = {}) {
  return (type: ClassType): void => {
    const [zh = type.name] = description.split(/\. |[（(]/);
    const note = noteOf(type.prototype);
    note.name = name;
    note.term = term ?? { zh, en: tableOf(type).replaceAll('_', ' ') };
    Entity()(type);
    if (type.prototype instanceof Submitted) {
      Index(`${tableOf(type as unknown as EntityClass)}_by_source`, ['source', 'sourceId'], { unique: true })(
        type,
      );
    }
    if (note.once) {
      const { by, where, property } = note.once;
      Index(`${tableOf(type)}_once`, [...by], { unique: true, where })(type);
      Index(`${tableOf(type)}_by_first`, [property], { where: `${snakeCase(property)} IS NOT NULL` })(type);
    }
    for (const { property, as, index, back } of linksOf(type)) {
      const indexName = index === true ? `${tableOf(type)}_by_${as}` : index;
      if (indexName !== undefined) Index(indexName, [property, ...(back?.order ?? [keyOf(type)])])(type);
    }
    ObjectType(name ?? type.name, { description, simpleResolvers: true })(type);
    if (key !== false) Directive(`@key(fields: "${key ?? keyOf(type)}")`)(type);
  };
}

/** A table that no query serves as it is. */
export { Entity as Table } from 'typeorm';
