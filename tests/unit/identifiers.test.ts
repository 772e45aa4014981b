import fc from 'fast-check';
import {
  composeUscc,
  hasUsccChecks,
  hasUsccShape,
  organisationCheck,
  usccCheck,
} from '../../subgraphs/kernel';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const character = fc.constantFrom(...ALPHABET);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const organisation = fc
  .array(character, { minLength: 8, maxLength: 8 })
  .map((characters) => characters.join(''));
const uscc = fc
  .tuple(character, character, digits(6), organisation)
  .map(([manager, kind, division, code]) => composeUscc(manager + kind + division, code));

/** Codes of the public register, of enterprises, partnerships, traders and a public institution. */
const REAL = [
  '91430111743169333P',
  '91430111051692406B',
  '914308217580037663',
  '91110000710924945A',
  '91430102MA4L3U7E0W',
  '9143010066398790XP',
  '9143070034470196XE',
  '914310816780355060',
  '92430102MA4LCMGU67',
  '92430124MA4LF9J6XG',
  '123502001549897397',
];

describe('unified social credit codes (GB 32100-2015)', () => {
  test('real codes MUST pass', () => {
    expect(REAL.filter((code) => !hasUsccChecks(code))).toEqual([]);
  });

  test('the real code whose checks are wrong MUST be found, and MUST keep its shape', () => {
    expect(hasUsccChecks('91350203M0001QAY9B')).toBe(false);
    expect(hasUsccShape('91350203M0001QAY9B')).toBe(true);
  });

  test('a composed code MUST pass', () => {
    fc.assert(fc.property(uscc, (code) => code.length === 18 && hasUsccShape(code) && hasUsccChecks(code)));
  });

  test('any change of one character MUST be found', () => {
    const changed = fc.tuple(uscc, fc.nat(17), character).filter(([code, at, to]) => code[at] !== to);
    fc.assert(
      fc.property(changed, ([code, at, to]) => !hasUsccChecks(code.slice(0, at) + to + code.slice(at + 1))),
    );
  });

  test('any swap of two unequal neighbours MUST be found', () => {
    const swappable = fc.tuple(uscc, fc.nat(16)).filter(([code, at]) => code[at] !== code[at + 1]);
    fc.assert(
      fc.property(
        swappable,
        ([code, at]) => !hasUsccChecks(`${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`),
      ),
    );
  });

  test('a code whose last check is right and whose organisation code is wrong MUST be refused', () => {
    fc.assert(
      fc.property(uscc, character, (code, wrong) => {
        fc.pre(wrong !== code[16]);
        const first17 = code.slice(0, 16) + wrong;
        return !hasUsccChecks(first17 + usccCheck(first17));
      }),
    );
  });

  test('the check of an organisation code MUST be X for 10 and 0 for 11 (GB 11714)', () => {
    const checks = new Map(
      Array.from({ length: 100 }, (_, at) => String(at).padStart(8, '0')).map((code) => [
        organisationCheck(code),
        code,
      ]),
    );
    expect([...checks.keys()].sort()).toEqual([...'0123456789X']);
    expect(organisationCheck('00000000')).toBe('0');
    expect(organisationCheck('D2143569')).toBe('X'); // the example of GB 11714
  });

  test.each([
    ['an empty text', ''],
    ['17 characters', '91430111743169333'],
    ['19 characters', '91430111743169333PP'],
    ['small letters', '91430111743169333p'],
    ['a letter that the standard leaves out', '9143011174316933IP'],
    ['a letter within the division', '9143O111743169333P'],
    ['a space after it', '91430111743169333P '],
    ['a line after it', '91430111743169333P\n'],
    ['wide digits', '９1430111743169333P'],
    ['a registration number of 15 digits', '431000600161554'],
  ])('%s MUST NOT have the shape of a code', (_, value) => {
    expect(hasUsccShape(value)).toBe(false);
    expect(hasUsccChecks(value)).toBe(false);
  });

  test('no text MUST make the check throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !hasUsccChecks(text) || text.length === 18),
    );
  });
});
