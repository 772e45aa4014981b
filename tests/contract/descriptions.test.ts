import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemas } from '../../schema/build';

type Described = readonly [coordinate: string, description: string | null | undefined];

/** The official term first, then an English sentence: "统一社会信用代码 (GB 32100-2015). Its code." */
function isBilingual(description: string | null | undefined): boolean {
  const [term = '', ...rest] = (description ?? '').split(/(?<=\.)\s+/);
  return /^\p{Script=Han}/u.test(term) && /^[A-Za-z]/.test(rest.join(' '));
}

function everything(schema: GraphQLSchema): Described[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  return types.flatMap((type): Described[] => {
    const own: Described[] = [[type.name, type.description]];
    if (isEnumType(type)) return [...own, ...type.getValues().map((each): Described => [`${type.name}.${each.name}`, each.description])];
    if (isInputObjectType(type))
      return [...own, ...Object.values(type.getFields()).map((each): Described => [`${type.name}.${each.name}`, each.description])];
    if (!isObjectType(type) && !isInterfaceType(type)) return own;
    const members = Object.values(type.getFields()).flatMap((field): Described[] => [
      [`${type.name}.${field.name}`, field.description],
      ...field.args.map((argument): Described => [`${type.name}.${field.name}(${argument.name}:)`, argument.description]),
    ]);
    return [...own, ...members];
  });
}

describe('what clients read', () => {
  const described = everything(buildSchema(buildSchemas()['api.graphql'] ?? ''));

  test('every type, field, argument, value and input field MUST open with its official term, then an English sentence', () => {
    expect(described.length).toBeGreaterThan(200);
    expect(described.filter(([, description]) => !isBilingual(description))).toEqual([]);
  });

  test.each([
    ['名称. Its name.', true],
    ['统一社会信用代码 (GB 32100-2015). A code: 18 characters.', true],
    ['Its name. 名称.', false],
    ['名称', false],
    ['名称. 其名称.', false],
    ['', false],
    [null, false],
  ])('%j is bilingual: %s', (description, expected) => {
    expect(isBilingual(description)).toBe(expected);
  });
});
