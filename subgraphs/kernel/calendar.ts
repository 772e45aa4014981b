import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import calendar from 'chinese-days/dist/chinese-days.json';
import { isDate } from './scalars';
import { declareReferenceList } from './reference-list';

/**
 * The calendar of legal periods. Dates are texts, YYYY-MM-DD, and days are counted in UTC, so no time zone can move them.
 * Days off and made-up working days are those of the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知),
 * from the package chinese-days, and from the operator's file for years that came after it. A year of which the notice is not out has the holidays that 全国年节及纪念日放假办法 fixes
 * for every year (thirteen days since 2025-01-01); how the days around them are moved, only the notice says.
 */
const daysOff = new Set(Object.keys(calendar.holidays).map(momentOf));
const workedWeekends = new Set(Object.keys(calendar.workdays).map(momentOf));

/** A year is published when its notice is in the data: every notice names 国庆节. */
const publishedYears = new Set(
  Object.keys(calendar.holidays)
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => Number(date.slice(0, 4))),
);
export const FIRST_PUBLISHED_YEAR = Math.min(...publishedYears);
export const LAST_PUBLISHED_YEAR = Math.max(...publishedYears);
let lastPublished = LAST_PUBLISHED_YEAR;

/** The State Council's notice for a year, which an operator has added. */
export interface HolidayNotice {
  year: number;
  /** Days off, and weekends that are worked for them. */
  off: readonly string[];
  worked: readonly string[];
  source: string;
}
let added: readonly HolidayNotice[] = [];

export function addedHolidays(): readonly HolidayNotice[] {
  return added;
}

/** Takes each notice for what its year has, before any request; what lies behind a year without one stays provisional. */
export function publishHolidays(notices: readonly HolidayNotice[]): void {
  added = notices;
  for (const { year, off, worked } of notices) {
    const ofYear = [...daysOff, ...workedWeekends].filter((day) => new Date(day).getUTCFullYear() === year);
    for (const day of ofYear) daysOff.delete(day);
    for (const day of ofYear) workedWeekends.delete(day);
    for (const day of off) daysOff.add(momentOf(day));
    for (const day of worked) workedWeekends.add(momentOf(day));
    publishedYears.add(year);
  }
  while (publishedYears.has(lastPublished + 1)) lastPublished++;
}

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

/** Of a year without a notice, every Monday to Friday counts but the holidays that are fixed by law. */
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
  return Number(date.slice(0, 4)) > lastPublished;
}

/** The date itself if it is worked, else the next working day: a period that would end on a day off ends then (民法典 第二百零三条). */
export function toWorkingDay(date: string): Deadline {
  let moment = momentOf(date);
  while (!isWorked(moment)) moment += DAY_MS;
  const end = dateOf(moment);
  return { date: end, provisional: isBeyondPublished(end) };
}

/** The last day before this one that was worked: what ended then or earlier, moved on from days off, is over now. */
export function workingDayBefore(date: string): string {
  let moment = momentOf(date) - DAY_MS;
  while (!isWorked(moment)) moment -= DAY_MS;
  return dateOf(moment);
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
  return !daysOff.has(moment) && !isFixedHoliday(moment);
}

const fixedHolidays = new Map<number, ReadonlySet<number>>();

/** 全国年节及纪念日放假办法 (2024-11-10) 第二条, where no notice says more. */
function isFixedHoliday(moment: number): boolean {
  const year = new Date(moment).getUTCFullYear();
  if (publishedYears.has(year) || year < FIRST_PUBLISHED_YEAR || year > LAST_LUNAR_YEAR) return false;
  const days = fixedHolidays.get(year) ?? new Set(fixedHolidaysOf(year).map(momentOf));
  fixedHolidays.set(year, days);
  return days.has(moment);
}

/** The package knows the lunar calendar to the end of this year. */
const LAST_LUNAR_YEAR = 2099;

/** 13 days of 7 holidays. */
const FIXED_DAYS = 13;

function fixedHolidaysOf(year: number): string[] {
  const lunar = (day: string) => getSolarDateFromLunar(`${year}-${day}`).date;
  const newYear = lunar('01-01');
  return [
    ...['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`),
    ...[-1, 0, 1, 2].map((n) => addDays(newYear, n)),
    getSolarTermDate(year, 4, 'pure_brightness'),
    lunar('05-05'),
    lunar('08-15'),
  ];
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

declareReferenceList(
  {
    id: 'registry.fixed-holidays',
    name: '全国年节及纪念日放假. The holidays that are fixed by law.',
    source:
      '《全国年节及纪念日放假办法》（2024-11-10 修订）第二条；各年调休依国务院办公厅通知，已收各年见 chinese-days',
    asOf: '2024-11-10',
    missing:
      '放假通知未发布的年份不含调休，日期标为暂定. Of a year without a notice the moved days are not known: dates that run through it are marked provisional.',
  },
  () => ({ rows: FIXED_DAYS, verified: FIXED_DAYS }),
);
