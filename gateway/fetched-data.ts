import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Row } from './completion';

/** Response names and list positions from the root of an answer. In a plan `@` stands for every position of a list. */
export type Path = readonly (string | number)[];

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Answers may come from elsewhere, as JSON: a field that an object has inherited was not sent. */
function own(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/** Adds an answer to what is there. What it brings that is not there yet is taken over, not copied. */
export function merge(into: Row, answer: Row): void {
  for (const name of Object.keys(answer)) {
    const value = answer[name];
    // no client can ask for such a name, and assigning to it would change the object’s prototype
    if (value === undefined || name === '__proto__') continue;
    const present = own(into, name);
    if (isRow(present) && isRow(value)) merge(present, value);
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length)
      mergeLists(present, value);
    else into[name] = value;
  }
}

function mergeLists(into: unknown[], answer: readonly unknown[]): void {
  answer.forEach((value, at) => {
    const present = into[at];
    if (isRow(present) && isRow(value)) merge(present, value);
    else into[at] = value;
  });
}

/** The objects that a plan’s path leads to from each of these, in order; an end that is null is none. */
export function objectsAt(from: readonly unknown[], path: Path): readonly Row[] {
  let values: readonly unknown[] = from;
  for (const step of path) {
    values =
      step === '@'
        ? values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))
        : values.map((value) => (isRow(value) ? own(value, String(step)) : undefined));
  }
  return values.filter(isRow);
}

/** Where the objects are that `objectsAt` finds from the root. */
export function pathsAt(root: unknown, path: Path): readonly Path[] {
  const [step, ...rest] = path;
  if (step === undefined) return isRow(root) ? [[]] : [];
  if (step !== '@')
    return isRow(root) ? pathsAt(own(root, String(step)), rest).map((tail) => [step, ...tail]) : [];
  if (!Array.isArray(root)) return [];
  return root.flatMap((value, at) => pathsAt(value, rest).map((tail) => [at, ...tail]));
}

/** What a subgraph needs to know of an object, or null if something of it is missing. */
export function representationOf(
  schema: GraphQLSchema,
  object: unknown,
  needs: readonly QueryPlanSelectionNode[],
): Row | null {
  if (!isRow(object)) return null;
  const representation: Row = {};
  for (const need of needs) {
    if (need.kind === 'Field') {
      const name = need.alias ?? need.name;
      const value = own(object, name);
      if (value === undefined) return null;
      representation[name] = need.selections ? representationsOf(schema, value, need.selections) : value;
    } else if (need.typeCondition !== undefined && isOf(schema, object, need.typeCondition, false)) {
      merge(representation, representationOf(schema, object, need.selections) ?? {});
    }
  }
  return representation;
}

function representationsOf(
  schema: GraphQLSchema,
  value: unknown,
  needs: readonly QueryPlanSelectionNode[],
): unknown {
  return Array.isArray(value)
    ? value.map((each) => representationsOf(schema, each, needs))
    : representationOf(schema, value, needs);
}

function isOf(schema: GraphQLSchema, object: Row, condition: string, withoutTypename: boolean): boolean {
  const { __typename } = object;
  if (typeof __typename !== 'string') return withoutTypename;
  if (__typename === condition) return true;
  const [type, wanted] = [schema.getType(__typename), schema.getType(condition)];
  return (
    isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type)
  );
}

const ON_TYPE = '... on ';

/** Renames and sets fields as the planner says where a subgraph knows them by another name. */
export function rewrite(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const each of rewrites ?? []) rewriteAt(schema, each, each.path, value);
}

function rewriteAt(
  schema: GraphQLSchema,
  change: FetchDataRewrite,
  [step, ...rest]: readonly string[],
  value: unknown,
): void {
  if (Array.isArray(value)) {
    for (const each of value) rewriteAt(schema, change, step === undefined ? [] : [step, ...rest], each);
    return;
  }
  if (step === undefined || !isRow(value)) return;
  if (step.startsWith(ON_TYPE)) {
    if (isOf(schema, value, step.slice(ON_TYPE.length), true)) rewriteAt(schema, change, rest, value);
  } else if (rest.length > 0) rewriteAt(schema, change, rest, own(value, step));
  else if (change.kind === 'ValueSetter') value[step] = change.setValueTo;
  else if (own(value, step)) {
    value[change.renameKeyTo] = value[step];
    value[step] = undefined;
  }
}
