import { declareError } from './errors';
import { text, type Reader } from './record';
import { isDate } from './scalars';
import { pseudonym } from './sealing';

/** What was got is personal, so these errors say only where it stood. */
export const IdNumberInvalid = declareError(
  'ID_NUMBER_INVALID',
  '{field} 应为 18 位公民身份号码 (GB 11643)，出生日期真实、校验位正确。',
  '{field} must be a citizen’s identity number of 18 characters with a real date and the right check digit (GB 11643).',
);
export const PersonalTextInvalid = declareError(
  'PERSONAL_TEXT_INVALID',
  '{field} 应为 1 至 {max} 个字符的文本且无控制字符。',
  '{field} must be text of 1 to {max} characters without control characters.',
);
export const SourceIdPersonal = declareError(
  'SOURCE_ID_PERSONAL',
  '{field} 不得为公民身份号码，请使用来源系统的内部编号。',
  '{field} must not be an identity number; please send an internal id of the source.',
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The check character over the first 17 digits. */
export function idNumberCheck(first17: string): string {
  return CHECKS.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11);
}

/** Whether it has the shape, a date of birth that exists, and its check digit. Abolished division codes are common, so the place is not checked. */
export function isIdNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const born = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  return isDate(born) && idNumberCheck(value.slice(0, 17)) === value[17];
}

/** 公民身份号码 (GB 11643). */
export const idNumber: Reader<string> = {
  wire: 'text',
  parse(value, field) {
    const read = (typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '').trim().toUpperCase();
    if (!isIdNumber(read)) throw IdNumberInvalid({ field });
    return read;
  },
};

/** A name or a number of a certificate: text that no error repeats. */
export function personal(max: number): Reader<string> {
  const plain = text(max);
  return {
    wire: 'text',
    parse(value, field) {
      try {
        return plain.parse(value, field);
      } catch {
        throw PersonalTextInvalid({ field, max });
      }
    },
  };
}

/** A source names its records as it likes, and that name is stored as it is and said in errors. */
export function checkSourceId(sourceId: string): void {
  if (isIdNumber(sourceId.toUpperCase())) throw SourceIdPersonal({ field: 'sourceId' });
}

/** 张三丰 → 张**: the length of a name is not told either. */
export function masked(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** The opaque id of a person: the same in every record of the same person. */
export function personIdOf(number: string, dataKey: Uint8Array): string {
  return pseudonym('person', number, dataKey);
}
