import type { ClassType } from 'type-graphql';
import type { Words } from './errors';
import type { Kind } from './kinds';
import type { DepartmentKind, SharingLevel } from './vocabulary';

/** What the decorators of a noun have noted of it, kept for what is made of it later: inputs, links, loaders, sentences. */
export interface FactOf {
  kind: Kind<unknown>;
  description: string;
  optional: boolean;
  /** The reference to the noun whose owner has this fact. */
  of?: string;
}
const factsByPrototype = new WeakMap<object, Map<string, FactOf>>();
const linksByPrototype = new WeakMap<object, Link[]>();
/** What decorators have noted of a class until `@Noun` is reached. */
const notes = new WeakMap<object, Notes>();

interface Notes {
  key?: string;
  /** The key is `source/sourceId`. */
  isSourceId?: boolean;
  /** The property whose value stands before it. */
  under?: string;
  synthetic?: boolean;
  term?: Words;
  /** Of its GraphQL type, where it is another than the class's. */
  name?: string;
  once?: Once;
  /** The subgraph that it belongs to, where that is another. */
  from?: string;
}

/** What makes two rows of a noun the same: see `DuplicateOf`. */
export interface Once {
  /** The properties that no two rows that stand are alike in. */
  by: readonly string[];
  /** Which rows stand, in SQL. */
  where: string;
  /** The property that names the first. */
  property: string;
}

export function noteOf(prototype: object): Notes {
  const known = notes.get(prototype) ?? {};
  notes.set(prototype, known);
  return known;
}

/** All prototypes of a class, its own last. */
function lineage(type: ClassType): object[] {
  const line: object[] = [];
  for (let at: object | null = type.prototype; at; at = Object.getPrototypeOf(at) as object | null)
    line.unshift(at);
  return line;
}

function noted<Name extends keyof Notes>(type: ClassType, name: Name): Notes[Name] {
  return lineage(type).reduce<Notes[Name]>(
    (found, prototype) => notes.get(prototype)?.[name] ?? found,
    undefined,
  );
}

/** The property by which a noun or a stub is known. */
export function keyOf(type: ClassType): string {
  const key = noted(type, 'key');
  if (key === undefined) throw new Error(`${type.name} declares no @Key and no @Id`);
  return key;
}

/** Whether a noun or a stub has a key that others refer to it by. */
export function isReferredTo(type: ClassType): boolean {
  return noted(type, 'key') !== undefined;
}

/** Whether a noun is known by `source/sourceId`. */
export function isKnownBySource(type: ClassType): boolean {
  return noted(type, 'isSourceId') === true;
}

/** The property whose value stands before `source/sourceId` in the key of a noun, if there is one. */
export function keptUnder(type: ClassType): string | undefined {
  return noted(type, 'under');
}

/** Whether a noun says which of its rows are made for demonstration. */
export function saysSynthetic(type: ClassType): boolean {
  return noted(type, 'synthetic') === true;
}

/** What makes two rows of a noun the same, if it says so. */
export function onceOf(type: ClassType): Once | undefined {
  return noted(type, 'once');
}

/** What a noun is called in sentences. */
export function termOf(type: ClassType): Words {
  return noted(type, 'term') ?? { zh: type.name, en: type.name };
}

/** The name of its type in the API. */
export function nameOf(type: ClassType): string {
  return noted(type, 'name') ?? type.name;
}

/** The subgraph that a noun belongs to, where that is another than the one that refers to it. */
export function ownerOf(type: ClassType): string | undefined {
  return noted(type, 'from');
}

/** The links that a noun has declared. */
export function linksOf(type: ClassType): readonly Link[] {
  return lineage(type).flatMap((prototype) => linksByPrototype.get(prototype) ?? []);
}

/** What a noun keeps sealed, with the field that opens it. */
interface SealedField {
  property: string;
  as: string;
  level: SharingLevel;
  owner?: DepartmentKind;
  description: string;
}
const sealedByPrototype = new WeakMap<object, SealedField[]>();

/** Notes what a property keeps sealed. */
export function noteSealed(prototype: object, field: SealedField): void {
  sealedByPrototype.set(prototype, [...(sealedByPrototype.get(prototype) ?? []), field]);
}

