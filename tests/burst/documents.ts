import {
  buildSchema,
  getNamedType,
  getOperationAST,
  isLeafType,
  isNonNullType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { CostModel } from '../../gateway/cost';
import { MOST_FIELDS } from '../../gateway/charge';
import { MAX_TOKENS, limitDepth, refuseMisleadingAliases } from '../../gateway/limits';
import { OperationMaker, randomOf, type Pool } from '../support/random-operation';
import { read } from '../support/sources';

/** A request that is dear to answer. */
export interface Dear {
  name: string;
  body: string;
  points: number;
  /** Whether an officer asks it: the public would be told less. */
  asOfficer?: boolean;
}

const schema = buildSchema(read('schema/api.graphql'));
const model = new CostModel(schema, parse(read('schema/supergraph.graphql')), MOST_FIELDS);

const RULES = [...specifiedRules, limitDepth, refuseMisleadingAliases];

/** What an operation costs; null where the gateway would refuse it for its size. */
function costOf(query: string, most: number, variables: Record<string, unknown> = {}): number | null {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const operation = getOperationAST(document);
    if (!operation || validate(schema, document, RULES).length > 0) return null;
    const { points, fields } = model.of(document, operation, variables);
    return points > most || fields > MOST_FIELDS ? null : Math.ceil(points);
  } catch {
    return null;
  }
}

/** The largest of its kind that is accepted. */
function largest(name: string, most: number, make: (size: number) => string, upTo: number): Dear[] {
  let [good, bad] = [0, upTo + 1];
  while (bad - good > 1) {
    const half = Math.floor((good + bad) / 2);
    if (costOf(make(half), most) === null) bad = half;
    else good = half;
  }
  const points = good > 0 ? costOf(make(good), most) : null;
  return points === null
    ? []
    : [{ name: `${name} × ${good}`, body: JSON.stringify({ query: make(good) }), points }];
}

const times = (size: number, make: (at: number) => string) =>
  Array.from({ length: size }, (_, at) => make(at)).join(' ');

/** The values of an object that can be asked without an argument. */
function valuesOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter(
      (field) => isLeafType(getNamedType(field.type)) && !field.args.some((each) => isNonNullType(each.type)),
    )
    .map(({ name }) => name);
}

