import { alike, coded, shaped } from '../kernel';

/** What a document number says: 闽市监光处〔2026〕0088号 is 闽, 市监光处, 2026, 88. */
export interface DocumentNumber {
  province: string | null;
  organ: string;
  year: number;
  serial: number;
}

const SHAPE = /^(.{1,40})〔(\d{4})〕(第?)0*(\d{1,9})号$/;
const AROUND_YEAR = /[[［【（(〔](\d{4})[\]］】）)〕]/;
const FULL_WIDTH_DIGIT = /[０-９]/g;
const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕秦甘陇青宁新';

/**
 * The form that numbers are compared in: brackets around the year are 〔〕, no spaces, no zeros before the serial. What
 * stands in brackets elsewhere stays: 岳(消)行罚决字〔2026〕第0012号.
 */
export function normalNumber(printed: string): string {
  const plain = printed
    .replace(/\s/g, '')
    .replace(FULL_WIDTH_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(AROUND_YEAR, '〔$1〕');
  return plain.replace(SHAPE, '$1〔$2〕$3$4号');
}

/** Its parts, or null if it is no document number. */
export function readNumber(number: string): DocumentNumber | null {
  const [, prefix, year, , serial] = SHAPE.exec(normalNumber(number)) ?? [];
  if (prefix === undefined) return null;
  const province = PROVINCES.includes(prefix.charAt(0)) ? prefix.charAt(0) : null;
  return { province, organ: province ? prefix.slice(1) : prefix, year: Number(year), serial: Number(serial) };
}

const LENGTH = 64;
const example = alike('湘市监罚〔2026〕12号');

/** The number of a case, a decision or a notice, in normal form. */
export const documentNumber = coded(
  LENGTH,
  shaped((value) => SHAPE.test(value), example, normalNumber),
);
/** The same as it is printed: its form is checked and not changed. */
export const printedNumber = coded(
  LENGTH,
  shaped((value) => value.length <= LENGTH && SHAPE.test(normalNumber(value)), example),
);
