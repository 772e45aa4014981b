import { declareError } from './errors';
import { isIdNumber } from './identifiers';
import { text, type Kind } from './kinds';
import { plainText, readText } from './plain-text';
import { pseudonym, type OpenedKeys } from './sealing';

/** What was got is personal, so these errors say only where it stood. */
const IdNumberInvalid = declareError(
  'ID_NUMBER_INVALID',
  '{field} 应为 18 位公民身份号码 (GB 11643)，出生日期真实、校验位正确。',
  '{field} must be a citizen’s identity number of 18 characters with a real date and the right check digit (GB 11643).',
);
const PersonalTextInvalid = declareError(
  'PERSONAL_TEXT_INVALID',
  '{field} 应为可见的文本，但{fault:words}。',
  '{field} must be text as people see it, but {fault:words}.',
);
export const IdNumberNotAllowed = declareError(
  'ID_NUMBER_NOT_ALLOWED',
  '{field} 不得为公民身份号码，请使用内部编号。',
  '{field} must not be an identity number; please send an internal id.',
);

/** 公民身份号码 (GB 11643). */
export const idNumber: Kind<string> = {
  ...text(18),
  shape: { zh: '18 位公民身份号码', en: 'an identity number of 18 characters' },
  parse(value, field) {
    const read = plainText(value).toUpperCase();
    if (!isIdNumber(read)) throw IdNumberInvalid({ field });
    return read;
  },
};

/** A name or a number of a certificate: text that no error repeats. */
export function personal(max: number): Kind<string> {
  return {
    ...text(max),
    parse: (value, field) => readText(value, { max }, (fault) => PersonalTextInvalid({ field, max, fault })),
  };
}

/** A source names its records as it likes, and that name is stored as it is and said in errors. */
export function checkSourceId(sourceId: string): void {
  if (isIdNumber(sourceId.toUpperCase())) throw IdNumberNotAllowed({ field: 'sourceId' });
}

/** 张三丰 → 张**: the length of a name is not told either. */
export function masked(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** The opaque id of a person: the same in every record of the same person. */
export function personIdOf(number: string, dataKey: OpenedKeys): string {
  return pseudonym('person', number, dataKey);
}
