import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { MAX_DEPTH, limitDepth, refuseMisleadingAliases } from '../../gateway/limits';
import { catalogued } from '../../subgraphs/kernel';

const schema = buildSchema(`
  type Query { enterprise: Enterprise matter: Matter feed: Feed node: Node }
  type Mutation { enterprise: Enterprise submit: Int }
  type Enterprise implements Node { uscc: ID! name: String legalRepresentative: String industryCode: String roles: [String] region: Region matters(first: Int): [Matter] }
  type Matter { code: ID! scope: Scope enterprises: [Enterprise] }
  type Scope { industries: [String] equipmentKinds: [String] roles: [String] }
  type Region { code: ID! name: String parent: Region }
  interface Node { name: String }
  union Feed = Enterprise | Matter`);

function codesOf(query: string, ...rules: (typeof refuseMisleadingAliases)[]): string[] {
  return validate(schema, parse(query), [...specifiedRules, ...rules]).map(
    (error) => catalogued(error)?.code ?? error.message,
  );
}
const aliases = (query: string) => codesOf(query, refuseMisleadingAliases);
const depth = (query: string) => codesOf(query, limitDepth);

describe('aliases that would overwrite what the gateway fetches for itself', () => {
  test.each([
    ['codes of another kind under the scope', '{ matter { scope { industries: equipmentKinds } } }'],
    ['a legal representative as the key', '{ enterprise { uscc: legalRepresentative } }'],
    [
      'a legal representative as the industry that @requires reads',
      '{ enterprise { industryCode: legalRepresentative } }',
    ],
    ['a code for an object', '{ enterprise { region: name } }'],
    ['an object for a code', '{ enterprise { name: region { code } } }'],
    ['two that change places', '{ enterprise { uscc: name name: uscc } }'],
    ['__typename as the key', '{ enterprise { uscc: __typename } }'],
    ['the key as __typename', '{ enterprise { __typename: name } }'],
    ['a name of the gateway’s own', '{ enterprise { __x: name } }'],
    ['a name of the gateway’s own at the root', '{ __x: enterprise { uscc } }'],
    ['in a list', '{ matter { enterprises { uscc: name } } }'],
    ['in a fragment', '{ enterprise { ...F } } fragment F on Enterprise { uscc: name }'],
    ['in an inline fragment', '{ feed { ... on Enterprise { uscc: name } } }'],
    ['in an inline fragment without a type', '{ enterprise { ... { uscc: name } } }'],
    ['with a directive', '{ enterprise { uscc: name @include(if: true) } }'],
    ['below a mutation', 'mutation { enterprise { uscc: name } }'],
    ['below an alias', '{ e: enterprise { r: region { code: name } } }'],
    ['in the second operation', 'query A { matter { code } } query B { enterprise { uscc: name } }'],
    [
      'in an operation’s unused twin',
      'query A { enterprise { uscc } } query B { enterprise { uscc: name } }',
    ],
  ])('%s MUST be refused', (_, query) => {
    expect(aliases(query)).toContain('ALIAS_FORBIDDEN');
  });

  test.each([
    ['a member’s field over a union', '{ feed { uscc: __typename } }'],
    ['an implementor’s field over an interface', '{ node { uscc: name } }'],
  ])('%s MUST be refused: the gateway fetches that member’s key there', (_, query) => {
    expect(aliases(query)).toContain('ALIAS_FORBIDDEN');
  });

  test.each([
    ['root fields', '{ a: enterprise { uscc } matter: enterprise { uscc } enterprise: matter { code } }'],
    ['root fields of a mutation', 'mutation { submit: enterprise { uscc } }'],
    ['a name of its own', '{ enterprise { code: uscc title: name } }'],
    ['its own name', '{ enterprise { uscc: uscc name: name } }'],
    [
      'the same field with other arguments',
      '{ enterprise { few: matters(first: 1) { code } matters(first: 2) { code } } }',
    ],
    ['a field of another type', '{ enterprise { scope: name } }'],
    [
      'a name of every object',
      '{ enterprise { constructor: name toString: uscc hasOwnProperty: industryCode } }',
    ],
    ['a low line', '{ enterprise { _uscc: name } }'],
    ['the type’s name under a free alias', '{ enterprise { type: __typename } }'],
    ['introspection', '{ __schema { types { name: name kind } } }'],
  ])('%s MUST be allowed', (_, query) => {
    expect(aliases(query)).toEqual([]);
  });

  test('the answer MUST name the alias, the type and the place', () => {
    const [error] = validate(schema, parse('{ enterprise {\n uscc: name } }'), [refuseMisleadingAliases]);
    expect(error?.extensions).toMatchObject({ code: 'ALIAS_FORBIDDEN', got: 'uscc', type: 'Enterprise' });
    expect(error?.locations).toEqual([{ line: 2, column: 2 }]);
  });

  test('an unknown field MUST be left to its own rule', () => {
    expect(aliases('{ enterprise { uscc: nothing } }').join()).toMatch(/Cannot query field/);
    expect(aliases('{ nothing { uscc: name } }').join()).toMatch(/Cannot query field/);
  });
});

