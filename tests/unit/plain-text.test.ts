import fc from 'fast-check';
import { IdNumberNotAllowed, coded, code, personal, prose, shaped, text } from '../../subgraphs/kernel';
import { FORBIDDEN, LEGAL, anyForbidden, codePointOf, word } from '../support/forbidden-text';
import { refusalOf } from '../support/refusal';

const LONG = 200;
const read = (value: unknown) => text(LONG).parse(value, 'name');
const refusal = (value: unknown) => refusalOf(() => read(value));

describe('text that comes in', () => {
  test.each(Object.entries(FORBIDDEN))(
    'with one of the %s MUST be refused wherever it stands, and told which and where',
    (_, forbidden) => {
      fc.assert(
        fc.property(word, forbidden, word, (before, character, after) => {
          const error = refusal(before + character + after);
          expect(error).toMatchObject({ code: 'TEXT_INVALID', details: { field: 'name' } });
          const [place, name] = [[...before].length + 1, codePointOf(character)];
          expect(error.extensions.en).toContain(`character ${place} is ${name}`);
          expect(error.extensions.zh).toMatch(new RegExp(`第 ${place} 个字符是\\p{Script=Han}+ U\\+`, 'u'));
        }),
        { seed: 20, numRuns: 300 },
      );
    },
  );

  test('that is nothing but what nobody sees MUST be refused', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(anyForbidden, fc.constantFrom(' ', '\u00a0', '\u3000', '\u0301')),
          maxLength: 9,
        }),
        (nothing) => refusal(nothing).code === 'TEXT_INVALID',
      ),
      { seed: 20, numRuns: 2000 },
    );
  });

  test('MUST be told as sent: the white space before it counts', () => {
    expect(refusal(' \u3000甲\u200b乙').extensions.en).toContain('character 4 is U+200B');
  });

  test('MUST be trimmed of all white space', () => {
    const blank = fc.string({
      unit: fc.constantFrom(...' \t\n\r\u00a0\u3000\u2003\u202f\u2028\ufeff'),
      maxLength: 4,
    });
    fc.assert(
      fc.property(blank, word, blank, (before, middle, after) => read(before + middle + after) === middle),
    );
  });

  test('MUST have one plain space where it had blanks of whatever kind and number', () => {
    const blanks = fc.string({
      unit: fc.constantFrom(...' \u00a0\u1680\u2000\u2003\u2009\u200a\u202f\u205f\u3000'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(word, blanks, word, blanks, word, (one, first, other, second, third) => {
        const taken = read(one + first + other + second + third);
        return taken === `${one} ${other} ${third}` && read(taken) === taken;
      }),
    );
    expect(read('张\u3000三\u00a0公司')).toBe('张 三 公司');
    expect(text(5).parse('甲\u3000\u3000\u3000乙', 'name')).toBe('甲 乙');
  });

  test('MUST be stored in NFC', () => {
    expect(read('e\u0301')).toBe('é');
    expect(read('\uf900\u{2f800}')).toBe('豈丽');
    fc.assert(
      fc.property(word, fc.constantFrom('e\u0301', '\u212b', 'ئ', '\u1100\u1161', '兀'), (before, each) => {
        const taken = read(before + each);
        return taken === (before + each).normalize('NFC') && read(taken) === taken;
      }),
    );
  });

  test.each(Object.entries(LEGAL))('%s MUST be taken, and is stored in NFC', (_, sent) => {
    expect(read(sent)).toBe(sent.normalize('NFC'));
  });

  test('a sign that shapes Mongolian letters or pictographs MUST be refused after any other', () => {
    for (const sign of ['\u180b', '\u180c', '\u180d', '\u180e', '\u180f', '\ufe0e', '\ufe0f'])
      expect(refusal(`张${sign}三`).code).toBe('TEXT_INVALID');
  });

  test('MUST have as many characters as its column at most, and no more', () => {
    expect(text(3).parse('𠮷𠮷𠮷', 'name')).toBe('𠮷𠮷𠮷');
    expect(refusalOf(() => text(3).parse('𠮷𠮷𠮷甲', 'name')).extensions.en).toContain(
      'has 4 characters, 3 at most',
    );
  });
});

describe('text on several lines', () => {
  const lines = (value: unknown) => prose(LONG).parse(value, 'reason');

  test('MUST keep its line breaks, each as a line feed', () => {
    expect(lines('第一行\r\n第二行\r第三行\n\n第五行\r\n')).toBe('第一行\n第二行\n第三行\n\n第五行');
  });

  test('MUST keep its blanks, which are layout', () => {
    expect(lines('\u3000\u3000第一段\n\u3000\u3000第二段\u00a0甲  乙')).toBe(
      '第一段\n\u3000\u3000第二段\u00a0甲  乙',
    );
  });

  test('MUST hold nothing else that other text may not hold', () => {
    fc.assert(
      fc.property(word, anyForbidden, word, (before, each, after) => {
        if (/[\r\n]/.test(each)) return;
        expect(refusalOf(() => lines(`甲\n${before}${each}${after}`)).code).toBe('TEXT_INVALID');
      }),
      { seed: 20, numRuns: 1000 },
    );
  });

  test('a line break MUST be refused by name where one line is wanted', () => {
    expect(refusal('甲\r\n乙').extensions.en).toContain('character 2 is U+000D, a line break');
  });
});

describe('what is read by other kinds', () => {
  const anything = coded(
    20,
    shaped((value) => value.length > 0, { zh: '任意', en: 'anything' }),
  );

  test('a code and an identifier MUST hold nothing that is not seen, whatever their shape allows', () => {
    fc.assert(
      fc.property(word, anyForbidden, (before, each) => {
        expect(refusalOf(() => code(40).parse(`${before}${each}x`, 'number')).code).toBe('TEXT_INVALID');
        expect(refusalOf(() => anything.parse(`${before}${each}x`, 'number')).code).toBe('FIELD_INVALID');
      }),
      { seed: 20, numRuns: 1000 },
    );
    expect(anything.parse(' e\u0301 ', 'number')).toBe('é');
  });

  test('a personal text MUST be told its fault and never be repeated', () => {
    const error = refusalOf(() => personal(20).parse('张\u200b三丰', 'holderName'));
    expect(error.code).toBe('PERSONAL_TEXT_INVALID');
    expect(error.message).toContain('character 2 is U+200B');
    expect(JSON.stringify(error.extensions)).not.toContain('三丰');
  });

  test('a sentence MUST name what is not seen in a value that it repeats', () => {
    const error = IdNumberNotAllowed({ field: 'x' });
    expect(error.message).not.toContain('‹');
    const refused = refusalOf(() => anything.parse('甲\u202e乙', 'number'));
    expect(refused.message).toContain('甲‹U+202E›乙');
    expect(refused.message).not.toContain('\u202e');
  });
});
