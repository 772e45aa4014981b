import { NumberInvalid } from '../../kernel';

/** Years that hazards can have been found in. */
const [FIRST, LAST] = [2000, 2999];

export function checkYear(year: number | null | undefined): number | null {
  if (year === null || year === undefined) return null;
  if (year < FIRST || year > LAST) throw NumberInvalid({ field: 'year', min: FIRST, max: LAST, got: year });
  return year;
}
