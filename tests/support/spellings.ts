import fc from 'fast-check';

/** Brackets, as keyboards, fonts and scanners have them. */
export const BRACKETS =
  '[] () {} <> （） 〔〕 【】 〖〗 〘〙 〈〉 《》 ﹝﹞ ﹙﹚ ［］ ｛｝ ＜＞ ︹︺ ︵︶ ❲❳ ⦗⦘'.split(' ');
export const SPACES = ['', ' ', '　', '\u00a0', '\u2009'];

/** As a full-width keyboard writes it. */
export const widened = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Ways to write what is in its normal form; small letters too, unless they mean something. */
export const spellings = fc
  .record({
    brackets: fc.constantFrom(...BRACKETS),
    space: fc.constantFrom(...SPACES),
    dash: fc.constantFrom(...'-－—–‐−'),
    zeros: fc.constantFrom('', '0', '000'),
    after: fc.constantFrom('', '号'),
    wide: fc.boolean(),
    small: fc.boolean(),
  })
  .map(
    ({ brackets: [opening = '', closing = ''], space, dash, zeros, after, wide, small }) =>
      (text: string, keepsCase: boolean): string => {
        const written = text
          .replace(/〕(\d+)号$/, `〕${space}${zeros}$1${after}`)
          .replaceAll('-', dash)
          .replace(/[〔(]/, `${space}${opening}`)
          .replace(/[〕)]/, `${closing}${space}`);
        const sized = small && !keepsCase ? written.toLowerCase() : written;
        return `${space}${wide ? widened(sized) : sized}${space}`;
      },
  );
