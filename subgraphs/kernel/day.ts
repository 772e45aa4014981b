import { declareError, type Words } from './errors';

const DateOutOfRange = declareError(
  'DATE_OUT_OF_RANGE',
  '{field} 应{range:words}，收到：{got}。',
  '{field} must lie {range:words}, but got: {got}.',
);

/** The first and the last day that a date may be; either may be open. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
}

/**
 * A day, or a moment as an ISO text in UTC, that must lie between two others; those themselves are allowed. A day that was
 * not sent passes. Returns it.
 * @throws DATE_OUT_OF_RANGE with both bounds
 */
export function checkDay<Day extends string | null>(
  field: string,
  got: Day,
  { from = null, to = null }: DayRange,
): Day {
  if (got === null || ((from === null || from <= got) && (to === null || got <= to))) return got;
  throw DateOutOfRange({ field, from, to, range: rangeInWords(from, to), got });
}

function rangeInWords(from: string | null, to: string | null): Words {
  if (from === null) return { zh: `不晚于 ${to}`, en: `on or before ${to}` };
  if (to === null) return { zh: `不早于 ${from}`, en: `on or after ${from}` };
  return { zh: `在 ${from} 至 ${to} 之间`, en: `between ${from} and ${to}` };
}
