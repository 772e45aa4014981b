import {
  Kind,
  buildSchema,
  getNamedType,
  isObjectType,
  parse,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { buildSchemas } from '../../schema/build';
import { subgraphs } from '../../subgraphs';
import {
  isGuarded,
  readSharingRules,
  type SharingLevel,
  type SubgraphDefinition,
} from '../../subgraphs/kernel';
import { typeNameOf } from '../support/type-name';
import { selectedBy } from './field-set';

const made = buildSchemas();
const supergraph = readSharingRules(parse(made['supergraph.graphql'] ?? ''));
const api = buildSchema(made['api.graphql'] ?? '');
const FEDERATION = new Set(['Query._entities', 'Query._service', '_Service.sdl']);
/** From the most public level to the least. */
const LEVELS: readonly SharingLevel[] = ['PUBLIC', 'UNCONDITIONAL', 'CONDITIONAL', 'RESTRICTED'];

interface Field {
  coordinate: string;
  type: string;
  node: FieldDefinitionNode;
}

function fieldsOf(document: DocumentNode): Field[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
      return [];
    const type = definition.name.value;
    return (definition.fields ?? []).map((node) => ({
      coordinate: `${type}.${node.name.value}`,
      type,
      node,
    }));
  });
}

function directiveText(node: { directives?: FieldDefinitionNode['directives'] }, name: string): string[] {
  const found = (node.directives ?? []).filter((directive) => directive.name.value === name);
  return found.flatMap(({ arguments: given }) =>
    (given ?? []).flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : [])),
  );
}

/** The types that a member of the public can come to: whatever else is hidden behind a field that they are denied. */
function openTypes(): Set<string> {
  const found = new Set<string>();
  const enter = (name: string): void => {
    const type = api.getType(name);
    if (!isObjectType(type) || found.has(name)) return;
    found.add(name);
    for (const field of Object.values(type.getFields())) {
      if (levelOf(`${name}.${field.name}`) === 0) enter(getNamedType(field.type).name);
    }
  };
  for (const root of ['Query', 'Mutation']) enter(root);
  return found;
}

const levelOf = (coordinate: string) => LEVELS.indexOf(supergraph.get(coordinate)?.level ?? 'RESTRICTED');
const guarded = [...supergraph].filter(([, rule]) => isGuarded(rule)).map(([coordinate]) => coordinate);

/** Whether a row of this type carries its region: a column of the table that the class is, or a field that is served. */
function hasRegion({ entities }: SubgraphDefinition, fields: readonly Field[], type: string): boolean {
  const chain: unknown[] = [];
  for (
    let at: unknown = entities.find((entity) => typeNameOf(entity) === type);
    typeof at === 'function';
    at = Object.getPrototypeOf(at)
  )
    chain.push(at);
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => chain.includes(target));
  return (
    columns.some(({ propertyName }) => propertyName === 'regionCode') ||
    fields.some(({ coordinate }) => coordinate === `${type}.regionCode`)
  );
}

describe.each(subgraphs.map((definition) => [definition.name, definition] as const))(
  '%s',
  (name, definition) => {
    const document = parse(made[`${name}.graphql`] ?? '');
    const fields = fieldsOf(document);
    const rules = readSharingRules(document);

    test('every field of every type MUST say who may see it', () => {
      const forgotten = fields
        .map(({ coordinate }) => coordinate)
        .filter((each) => !rules.has(each) && !FEDERATION.has(each));
      expect(forgotten).toEqual([]);
    });

    test('its levels and owners MUST stand in the supergraph as they are: without @composeDirective they would be gone', () => {
      expect(rules.size).toBeGreaterThan(0);
      expect(new Map([...rules].map(([coordinate]) => [coordinate, supergraph.get(coordinate)]))).toEqual(
        rules,
      );
    });

    test('a RESTRICTED field MUST name its owner, the only one who may see it', () => {
      expect([...rules].filter(([, { level, owner }]) => level === 'RESTRICTED' && owner === null)).toEqual(
        [],
      );
    });

    test('what @requires reads MUST be as public as the field that needs it, and MUST take no arguments', () => {
      const needs = fields.flatMap(({ coordinate, type, node }) =>
        directiveText(node, 'requires').flatMap((set) =>
          selectedBy(api, type, set).map((read) => ({ coordinate, ...read })),
        ),
      );
      expect(needs.filter(({ coordinate, read }) => levelOf(read) > levelOf(coordinate))).toEqual([]);
      expect(needs.filter(({ withArguments }) => withArguments)).toEqual([]);
    });

    test('a key MUST be public where its type can be come to by anyone, or references could not be followed', () => {
      const open = openTypes();
      const keys = document.definitions.flatMap((node) =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION && open.has(node.name.value)
          ? directiveText(node, 'key').flatMap((set) =>
              selectedBy(api, node.name.value, set).map(({ read }) => read),
            )
          : [],
      );
      expect(keys.filter((read) => levelOf(read) > 0)).toEqual([]);
    });

    test('a type that bears guarded fields MUST carry the region of its row, or nobody sees them', () => {
      const types = new Set(
        fields
          .filter(({ coordinate, node }) => guarded.includes(coordinate) && isOwn(node))
          .map(({ type }) => type),
      );
      expect([...types].filter((type) => !hasRegion(definition, fields, type))).toEqual([]);
    });
  },
);

