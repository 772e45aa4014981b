import { readFileSync } from 'node:fs';
import { publishHolidays, type HolidayNotice } from './calendar';
import type { Config } from './config';
import { FieldInvalid } from './catalogue';
import { alike } from './errors';
import { date, text } from './kinds';
import { arrayOf, objectOf } from './official-file';

const notices = arrayOf(objectOf({ off: arrayOf(date), worked: arrayOf(date), source: text(300) }));

/**
 * Adds the State Council's notices that the operator's file holds to those of the product, before any request: the notice
 * of a year comes out in the autumn before it, and the product is not renewed for it. Tells each beside its document.
 */
export function applyHolidays(
  { holidaysFile }: Pick<Config, 'holidaysFile'>,
  say: (line: string) => void = () => undefined,
): void {
  if (holidaysFile === null) return;
  const read = notices.parse(JSON.parse(readFileSync(holidaysFile, 'utf8')), 'HOLIDAYS_FILE').map(noticeOf);
  publishHolidays(read);
  for (const { year, off, worked, source } of read)
    say(`放假安排 holidays of ${year}: ${off.length} off, ${worked.length} worked (${source})`);
}

function noticeOf({ off, worked, source }: Omit<HolidayNotice, 'year'>, at: number): HolidayNotice {
  const path = `HOLIDAYS_FILE[${at}]`;
  const national = off.find((day) => day.endsWith('-10-01'));
  if (national === undefined)
    throw FieldInvalid({ field: `${path}.off`, shape: alike('YYYY-10-01'), got: off.join(', ') });
  const both = worked.find((day) => off.includes(day));
  if (both !== undefined) throw FieldInvalid({ field: `${path}.worked`, shape: alike('≠ off'), got: both });
  return { year: Number(national.slice(0, 4)), off, worked, source };
}
