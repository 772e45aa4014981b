import { buildSchema, parse, print } from 'graphql';
import { buildSchemas } from '../../schema/build';
import { read } from '../support/sources';
import { NOT_YET_SERVED } from './not-yet-served';
import { readOutline } from './outline';
import { Served } from './served';

/** A type covers its fields and values, a field its arguments. */
function covers(entry: string, coordinate: string): boolean {
  return coordinate === entry || ['.', '(', ' '].some((next) => coordinate.startsWith(entry + next));
}

describe('the outline of the contract', () => {
  const promised = readOutline(read('tests/contract/contract.graphql'));
  const made = buildSchemas();
  const served = new Served(buildSchema(made['api.graphql'] ?? ''), parse(made['supergraph.graphql'] ?? ''));
  const isDue = (coordinate: string) => !NOT_YET_SERVED.some((entry) => covers(entry, coordinate));

  test('everything that it promises MUST be served: names, types, nullability, arguments, defaults, keys, levels, values', () => {
    expect(
      promised.filter(({ coordinate }) => isDue(coordinate)).flatMap((each) => served.fault(each) ?? []),
    ).toEqual([]);
  });

  test('no argument MUST be required that it does not name', () => {
    expect(served.demands(promised)).toEqual([]);
  });

  test('what not-yet-served.ts lists MUST be promised, and MUST NOT be served', () => {
    expect(
      NOT_YET_SERVED.filter((entry) => !promised.some(({ coordinate }) => covers(entry, coordinate))),
    ).toEqual([]);
    const listed = promised.filter(({ coordinate }) => !isDue(coordinate));
    expect(listed.filter((each) => served.has(each)).map(({ coordinate }) => coordinate)).toEqual([]);
  });

  test('every connection MUST have edges, nodes, cursors, a page’s place and a count', () => {
    const connections = promised.flatMap(({ coordinate, type }) => {
      const name = /^\w+Connection$/.exec(type ? print(type) : '')?.[0];
      return name && isDue(coordinate) ? [name.replace(/Connection$/, '')] : [];
    });
    expect(connections.length).toBeGreaterThan(3);
    const shape = (name: string) => `
      type ${name}Connection { edges: [${name}Edge!]! pageInfo: PageInfo! totalCount: Int }
      type ${name}Edge { node: ${name} cursor: String! }`;
    expect(
      [...new Set(connections)].flatMap((name) =>
        readOutline(shape(name)).flatMap((each) => served.fault(each) ?? []),
      ),
    ).toEqual([]);
  });
});

describe('the reader of the outline', () => {
  const coordinates = (text: string) => readOutline(text).map(({ coordinate }) => coordinate);

  test('it MUST find several fields on a line, extensions, keys, unions and enums', () => {
    expect(coordinates('type A @key(fields: "x y") { x: ID! y: Int }\nextend type A { z: B }')).toEqual([
      'A',
      'A key "x y"',
      'A.x',
      'A.y',
      'A.z',
    ]);
    expect(coordinates('union U = A | B\nenum E { ONE # the first\n TWO }')).toEqual([
      'U',
      'U | A',
      'U | B',
      'E',
      'E.ONE',
      'E.TWO',
    ]);
  });

  test('it MUST take [X]@connection for XConnection with first and after', () => {
    const [, list, first, after] = readOutline('type A { xs(first: Int = 7): [X]@connection }');
    expect(list?.type && print(list.type)).toBe('XConnection');
    expect(first).toMatchObject({ coordinate: 'A.xs(first:)' });
    expect(first?.defaultValue && print(first.defaultValue)).toBe('7');
    expect(after?.coordinate).toBe('A.xs(after:)');
  });

  test('it MUST read what comments promise of enums, filters and entries', () => {
    expect(coordinates('type A { b: B! status: S  # ONE TWO_THREE\n}')).toEqual(
      expect.arrayContaining(['S', 'S.ONE', 'S.TWO_THREE']),
    );
    expect(coordinates('type A { b: B }\n  # CaseState: LEAD FILED')).toEqual(
      expect.arrayContaining(['CaseState.LEAD', 'CaseState.FILED']),
    );
    expect(coordinates('type A { as(f: AFilter): A # filter: x, yZ\n}')).toEqual(
      expect.arrayContaining(['AFilter.x', 'AFilter.yZ']),
    );
    expect(coordinates('type A { k: K # an entry: code, name\n}')).toEqual(
      expect.arrayContaining(['K.code', 'K.name']),
    );
    expect(coordinates('type A { k: K # says YES\n}')).toEqual(['A', 'A.k']);
  });
});

describe('the comparison with what is served', () => {
  const api = buildSchema(`
    type Query { a(x: Int = 1, y: String): String! b: [String] c(z: Int!): Int }
    enum E { ONE }`);
  const supergraph = parse('type Query { a: String! @sharing(level: PUBLIC) }');
  const faults = (text: string) =>
    readOutline(text).flatMap((each) => new Served(api, supergraph).fault(each) ?? []);

  test('what is kept, or stricter than promised, MUST pass', () => {
    expect(
      faults(
        'type Query { a(x: Int = 1, y: String!): String @sharing(level: PUBLIC) b: [String] } enum E { ONE }',
      ),
    ).toEqual([]);
  });

  test.each([
    ['type Query { d: Int }', 'Query.d is not served'],
    ['type Query { b: [String!] }', 'Query.b is [String], promised was [String!]'],
    ['type Query { b: [String]! }', 'Query.b is [String], promised was [String]!'],
    ['type Query { a: Int }', 'Query.a is String!, promised was Int'],
    ['type Query { a(x: Int = 2): String }', 'Query.a(x:) is by default 1, promised was 2'],
    ['type Query { a(y: String = "q"): String }', 'Query.a(y:) is by default not given, promised was "q"'],
    ['type Query { a(w: Int): String }', 'Query.a(w:) is not served'],
    ['type Query { c(z: Int): Int }', 'Query.c(z:) is Int!, promised was Int'],
    [
      'type Query { a: String @sharing(level: RESTRICTED) }',
      'Query.a is shared as PUBLIC, promised was RESTRICTED',
    ],
    ['type Query @key(fields: "a") { a: String }', 'Query key "a" is not served'],
    ['enum E { ONE TWO }', 'E.TWO is not served'],
  ])('%s MUST be found broken', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  test('a required argument that was not promised MUST be found', () => {
    expect(new Served(api, supergraph).demands(readOutline('type Query { c: Int a: String }'))).toEqual([
      'Query.c(z:)',
    ]);
  });
});
