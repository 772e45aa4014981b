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

/** What a description is left with when its author stopped at the term: "Its id.", "Of this kind.", "When it was issued." */
const EMPTY =
  /^(?:(?:When|Who|Whose|Why|Which|How many)\b.*|(?:What|Where|How)(?: \S+){0,3}\.|Its \S+\.|(?:Of|In|On|With|By) (?:this|these)\b.*|Narrows the lists?\b.*)$/;

const FEWEST_WORDS = 3;

/** A value of a vocabulary may be a bare name ("Boilers."); all else must be said in words enough for a sentence, and neither may be empty. */
function saysSomething(description: string | null | undefined, mayBeAName: boolean): boolean {
  const [, ...rest] = (description ?? '').split(/(?<=\.)\s+/);
  const english = rest
    .filter((sentence) => !/^(?:必填|A value of)/.test(sentence))
    .join(' ')
    .replace(/\s*必填 Required\.$/, '');
  const isLongEnough = mayBeAName || english.split(/\s+/).length >= FEWEST_WORDS;
  return english !== '' && isLongEnough && !EMPTY.test(english);
}

function everything(schema: GraphQLSchema): Described[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return types.flatMap((type): Described[] => {
    const own: Described[] = [[type.name, type.description]];
    if (isEnumType(type))
      return [
        ...own,
        ...type.getValues().map((each): Described => [`${type.name}.${each.name}`, each.description]),
      ];
    if (isInputObjectType(type))
      return [
        ...own,
        ...Object.values(type.getFields()).map((each): Described => [
          `${type.name}.${each.name}`,
          each.description,
        ]),
      ];
    if (!isObjectType(type) && !isInterfaceType(type)) return own;
    const members = Object.values(type.getFields()).flatMap((field): Described[] => [
      [`${type.name}.${field.name}`, field.description],
      ...field.args.map((argument): Described => [
        `${type.name}.${field.name}(${argument.name}:)`,
        argument.description,
      ]),
    ]);
    return [...own, ...members];
  });
}

describe('what clients read', () => {
  const schema = buildSchema(buildSchemas()['api.graphql'] ?? '');
  const described = everything(schema);

  test('every type, field, argument, value and input field MUST open with its official term, then an English sentence', () => {
    expect(described.length).toBeGreaterThan(200);
    expect(described.filter(([, description]) => !isBilingual(description))).toEqual([]);
  });

  test('every one MUST say what a client needs: no bare question, no "Its id.", nothing of fewer than three words but the name of a value', () => {
    const isValue = (coordinate: string): boolean =>
      isEnumType(schema.getType(coordinate.split('.')[0] ?? '')) && coordinate.includes('.');
    expect(
      described.filter(([coordinate, description]) => !saysSomething(description, isValue(coordinate))),
    ).toEqual([]);
  });

  test.each([
    ['编号. Its id.', false],
    ['发证日期. When it was issued.', false],
    ['种类. Of this kind.', false],
    ['记录. The item.', false],
    ['筛选. Narrows the list.', false],
    ['检查结果. What was found.', false],
    ['单位的统一社会信用代码. The enterprise. 必填 Required.', false],
    ['类别. Coal mines.', false],
    ['编号. The id of the qualification.', true],
    ['发证日期. The day on which it was issued. 必填 Required.', true],
  ])('%j says something: %s', (description, expected) => {
    expect(saysSomething(description, false)).toBe(expected);
  });

  test('a value MAY be a bare name, but not an empty phrase', () => {
    expect(saysSomething('锅炉. Boilers.', true)).toBe(true);
    expect(saysSomething('锅炉. Its kind.', true)).toBe(false);
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
