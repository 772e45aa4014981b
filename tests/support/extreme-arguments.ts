import {
  buildSchema,
  coerceInputValue,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { checkValuesAtTheDoor } from '../../gateway/limits';
import { subgraphs } from '../../subgraphs';
import type { DepartmentKind } from '../../subgraphs/kernel';
import { extremesOf, literalOf, plainOf } from './extremes';
import { startPlatform, type Mode, type Platform } from './platform';
import { read } from './sources';

type AnyField = GraphQLField<unknown, unknown>;
/** An argument, and the fields that lead to its own from the root of the API. */
export interface Place {
  at: string;
  way: readonly AnyField[];
  field: AnyField;
  argument: GraphQLArgument;
}

export const schema = buildSchema(read('schema/api.graphql'));
checkValuesAtTheDoor(schema);

/** Every argument of every field that a query can reach, each by its shortest way. */
function placesIn(root: GraphQLObjectType): Place[] {
  const places: Place[] = [];
  const ways = new Map<GraphQLObjectType, readonly AnyField[]>([[root, []]]);
  for (const [type, way] of ways) {
    for (const field of Object.values(type.getFields())) {
      for (const argument of field.args)
        places.push({ at: `${type.name}.${field.name}(${argument.name})`, way, field, argument });
      const to = getNamedType(field.type);
      if (isObjectType(to) && !ways.has(to)) ways.set(to, [...way, field]);
    }
  }
  return places;
}
export const places: readonly Place[] = placesIn(schema.getQueryType() as GraphQLObjectType);

export function called({ name, args }: AnyField, given: readonly string[], set: string): string {
  const plain = args
    .filter((each) => isRequiredArgument(each) && !given.some((one) => one.startsWith(`${each.name}:`)))
    .map((each) => `${each.name}: ${literalOf(plainOf(each.type), each.type)}`);
  const all = [...given, ...plain];
  return `${name}${all.length > 0 ? `(${all.join(', ')})` : ''} ${set}`;
}

/** The field, once for each way in which its argument is given. */
export function selection({ way, field, argument }: Place, given: readonly string[]): string {
  const set = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  const asked = given.map((value, at) => `a${at}: ${called(field, [`${argument.name}: ${value}`], set)}`);
  return way.reduceRight(
    (inner, each) =>
      called(each, each.args.some(({ name }) => name === 'first') ? ['first: 2'] : [], `{ ${inner} }`),
    asked.join(' '),
  );
}

function fits(value: unknown, { argument }: Place): boolean {
  let good = true;
  coerceInputValue(value, argument.type, () => (good = false));
  return good;
}

/** So many at once: those that fit are asked together, and one that does not would keep them from being asked at all. */
const AT_ONCE = 40;
export function portions(place: Place): unknown[][] {
  const values = extremesOf(place.argument.type);
  return [true, false].flatMap((good) => {
    const kind = values.filter((value) => fits(value, place) === good);
    return Array.from({ length: Math.ceil(kind.length / AT_ONCE) }, (_, at) =>
      kind.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    );
  });
}

interface ForExtremes {
  platform: Platform;
  officer: string;
  /** The token of an officer of another department. */
  officerOf: (department: DepartmentKind) => Promise<string>;
}

/** A platform that lets officers with every right, and anyone, ask as much as they like. */
export async function startForExtremes(mode: Mode): Promise<ForExtremes> {
  const ENOUGH = '1000000000';
  const settings = { COST_LIMIT: '9999999', PUBLIC_POINTS: ENOUGH, AGENCY_POINTS: ENOUGH };
  const platform = await startPlatform(mode, settings);
  const rights = subgraphs.flatMap(({ name }) => [`write:${name}`, `decide:${name}`]);
  const officerOf = (department: DepartmentKind) =>
    platform.token(department, '000000', 'share:conditional', ...rights);
  return { platform, officer: await officerOf('MARKET_SUPERVISION'), officerOf };
}

/** Ours, or of the operation as a whole, which would keep its values from being tried. */
export const NOT_THE_VALUE = /^(INTERNAL_SERVER_ERROR|DATABASE_BUSY|SUBGRAPH_UNAVAILABLE|QUERY_TOO_.*)$/;

/** What of an answer is no client's fault, or no answer. */
export async function faultsOf(
  platform: Platform,
  query: string,
  token: string | null,
  variables: Record<string, unknown> = {},
): Promise<string[]> {
  const { status, data, errors = [] } = await platform.post(query, { token, purpose: '检查', variables });
  const masked = errors.filter(({ extensions }) => NOT_THE_VALUE.test(extensions.code));
  return [
    ...(status >= 500 ? [`${status} ${query.slice(0, 300)}`] : []),
    ...(data === undefined && errors.length === 0 ? [`nothing ${query.slice(0, 300)}`] : []),
    ...masked.map(({ path = [] }) => {
      const [name = ''] = path.filter((step) => /^a\d+$/.test(String(step)));
      return `${query.match(new RegExp(`${name}: [^{]*`))?.[0]} ${JSON.stringify(variables[`v${String(name).slice(1)}`])}`;
    }),
  ];
}

export function asVariables(
  platform: Platform,
  place: Place,
  values: readonly unknown[],
  token: string | null,
): Promise<string[]> {
  const type = String(place.argument.type);
  const declared = values.map((_, at) => `$v${at}: ${type}`).join(', ');
  const given = values.map((_, at) => `$v${at}`);
  const variables = Object.fromEntries(values.map((value, at) => [`v${at}`, value]));
  return faultsOf(platform, `query (${declared}) { ${selection(place, given)} }`, token, variables);
}

export function asLiterals(
  platform: Platform,
  place: Place,
  values: readonly unknown[],
  token: string | null,
): Promise<string[]> {
  const literals = values.flatMap((value) => literalOf(value, place.argument.type) ?? []);
  return faultsOf(platform, `{ ${selection(place, literals)} }`, token);
}
