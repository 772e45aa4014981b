import { getNamedType, getNullableType, isNonNullType } from 'graphql';
import {
  asLiterals,
  asVariables,
  called,
  faultsOf,
  places,
  portions,
  selection,
  startForExtremes,
  type Place,
} from '../support/extreme-arguments';
import { literalOf } from '../support/extremes';
import type { Platform } from '../support/platform';

let platform: Platform;
let officer: string;
beforeAll(async () => ({ platform, officer } = await startForExtremes('local')));
afterAll(() => platform.stop());

test('arguments MUST be met all over the schema', () => {
  expect(places.length).toBeGreaterThan(300);
  expect(places.map(({ at }) => at)).toEqual(
    expect.arrayContaining(['Query.case(number)', 'Query.hazards(filter)', 'Enterprise.equipment(after)']),
  );
});

describe('no value of an argument MUST be answered as a fault of ours', () => {
  const named = places.map((place) => [place.at, place] as const);

  const ways: [string, (place: Place, values: unknown[]) => Promise<string[]>][] = [
    ['sent as a variable by anyone', (place, values) => asVariables(platform, place, values, null)],
    ['sent as a variable by an officer', (place, values) => asVariables(platform, place, values, officer)],
    ['written in the query', (place, values) => asLiterals(platform, place, values, officer)],
  ];
  // each argument in one of the ways, the next in another; in all of them on demand
  const tried = named.flatMap(([at, place], nth) =>
    ways
      .filter((_, way) => process.env.EXTREMES === 'all' || way === nth % ways.length)
      .map(([said, send]) => [at, said, place, send] as const),
  );
  test.each(tried)('%s, %s', async (_, _said, place, send) => {
    for (const values of portions(place)) expect(await send(place, values)).toEqual([]);
  });

  const defaulted = named.filter(([, { argument }]) => argument.defaultValue !== undefined);
  test.each(defaulted)('%s, given as null where it has a default', async (_, place) => {
    const { type, defaultValue } = place.argument;
    const nullable = getNullableType(type);
    const query = `query ($v0: ${String(nullable)} = ${literalOf(defaultValue, nullable)}) { ${selection(place, ['$v0'])} }`;
    expect(await faultsOf(platform, query, officer, { v0: null })).toEqual([]);
    const { errors } = await platform.post(query, { token: officer, variables: { v0: null } });
    if (isNonNullType(type)) expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await faultsOf(platform, `{ ${selection(place, ['null'])} }`, officer)).toEqual([]);
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

  const cursorOf = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  async function partsOf(place: Place): Promise<unknown[][]> {
    const first = `{ list: ${called(place.field, ['first: 1'], '{ edges { cursor } }')} }`;
    const { data } = await platform.post(first, { token: officer });
    const edges = (data?.list?.edges ?? []) as { cursor: string }[];
    return edges.map(({ cursor }) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]);
  }

  test.each(lists.map((place) => [place.at, place] as const))(
    'MUST be refused by %s, or begin somewhere in it',
    async (_, place) => {
      const cursors = (await partsOf(place)).flatMap((parts) => {
        const forged = parts.flatMap((_part, at) => FORGED.map((value) => parts.with(at, value)));
        return [...forged, parts.slice(1), [...parts, 'x'], {}, null].map(cursorOf);
      });
      expect(await asVariables(platform, place, cursors, officer)).toEqual([]);
    },
  );

  test.each(lists.map((place) => [place.at, place] as const))(
    'MUST be refused by %s before it is looked for, if it holds what no text may',
    async (_, place) => {
      const unseen = ['\0', '\u200b', '\ufffd', '\ue000', '\u2028', '\ud800'];
      const cursors = (await partsOf(place)).flatMap((parts) =>
        parts.flatMap((part, at) => unseen.map((each) => cursorOf(parts.with(at, `${String(part)}${each}`)))),
      );
      for (const after of cursors) {
        const query = `{ ${selection(place, [JSON.stringify(after)])} }`;
        const { errors } = await platform.post(query, { token: officer });
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
      }
    },
  );
});
