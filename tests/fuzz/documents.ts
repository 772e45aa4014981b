import { getNamedType, isCompositeType, type GraphQLObjectType } from 'graphql';
import { called, places, schema, selection } from '../support/extreme-arguments';
import { extremesOf, literalOf } from '../support/extremes';
import type { OperationMaker, RandomOperation } from '../support/random-operation';
import type { Dice } from './dice';

/** What is asked of GraphQL, good or not. */
export type Asked = Partial<RandomOperation>;

/** Pieces that do not belong where they are put. */
const PIECES = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '...',
    ':',
    '!',
    '$',
    '@',
    '|',
    '&',
    '=',
    '#',
    '"',
    '"""',
    '\\',
    '-',
    ',',
  ],
  ...['on', 'fragment', 'query', 'mutation', 'subscription', 'schema', 'extend', 'type', 'true', 'null'],
  ...['__typename', '__schema', '__type', '__proto__', 'constructor', 'toString', '_entities', '_service'],
  ...['@skip(if: true)', '@include(if: $none)', '@defer', '@stream', '@nothing', '@skip', '$__proto__'],
  ...['\0', '\ufeff', '\u2028', '\ud800', '\u{1f4a9}', '检', '"\\u{110000}"', '"\\uD800"', '"\\x"', '1e999'],
  ...['-0', '00', '0x1', '1.', '9'.repeat(400), 'x'.repeat(3_000), 'first: 101', 'first: -1', 'after: "x"'],
  ...['subscription { x }', '{ __typename }', 'query A { __typename } query A { __typename }', '... F0'],
];
const TOKEN = /[\w$@]+|"(?:[^"\\]|\\.)*"|\s+|[^\w\s]/gu;

/** A good operation with one to four faults. */
export function mutated(dice: Dice, maker: OperationMaker): Asked {
  const operation = maker.make(dice.chance(0.25) ? 'mutation' : 'query');
  const tokens: string[] = operation.query.match(TOKEN) ?? [];
  for (let left = dice.chance(0.5) ? 1 : 1 + dice.below(4); left > 0; left--) alter(dice, tokens);
  const query = dice.chance(0.03) ? tokens.join('').slice(0, dice.below(400)) : tokens.join('');
  const variables = dice.chance(0.4) ? alteredVariables(dice, operation.variables) : operation.variables;
  const operationName = dice.chance(0.05)
    ? dice.pick(['', 'Nobody', '__proto__', 'x'.repeat(5_000)])
    : undefined;
  return { query, variables, operationName: operationName ?? operation.operationName };
}

function alter(dice: Dice, tokens: string[]): void {
  const words = [...tokens.keys()].filter((at) => /\w/.test(tokens[at] ?? ''));
  const [at, other] = dice.chance(0.7)
    ? ([dice.pick(words), dice.pick(words)] as const)
    : ([dice.below(tokens.length), dice.below(tokens.length)] as const);
  const set = (token: string) => void (tokens[at] = token);
  dice.pick([
    () => set(` ${tokens[other]} `),
    () => set(dice.pick(LITERALS)),
    () => set(`${tokens[at]}${dice.pick(['x', '_', '0', 'é', '\\'])}`),
    () => set((tokens[at] ?? '').slice(1)),
    () => set(` ${dice.pick(PIECES)} `),
    () => set(''),
    () => set(`${tokens[at]} ${tokens[other]}`),
    () => set(`${tokens[at]} ${dice.pick(PIECES)} `),
    () => void tokens.splice(at, 1 + dice.below(8)),
  ])();
}
/** In place of a value, where they may even fit. */
const LITERALS = [
  ...[
    'null',
    '0',
    '-1',
    '101',
    '2147483648',
    '1.5',
    '""',
    '" "',
    '"\\u0000"',
    '"\\uD800"',
    '[]',
    '[null]',
    '{}',
  ],
  ...['true', 'OPERATING', '"0000-01-01"', '"9999-12-31T23:59:59.999Z"', '"999999"', '"000000"', '$none'],
];

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    1e308,
    -0,
    '',
    ' ',
    '\0',
    'x',
    '\ud800',
    '0000-01-01',
    'x'.repeat(20_000),
  ],
  ...[[], [[]], [null], {}, { a: 1 }, { constructor: 1 }, { toString: null }, Array(500).fill('x')],
];

function alteredVariables(dice: Dice, variables: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(variables);
  const altered: Record<string, unknown> = { ...variables };
  for (const name of names) if (dice.chance(0.5)) altered[name] = dice.pick(VALUES);
  if (dice.chance(0.3))
    altered[dice.pick(['v0', 'if0', 'toString', 'representations', ''])] = dice.pick(VALUES);
  if (dice.chance(0.2) && names[0] !== undefined) delete altered[names[0]];
  return altered;
}

const mutations = Object.values((schema.getMutationType() as GraphQLObjectType).getFields());

