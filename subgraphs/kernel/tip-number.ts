import { declareError } from './errors';

/** Tips are numbered by chance, in a form that nothing else has. */
const TIP_NUMBER = 'JB[0-9A-F]{20}';
/** For `~*` of PostgreSQL: the same rule as `isTipNumber`. */
export const TIP_NUMBER_PATTERN = `^${TIP_NUMBER}$`;
const ALONE = new RegExp(TIP_NUMBER_PATTERN, 'i');
const WITHIN = new RegExp(TIP_NUMBER, 'i');

export const isTipNumber = (reference: string | null): boolean => reference !== null && ALONE.test(reference);

/** It does not repeat what was sent. */
const TipNamed = declareError(
  'TIP_NAMED',
  '{field} 不得写明举报编号：读到该文字的人会由此得知有人举报；请在来源编号中填写。',
  '{field} must not name a tip: whoever reads the text would learn that there is one. State it as what the record began with.',
);

/** What officers write of a matter is read by many, and whether there was a tip is known to its handler alone. */
export function withoutTip(text: string, field: string): string {
  if (WITHIN.test(text)) throw TipNamed({ field });
  return text;
}