function objectOf(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object`);
  return type;
}

const ENTERPRISE = valuesOf(objectOf('Enterprise')).join(' ');
/** What is sealed where it is stored, and opened for whoever may see it. */
const CONDITIONAL = ['contactPhone', 'legalRepresentative'];

/** Documents at the limit, of the kinds by which an answer can be made large. */
export function documentsAt(most: number): Dear[] {
  const page = (size: number, inner: string) => `enterprises(first: ${size}) { edges { node { ${inner} } } }`;
  const levels = (depth: number): string =>
    depth === 0 ? '' : `children { code name fullName ${levels(depth - 1)} }`;
  return [
    ...largest(
      'pages with all values',
      most,
      (n) => `{ ${times(n, (at) => `a${at}: ${page(100, ENTERPRISE)}`)} }`,
      100,
    ),
    ...largest(
      'a page with one long value under many names',
      most,
      (n) =>
        `{ ${page(
          100,
          times(n, (at) => `v${at}: address`),
        )} }`,
      1_900,
    ),
    ...largest(
      'wide fragments',
      most,
      (n) =>
        `{ ${page(
          100,
          times(n, (at) => `...F${at}`),
        )} } ${times(n, (at) => `fragment F${at} on Enterprise { w${at}: name x${at}: address y${at}: uscc }`)}`,
      500,
    ),
    ...largest('a deep tree', most, (n) => `{ regions { code ${levels(n)} } }`, 12),
    ...largest(
      'trees beside each other',
      most,
      (n) => `{ ${times(n, (at) => `r${at}: regions { code ${levels(1)} }`)} }`,
      500,
    ),
    ...largest(
      'lists in lists',
      most,
      (n) =>
        `{ matters { code name enterprises(first: ${n}) { edges { node { ${ENTERPRISE} region { fullName parent { fullName } } equipment(first: 5) { edges { node { code } } } } } } } }`,
      100,
    ),
    ...largest(
      'figures',
      most,
      (n) =>
        `{ ${times(n, (at) => `f${at}: matter(code: "URBAN_GAS") { overview(region: "430000") { equipmentCount openCases } }`)} }`,
      800,
    ),
    ...largest(
      'sealed values under many names',
      most,
      (n) =>
        `{ ${page(
          100,
          times(n, (at) => CONDITIONAL.map((name) => `${name}${at}: ${name}`).join(' ')),
        )} }`,
      900,
    ).map((each) => ({ ...each, asOfficer: true })),
    ...largest(
      'pages with sealed values',
      most,
      (n) => `{ ${times(n, (at) => `a${at}: ${page(100, CONDITIONAL.join(' '))}`)} }`,
      100,
    ).map((each) => ({ ...each, asOfficer: true })),
    ...largest(
      'what may not be seen under many names',
      most,
      (n) =>
        `{ ${page(
          100,
          times(n, (at) => `v${at}: contactPhone`),
        )} }`,
      1_900,
    ),
    ...rowsWithAll(most),
  ];
}

/** The largest page of each list that begins with no more than a size, with all values and lists of its rows. */
function rowsWithAll(most: number): Dear[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(
      ({ type, args }) => /Connection$/.test(String(type)) && !args.some((each) => isNonNullType(each.type)),
    )
    .flatMap(({ name, type }) => {
      const row = nodeOf(type);
      const whole = [
        ...valuesOf(row),
        ...Object.values(row.getFields())
          .filter(
            (each) =>
              /Connection$/.test(String(each.type)) && !each.args.some((arg) => isNonNullType(arg.type)),
          )
          .map(
            (each) =>
              `${each.name}(first: 3) { edges { node { ${valuesOf(nodeOf(each.type)).join(' ')} } } }`,
          ),
      ].join(' ');
      return largest(
        `${name} with all`,
        most,
        (n) => `{ ${name}(first: ${n}) { edges { node { ${whole} } } } }`,
        100,
      );
    })
    .map((each) => ({ ...each, asOfficer: true }));
}

function nodeOf(connection: GraphQLOutputType): GraphQLObjectType {
  const edges = (getNamedType(connection) as GraphQLObjectType).getFields().edges;
  const edge = getNamedType(edges?.type) as GraphQLObjectType;
  const node = getNamedType(edge.getFields().node?.type);
  if (!isObjectType(node)) throw new Error(`${String(connection)} has no rows`);
  return node;
}

/** The dearest of so many that are made at random. */
export function randomDear(
  most: number,
  seed: number,
  pool: Pool,
  { tries, taken }: { tries: number; taken: number },
): Dear[] {
  const maker = new OperationMaker(schema, randomOf(seed), pool);
  return Array.from({ length: tries }, (_, at) => ({ at, ...maker.make() }))
    .flatMap(({ at, query, variables }) => {
      const points = costOf(query, most, variables);
      return points === null
        ? []
        : [
            {
              name: `random ${seed}.${at}`,
              body: JSON.stringify({ query, variables }),
              points,
              asOfficer: true,
            },
          ];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, taken);
}

const LARGEST_BODY = 4 * 1024 * 1024;
/** As many values as a body may have, with some to spare. */
const MOST_VALUES = 199_000;

/** Bodies as large as they may be, of what no operation has declared: many values, and long texts. */
export function largeBodies(): Dear[] {
  const query = '{ viewer { subject } }';
  const bodyOf = (piece: string, times: number) =>
    `{"query":${JSON.stringify(query)},"variables":{"more":[${Array.from({ length: times }, () => piece).join()}]}}`;
  const long = `"${'字'.repeat(100)}"`;
  return [
    { name: 'many objects', body: bodyOf('{"a":{}}', MOST_VALUES / 3) },
    { name: 'many lists', body: bodyOf('[[]]', MOST_VALUES / 3) },
    { name: 'too many values', body: bodyOf('1', 2_000_000) },
    {
      name: 'long texts',
      body: bodyOf(long, Math.floor((LARGEST_BODY - 1_000) / (Buffer.byteLength(long) + 1))),
    },
  ].map((each) => ({ ...each, name: `a large body: ${each.name}`, points: 2, asOfficer: true }));
}
