import { Kind, parse, type DocumentNode, type GraphQLObjectType } from 'graphql';
import type { Subgraph } from '../../../subgraphs/kernel';
import { callOf } from '../../support/callers';
import { read } from '../../support/sources';
import { CANARY, isForSomeRows } from './levels';
import { Matrix, type Answered } from './matrix';
import { Paths, documentsOf, rootDoors, type Arguments, type Document, type Door } from './paths';
import type { SharingRules } from '../../../subgraphs/kernel';

type Row = Record<string, unknown>;
const MOST_ROWS = 8;

/** The same questions put to a subgraph itself, as another gateway could: by `_entities` and by its own root fields. */
export function directMatrix(
  subgraph: Subgraph,
  rules: SharingRules,
  argumentsOf: Arguments,
  rows: Map<string, Row[]>,
): Matrix {
  const { schema, definition } = subgraph;
  const foreign = externalIn(parse(read(`schema/${definition.name}.graphql`)));
  const types = Object.keys(definition.references);
  const representations = Object.fromEntries(
    types.map((type) => [type, representationsOf(type, rows.get(type) ?? [], foreign)]),
  );
  const doors = [
    ...types.map((type) => entityDoor(schema.getType(type) as GraphQLObjectType)),
    ...rootDoors(schema.getQueryType(), argumentsOf),
  ];
  const head = `query (${types.map((type) => `$${type}: [_Any!]!`).join(' ')})`;
  const trees = new Paths(
    schema,
    doors,
    argumentsOf,
    (coordinate) => foreign.has(coordinate),
    (coordinate) => isForSomeRows(rules, coordinate),
  ).trees(doors);
  const parsed = new Map<Document, DocumentNode>();
  return new Matrix(rules, documentsOf(trees, head, 15_000), async (document, { caller, purpose }) => {
    const node = parsed.get(document) ?? parse(document.text);
    parsed.set(document, node);
    const result = await subgraph.execute(
      { document: node, variables: representations },
      subgraph.open(callOf(caller, purpose)),
    );
    return JSON.parse(JSON.stringify(result)) as Answered;
  });
}

function entityDoor(type: GraphQLObjectType): Door {
  const asked = `_entities(representations: $${type.name})`;
  return {
    type,
    open: (picks) => ({
      alias: '_entities',
      asked,
      coordinate: null,
      of: type.name,
      inFragment: true,
      picks,
    }),
  };
}

/** As a gateway would send them: what is known of a row and all that the subgraph needs from others; those with canaries first. */
function representationsOf(type: string, rows: readonly Row[], foreign: ReadonlySet<string>): Row[] {
  const needed = [...foreign].flatMap((coordinate) =>
    coordinate.startsWith(`${type}.`) ? coordinate.slice(type.length + 1) : [],
  );
  const once = new Map<string, Row>();
  for (const row of rows) {
    const known = Object.fromEntries(
      Object.entries(row).filter(
        ([name, value]) => isFlat(value) || (needed.includes(name) && isWhole(value)),
      ),
    );
    const key = ['uscc', 'id', 'serial', 'code', 'number', 'documentNumber', 'matterCode', 'regionCode']
      .map((name) => row[name] ?? '')
      .join(' ');
    if (key.trim() === '') continue; // it was only walked through
    once.set(key, { ...once.get(key), ...known, __typename: type });
  }
  const isGuarded = (row: Row) => Number(new RegExp(CANARY.source).test(JSON.stringify(row)));
  return [...once.values()]
    .filter((row) => Object.keys(row).length > 1 && needed.every((name) => name in row))
    .sort((a, b) => isGuarded(b) - isGuarded(a))
    .slice(0, MOST_ROWS);
}

function isFlat(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Array.isArray(value) && value.every(isFlat));
}

/** Not only known to be there. */
function isWhole(value: unknown): boolean {
  return Object.keys(value as Row).some((name) => name !== '__typename');
}

function externalIn(document: DocumentNode): Set<string> {
  const found = new Set<string>();
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of type.fields ?? []) {
      if (directives.some((directive) => directive.name.value === 'external'))
        found.add(`${type.name.value}.${name.value}`);
    }
  }
  return found;
}
