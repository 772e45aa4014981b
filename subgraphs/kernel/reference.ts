import { Directive, Field, ObjectType, type ClassType } from 'type-graphql';
import { keep, serve, type Optional, type StoredOptions } from './fact';
import type { Words } from './errors';
import type { Kind } from './kinds';
import { noteFact, noteLink, noteOf, type Link } from './notes';
import type { Holds } from './record';
import { Shared } from './sharing';
import type { SharingLevel } from './vocabulary';

interface ReferenceOptions
  extends StoredOptions, Pick<Link, 'owner' | 'back' | 'unknown' | 'when' | 'subject'> {
  /** Where else it leads, when the row says so; no field leads there. */
  also?: Pick<Link, 'to' | 'when' | 'or'>;
  /** The name of the field that leads to it, if there is one. */
  as?: string;
  /** The index that it is looked up by, `<table>_by_<as>` or of this name: the key, then what orders the list at the other end. */
  index?: string | true;
  /** Serves the key itself besides, at the same level, with this description. */
  shown?: string;
  /** What a record states under this name, where that is not said well enough by what it leads to: the code, not the noun. */
  stated?: string;
  /** The GraphQL fields are never null: only where clients were promised so. */
  always?: boolean;
}

/**
 * A reference to another noun, of this subgraph or of another: its column, the field that leads to it, the index that it
 * is looked up by, the check that it leads somewhere and the list at its other end, in one line. A list of keys leads to
 * a list of nouns.
 */
export function RefersTo<Value>(
  to: () => ClassType,
  kind: Kind<Value>,
  level: SharingLevel,
  description: string,
  options: ReferenceOptions & Optional,
): Holds<Value | null>;
export function RefersTo<Value>(
  to: () => ClassType,
  kind: Kind<Value>,
  level: SharingLevel,
  description: string,
  options: ReferenceOptions,
): Holds<Value>;
export function RefersTo(
  to: () => ClassType,
  kind: Kind<unknown>,
  level: SharingLevel,
  description: string,
  options: ReferenceOptions,
) {
  return (prototype: object, property: string): void => {
    const { as, index, shown, stated = shown ?? description, always = false, owner } = options;
    keep(kind, stated, options, prototype, property);
    if (shown !== undefined) serve(kind.graphql, level, shown, { always, owner }, prototype, property);
    const link = {
      property,
      to,
      many: kind.wire === 'list',
      as,
      level,
      owner,
      description,
      always,
      index,
      back: options.back,
      unknown: options.unknown,
      when: options.when,
      subject: options.subject,
    };
    noteLink(prototype, link);
    if (options.also)
      noteLink(prototype, { ...link, as: undefined, index: undefined, back: undefined, ...options.also });
  };
}

/** What is needed of another subgraph's noun besides its key: a kind of value, or a type of its own. */
type Of = Kind<unknown> | (() => ClassType);
type Needed = Of | Maybe<Of>;
interface Maybe<What extends Of> {
  of: What;
  level: SharingLevel;
}
/** What is needed of another subgraph's noun, and may be null there; at the level that its owner gives it. */
export function maybe<const What extends Of>(of: What, level: SharingLevel = 'PUBLIC'): Maybe<What> {
  return { of, level };
}

type HeldOf<What> =
  What extends Maybe<infer Inner>
    ? HeldOf<Inner> | null
    : What extends Kind<infer Value>
      ? Value
      : What extends () => new () => infer Row
        ? Row
        : never;
type Stub<Keys, Fields> = { [Name in keyof Keys]: string } & { [Name in keyof Fields]: HeldOf<Fields[Name]> };
interface StubClass<Keys, Fields> {
  new (): Stub<Keys, Fields>;
  readonly prototype: Stub<Keys, Fields>;
}

interface StubOptions<Fields> {
  /** Whose noun it is. */
  from?: string;
  /** What it is called in sentences. */
  term?: Words;
  /** Fields of its owner that fields which are added here require. */
  needs?: Fields;
  /** Who may see its key, by its owner; anyone, unless it is said. */
  level?: SharingLevel;
}

/** A noun of another subgraph, known here by its key only: its owner says the rest, and whether there is one. */
export function stub<
  const Keys extends Record<string, Kind<string>>,
  const Fields extends Record<string, Needed> = Record<never, never>,
>(
  name: string,
  keys: Keys,
  { from, term, needs, level = 'PUBLIC' }: StubOptions<Fields> = {},
): StubClass<Keys, Fields> {
  const type = { [name]: class {} }[name] as StubClass<Keys, Fields>;
  const prototype = type.prototype as object;
  const [first] = Object.keys(keys);
  for (const [property, kind] of Object.entries(keys)) {
    noteFact(prototype, property, { kind, description: '', optional: false });
    Shared(level)(prototype, property);
    Field(kind.graphql)(prototype, property);
  }
  for (const [property, what] of Object.entries<Needed>(needs ?? {})) {
    const of = 'of' in what ? what.of : what;
    Shared('of' in what ? what.level : 'PUBLIC')(prototype, property);
    Directive('@external')(prototype, property);
    Field(typeof of === 'function' ? of : of.graphql, { nullable: 'of' in what })(prototype, property);
  }
  ObjectType(name, { simpleResolvers: true })(type);
  Object.assign(noteOf(prototype), { from, term });
  if (first !== undefined) {
    noteOf(prototype).key = first;
    Directive(`@key(fields: "${Object.keys(keys).join(' ')}")`)(type);
  }
  return type;
}
