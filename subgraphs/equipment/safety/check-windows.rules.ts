import { FieldInvalid, addDays, addMonths, daysBetween, ruleOn } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { SafetyCheckPeriod } from './safety-check';

/** A day, a week or a month in which one check is owed. */
export interface Window {
  day: string;
  until: string;
}

/** More days than anyone asks for at once. */
const MOST_DAYS = 366;

/** The first day of the day, the week (Monday to Sunday) or the month that a date lies in. */
export function windowStart(period: SafetyCheckPeriod, date: string): string {
  if (period === 'DAILY') return date;
  if (period === 'MONTHLY') return `${date.slice(0, 7)}-01`;
  // 1970-01-05 was a Monday
  return addDays(date, -(((daysBetween('1970-01-05', date) % 7) + 7) % 7));
}

function nextWindow(period: SafetyCheckPeriod, start: string): string {
  if (period === 'MONTHLY') return addMonths(start, 1);
  return addDays(start, period === 'DAILY' ? 1 : 7);
}

/**
 * The windows that begin from `from` on and are over by `to`, and before today: what is still running is not missed.
 * Without dates: of the week that yesterday lies in, its days; or the last whole week or month. Nothing was owed before
 * the rule came into force (令74号).
 */
export function windowsOf(
  period: SafetyCheckPeriod,
  from: string | null,
  to: string | null,
  today: string,
): Window[] {
  const yesterday = addDays(today, -1);
  const lastWhole = windowStart(period, addDays(windowStart(period, today), -1));
  const first = from ?? (period === 'DAILY' ? windowStart('WEEKLY', yesterday) : lastWhole);
  const last = to !== null && to < yesterday ? to : yesterday;
  if (daysBetween(first, last) >= MOST_DAYS)
    throw FieldInvalid({
      field: 'from',
      shape: { zh: `${last} 之前至多 ${MOST_DAYS} 天的日期`, en: `at most ${MOST_DAYS} days, until ${last}` },
      got: from,
    });
  const inForce = ruleOn(legalNumbers, `equipment.check.${period}`, today).from;
  const windows: Window[] = [];
  for (let day = windowStart(period, first); day <= last; day = nextWindow(period, day)) {
    const until = addDays(nextWindow(period, day), -1);
    if (day >= first && day >= inForce && until <= last) windows.push({ day, until });
  }
  return windows;
}
