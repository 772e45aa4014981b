import {
  defaultFieldResolver,
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLSchema,
} from 'graphql';
import { Arg } from 'type-graphql';
import { methodsOf } from './direct-resolvers';
import { regionCode, uscc } from './identifier-kinds';
import type { Kind } from './kinds';
import { kindOf, nameOf } from './notes';
import { inputNamed, readGiven } from './record';
import { RegionCode } from './scalars';
import { readTextArguments } from './text-arguments';

type Read = (value: unknown) => unknown;
/** The kinds of the arguments of a method, by `method(argument)`. */
const notedBy = new WeakMap<object, Map<string, Kind<unknown, unknown>>>();

/** An argument of a question, read by its kind as a fact is: its normal form, its checks and their errors are the same. */
export function Argument(
  name: string,
  kind: Kind<unknown, unknown>,
  description: string,
  { optional = false } = {},
): ReturnType<typeof Arg> {
  return (prototype, method, index) => {
    const noted = notedBy.get(prototype) ?? new Map<string, Kind<unknown, unknown>>();
    notedBy.set(prototype, noted.set(`${String(method)}(${name})`, kind));
    Arg(name, kind.graphql, { nullable: optional, description })(prototype, method, index);
  };
}

/**
 * Every argument of a question reaches its resolver in the normal form of its kind: one that was declared with `Argument`, an
 * input (a filter) field by field, and a division whatever it was declared with. Before that all text is read by its rule.
 * Inputs of mutations are read by their verbs.
 */
export function readArguments(schema: GraphQLSchema, classes: readonly (new () => object)[]): void {
  const noted = kindsOfArguments(classes);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getMutationType() || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const reads = field.args.flatMap((argument) => {
        const read = readerOf(argument, noted.get(`${type.name}.${field.name}(${argument.name})`));
        return read ? [[argument.name, read] as const] : [];
      });
      if (reads.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (row, args: Record<string, unknown>, context, info) =>
        resolve(row, readBy(reads, args), context, info);
    }
  }
  // what is put around a resolver last reads first
  readTextArguments(schema);
}

/** The kinds of the arguments that were declared with `Argument`, by coordinate: `Query.case(number)`. */
export function kindsOfArguments(
  classes: readonly (new () => object)[],
): ReadonlyMap<string, Kind<unknown, unknown>> {
  const kinds = new Map<string, Kind<unknown, unknown>>();
  for (const { type, target, methodName, schemaName, params = [] } of methodsOf(classes)) {
    for (const { name } of params) {
      const kind = notedBy.get(target.prototype as object)?.get(`${methodName}(${name ?? ''})`);
      if (kind) kinds.set(`${type}.${schemaName}(${name ?? ''})`, kind);
    }
  }
  return kinds;
}

function readerOf({ name, type }: GraphQLArgument, noted: Kind<unknown, unknown> | undefined): Read | null {
  if (noted) return (value) => noted.parse(value, name);
  const named = getNamedType(type);
  if (named.name === RegionCode.name) return (value) => regionCode.parse(value, name);
  const input = isInputObjectType(named) ? inputNamed(named.name) : undefined;
  return input ? (value) => readGiven(input, value as object) : null;
}

function readBy(reads: readonly (readonly [string, Read])[], args: Record<string, unknown>) {
  const read = { ...args };
  for (const [name, by] of reads)
    if (args[name] !== undefined && args[name] !== null) read[name] = by(args[name]);
  return read;
}

/** What brings the keys of a reference into their normal forms: by their scalars, or as the noun or stub of this name declares them. */
export function keysInForm(schema: GraphQLSchema, name: string, classes: readonly (new () => object)[]) {
  const type = schema.getType(name);
  const noun = classes.find((each) => nameOf(each) === name);
  const forms = Object.values(isObjectType(type) ? type.getFields() : {}).flatMap((field) => {
    const scalar = getNamedType(field.type);
    const normal =
      (noun && kindOf(noun, field.name)?.normal) ??
      [regionCode, uscc].find(({ graphql }) => graphql() === scalar)?.normal;
    return normal ? [[field.name, normal] as const] : [];
  });
  return (reference: object): object => {
    const read: Record<string, unknown> = { ...reference };
    for (const [key, normal] of forms) {
      const stated = read[key];
      if (typeof stated === 'string') read[key] = normal(stated);
    }
    return read;
  };
}
