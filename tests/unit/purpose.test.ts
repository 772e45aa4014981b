import fc from 'fast-check';
import { purposeOf } from '../../gateway/purpose';
import { LEGAL, anyForbidden, word } from '../support/forbidden-text';
import { refusalOf } from '../support/refusal';

/** As Node gives a header: each byte as a character. */
const asBytes = (text: string) => Buffer.from(text).toString('latin1');
const refusal = (header: string) => refusalOf(() => purposeOf(header));

describe('the stated purpose', () => {
  test.each(Object.entries(LEGAL))('%s MUST be kept in NFC, percent-encoded or as UTF-8', (_, sent) => {
    expect(purposeOf(encodeURIComponent(sent))).toBe(sent.normalize('NFC'));
    expect(purposeOf(asBytes(sent))).toBe(sent.normalize('NFC'));
  });

  test('MUST be none where it is left out or blank', () => {
    for (const header of [undefined, '', '  ', '%20', '%E3%80%80']) expect(purposeOf(header)).toBeNull();
  });

  test('MUST be refused with what nobody sees', () => {
    fc.assert(
      fc.property(word, anyForbidden, word, (before, character, after) => {
        // a half of a character has no bytes of its own
        if (/\p{Cs}/u.test(character)) return;
        const sent = before + character + after;
        for (const header of [encodeURIComponent(sent), asBytes(sent)])
          expect(refusal(header).code).toBe('PURPOSE_INVALID');
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  test.each(['%E0%A4%A', '100%', '%BC%EC%B2%E9', '\xbc\xec\xb2\xe9', '%ED%A0%80'])(
    '%j, which is no UTF-8, MUST be refused',
    (header) => {
      expect(refusal(header).extensions).toMatchObject({ code: 'PURPOSE_INVALID', got: header });
    },
  );

  test('MUST be refused where it is too long, and never be cut', () => {
    expect(purposeOf(encodeURIComponent('检'.repeat(200)))).toBe('检'.repeat(200));
    expect(refusal(encodeURIComponent('检'.repeat(201))).extensions.en).toContain(
      'has 201 characters, 200 at most',
    );
  });
});
