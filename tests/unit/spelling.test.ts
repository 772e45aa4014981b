import fc from 'fast-check';
import { normalCode, normalNumber, undashed } from '../../subgraphs/kernel';
import { BRACKETS, widened } from '../support/spellings';

describe('document numbers', () => {
  test.each([
    '闽市监光处〔2026〕0088号',
    '闽市监光处【2026】 088 号',
    '闽市监光处（２０２６）８８号',
    '闽市监光处(2026)00088号',
    '闽市监光处〔2026〕88',
    ' 闽 市监光处　〔 2026 〕\u200b88号\ufeff',
    '闽市监光处〔2026年〕88号',
    ...BRACKETS.map(([opening, closing]) => `闽市监光处${opening}2026${closing}88号`),
  ])('%s MUST be 闽市监光处〔2026〕88号', (printed) => {
    expect(normalNumber(printed)).toBe('闽市监光处〔2026〕88号');
  });

  test.each([
    ['岳（消）行罚决字(2026)第0012号', '岳(消)行罚决字〔2026〕第12号'],
    ['湘〔临〕市监罚[2026]12号之一', '湘(临)市监罚〔2026〕12号之一'],
    ['湘市监罚〔2026〕12-1号', '湘市监罚〔2026〕12-1号'],
    ['ｈｚ—2026－001', 'hz-2026-001'],
    ['(2026)012', '〔2026〕12'],
    ['梯11湘f00001（24）', '梯11湘f00001(24)'],
    ['第012号', '第012号'],
  ])('%s MUST be %s: what is not the year of a number is not taken for it', (printed, normal) => {
    expect(normalNumber(printed)).toBe(normal);
  });

  test('numbers that differ in organ, year or serial MUST differ', () => {
    const number = fc.tuple(
      fc.stringMatching(/^[湘闽市监罚处()A-Z-]{1,9}$/),
      fc.integer({ min: 1990, max: 2100 }),
      fc.integer({ min: 1, max: 999_999 }),
    );
    const written = ([organ, year, serial]: [string, number, number]) =>
      normalNumber(`${organ}〔${year}〕${serial}号`);
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(written(one) === written(other)).toBe(String(one) === String(other));
      }),
    );
  });

  test('any spelling of a number MUST be the same number', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[湘闽临市监罚处A-Z]{1,9}$/),
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 1, max: 999_999 }),
        spelling,
        (organ, year, serial, spell) => {
          expect(normalNumber(spell(organ, String(year), String(serial)))).toBe(
            `${organ}〔${year}〕${serial}号`,
          );
        },
      ),
    );
  });
});

const spelling = fc
  .record({
    brackets: fc.constantFrom(...BRACKETS),
    space: fc.constantFrom('', ' ', '　', '\u00a0', '\u2009', '\u200b'),
    zeros: fc.constantFrom('', '0', '000'),
    after: fc.constantFrom('', '号'),
    wide: fc.boolean(),
    small: fc.boolean(),
  })
  .map(({ brackets: [opening, closing], space, zeros, after, wide, small }) => {
    return (organ: string, year: string, serial: string) => {
      const text = `${organ}${space}${opening}${year}${closing}${space}${zeros}${serial}${after}`;
      const sized = small ? text.toLowerCase() : text;
      return wide ? widened(sized) : sized;
    };
  });

describe('codes', () => {
  test('width, small letters and spaces MUST mean nothing, and dashes only where the standard has them', () => {
    expect(normalCode(' ｔｓ２２１０８９０－2015 ')).toBe('TS2210890-2015');
    expect(undashed('9143 0682-ma4l00 001x')).toBe('91430682MA4L00001X');
  });

  test.each([
    ['normalCode', normalCode],
    ['normalNumber', normalNumber],
    ['undashed', undashed],
  ])('%s MUST leave its own normal form as it is, whatever the text', (_, normal) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (any, readable) => {
        for (const text of [any, readable]) expect(normal(normal(text))).toBe(normal(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