const parents = (levels: number, inner = 'code') =>
  `${'parent { '.repeat(levels)}${inner}${' }'.repeat(levels)}`;

describe('the depth of a query', () => {
  // enterprise, region and the field at the end are three
  const deep = (fields: number) => `{ enterprise { region { ${parents(fields - 3)} } } }`;

  test('it MUST hold exactly', () => {
    expect(depth(deep(MAX_DEPTH))).toEqual([]);
    expect(depth(deep(MAX_DEPTH + 1))).toEqual(['QUERY_TOO_DEEP']);
  });

  test('the answer MUST say how deep the query is', () => {
    const [error] = validate(schema, parse(deep(20)), [limitDepth]);
    expect(error?.extensions).toMatchObject({ code: 'QUERY_TOO_DEEP', max: MAX_DEPTH, got: 20 });
  });

  test('fragments MUST NOT hide it', () => {
    const half = parents(8);
    expect(
      depth(`{ enterprise { region { ${parents(6, '...F')} } } } fragment F on Region { ${half} }`),
    ).toEqual(['QUERY_TOO_DEEP']);
    expect(
      depth(`{ enterprise { region { ${parents(5, '...F')} } } } fragment F on Region { ${half} }`),
    ).toEqual([]);
    expect(depth(`{ enterprise { region { ${parents(14, '... on Region { ... { code } }')} } } }`)).toEqual([
      'QUERY_TOO_DEEP',
    ]);
  });

  test('a fragment that is used twice MUST count at its deepest place', () => {
    const query = `{ enterprise { region { ...F ${parents(8, '...F')} } } } fragment F on Region { ${parents(8)} }`;
    expect(depth(query)).toEqual(['QUERY_TOO_DEEP']);
  });

  test('every operation MUST be measured, aliases and all', () => {
    expect(
      depth(`query A { matter { code } } query B { x: enterprise { y: region { ${parents(20)} } } }`),
    ).toEqual(['QUERY_TOO_DEEP']);
  });

  test('fragments in a circle MUST be refused, and come to an end', () => {
    for (const query of [
      '{ enterprise { region { ...F } } } fragment F on Region { parent { ...F } }',
      '{ enterprise { region { ...F } } } fragment F on Region { parent { ...G } } fragment G on Region { parent { ...F } }',
    ]) {
      expect(depth(query).join()).toMatch(/Cannot spread fragment "F" within itself/);
    }
  });

  test('introspection MUST NOT be refused for its depth', () => {
    const types = `${'ofType { '.repeat(20)}name${' }'.repeat(20)}`;
    expect(depth(`{ __schema { types { fields { type { ${types} } } } } }`)).toEqual([]);
  });

  test('2,000 fragments in a chain MUST be measured in less than a second', () => {
    const chain = Array.from(
      { length: 2_000 },
      (_, at) => `fragment F${at} on Region { ...F${at + 1} ...F${at + 1} }`,
    ).join(' ');
    const started = Date.now();
    const document = parse(`{ enterprise { region { ...F0 } } } ${chain} fragment F2000 on Region { code }`);
    expect(validate(schema, document, [limitDepth])).toEqual([]);
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});
