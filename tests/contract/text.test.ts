import fc from 'fast-check';
import {
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { subgraphs } from '../../subgraphs';
import { CatalogueError, buildSubgraph, fieldsOf, openContext } from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { LEGAL, anyForbidden, codePointOf, word } from '../support/forbidden-text';
import { refusalFrom, refusalOf } from '../support/refusal';
import { TEST_SETTINGS } from '../support/settings';

/** One text among the arguments of a field, however deep, and what to send for it to stand there. */
interface Place {
  coordinate: string;
  path: string;
  field: GraphQLField<unknown, unknown>;
  args: (text: string) => Record<string, unknown>;
}

function placesIn(
  type: GraphQLInputType,
  path: string,
): { path: string; value: (text: string) => unknown }[] {
  if (isNonNullType(type)) return placesIn(type.ofType, path);
  if (isListType(type))
    return placesIn(type.ofType, path).map((each) => ({
      ...each,
      value: (text) => [each.value(text)],
    }));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
      placesIn(of, `${path}.${name}`).map((each) => ({
        ...each,
        value: (text) => ({ [name]: each.value(text) }),
      })),
    );
  return type === GraphQLString || type === GraphQLID ? [{ path, value: (text) => text }] : [];
}

const schemas = subgraphs.map((definition) => [definition, buildSubgraph(definition).schema] as const);
const READ_BY_KINDS = ['input', 'records'];
const places: Place[] = schemas.flatMap(([definition, schema]) =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter(({ name }) => !READ_BY_KINDS.includes(name))
        .flatMap(({ name, type: of }) =>
          placesIn(of, name).map(({ path, value }) => ({
            coordinate: `${definition.name}: ${type.name}.${field.name}(${path})`,
            path,
            field,
            args: (text: string) => ({ [name]: value(text) }),
          })),
        ),
    );
  }),
);

const inside = as.officer('MARKET_SUPERVISION', '430000', 'share:conditional');
const context = openContext(callOf(inside, '检查'), {} as never, TEST_SETTINGS, new Date());
const resolve = ({ field, args }: Place, text: string): unknown =>
  field.resolve?.({ regionCode: '430682' }, args(text), context, {} as never);

describe('text in an argument', () => {
  test('MUST be met all over the schemas', () => {
    expect(places.length).toBeGreaterThan(150);
    expect(places.map(({ coordinate }) => coordinate)).toEqual(
      expect.arrayContaining([
        'registry: Query.enterprises(filter.nameContains)',
        'enforcement: Query.case(number)',
        'training: Query.trainingCoverage(industries)',
        'equipment: Enterprise.equipment(after)',
        'registry: Mutation.submitEnterprises(source)',
      ]),
    );
  });

  test.each(places.map((place) => [place.coordinate, place] as const))(
    '%s MUST be refused with what nobody sees',
    (_, place) => {
      fc.assert(
        fc.property(word, anyForbidden, word, (before, character, after) => {
          const error = refusalOf(() => resolve(place, before + character + after));
          expect(error).toMatchObject({ code: 'TEXT_INVALID', details: { field: place.path } });
          expect(error.message).toContain(`character ${[...before].length + 1} is ${codePointOf(character)}`);
        }),
        { seed: 9, numRuns: 12 },
      );
    },
  );
});

describe('an argument that says nothing', () => {
  test.each(places.map((place) => [place.coordinate, place] as const))('%s MUST be refused', (_, place) => {
    // an empty cursor is refused as a cursor
    const empty = place.path === 'after' ? [] : [''];
    for (const nothing of [...empty, ' ', '\t', '\u00a0\u3000', '\u0301']) {
      const error = refusalOf(() => resolve(place, nothing));
      expect(error).toMatchObject({ code: 'TEXT_INVALID', details: { field: place.path } });
      expect(error.extensions.en).toContain('is empty');
    }
  });
});

/** What any router may send: a reference to each entity that a subgraph resolves, by each of its keys that is text. */
const references = schemas.flatMap(([definition, schema]) =>
  Object.keys(definition.references).flatMap((name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const { resolveReference } = (type?.extensions.apollo as Resolvable | undefined)?.subgraph ?? {};
    return fields
      .filter(({ type: of }) => placesIn(of as GraphQLInputType, '').length > 0)
      .map((field) => [`${definition.name}: ${name}.${field.name}`, resolveReference] as const);
  }),
);
interface Resolvable {
  subgraph: { resolveReference?: (reference: object, context: unknown) => Promise<unknown> };
}

describe('text in a reference to an entity', () => {
  test.each(references)('%s MUST be refused with what nobody sees', async (coordinate, resolveReference) => {
    const [name = '', key = ''] = coordinate.replace(/^.*: /, '').split('.');
    const refused = async (value: unknown) => {
      const work = resolveReference?.({ __typename: name, [key]: value }, context);
      return (await refusalFrom(Promise.resolve(work))).code;
    };
    await fc.assert(
      fc.asyncProperty(word, anyForbidden, word, async (before, character, after) => {
        const sent = before + character + after;
        for (const said of [sent, [sent], { [key]: sent }, ''])
          expect(await refused(said)).toBe('TEXT_INVALID');
      }),
      { seed: 9, numRuns: 6 },
    );
  });
});

/** What type-graphql has been told of by the nouns. */
const inputs = globalThis.TypeGraphQLMetadataStorage?.inputTypes ?? [];
const readers = inputs.flatMap(({ name, target }) =>
  [...fieldsOf(target as new () => object).values()].map(
    ({ name: field, reader }) => [`${name}.${field}`, field, reader] as const,
  ),
);

describe('text in a field of a record or of the input of a step', () => {
  const textsIn = (value: unknown): string[] => [value].flat(2).filter((each) => typeof each === 'string');

  test.each(readers)('%s MUST be refused with what nobody sees', (_, field, reader) => {
    fc.assert(
      fc.property(word, anyForbidden, word, (before, character, after) => {
        const sent = before + character + after;
        try {
          const taken = textsIn(reader.parse(reader.wire === 'list' ? [sent] : sent, field));
          // what may have several lines takes line breaks, each as a line feed; a tip takes tabs as spaces
          expect(character).toMatch(/[\t\r\n]/);
          expect(taken.join('').replaceAll('\n', '')).not.toContain(character);
        } catch (error) {
          expect(error).toBeInstanceOf(CatalogueError);
        }
      }),
      { seed: 9, numRuns: 12 },
    );
  });

  test('MUST be taken in NFC, where it is legal and its kind takes any text', () => {
    const taken = readers.filter(([, field, reader]) => {
      try {
        return Object.values(LEGAL).every((sent) => reader.parse(sent, field) === sent.normalize('NFC'));
      } catch (error) {
        if (error instanceof CatalogueError) return false;
        throw error;
      }
    });
    expect(readers.length).toBeGreaterThan(700);
    expect(taken.length).toBeGreaterThan(200);
  });
});
