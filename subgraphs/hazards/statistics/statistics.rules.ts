import { ruleOn, type HazardDomain, type LegalRule } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { HazardGrouping, HazardStatistic } from './statistic';

/** 存量 was found before this year, 增量 from it on (安委〔2024〕10号: 2023年及以前). */
export const INCREMENT_FROM = 2024;
const LAST_YEAR_WITH_TARGET = 2024;

/** The target of 按期整改率 for hazards found in a year, in percent; none is set for later years. */
export function targetRule(year: number | null): LegalRule | null {
  if (year === null || year > LAST_YEAR_WITH_TARGET) return null;
  return ruleOn(legalNumbers, 'hazards.on-time.target', `${year}-01-01`, 'year');
}

/** The same as a share. */
export function targetOf(year: number | null): number | null {
  const rule = targetRule(year);
  return rule && rule.value / 100;
}

/** What was counted of a group. */
export interface Counted {
  key: string;
  found: number;
  closed: number;
  overdue: number;
  onTime: number;
  /** Open ones whose first deadline has passed. */
  late: number;
  onTimeWithExtensions: number;
  stock: number;
  increment: number;
  selfReported: number;
}
export const NOTHING: Counted = {
  key: '',
  found: 0,
  closed: 0,
  overdue: 0,
  onTime: 0,
  late: 0,
  onTimeWithExtensions: 0,
  stock: 0,
  increment: 0,
  selfReported: 0,
};

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The figures of a group. On time = closed by the deadline ÷ (closed + open past the deadline). */
export function statisticOf(
  counted: Counted,
  by: HazardGrouping,
  asked: number | null,
  tallied: Pick<HazardStatistic, 'talliedInspections' | 'lifelineCounters' | 'visits'>,
): HazardStatistic {
  const { key, found, closed, overdue, onTime, late, onTimeWithExtensions, stock, increment, selfReported } =
    counted;
  const year = by === 'YEAR' ? Number(key) : asked;
  const onTimeTarget = targetOf(year);
  const fallenDue = closed + late;
  const onTimeRate = share(onTime, fallenDue);
  return {
    key,
    region: by === 'REGION' ? { code: key } : null,
    industryCode: by === 'INDUSTRY' && key !== 'NONE' ? key : null,
    year,
    domain: by === 'DOMAIN' ? (key as HazardDomain) : null,
    found,
    open: found - closed,
    closed,
    overdue,
    closedOnTime: onTime,
    fallenDue,
    onTimeRate,
    onTimeTarget,
    stock,
    increment,
    onTimeRateWithExtensions: share(onTimeWithExtensions, closed + overdue),
    meetsTarget: onTimeRate === null || onTimeTarget === null ? null : onTimeRate >= onTimeTarget,
    selfReported,
    selfReportShare: share(selfReported, found),
    // a tip that proved true is among them: what is left of three would tell how many there were
    inspected: found - selfReported,
    ...tallied,
  };
}

/** Major hazards that inspections have found, per thousand of them. */
export const perThousand = (found: number, inspections: number | null): number | null =>
  inspections ? (1_000 * found) / inspections : null;
