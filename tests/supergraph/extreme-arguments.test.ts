import {
  buildSchema,
  coerceInputValue,
  getNamedType,
  getNullableType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { checkValuesAtTheDoor } from '../../gateway/limits';
import { subgraphs } from '../../subgraphs';
import { extremesOf, literalOf, plainOf } from '../support/extremes';
import { startPlatform, type Platform } from '../support/platform';
import { read } from '../support/sources';

type AnyField = GraphQLField<unknown, unknown>;
/** An argument, and the fields that lead to its own from the root of the API. */
interface Place {
  at: string;
  way: readonly AnyField[];
  field: AnyField;
  argument: GraphQLArgument;
}

const schema = buildSchema(read('schema/api.graphql'));
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
const places = placesIn(schema.getQueryType() as GraphQLObjectType);

function called({ name, args }: AnyField, given: readonly string[], set: string): string {
  const plain = args
    .filter((each) => isRequiredArgument(each) && !given.some((one) => one.startsWith(`${each.name}:`)))
    .map((each) => `${each.name}: ${literalOf(plainOf(each.type), each.type)}`);
  const all = [...given, ...plain];
  return `${name}${all.length > 0 ? `(${all.join(', ')})` : ''} ${set}`;
}

/** The field, once for each way in which its argument is given. */
function selection({ way, field, argument }: Place, given: readonly string[]): string {
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
function portions(place: Place): unknown[][] {
  const values = extremesOf(place.argument.type);
  return [true, false].flatMap((good) => {
    const kind = values.filter((value) => fits(value, place) === good);
    return Array.from({ length: Math.ceil(kind.length / AT_ONCE) }, (_, at) =>
      kind.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    );
  });
}

let platform: Platform;
let officer: string;
beforeAll(async () => {
  const ENOUGH = '1000000000';
  platform = await startPlatform('local', {
    COST_LIMIT: '9999999',
    PUBLIC_POINTS: ENOUGH,
    AGENCY_POINTS: ENOUGH,
  });
  const rights = subgraphs.flatMap(({ name }) => [`write:${name}`, `decide:${name}`]);
  officer = await platform.token('MARKET_SUPERVISION', '000000', 'share:conditional', ...rights);
});
afterAll(() => platform.stop());

/** Ours, or of the operation as a whole, which would keep its values from being tried. */
const NOT_THE_VALUE = /^(INTERNAL_SERVER_ERROR|DATABASE_BUSY|SUBGRAPH_UNAVAILABLE|QUERY_TOO_.*)$/;

/** What of an answer is no client's fault, or no answer. */
async function faultsOf(query: string, token: string | null, variables: Record<string, unknown> = {}) {
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

async function asVariables(place: Place, values: readonly unknown[], token: string | null) {
  const type = String(place.argument.type);
  const declared = values.map((_, at) => `$v${at}: ${type}`).join(', ');
  const query = `query (${declared}) { ${selection(
    place,
    values.map((_, at) => `$v${at}`),
  )} }`;
  return faultsOf(query, token, Object.fromEntries(values.map((value, at) => [`v${at}`, value])));
}

function asLiterals(place: Place, values: readonly unknown[], token: string | null) {
  const literals = values.flatMap((value) => literalOf(value, place.argument.type) ?? []);
  return faultsOf(`{ ${selection(place, literals)} }`, token);
}

test('arguments MUST be met all over the schema', () => {
  expect(places.length).toBeGreaterThan(300);
  expect(places.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['Query.case(number)', 'Query.hazards(filter)', 'Enterprise.equipment(after)']),
  );
});

describe('no value of an argument MUST be answered as a fault of ours', () => {
  const named = places.map((place) => [place.at, place] as const);

  test.each(named)('%s, sent as a variable by anyone and by an officer', async (_, place) => {
    for (const values of portions(place))
      for (const token of [null, officer]) expect(await asVariables(place, values, token)).toEqual([]);
  });

  test.each(named)('%s, written in the query', async (_, place) => {
    for (const values of portions(place)) expect(await asLiterals(place, values, officer)).toEqual([]);
  });

  const defaulted = named.filter(([, { argument }]) => argument.defaultValue !== undefined);
  test.each(defaulted)('%s, given as null where it has a default', async (_, place) => {
    const { type, defaultValue } = place.argument;
    const nullable = getNullableType(type);
    const query = `query ($v0: ${String(nullable)} = ${literalOf(defaultValue, nullable)}) { ${selection(place, ['$v0'])} }`;
    expect(await faultsOf(query, officer, { v0: null })).toEqual([]);
    const { errors } = await platform.post(query, { token: officer, variables: { v0: null } });
    if (isNonNullType(type)) expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await faultsOf(`{ ${selection(place, ['null'])} }`, officer)).toEqual([]);
  });
});

describe('a cursor that nobody was given', () => {
  const FORGED = [
    '',
    'x',
    '\0',
    '\u200b',
    '9999-99-99',
    '10000-01-01',
    '99999999999999999999',
    5,
    null,
    {},
    ['x'],
  ];
  const lists = places.filter(
    ({ way, argument, field }) =>
      way.length === 0 && argument.name === 'after' && getNamedType(field.type).name.endsWith('Connection'),
  );

  test.each(lists.map((place) => [place.at, place] as const))(
    'MUST be refused by %s, or begin somewhere in it',
    async (_, place) => {
      const first = `{ list: ${called(place.field, ['first: 1'], '{ edges { cursor } }')} }`;
      const { data } = await platform.post(first, { token: officer });
      const edges = (data?.list?.edges ?? []) as { cursor: string }[];
      const cursors = edges.flatMap(({ cursor }) => {
        const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
        const forged = parts.flatMap((_part, at) => FORGED.map((value) => parts.with(at, value)));
        return [...forged, parts.slice(1), [...parts, 'x'], {}, null].map((each) =>
          Buffer.from(JSON.stringify(each)).toString('base64url'),
        );
      });
      expect(await asVariables(place, cursors, officer)).toEqual([]);
    },
  );
});
