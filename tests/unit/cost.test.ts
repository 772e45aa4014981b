import {
  buildSchema,
  getOperationAST,
  getIntrospectionQuery,
  parse,
  type OperationDefinitionNode,
} from 'graphql';
import { CostModel } from '../../gateway/cost';

const SDL = `
  directive @cost(weight: Int!) on FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    shop(code: ID): Shop
    shops(first: Int = 20): ShopConnection @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    figures: Figures @cost(weight: 50)
    found: Found
  }
  type Mutation { close(code: ID): Shop }
  type Shop {
    code: ID
    name: String
    parent: Shop
    branches: [Shop!] @listSize(assumedSize: 40)
    staff(first: Int): ShopConnection @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
  }
  type ShopConnection { edges: [ShopEdge!]! totalCount: Int @cost(weight: 10) }
  type ShopEdge { node: Shop }
  type Figures { open: Int }
  union Found = Shop | Figures`;
const schema = buildSchema(SDL);
const MOST_FIELDS = 500;
const model = new CostModel(schema, parse(SDL), MOST_FIELDS);

function costOf(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  return model.of(document, getOperationAST(document) as OperationDefinitionNode, variables);
}
/** In tenths, since values are tenths. */
const tenths = (query: string, variables?: Record<string, unknown>) =>
  Math.round(costOf(query, variables).points * 10);

describe('what an operation costs', () => {
  test.each([
    ['an object and its values', '{ shop { code name } }', 12],
    ['the name of a type is a value', '{ shop { __typename code } }', 12],
    ['a page is as long as it is asked for', '{ shops(first: 5) { edges { node { name } } } }', 10 + 5 * 21],
    ['a page that is not sliced has its usual length', '{ shops { edges { node { name } } } }', 10 + 20 * 21],
    ['a count weighs what it takes', '{ shops(first: 1) { totalCount } }', 10 + 100],
    ['a figure weighs what it takes', '{ figures { open } }', 500 + 1],
    ['a plain list is as long as it can be', '{ shop { branches { name } } }', 10 + 40 * 11],
    [
      'lists multiply',
      '{ shops(first: 10) { edges { node { branches { branches { name } } } } } }',
      10 + 10 * (20 + 40 * (10 + 40 * 11)),
    ],
    [
      'a condition that was not sent leaves nothing out',
      'query ($if: Boolean!) { shop { code @include(if: $if) name @skip(if: $if) } }',
      12,
    ],
    ['a mutation weighs more than a question', 'mutation { close(code: 1) { code } }', 100 + 1],
    ['all members of a union count', '{ found { ... on Shop { name } ... on Figures { open } } }', 12],
  ])('%s', (_, query, wanted) => {
    expect(tenths(query)).toBe(wanted);
  });

  test('a page MUST cost what its variable says, and its default where that is left out', () => {
    const query = 'query ($n: Int = 3) { shops(first: $n) { edges { node { name } } } }';
    expect([tenths(query, { n: 50 }), tenths(query)]).toEqual([10 + 50 * 21, 10 + 3 * 21]);
  });

  test('what is skipped costs nothing, by its variable', () => {
    const query = 'query ($no: Boolean!) { shop { code branches @skip(if: $no) { name } } }';
    expect([tenths(query, { no: true }), tenths(query, { no: false })]).toEqual([11, 11 + 40 * 11]);
  });

  test('the same field in several fragments is one field, and under another alias another', () => {
    const fragments = 'fragment A on Shop { branches { name } } fragment B on Shop { branches { code } }';
    expect(tenths(`{ shop { ...A ...B ...A } } ${fragments}`)).toBe(10 + 40 * 12);
    expect(tenths(`{ shop { a: branches { name } b: branches { name } } }`)).toBe(10 + 2 * 40 * 11);
  });

  test('a bomb of nested fragments MUST be measured at once, as one that has too many fields', () => {
    const names = Array.from({ length: 14 }, (_, at) => `F${at}`);
    const bomb = names
      .map((name, at) => {
        const next = names[at + 1];
        const below = next ? `{ ...${next} }` : '{ code }';
        return `fragment ${name} on Shop { ${['a', 'b', 'c', 'd'].map((alias) => `${alias}: parent ${below}`).join(' ')} }`;
      })
      .join(' ');
    expect(costOf(`{ shop { ...F0 } } ${bomb}`).fields).toBeGreaterThan(MOST_FIELDS);
  });

  test('what is asked of the schema itself is counted by itself', () => {
    const { points, introspection } = costOf(getIntrospectionQuery());
    expect(points).toBe(0);
    expect(introspection).toBeGreaterThan(100);
    expect(introspection).toBeLessThanOrEqual(model.wholeSchema);
  });
});
