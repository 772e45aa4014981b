import fc from 'fast-check';

/** A character of a class, from where in Unicode the class lies. */
function characterOf(pattern: RegExp, ...ranges: readonly (readonly [from: number, to: number])[]) {
  return fc
    .oneof(...ranges.map(([min, max]) => fc.integer({ min, max })))
    .map((at) => String.fromCodePoint(at))
    .filter((character) => pattern.test(character));
}
/** The same of a class that is small: each of its characters is looked for. */
function oneOf(pattern: RegExp): fc.Arbitrary<string> {
  const found: string[] = [];
  for (const [from, to] of [
    [0, 0x1ffff],
    [0xe0000, 0xe1000],
  ] as const)
    for (let at = from; at <= to; at++) {
      const character = String.fromCodePoint(at);
      if (pattern.test(character)) found.push(character);
    }
  return fc.constantFrom(...found);
}

/** What no text that comes in may hold, by its class: see decision 23. */
export const FORBIDDEN: Record<string, fc.Arbitrary<string>> = {
  'C0 and C1': oneOf(/\p{Cc}/u),
  'format characters': oneOf(/\p{Cf}/u),
  'separators of lines and paragraphs': oneOf(/[\p{Zl}\p{Zp}]/u),
  'characters for private use': characterOf(/\p{Co}/u, [0xe000, 0xf8ff], [0xf0000, 0x10fffd]),
  'halves of characters': characterOf(/\p{Cs}/u, [0xd800, 0xdfff]),
  // planes 2 and 3 are for Han characters, some of which are still to come
  'characters that are not assigned': characterOf(/\p{Cn}/u, [0x378, 0x1ffff], [0x40000, 0xeffff]),
  'characters that are ignored by default': oneOf(/(?!\p{Cn})\p{Default_Ignorable_Code_Point}/u),
  noncharacters: characterOf(
    /\p{Noncharacter_Code_Point}/u,
    [0xfdd0, 0xfdef],
    [0xfffe, 0xffff],
    [0x1fffe, 0x1ffff],
    [0x10fffe, 0x10ffff],
  ),
  'signs for what was lost': fc.constantFrom('\ufffc', '\ufffd'),
  'blanks among symbols and letters': fc.constantFrom(
    '\u2800',
    '\u3164',
    '\uffa0',
    '\u115f',
    '\u1160',
    '\u{1d159}',
  ),
};
export const anyForbidden = fc.oneof(...Object.values(FORBIDDEN));

/** What people write, with nothing at its ends that is trimmed. */
export const word = fc.string({
  unit: fc.constantFrom(...'临湘市花炮厂（中国）甲乙丙abcXYZ019-〔〕𠮷龴兀', 'བ', 'ئ'),
  minLength: 1,
  maxLength: 20,
});

export const codePointOf = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** Text that is legal though seldom met, by what it is. */
export const LEGAL: Record<string, string> = {
  'a rare Han character': '𠮷𬭩㙍',
  'a Han character of GB 18030-2022': '龴龵龶龷龸龹龺龻',
  'a Han character that Unicode has assigned lately, or will': '\u{2ebf0}\u{323b0}\u{3347f}\u{33480}',
  Mongolian: 'ᠮᠣᠩᠭᠣᠯ',
  'Mongolian with the signs that shape its letters': 'ᠬ\u180eᠠ ᠭ\u180b ᠨ\u180f',
  Tibetan: 'བོད་ཡིག',
  Uyghur: 'ئۇيغۇرچە',
  Yi: 'ꆈꌠꁱꂷ',
  'signs that are seen': '№①〔2026〕88号·—…￥',
  pictographs: '📞⚠\ufe0f',
  'a letter with a mark of its own': 'e\u0301 \u212b',
  'a Han character for compatibility': '\uf900\u{2f800}',
};
