import fc from 'fast-check';
import { parseValue } from 'graphql';
import {
  DateOnly,
  DateTime,
  RegionCode,
  Uscc,
  Yuan,
  isDate,
  isDateTime,
  isYuan,
} from '../../subgraphs/kernel';
import { refusalOf } from '../support/refusal';

describe('dates', () => {
  test.each(['2024-02-29', '2000-02-29', '2023-02-28', '2024-12-31', '0001-01-01', '9999-12-31'])(
    '%s MUST be taken',
    (text) => {
      expect(isDate(text)).toBe(true);
    },
  );

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '20240101',
    '2024/01/01',
    '2024-01-01T00:00:00Z',
    '+002024-01-01',
    '-0001-01-01',
    '2024-01-01\n',
    ' 2024-01-01',
    '二〇二四-01-01',
    '',
  ])('%j MUST be refused: it is no date that exists', (text) => {
    expect(isDate(text)).toBe(false);
  });

  test('there MUST be no year 0: PostgreSQL has none, and a whole batch would fail for it', () => {
    expect(isDate('0000-06-01')).toBe(false);
  });

  test('every day of the calendar MUST be taken, and the day after the last of its month refused', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        expect(isDate(date.toISOString().slice(0, 10))).toBe(true);
        const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString();
        expect(isDate(last.slice(0, 8) + String(Number(last.slice(8, 10)) + 1).padStart(2, '0'))).toBe(false);
      }),
    );
  });
});

describe('times', () => {
  test.each(['2024-02-29T23:59:59Z', '2024-01-01T00:00:00+08:00', '2024-01-01T00:00:00.123456Z'])(
    '%s MUST be taken',
    (text) => {
      expect(isDateTime(text)).toBe(true);
    },
  );

  test.each([
    ['without a zone', '2024-01-01T00:00:00'],
    ['on a day that does not exist', '2024-02-30T00:00:00Z'],
    ['of 25 hours', '2024-01-01T25:00:00Z'],
    ['of 60 minutes', '2024-01-01T00:60:00Z'],
    ['with a blank', '2024-01-01 00:00:00Z'],
    ['in a zone that does not exist', '2024-01-01T00:00:00+99:00'],
  ])('a time %s MUST be refused', (_, text) => {
    expect(isDateTime(text)).toBe(false);
  });
});

describe('amounts', () => {
  test.each(['0', '0.5', '12.30', '9999999999999.99'])('%s MUST be taken', (text) =>
    expect(isYuan(text)).toBe(true),
  );
  test.each([
    '-1',
    '+1',
    '1.234',
    '1,000',
    '1e3',
    '.5',
    '5.',
    '',
    ' 1',
    '１',
    'NaN',
    'Infinity',
    '12345678901234',
  ])('%j MUST be refused', (text) => expect(isYuan(text)).toBe(false));

  test('every amount of two decimals MUST be taken as it is written', () => {
    const amount = fc.tuple(fc.bigInt({ min: 0n, max: 9_999_999_999_999n }), fc.stringMatching(/^\d{2}$/));
    fc.assert(
      fc.property(amount, ([yuan, cents]) => Yuan.parseValue(`${yuan}.${cents}`) === `${yuan}.${cents}`),
    );
  });
});

describe.each([
  [Uscc, 'USCC_INVALID', '91430111743169333P', '91430111743169333Q'],
  [RegionCode, 'REGION_CODE_INVALID', '430682', '4306'],
  [Yuan, 'YUAN_INVALID', '12.50', '12.505'],
  [DateOnly, 'DATE_INVALID', '2024-02-29', '2023-02-29'],
  [DateTime, 'DATETIME_INVALID', '2024-02-29T00:00:00Z', '2024-02-29'],
])('the scalar %s', (scalar, code, good, bad) => {
  test('it MUST take a good value, as a variable and in the text of a query', () => {
    expect(scalar.parseValue(good)).toBe(good);
    expect(scalar.parseLiteral(parseValue(JSON.stringify(good)))).toBe(good);
  });

  test('it MUST refuse a bad one by its own code, with what was sent', () => {
    for (const refuse of [
      () => scalar.parseValue(bad),
      () => scalar.parseLiteral(parseValue(JSON.stringify(bad))),
    ]) {
      const error = refusalOf(refuse);
      expect(error.extensions).toMatchObject({ code, got: bad, field: scalar.name });
      expect(error.message).toContain(bad);
    }
  });

  test.each([[12.5], [true], [null], [undefined], [{}], [['430682']], [new Date(0)]])(
    'it MUST refuse %p, which is no text',
    (value) => {
      expect(refusalOf(() => scalar.parseValue(value)).code).toBe(code);
    },
  );

  test.each(['true', 'null', '{}', '["430682"]', 'ENUM_VALUE'])(
    'it MUST refuse %s in the text of a query',
    (literal) => {
      expect(refusalOf(() => scalar.parseLiteral(parseValue(literal))).code).toBe(code);
    },
  );

  test('it MUST serve what is stored as it is, since a flagged record must be readable', () => {
    expect(scalar.serialize(bad)).toBe(bad);
  });
});