/** Not @external: served by this very subgraph. */
function isOwn({ directives = [] }: FieldDefinitionNode): boolean {
  return !directives.some(({ name }) => name.value === 'external');
}

describe('the supergraph', () => {
  test('a guarded field MUST be nullable: it is null in rows outside the caller’s region', () => {
    expect(guarded.length).toBeGreaterThan(0);
    expect(guarded.filter((coordinate) => typeOf(coordinate).endsWith('!'))).toEqual([]);
  });

  test('a field that the guard answers with null for the public MUST be nullable', () => {
    const open = openTypes();
    const denied = [...supergraph.keys()].filter(
      (coordinate) => levelOf(coordinate) > 0 && open.has(coordinate.split('.')[0] ?? ''),
    );
    expect(denied.length).toBeGreaterThan(0);
    expect(denied.filter((coordinate) => typeOf(coordinate).endsWith('!'))).toEqual([]);
  });

  test('every root field MUST be nullable: one department that is down costs its own part of the answer', () => {
    const roots = [api.getQueryType(), api.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}),
    );
    expect(roots.filter(({ type }) => String(type).endsWith('!')).map(({ name }) => name)).toEqual([]);
  });

  test('a mutation MUST be for agencies: no write is PUBLIC but a tip, which anyone may give', () => {
    const mutations = Object.keys(api.getMutationType()?.getFields() ?? {}).map((name) => `Mutation.${name}`);
    expect(mutations.filter((coordinate) => levelOf(coordinate) === 0)).toEqual(['Mutation.submitTip']);
  });

  test('there MUST be no interface: the guard judges fields by the object type that holds them', () => {
    expect(made['supergraph.graphql']).not.toMatch(/^interface /m);
  });

  test.each(stubs())('%s in %s MUST be nullable: its value comes from another subgraph', (coordinate) => {
    expect(typeOf(coordinate)).not.toMatch(/!/);
  });
});

function typeOf(coordinate: string): string {
  const [type = '', field = ''] = coordinate.split('.');
  const parent = api.getType(type);
  return isObjectType(parent) ? String(parent.getFields()[field]?.type) : '';
}

/** Fields that lead to an entity which the subgraph knows by its key only. */
function stubs(): [coordinate: string, subgraph: string][] {
  return subgraphs.flatMap(({ name, references, entities }) => {
    const foreign = Object.keys(references).filter(
      (type) => !entities.some((entity) => typeNameOf(entity) === type) && isKnownElsewhere(name, type),
    );
    return fieldsOf(parse(made[`${name}.graphql`] ?? ''))
      .filter(
        ({ coordinate, node }) => isOwn(node) && foreign.includes(typeOf(coordinate).replace(/[![\]]/g, '')),
      )
      .map(({ coordinate }): [string, string] => [coordinate, name]);
  });
}

function isKnownElsewhere(subgraph: string, type: string): boolean {
  return subgraphs.some(
    ({ name, entities }) => name !== subgraph && entities.some((entity) => typeNameOf(entity) === type),
  );
}
