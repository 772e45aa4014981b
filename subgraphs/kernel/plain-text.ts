import type { Words } from './errors';

/**
 * The rule for all text that comes in, by whatever door: what is stored is what is seen (decision 23). Text is in NFC,
 * without white space around it, with one plain space between words unless it has several lines, and holds no character
 * that nobody sees, that no standard assigns, or that stands for something that was lost.
 */

/** Planes 2 and 3 hold Han characters alone: one that a newer Unicode assigns is a character to an older Node, too. */
const HAN_TO_COME = '\\u{20000}-\\u{2fffd}\\u{30000}-\\u{3fffd}';
/** Signs that choose the shape of the Mongolian letter, or the colours of the pictograph, before them. */
const SHAPES =
  '(?<=[\\u1820-\\u1878\\u1880-\\u18aa])[\\u180b-\\u180f]|(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]';
/** Blanks and fillers that Unicode counts among symbols and letters. */
const BLANKS = '\\u2800\\u{16fe4}\\u{1d159}';
const LOST = '\\ufffc\\ufffd';
const FORBIDDEN = `(?![${HAN_TO_COME}])(?!${SHAPES})[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}${BLANKS}${LOST}]`;

const forbidden = new RegExp(FORBIDDEN, 'u');
const forbiddenOnLines = new RegExp(`(?![\\r\\n])${FORBIDDEN}`, 'u');
const everyForbidden = new RegExp(FORBIDDEN, 'gu');
/** What can be seen by itself: a mark without a letter under it cannot. */
const SEEN = new RegExp(`[\\p{L}\\p{N}\\p{P}\\p{S}${HAN_TO_COME}]`, 'u');

const SORTS: readonly (Words & { of: RegExp })[] = [
  { of: /[\r\n]/, zh: '换行', en: 'a line break' },
  { of: /\p{Cc}/u, zh: '控制字符', en: 'a control character' },
  { of: /\p{Cs}/u, zh: '半个字符', en: 'half a character' },
  { of: /\p{Co}/u, zh: '私用区字符', en: 'a character for private use' },
  { of: /\p{Cn}/u, zh: '未分配的字符', en: 'a character that is not assigned' },
  { of: /[\ufffc\ufffd]/, zh: '代替已丢失内容的字符', en: 'a sign for something that was lost' },
];
const UNSEEN: Words = { zh: '不可见的字符', en: 'a character that is not seen' };

/** How much text is taken, and whether it may have several lines. */
export interface TextRule {
  max?: number;
  lines?: boolean;
}

/** Text as it is stored: in NFC, without white space around it, its lines ended by a line feed. A number is as good. */
export function plainText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value).trim().replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Whether text is as the rule wants it, on one line. */
export function isPlain(text: string): boolean {
  return !forbidden.test(text);
}

/** Reads text by the rule; `refuse` makes the error of what is wrong with it. */
export function readText(value: unknown, rule: TextRule, refuse: (fault: Words) => Error): string {
  const plain = plainText(value);
  // on several lines blanks are layout: two ideographic spaces begin a paragraph
  const read = rule.lines ? plain : plain.replace(/\p{Zs}+/gu, ' ');
  const fault = faultOf(value, read, rule);
  if (fault) throw refuse(fault);
  return read;
}

function faultOf(value: unknown, read: string, { max = Infinity, lines = false }: TextRule): Words | null {
  if (typeof value !== 'string' && typeof value !== 'number') return { zh: '不是文本', en: 'is no text' };
  const pattern = lines ? forbiddenOnLines : forbidden;
  if (pattern.test(read)) return characterAt(String(value), pattern);
  if (!SEEN.test(read)) return { zh: '为空', en: 'is empty' };
  const length = read.length > max ? [...read].length : 0;
  if (length > max)
    return { zh: `有 ${length} 个字符，至多 ${max} 个`, en: `has ${length} characters, ${max} at most` };
  return null;
}

/** Names the character at fault and its place in what was sent, the white space around it included. */
function characterAt(sent: string, pattern: RegExp): Words {
  const before = sent.length - sent.trimStart().length;
  const at = before + sent.slice(before).search(pattern);
  const character = String.fromCodePoint(sent.codePointAt(at) ?? 0);
  const { zh, en } = SORTS.find(({ of }) => of.test(character)) ?? UNSEEN;
  const [place, name] = [[...sent.slice(0, at)].length + 1, codePointOf(character)];
  return { zh: `第 ${place} 个字符是${zh} ${name}`, en: `character ${place} is ${name}, ${en}` };
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text in a sentence for people, where what is not seen has its name. */
export function shownText(text: string): string {
  return text.replace(everyForbidden, (character) => `‹${codePointOf(character)}›`);
}
