const SPACES = /[\s\p{Z}\p{Cf}]/gu;
const DASHES = /[\p{Pd}−]/gu;
const OPENING = /[\p{Ps}<«‹]/gu;
const CLOSING = /[\p{Pe}>»›]/gu;

/** Full-width and circled letters and digits as plain ones, no spaces, one kind of dash and of bracket: what else is left is meant. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SPACES, '')
    .normalize('NFC')
    .replace(DASHES, '-')
    .replace(OPENING, '(')
    .replace(CLOSING, ')');
}

/** A code or a number as it is compared: plain, in capitals. */
export function normalCode(text: string): string {
  return inCapitals(plain(text));
}

function inCapitals(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** The same for codes in whose standard no dash stands, however they are grouped when they are written. */
export function undashed(text: string): string {
  return normalCode(text).replaceAll('-', '');
}

/** The last brackets around a year, and the serial after them. */
const NUMBERED = /^(.*)\((\d{4})年?\)(?:(第?)0*(\d+))?(.*)$/s;

/**
 * The number of a document as it is compared: 〔〕 around the year and nowhere else, no zeros before the serial, 号
 * after it. 湘市监罚【２０２６】 012 is 湘市监罚〔2026〕12号. What is no such number is as its system gave it, small
 * letters and all: YH430682-0b60 is not YH430682-0B60.
 */
export function normalNumber(text: string): string {
  return plain(text).replace(
    NUMBERED,
    (_, organ: string, year: string, before = '', serial = '', rest = '') => {
      const isIssued = organ !== '' && serial !== '' && rest === '';
      return inCapitals(`${organ}〔${year}〕${before}${serial}${isIssued ? '号' : rest}`);
    },
  );
}

/** The number on a paper, with a year in 〔〕 or without: small letters mean nothing, since people copy it. */
export function paperForm(text: string): string {
  return inCapitals(normalNumber(text));
}

/** What else means nothing in a name: `search_key` in the database of the registry has the same table (its migration). */
const SEARCHED: readonly (readonly [string, string])[] = [
  ['()', '[]{}<>〔〕【】〖〗〘〙〚〛〈〉《》「」『』⟨⟩❨❩❪❫❲❳⦗⦘'],
  ['·', '.•‧∙⋅・⸱●'],
  ['-', '‐‒–—―−'],
  [
    '',
    ' \u00ad\u1680\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\ufeff',
  ],
];
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...SEARCHED.flatMap(([to, from]) =>
    [...from].map((each, at) => [each, to.charAt(at % to.length)] as const),
  ),
]);

/** A name as it is searched for: without regard to width, capitals, spaces and the shapes of brackets, dots and dashes. */
export function searchKey(text: string): string {
  return [...text.normalize('NFKC')]
    .map((each) => FOLDED.get(each) ?? each)
    .join('')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
