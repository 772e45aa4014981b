import fc from 'fast-check';
import { BadCell } from '../../../subgraphs/import/columns';
import { CellReader, type CellContent } from '../../../subgraphs/import/xlsx/cells';
import { GENERAL, numberFormat } from '../../../subgraphs/import/xlsx/formats';
import { SharedTexts, unescaped } from '../../../subgraphs/import/xlsx/texts';

const texts = new SharedTexts();
texts.add('共享');

function read(content: Partial<CellContent>, code: string | number = 'General', is1904 = false) {
  const format =
    typeof code === 'number' ? numberFormat(code, new Map()) : numberFormat(200, new Map([[200, code]]));
  const reader = new CellReader({ texts, formats: [format], is1904, resultsOutdated: false });
  const cell = reader.read({ type: 'n', style: 0, formula: false, value: null, ...content });
  return cell instanceof BadCell ? cell.error({ field: 'f', got: cell.got }).code : cell;
}
const shown = (value: number | string, code: string | number) => read({ value: String(value) }, code);

describe('a number', () => {
  test('with zeros in front, by its format, MUST be taken as it is shown, wherever the format puts dashes', () => {
    const digits = fc.stringMatching(/^0\d{1,13}$/);
    fc.assert(
      fc.property(digits, fc.nat(13), fc.constantFrom('', '-', '\\-', ' ', '"-"'), (code, at, dash) => {
        const format = `${'0'.repeat(code.length).slice(0, at)}${dash}${'0'.repeat(code.length).slice(at)}`;
        const between = dash.replace(/["\\]/g, '');
        expect(shown(Number(code), format)).toBe(`${code.slice(0, at)}${between}${code.slice(at)}`.trim());
      }),
    );
  });

  test.each([
    [61, '000', '061'],
    [610, '0000', '0610'],
    [7301234567, '00000000000', '07301234567'],
    [7301234567, '0000-0000000', '0730-1234567'],
    [1234567, '"0730-"0', '0730-1234567'],
    [7, '"2024-"000', '2024-007'],
    [7, '\\H\\N000', 'HN007'],
    [0, '000', '000'],
    [5, '000;-000;;@', '005'],
    [5, '0.00"万元"', '5.00万元'],
    [12, '0"人"', '12人'],
    [5, '[$$-409]#,##0.00', '$5.00'],
    [1, '"是";"是";"否"', '是'],
    [0.156, '0%', '15.6%'],
    [1.5, '[h]:mm', '36:00'],
  ])('%s shown by %s MUST be %s: the format says more than the number', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  test.each([
    [5, '0'],
    [3.7, '0'],
    [3.7, '000'],
    [0, '000;-000;;@'],
    [0, '#'],
    [1234.5, '#,##0.00'],
    [1234.5, '¥#,##0.00'],
    [1234.5, '[$¥-804]#,##0.00'],
    [-1234.5, '#,##0.00_);[Red](#,##0.00)'],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
    [123456, '0.00E+00'],
    [0.5, '# ?/?'],
    [12345, '#,##0,'],
    [12345, ';;;'],
    [12345, 'G/通用格式'],
    [430682, '[DBNum2][$-804]General'],
  ])(
    '%s shown by %s MUST be the number that was typed: separators and rounding say nothing',
    (value, code) => {
      expect(shown(value, code)).toBe(String(value));
    },
  );

  test('of up to 15 digits MUST be read as it was typed, one of more be refused', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 1, max: 999_999 }), (whole, decimals) => {
        const typed = `${whole}.${String(decimals).padStart(6, '0')}`.replace(/0+$/, '');
        // as a program writes the double with 17 digits
        expect(shown(Number(typed).toPrecision(17), 0)).toBe(typed);
      }),
    );
    expect(shown('999999999999999', 0)).toBe('999999999999999');
    expect(shown('91430682000000001', 0)).toBe('DIGITS_LOST');
  });

  test.each(['0x10', 'Infinity', 'NaN', ' 1', '1,5', '甲'])('that is none, %j, MUST be refused', (value) => {
    expect(shown(value, 0)).toBe('CELL_UNREADABLE');
  });

  test.each(['No.000', 23, 99])('whose format, %s, nobody can tell MUST be refused', (code) => {
    expect(shown(5, code)).toBe('CELL_UNREADABLE');
  });
});

