import { Field, InputType, Int, type ClassType } from 'type-graphql';
import { FieldMissing, FieldUnknown } from './catalogue';
import { Unreachable } from './errors';
import type { GraphQLTypeOf, Kind, Reader } from './kinds';

/** A field of a submitted record, as it was declared. */
interface SentField {
  name: string;
  reader: Kind<unknown, unknown>;
  description: string;
  optional: boolean;
  /** The noun whose fact it is, where it was chosen of one. */
  of?: ClassType;
  /** What stands for a value that was not sent. */
  fallback: unknown;
}

const declaredFields = new Map<object, SentField[]>();

/** A property that holds what a kind gives: one of another type does not compile. */
export type Holds<Value> = <Target extends object, Key extends keyof Target & string>(
  prototype: Target,
  property: [Value] extends [Target[Key]] ? ([Target[Key]] extends [Value] ? Key : never) : never,
) => void;

/** What every record says of itself, field by field in its class; what a noun adds is a choice of its facts (`inputOf`). */
export function Sent<Value>(
  reader: Kind<Value, unknown>,
  description: string,
  fallback: Value | null = null,
): Holds<Value> {
  return (prototype: object, property: string): void =>
    declareSent(prototype, { name: property, reader, description, optional: fallback !== null, fallback });
}

/** Nullable on the wire, required or not: a missing field refuses its own record only. */
export function declareSent(prototype: object, field: SentField): void {
  const { name, reader, description, optional } = field;
  remember(prototype, field);
  Field(wireTypeOf(reader), {
    nullable: true,
    description: optional ? description : `${description} 必填 Required.`,
  })(prototype, name);
}

function wireTypeOf({ wire }: Reader<unknown>): GraphQLTypeOf {
  switch (wire) {
    case 'number':
      return () => Int;
    case 'list':
      return () => [String];
    case 'text':
      return () => String;
    default:
      throw new Unreachable(wire);
  }
}

function remember(prototype: object, field: SentField): void {
  declaredFields.set(prototype, [...(declaredFields.get(prototype) ?? []), field]);
}

/** One field of the input of a step. */
export interface Asked<Value> {
  kind: Kind<Value, unknown>;
  description: string;
  optional: boolean;
  /** The noun whose fact it is. */
  of?: ClassType;
}

export function asked<Value>(
  kind: Kind<Value, unknown>,
  description: string,
  options: { optional: true },
): Asked<Value | null>;
export function asked<Value>(kind: Kind<Value, unknown>, description: string): Asked<Value>;
export function asked(kind: Kind<unknown>, description: string, { optional = false } = {}): Asked<unknown> {
  return { kind, description, optional };
}

/** What the fields of an input hold once they are read. */
export type Answers<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends Asked<infer Value> ? Value : never;
};

/**
 * Declares the input of a step (verify, close, decide …), one line a field. Unlike a record of a batch, it
 * has its own types on the wire; `readRecord` checks what they leave open, such as the length of a text.
 */
export function inputType<const Fields extends Record<string, Asked<unknown>>>(
  name: string,
  description: string,
  fields: Fields,
): new () => Answers<Fields> {
  const input = { [name]: class {} }[name] as new () => Answers<Fields>;
  for (const [property, { kind, description: says, optional, of }] of Object.entries(fields)) {
    const prototype = input.prototype as object;
    remember(prototype, { name: property, reader: kind, description: says, optional, of, fallback: null });
    Field(kind.graphql, { nullable: optional, description: says })(prototype, property);
  }
  InputType(name, { description })(input);
  inputsByName.set(name, input);
  return input;
}

const inputsByName = new Map<string, new () => object>();

/** The input type of this name, if it was declared with `inputType`. */
export function inputNamed(name: string): (new () => object) | undefined {
  return inputsByName.get(name);
}

/** Reads what is given of an input that asks (a filter): what is not given is not asked for. */
export function readGiven(input: new () => object, given: object): Record<string, unknown> {
  const fields = fieldsOf(input);
  const read = Object.entries(given).map(([name, value]: [string, unknown]) => {
    const isMissing = value === null || value === undefined || value === '';
    return [name, isMissing ? null : fields.get(name)?.reader.parse(value, name)] as const;
  });
  return Object.fromEntries(read);
}

const fieldsByClass = new WeakMap<object, ReadonlyMap<string, SentField>>();

/** The fields of a record by name, those of its parent class first. */
export function fieldsOf(input: new () => object): ReadonlyMap<string, SentField> {
  const known = fieldsByClass.get(input);
  if (known) return known;
  const fields: SentField[] = [];
  for (
    let at: object | null = input.prototype as object;
    at;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    fields.unshift(...(declaredFields.get(at) ?? []));
  }
  const byName = new Map(fields.map((field) => [field.name, field]));
  fieldsByClass.set(input, byName);
  return byName;
}

/** The nouns whose facts an input asks for. */
export function nounsOf(input: new () => object): ReadonlySet<ClassType> {
  return new Set([...fieldsOf(input).values()].flatMap(({ of }) => of ?? []));
}

/** Reads a record field by field; unknown fields are refused, since dropping them would lose data in silence. */
export function readRecord<Input extends object>(input: new () => Input, record: unknown): Input {
  const fields = fieldsOf(input);
  const sent = (record ?? {}) as Record<string, unknown>;
  for (const name in sent)
    if (!fields.has(name)) throw FieldUnknown({ field: name, allowed: [...fields.keys()].join(', ') });
  const values: Record<string, unknown> = {};
  for (const { name, reader, optional, fallback } of fields.values()) {
    const value = sent[name];
    const isMissing = value === undefined || value === null || value === '';
    if (isMissing && !optional) throw FieldMissing({ field: name });
    values[name] = isMissing ? fallback : reader.parse(value, name);
  }
  return values as Input;
}
