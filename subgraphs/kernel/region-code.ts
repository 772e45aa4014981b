/** The whole country, as a division code of its own that GB/T 2260 does not give. */
export const NATIONWIDE = '000000';

const SHAPE = /^(\d{6}|\d{9}|\d{12})$/;

export function isRegionCode(value: string): boolean {
  return SHAPE.test(value);
}

/** A statistical code of 9 or 12 digits without the zeros that stand for no town and no village: 430682000000 → 430682. */
export function divisionCode(code: string): string {
  return code.length > 6 && code.endsWith('000') ? divisionCode(code.slice(0, -3)) : code;
}

/**
 * The part of a division code that all divisions below it begin with: 430000 → 43, 430600 → 4306, 430682 → 430682,
 * 430682101000 → 430682101, the whole country → nothing.
 */
export function regionPrefix(code: string): string {
  const division = divisionCode(code);
  if (division !== code) return regionPrefix(division);
  if (code.length > 6) return code;
  if (code.endsWith('0000')) return code.slice(0, 2) === '00' ? '' : code.slice(0, 2);
  return code.endsWith('00') ? code.slice(0, 4) : code;
}

/** How many digits of a code tell the divisions one level below another. */
export function digitsBelow(region: string): number {
  const digits = regionPrefix(region).length;
  if (digits < 6) return digits + 2;
  return digits < 9 ? 9 : 12;
}

/** The division that so many digits stand for: 43 → 430000. */
export const divisionOf = (digits: string): string => digits.padEnd(6, '0');

/** A division and all above it, itself first: 431224102 → 431224 → 431200 → 430000 → the whole country. */
export function levelsOf(region: string): string[] {
  const code = divisionCode(region);
  const above = [code.slice(0, 9), code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return [...new Set([code, ...above, NATIONWIDE])];
}

/** Whether a division lies in the subtree of another, itself included. */
export function isWithin(code: string, subtree: string): boolean {
  return code.startsWith(regionPrefix(subtree));
}

/**
 * The subtree as a half-open range of codes, `from <= code AND code < to`, which an index in byte order can walk.
 * ':' is the character after '9'.
 */
export function regionRange(code: string): { from: string; to: string } {
  const prefix = regionPrefix(code);
  return prefix === '' ? { from: '', to: ':' } : { from: prefix, to: `${prefix}:` };
}
