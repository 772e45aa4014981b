import { addMonths, addYears, termEnd, ruleOn, type HazardDomain } from '../../kernel';
import { legalNumbers } from '../legal-numbers';

/** 高危行业领域, whose principals check monthly. Which fields count is [G]: 安全生产法 names mines, metal smelting, construction, transport, dangerous goods. */
export const HIGH_RISK: readonly HazardDomain[] = [
  'MINING',
  'CHEMICALS',
  'FIREWORKS',
  'CONSTRUCTION',
  'ROAD_TRANSPORT',
  'WATER_TRANSPORT',
];

/** The numbers of 安全生产法 第一百一十三条 on a day. */
export function closingDownRules(today: string) {
  const rule = (what: 'short.times' | 'short.period' | 'long.times' | 'long.period') =>
    ruleOn(legalNumbers, `hazards.closing-down.${what}`, today, 'today');
  return {
    short: [rule('short.times'), rule('short.period')],
    long: [rule('long.times'), rule('long.period')],
  } as const;
}

/** Penalties count for the signal while the last of them is not older than a year. */
export const signalFrom = (today: string): string =>
  addYears(today, -ruleOn(legalNumbers, 'hazards.closing-down.long.period', today, 'today').value);

/** The first day of a penalty that can still be the first of those which the last one, not older than that, makes full. */
export const lookedAtFrom = (today: string): string => signalFrom(signalFrom(today));

/** Fewer penalties reach no number of that article. */
export const leastPenalties = (today: string): number =>
  Math.min(...Object.values(closingDownRules(today)).map(([times]) => times.value));

/**
 * Whether penalties reach the number of Art. 113: three within 180 days of the first, or four within a year of it.
 * `dates` are in order; a major hazard must be there as well, which the caller knows.
 */
export function reachesClosingDown(dates: readonly string[], today: string): boolean {
  const rules = Object.values(closingDownRules(today));
  return dates.some(
    (date, at) =>
      date >= signalFrom(today) &&
      date <= today &&
      rules.some(([times, period]) => {
        const first = dates[at - times.value + 1];
        return first !== undefined && date <= termEnd(period, first);
      }),
  );
}

/** A period of the calendar: from its first day to the day after its last. */
export interface Period {
  from: string;
  to: string;
}

/** The last full period before a day, of so many months: the quarter or the month before this one. */
export function lastPeriod(today: string, months: number): Period {
  const month = Number(today.slice(5, 7)) - 1;
  const to = addMonths(`${today.slice(0, 7)}-01`, -(month % months));
  return { from: addMonths(to, -months), to };
}

/** In which period a principal must have led a check: the last quarter, or in a high-risk field the last month. */
export function checkPeriods(today: string): { usual: Period; highRisk: Period } {
  const months = (id: 'hazards.principal-check.period' | 'hazards.principal-check.high-risk.period') =>
    ruleOn(legalNumbers, id, today, 'today').value;
  return {
    usual: lastPeriod(today, months('hazards.principal-check.period')),
    highRisk: lastPeriod(today, months('hazards.principal-check.high-risk.period')),
  };
}
