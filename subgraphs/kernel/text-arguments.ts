import {
  GraphQLID,
  GraphQLString,
  defaultFieldResolver,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { TextInvalid } from './catalogue';
import { readText } from './plain-text';

/** Records and the inputs of steps are read by their kinds (`readRecord`), which say more: how long, on how many lines. */
const READ_BY_KINDS = new Set(['input', 'records']);
/** A cursor that is empty is refused by whoever reads cursors, with an error of its own. */
const CURSOR = 'after';

/**
 * Every text among the arguments of a schema is read by the one rule for text, whoever stands in front of the subgraph and
 * whether it comes as a literal or a variable. An argument that is added is read without being told.
 */
export function readTextArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) readTextOf(field);
  }
}

function readTextOf(field: GraphQLField<unknown, unknown>): void {
  const mayHoldText = (type: GraphQLInputType) => isText(type) || isInputObjectType(getNamedType(type));
  const read = field.args.filter(({ name, type }) => !READ_BY_KINDS.has(name) && mayHoldText(type));
  if (read.length === 0) return;
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args: Record<string, unknown>, context, info) => {
    const values = read.map(({ name, type }) => [name, readIn(type, args[name], name)] as const);
    return resolve(source, { ...args, ...Object.fromEntries(values) }, context, info);
  };
}

function isText(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return named === GraphQLString || named === GraphQLID;
}

/** A value of a type with all text in it read; `field` is what the caller calls it. */
function readIn(type: GraphQLInputType, value: unknown, field: string): unknown {
  if (value === null || value === undefined || (value === '' && field === CURSOR)) return value;
  if (isNonNullType(type)) return readIn(type.ofType, value, field);
  if (isListType(type)) return (value as unknown[]).map((each) => readIn(type.ofType, each, field));
  if (!isInputObjectType(type)) return isText(type) ? textOf(value, field) : value;
  const fields = type.getFields();
  const read = Object.entries(value).map(([name, each]) => {
    const { type: of } = fields[name] ?? {};
    return [name, of ? readIn(of, each, `${field}.${name}`) : each] as const;
  });
  return Object.fromEntries(read);
}

function textOf(value: unknown, field: string): string {
  return readText(value, {}, (fault) => TextInvalid({ field, fault }));
}

/** A reference to an entity is read by the same rule, all text in it: its keys, and what else a field requires of it. */
export function readReference(reference: object, field: string): object {
  const read = Object.entries(reference).map(([name, value]) => [name, readAny(value, name, field)] as const);
  return Object.fromEntries(read);
}

function readAny(value: unknown, name: string, type: string): unknown {
  if (typeof value === 'string') return textOf(value, `${type}.${name}`);
  if (Array.isArray(value)) return value.map((each) => readAny(each, name, type));
  return typeof value === 'object' && value !== null ? readReference(value, `${type}.${name}`) : value;
}