/** The fields of a noun that are sealed at rest. */
export function sealedOf(type: ClassType): readonly SealedField[] {
  return lineage(type).flatMap((prototype) => sealedByPrototype.get(prototype) ?? []);
}

/** Notes a fact of a property. */
export function noteFact(prototype: object, property: string, fact: FactOf): void {
  const facts = factsByPrototype.get(prototype) ?? new Map<string, FactOf>();
  factsByPrototype.set(prototype, facts.set(property, fact));
}

/** Notes a link of a noun. */
export function noteLink(prototype: object, link: Link): void {
  linksByPrototype.set(prototype, [...(linksByPrototype.get(prototype) ?? []), link]);
}

/** The other end of a reference: the list that the noun referred to has of those that refer to it. */
export interface Back {
  name: string;
  level: SharingLevel;
  says: string;
  /** Properties that order the list; the last is unique. By default the noun's key. */
  order?: readonly string[];
  /** The latest first. */
  descending?: boolean;
  /** The day by which the list may be narrowed to a period: its own, or that of the row of this subgraph which a reference leads to. */
  period?: string | { through: string; day: string };
  /** From which day until which a row stands, where it has a term: the list may be narrowed to those that stood on a day. */
  term?: Term;
  /** The state by which it may be narrowed: a property, or true where it follows from the day (`inState` of the noun). */
  state?: string | true;
  /** The noun's own resolver serves it, with a filter of its own; it is declared here to be known. */
  byHand?: true;
}

/** Properties with days, each null where there is none: the first day, last days, and days on which it stood no more. */
export interface Term {
  from?: string;
  until?: readonly string[];
  ended?: readonly string[];
}

/**
 * What becomes of a reference that leads to nothing. A decision that rests on it is refused; the report of a fact is
 * kept, and the reference flagged until its owner knows the record.
 */
export type WhenUnknown = 'refuse' | 'flag';

export interface Link {
  /** The property that holds the key of the other noun. */
  property: string;
  to: () => ClassType;
  /** The property holds several keys. */
  many: boolean;
  /** The field that leads there; there may be none but the list at the other end. */
  as?: string;
  level: SharingLevel;
  owner?: DepartmentKind;
  description: string;
  always: boolean;
  index?: string | true;
  back?: Back;
  /** Whether it is checked when a row is written, and what becomes of one that leads to nothing. */
  unknown?: WhenUnknown;
  /** It leads there only in rows that have this value: the kind of what a case began with says which noun its number is of. */
  when?: { property: string; is: string };
  /** What a decision is about: it is for the departments of its division to decide (jurisdiction.ts). */
  subject?: boolean;
  /** Further nouns that the key may be of: one of them must know it. */
  or?: () => readonly ClassType[];
}
/** The kind of value that a property of a noun holds, if it is a fact. */
export function kindOf(type: ClassType, property: string): Kind<unknown> | undefined {
  return foundFact(type, property)?.kind;
}

function foundFact(type: ClassType, property: string): FactOf | undefined {
  return lineage(type)
    .map((prototype) => factsByPrototype.get(prototype)?.get(property))
    .findLast((fact) => fact !== undefined);
}

/** The properties of a table that hold what is sealed at rest. */
export function sealedProperties(type: ClassType): string[] {
  return lineage(type).flatMap((prototype) =>
    [...(factsByPrototype.get(prototype) ?? [])].flatMap(([property, { kind }]) =>
      kind.sealed ? [property] : [],
    ),
  );
}

/** The facts of a noun that are those of another, by the reference that leads there. */
export function factsFromOwners(type: ClassType): { property: string; kind: Kind<unknown>; of: string }[] {
  return lineage(type).flatMap((prototype) =>
    [...(factsByPrototype.get(prototype) ?? [])].flatMap(([property, { kind, of }]) =>
      of === undefined ? [] : [{ property, kind, of }],
    ),
  );
}

/** A fact of a noun by its property. */
export function factOf(type: ClassType, property: string): FactOf {
  const found = foundFact(type, property);
  if (!found) throw new Error(`${type.name}.${property} is no @Fact, @Kept, @Key or @RefersTo`);
  return found;
}