/** A value for an argument of some field, of a query or a mutation, that its type does not hold or hardly holds. */
export function wrongType(dice: Dice): Asked {
  if (dice.chance(0.6)) {
    const place = dice.pick(places);
    const value = dice.pick(extremesOf(place.argument.type));
    const type = String(place.argument.type);
    if (dice.chance(0.5))
      return { query: `query ($v: ${type}) { ${selection(place, ['$v'])} }`, variables: { v: value } };
    return { query: `{ ${selection(place, [literalOf(value, place.argument.type) ?? 'null'])} }` };
  }
  const field = dice.pick(mutations);
  const set = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  const argument = dice.pick(field.args);
  if (!argument) return { query: `mutation { ${called(field, [], set)} }` };
  const value = dice.pick(extremesOf(argument.type));
  if (dice.chance(0.5)) {
    const query = `mutation ($v: ${String(argument.type)}) { ${called(field, [`${argument.name}: $v`], set)} }`;
    return { query, variables: { v: value } };
  }
  const literal = literalOf(value, argument.type) ?? 'null';
  return { query: `mutation { ${called(field, [`${argument.name}: ${literal}`], set)} }` };
}

const REGION = 'region(code: "430682")';
const many = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');
const nested = (depth: number, open: string, inside: string, close: string) =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;

/** Documents that are to take much time or memory to be read, each of a size that differs. */
const FLOODS: readonly ((size: number, dice: Dice) => string)[] = [
  (size) => `{ ${many(size, (at) => `a${at}: __typename`)} }`,
  (size) => `{ ${many(size, (at) => `a${at}: viewer { subject }`)} }`,
  (size) => `{ viewer { ${'subject '.repeat(size)} } }`,
  (size) => `{ ${'viewer { subject } '.repeat(size)} }`,
  (size) => `{ ${many(size, (at) => `a: enterprise(uscc: "${at}") { name }`)} }`,
  (size) => `{ ${REGION} { ${nested(size, 'parent { ', 'code', ' }')} } }`,
  (size) => `{ ${nested(size, '... { ', '__typename', ' }')} }`,
  (size) => `{ ${REGION} { ${nested(size, '... on Region { ', 'code', ' }')} } }`,
  (size) => `{ viewer { subject ${'@skip(if: false) '.repeat(size)} } }`,
  (size) => `{ viewer { subject ${many(size, (at) => `@d${at}(x: ${at})`)} } }`,
  (size) => `query ${'@include(if: true) '.repeat(size)} { __typename }`,
  (size) => `{ enterprises(filter: ${nested(size, '[', '', ']')}) { totalCount } }`,
  (size) => `{ enterprises(filter: ${nested(size, '{ a: ', '1', ' }')}) { totalCount } }`,
  (size) => `query (${many(size, (at) => `$v${at}: Int = ${at}`)}) { __typename }`,
  (size) => `query ($v: ${nested(size, '[', 'Int', ']')}) { __typename }`,
  (size) => many(size, (at) => `query Q${at} { __typename }`),
  (size) => '{ __typename } '.repeat(size),
  (size) => many(size, (at) => `fragment F${at} on Region { code }`),
  (size) =>
    `{ ${REGION} { ...F0 } } ${many(size, (at) => `fragment F${at} on Region { ...F${at + 1} }`)} fragment F${size} on Region { code }`,
  (size) =>
    `{ ${REGION} { ...F0 } } ${many(size, (at) => `fragment F${at} on Region { ...F${(at + 1) % size} }`)}`,
  (size) =>
    `{ ${REGION} { ...F0 } } ${many(Math.min(size, 60), (at) => `fragment F${at} on Region { a: parent { ...F${at + 1} } b: parent { ...F${at + 1} } }`)} fragment F${Math.min(size, 60)} on Region { code }`,
  (size) => `{ ${REGION} { ${'...F '.repeat(size)} } } fragment F on Region { code }`,
  (size) => `{ __schema { ${nested(size, 'types { fields { type { ', 'name', ' } } }')} } }`,
  (size) => `{ __type(name: "Region") { ${nested(size, 'ofType { ', 'name', ' }')} } }`,
  (size) =>
    `{ search(text: "${'x'.repeat(size)}") { __typename } enterprise(uscc: """${'"x" '.repeat(size)}""") { name } }`,
  (size) => `{ enterprise(uscc: "${'\\u0041'.repeat(size)}") { name } }`,
  (size) => `{ regions(parent: ${'9'.repeat(size)}) { code } }`,
  (size) => `${'# 检 \n'.repeat(size)}{ __typename }`,
  (size) => `${', '.repeat(size)}{ __typename }`,
  (size) => `subscription { ${many(size, (at) => `a${at}: x`)} }`,
  (size) =>
    `mutation { ${many(size, (at) => `a${at}: submitEnterprises(source: "x", records: []) { accepted }`)} }`,
  (size, dice) =>
    `{ ${many(size, () => `${dice.pick(['__proto__', 'constructor', 'hasOwnProperty', 'then'])}: __typename`)} }`,
  (size) =>
    `{ ${REGION} { ${many(size, (at) => `a${at}: enterprises(first: 100) { edges { node { name } } }`)} } }`,
  (size) =>
    `{ enterprises(first: 100) { ${nested(Math.min(size, 40), 'edges { node { equipment(first: 100) { edges { node { user { ', 'name', ' } } } } } }')} } }`,
];

export function flood(dice: Dice): Asked {
  const size = Math.ceil(10 ** (dice.random() * 4.3));
  return { query: dice.pick(FLOODS)(size, dice), variables: dice.chance(0.1) ? deep(size) : undefined };
}

function deep(size: number): Record<string, unknown> {
  let value: unknown = 1;
  for (let left = Math.min(size, 3_000); left > 0; left--) value = left % 2 ? [value] : { a: value };
  return { v: value };
}
