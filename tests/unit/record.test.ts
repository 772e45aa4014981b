/** @jest-environment-options {"modules":"own"} */
import fc from 'fast-check';
import { printSchema } from 'graphql';
import { Arg, Query, Resolver, buildSchemaSync } from 'type-graphql';
import {
  EnterpriseRole,
  Fact,
  Id,
  Noun,
  Submitted,
  SubmittedInput,
  asked,
  date,
  fieldsOf,
  inputOf,
  inputType,
  listOf,
  oneOf,
  readRecord,
  regionCode,
  text,
  whole,
  yuan,
  type CatalogueError,
  type Reader,
} from '../../subgraphs/kernel';
import { refusalOf } from '../support/refusal';

@Noun('记录. A record of the test.')
class Sample extends Submitted {
  @Id('PUBLIC', '编号. Its id.') id: string;
  @Fact('PUBLIC', text(10), '名称. Its name.') name: string;
  @Fact('PUBLIC', date, '日期. Its day.', { optional: true }) on: string | null;
  @Fact('PUBLIC', oneOf(EnterpriseRole), '角色. Its role.') role: EnterpriseRole;
}
const Input = inputOf(Sample, '记录报送. A record as it is sent.', ['name', 'on', 'role'], {
  defaults: { role: 'LABORATORY' },
});

const read = (record: unknown) => readRecord(Input, record);
const refusal = (record: unknown): CatalogueError => refusalOf(() => read(record));

describe('a record', () => {
  test('it MUST have the fields of its parent class first, and its own', () => {
    expect([...fieldsOf(Input).keys()]).toEqual(['sourceId', 'revision', 'name', 'on', 'role']);
    expect([...fieldsOf(SubmittedInput).keys()]).toEqual(['sourceId', 'revision']);
  });

  test('what is left out MUST be its default, or null', () => {
    expect(read({ sourceId: '1', name: '甲' })).toEqual({
      sourceId: '1',
      revision: 1,
      name: '甲',
      on: null,
      role: 'LABORATORY',
    });
  });

  test.each([
    [{ name: '甲' }],
    [{ name: '甲', sourceId: null }],
    [{ name: '甲', sourceId: '' }],
    [null],
    [undefined],
    [7],
  ])('%j MUST be refused for the first required field that it lacks', (record) => {
    expect(refusal(record).extensions).toMatchObject({ code: 'FIELD_MISSING', field: 'sourceId' });
  });

  test.each(['nmae', '__proto__x', 'constructor', 'toString', ' name'])(
    'an unknown field %j MUST be refused, not dropped',
    (field) => {
      const error = refusal({ sourceId: '1', name: '甲', [field]: 'x' });
      expect(error.extensions).toMatchObject({ code: 'FIELD_UNKNOWN', field });
      expect(error.message).toContain('sourceId, revision, name, on, role');
    },
  );

  test('the field at fault and the value sent MUST be named', () => {
    const error = refusal({ sourceId: '1', name: '甲', on: '2023-02-29' });
    expect(error.extensions).toMatchObject({ code: 'DATE_INVALID', field: 'on', got: '2023-02-29' });
    expect(error.message).toContain('2023-02-29');
  });

  test('any value at all MUST be read or refused by the catalogue', () => {
    const value = fc.anything({ withBigInt: false, withNullPrototype: false });
    fc.assert(
      fc.property(value, value, (name, on) => {
        try {
          const { name: taken } = read({ sourceId: '1', name, on });
          return typeof taken === 'string' && taken.length <= 10;
        } catch (error) {
          return (error as CatalogueError).name === 'CatalogueError';
        }
      }),
    );
  });
});

function taken<Value>(reader: Reader<Value>, value: unknown): Value {
  return reader.parse(value, 'field');
}
function refused(reader: Reader<unknown>, value: unknown): string {
  return refusalOf(() => reader.parse(value, 'field')).code;
}

describe('text', () => {
  test('it MUST be trimmed; a number of a file’s cell is text as well', () => {
    expect(taken(text(5), '  甲 乙 ')).toBe('甲 乙');
    expect(taken(text(5), 123)).toBe('123');
  });

  test('its limit MUST be counted after trimming, and hold exactly', () => {
    expect(taken(text(3), ' abc ')).toBe('abc');
    expect(refused(text(3), 'abcd')).toBe('TEXT_INVALID');
  });

  test.each(['   ', 'a\u0000b', 'a\nb', 'a\tb', 'a\u007fb'])('%j MUST be refused', (value) => {
    expect(refused(text(10), value)).toBe('TEXT_INVALID');
  });

  test.each(['\ud800', 'a\udc00b', '\udc00\ud800'])(
    'half a character %j MUST be refused: PostgreSQL would refuse the whole batch',
    (value) => {
      expect(refused(text(10), value)).toBe('TEXT_INVALID');
    },
  );

  test.each([[true], [{}], [['a']], [null]])('%j MUST be refused, it is no text', (value) => {
    expect(refused(text(10), value)).toBe('TEXT_INVALID');
  });
});

