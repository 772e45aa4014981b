import calendar from 'chinese-days/dist/chinese-days.json';
import { isDate } from './scalars';

/**
 * The calendar of legal periods. Dates are texts, YYYY-MM-DD, and days are counted in UTC, so no time zone can move them.
 * Days off and made-up working days are those of the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知),
 * from the package chinese-days.
 */
const daysOff = new Set(Object.keys(calendar.holidays).map(momentOf));
const workedWeekends = new Set(Object.keys(calendar.workdays).map(momentOf));

/** A year is published when its notice is in the data: every notice names 国庆节. */
const publishedYears = Object.keys(calendar.holidays)
  .filter((date) => date.endsWith('-10-01'))
  .map((date) => Number(date.slice(0, 4)));
export const FIRST_PUBLISHED_YEAR = Math.min(...publishedYears);
export const LAST_PUBLISHED_YEAR = Math.max(...publishedYears);

/** The last day of a period. Provisional: it is counted beyond the last published year, and may move once that year's notice is out. */
export interface Deadline {
  date: string;
  provisional: boolean;
}

/** The first and the last day that a date can be. The last one stands for “for good”: no period reaches beyond it. */
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';
const [FIRST_MOMENT, LAST_MOMENT] = [momentOf(FIRST_DAY), momentOf(LAST_DAY)];
const DAY_MS = 24 * 3600 * 1000;
const SATURDAY = 6;
const SUNDAY = 0;

/** Of a year without a notice, every Monday to Friday counts. */
export function isWorkingDay(date: string): boolean {
  return isWorked(momentOf(date));
}

/** The n-th working day after a date; the day on which the period starts is not counted (民法典 第二百零一条). */
export function addWorkingDays(start: string, n: number): Deadline {
  let moment = momentOf(start);
  for (let left = n; left > 0;) {
    moment += DAY_MS;
    if (isWorked(moment)) left--;
  }
  const date = dateOf(moment);
  return { date, provisional: isBeyondPublished(date) };
}

/** Whether the State Council has not yet said which days of this date's year are worked. */
export function isBeyondPublished(date: string): boolean {
  return Number(date.slice(0, 4)) > LAST_PUBLISHED_YEAR;
}

/** The date itself if it is worked, else the next working day: a period that would end on a day off ends then (民法典 第二百零三条). */
export function toWorkingDay(date: string): Deadline {
  let moment = momentOf(date);
  while (!isWorked(moment)) moment += DAY_MS;
  const end = dateOf(moment);
  return { date: end, provisional: isBeyondPublished(end) };
}

/** Whole days from one date to another; negative when the second is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (momentOf(to) - momentOf(from)) / DAY_MS;
}

export function addDays(start: string, n: number): string {
  return dateOf(momentOf(start) + n * DAY_MS);
}

/** The same day n months on; where that month has no such day, its last one (民法典 第二百零二条). */
export function addMonths(start: string, n: number): string {
  const from = new Date(momentOf(start));
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  const lastDay = new Date(dayIn(year, month + n + 1, 0)).getUTCDate();
  return dateOf(dayIn(year, month + n, Math.min(day, lastDay)));
}

/** As `Date.UTC`, which takes the years 0 to 99 for those of the last century. */
function dayIn(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** The same day n years on; 29 February becomes 28 February where there is none. */
export function addYears(start: string, n: number): string {
  return addMonths(start, 12 * n);
}

function isWorked(moment: number): boolean {
  const weekday = new Date(moment).getUTCDay();
  if (weekday === SATURDAY || weekday === SUNDAY) return workedWeekends.has(moment);
  return !daysOff.has(moment);
}

function momentOf(date: string): number {
  if (!isDate(date)) throw new Error(`a date must be YYYY-MM-DD, but got: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}

function dateOf(moment: number): string {
  if (!(moment < LAST_MOMENT)) return LAST_DAY;
  if (moment < FIRST_MOMENT) return FIRST_DAY;
  return new Date(moment).toISOString().slice(0, 10);
}
