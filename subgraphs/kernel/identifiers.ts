/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters; the last is a check over the first 17, and positions 9 to 17 are an
 * organisation code (GB 11714) with a check of its own.
 */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export function hasUsccShape(value: string): boolean {
  return USCC_SHAPE.test(value);
}

/** Whether both check digits are right; a value without the shape of a code has none. */
export function hasUsccChecks(value: string): boolean {
  return (
    hasUsccShape(value) &&
    value[17] === usccCheck(value.slice(0, 17)) &&
    value[16] === organisationCheck(value.slice(8, 16))
  );
}

/** The check character over the first 17: (31 − Σ value × weight mod 31) mod 31, in the alphabet of the standard. */
export function usccCheck(first17: string): string {
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, at) => total + weight * USCC_ALPHABET.indexOf(first17[at] ?? ''),
    0,
  );
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character of an organisation code: 11 − Σ value × weight mod 11, where 10 is X and 11 is 0. */
export function organisationCheck(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * parseInt(first8[at] ?? '0', 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Joins the first 8 characters of a code with 8 of an organisation code and adds both checks. */
export function composeUscc(first8: string, organisation8: string): string {
  const first17 = first8 + organisation8 + organisationCheck(organisation8);
  return first17 + usccCheck(first17);
}

/** 公民身份号码 (GB 11643): 17 digits, the seventh to fourteenth a date of birth, and a check character over them. */
const ID_NUMBER_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character over the first 17 digits. */
export function idNumberCheck(first17: string): string {
  return '10X98765432'.charAt(
    ID_NUMBER_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11,
  );
}

/** Whether shape, date of birth and check character are right. Abolished division codes are common, so the place is not checked. */
export function isIdNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const born = new Date(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}T00:00:00Z`);
  const exists =
    !Number.isNaN(born.getTime()) &&
    born.toISOString().slice(0, 10).replaceAll('-', '') === value.slice(6, 14);
  return exists && idNumberCheck(value.slice(0, 17)) === value[17];
}