describe('whole numbers', () => {
  test('they MUST be read from numbers and from digits', () => {
    expect(taken(whole(1, 100), 7)).toBe(7);
    expect(taken(whole(1, 100), ' 07 ')).toBe(7);
  });

  test('the limits MUST hold exactly', () => {
    expect([taken(whole(1, 100), 1), taken(whole(1, 100), '100')]).toEqual([1, 100]);
    expect([refused(whole(1, 100), 0), refused(whole(1, 100), '101')]).toEqual([
      'NUMBER_INVALID',
      'NUMBER_INVALID',
    ]);
  });

  test.each([
    [1.5],
    ['1.5'],
    ['-1'],
    ['1e2'],
    ['0x10'],
    [NaN],
    [Infinity],
    ['9'.repeat(400)],
    ['７'],
    [true],
    [null],
    [[7]],
  ])('%j MUST be refused', (value) => {
    expect(refused(whole(0, 1000), value)).toBe('NUMBER_INVALID');
  });
});

describe('vocabulary, lists and codes', () => {
  test('a value MUST be one of those declared, in its own letters', () => {
    expect(taken(oneOf(EnterpriseRole), ' LABORATORY ')).toBe('LABORATORY');
    for (const wrong of ['laboratory', 'toString', '__proto__', 0, null]) {
      expect(refused(oneOf(EnterpriseRole), wrong)).toBe('ENUM_VALUE_UNKNOWN');
    }
    expect(refusalOf(() => taken(oneOf(EnterpriseRole), 'X')).message).toContain('EQUIPMENT_USER');
  });

  test('a list MUST be read item by item, and a single value as a list of one', () => {
    const roles = listOf(oneOf(EnterpriseRole));
    const both = ['LABORATORY', 'TRAINING_BODY'];
    expect(taken(roles, both)).toEqual(both);
    expect(taken(roles, 'LABORATORY')).toEqual(['LABORATORY']);
    expect(refused(roles, 'LABORATORY;TRAINING_BODY')).toBe('ENUM_VALUE_UNKNOWN');
    expect(refused(roles, ['LABORATORY', 'X'])).toBe('ENUM_VALUE_UNKNOWN');
  });

  test.each([
    [date, 20240101, 'DATE_INVALID'],
    [date, '2024-02-30', 'DATE_INVALID'],
    [regionCode, 4306, 'REGION_CODE_INVALID'],
    [yuan, -5, 'YUAN_INVALID'],
    [yuan, 0.1 + 0.2, 'YUAN_INVALID'],
  ])('a bad value MUST be refused by its own code (%#)', (reader, value, code) => {
    expect(refused(reader, value)).toBe(code);
  });

  test('codes and amounts that a file gives as numbers MUST be taken', () => {
    expect(taken(regionCode, 430682)).toBe('430682');
    expect(taken(yuan, 12.5)).toBe('12.5');
    expect(taken(date, ' 2024-02-29 ')).toBe('2024-02-29');
  });
});

describe('what a step is told', () => {
  const ReasonInput = inputType('ReasonInput', '理由. Why, and when.', {
    reason: asked(text(5), '理由. Why.'),
    on: asked(date, '日期. When.', { optional: true }),
  });
  @Resolver()
  class Reasons {
    @Query(() => String)
    ask(@Arg('input', () => ReasonInput) input: object) {
      return readRecord(ReasonInput, input).reason;
    }
  }

  test('it MUST have types of its own on the wire, and be read by the same readers', () => {
    const sdl = printSchema(buildSchemaSync({ resolvers: [Reasons], validate: false }));
    expect(sdl).toContain('reason: String!');
    expect(sdl).toContain('on: Date\n');
    expect(readRecord(ReasonInput, { reason: ' 因为 ' })).toEqual({ reason: '因为', on: null });
    expect(() => readRecord(ReasonInput, { reason: '很长很长的理由' })).toThrow(
      'reason must be text as people see it, but has 7 characters, 5 at most',
    );
  });
});