describe('a date', () => {
  const DAY = 86_400_000;
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const FORMATS = [
    ...[14, 15, 16, 22, 30, 31, 58],
    ...[
      'yyyy"年"m"月"d"日"',
      '[$-804]yyyy"年"m"月"d"日";@',
      'yyyy年mm月dd日',
      '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
    ],
    ...['yyyymmdd', 'yyyy/m/d h:mm', '[$-F800]dddd, mmmm dd, yyyy', 'aaaa', 'e/m/d', 'yyyy\\-mm\\-dd;@'],
  ];

  test('MUST be the day of its number, by the calendar of the workbook and whatever format shows a day', () => {
    const day = fc.integer({ min: 61, max: 2_957_000 });
    fc.assert(
      fc.property(day, fc.constantFrom(...FORMATS), (serial, code) => {
        // 61 is 1 March 1900; in the other calendar 0 is 1 January 1904
        expect(shown(serial, code)).toBe(dayOf(Date.UTC(1900, 2, 1) + (serial - 61) * DAY));
        expect(read({ value: String(serial - 61) }, code, true)).toBe(
          dayOf(Date.UTC(1904, 0, 1) + (serial - 61) * DAY),
        );
      }),
    );
  });

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [0, '1900-01-00'],
    [-1, 'CELL_UNREADABLE'],
    [2_958_465, '9999-12-31'],
    [2_958_466, 'CELL_UNREADABLE'],
  ])('%s MUST be %s: days that never were are told as they are shown, and no date is one', (serial, text) => {
    expect(shown(serial, 14)).toBe(text);
  });

  test.each([
    [27, '2024-03'],
    [36, '2024-03'],
    [57, '2024-03'],
    ['yyyy"年"m"月"', '2024-03'],
    ['mmm-yy', '2024-03'],
    ['yyyy', '2024'],
  ])('by format %s MUST be %s: the day that a program puts to a month is nobody’s', (code, text) => {
    expect(shown(45_352, code)).toBe(text);
  });

  test.each([
    [45_352.4375, 'yyyy/m/d', '2024-03-01'],
    // as SheetJS writes a day in Asia/Shanghai, whose clock was set by 43 seconds in 1901
    [45_352.000497685185, 14, '2024-03-01'],
    [45_352.4375, 22, '2024-03-01T10:30:00+08:00'],
    [45_352.430555555556, 22, '2024-03-01T10:20:00+08:00'],
    [45_352.500005787, 'yyyy-mm-dd hh:mm:ss.000', '2024-03-01T12:00:00.500+08:00'],
    [45_352, 'yyyy/m/d h:mm', '2024-03-01'],
    [0.4375, 20, '10:30:00'],
    [0.4375, '上午/下午h"时"mm"分"', '10:30:00'],
    [45_352.4375, 'h:mm', '2024-03-01T10:30:00+08:00'],
    [0.4375, '[h]:mm', '10:30'],
  ])('%s by %s MUST have its time if a time is shown: %s', (serial, code, text) => {
    expect(shown(serial, code)).toBe(text);
  });

  test.each<[string, string, number?]>([
    ['2024-03-01', '2024-03-01'],
    ['2024-03-01T00:00:00', '2024-03-01'],
    ['2024-03-01T00:00:00.000Z', '2024-03-01'],
    ['2024-03-01T10:30:00Z', '2024-03-01T10:30:00+08:00', 22],
    ['2024-03-01T10:30:00Z', '2024-03-01', 14],
    ['10:30:00', '10:30:00'],
    ['1899-01-01', '1899-01-01'],
    ['2024-02-30', 'CELL_UNREADABLE'],
    ['2024-03-01T10:30:00+09:00', 'CELL_UNREADABLE'],
    ['2024/3/1', 'CELL_UNREADABLE'],
  ])('that is stored as text, %s, MUST be %s', (value, text, code = 14) => {
    expect(read({ type: 'd', value }, code)).toBe(text);
  });
});

describe('a text', () => {
  test('MUST be what was typed, however a program escapes what XML cannot hold', () => {
    const typed = fc.string({
      unit: fc.oneof(fc.constantFrom('_', 'x', '0', 'A', '\r', '\n', '\u0001', '𠮷', '甲')),
    });
    fc.assert(
      fc.property(typed, fc.boolean(), (text, lower) => {
        const hex = (character: string) => {
          const code = character.charCodeAt(0).toString(16).padStart(4, '0');
          return `_x${lower ? code : code.toUpperCase()}_`;
        };
        // as Excel writes it: an underscore that could begin an escape is escaped itself
        const written = text.replace(/_(?=x[0-9a-f]{4}_)|[\r\u0001]/gi, hex);
        expect(unescaped(written)).toBe(text);
      }),
    );
    expect(unescaped('_x005F_x0041_')).toBe('_x0041_');
    expect(unescaped('_xD842__xDFB7_')).toBe('𠮷');
  });

  test('MUST have what its format adds to it, and nothing else of a format', () => {
    const text = (code: string) => read({ type: 'str', value: '临湘' }, code);
    expect(text('@"市"')).toBe('临湘市');
    expect(['@', '_ @_ ', 'General', '0.00', ';;;', '000;-000;;@'].map(text)).toEqual(Array(6).fill('临湘'));
  });
});

describe('any cell', () => {
  test('that holds anything MUST be known or refused, never empty', () => {
    const value = fc.oneof(
      fc.constantFrom(
        null,
        '',
        '0',
        '1',
        '2',
        '60',
        '-1',
        '0.5',
        '1e300',
        '99',
        'true',
        '#N/A',
        '2024-03-01',
      ),
      fc.string({ minLength: 1 }),
      fc.double().map(String),
    );
    const type = fc.constantFrom('n', 's', 'str', 'inlineStr', 'b', 'e', 'd', 'x');
    const code = fc.constantFrom(
      'General',
      '0',
      '000',
      ';;;',
      '@',
      'yyyy',
      'h:mm',
      '[h]',
      '0%',
      '"x"',
      '#',
      22,
      27,
      99,
    );
    fc.assert(
      fc.property(type, value, fc.boolean(), code, (type, value, formula, code) => {
        const isEmpty = read({ type, value, formula }, code) === '';
        const holdsNothing = (value === null && !formula) || (value === '' && (type === 'str' || !formula));
        expect(isEmpty).toBe(holdsNothing && type !== 'e');
      }),
      { numRuns: 3000 },
    );
  });

  test('of a style that the workbook does not have MUST be refused', () => {
    const reader = new CellReader({ texts, formats: [GENERAL], is1904: false, resultsOutdated: false });
    for (const style of [1, -1, NaN, 0.5])
      expect(reader.read({ type: 'n', style, formula: false, value: '1' })).toBeInstanceOf(BadCell);
  });
});
