import { Unreachable, addMonths } from '../../kernel';

/**
 * How long after an inspection the next one is due, as versioned rules. The rule is chosen by the day of
 * the inspection. `verified` is false where no public source of the value was seen.
 */
export interface InspectionCycle {
  id: string;
  /** The part of the catalogue that it is for, as the beginning of a kind code; the longest that fits counts. */
  kinds: string;
  effectiveFrom: string;
  /** The last day, or null while it is in force. */
  effectiveTo: string | null;
  /** MONTH: so many months later. YEAR_OF_USE: in these years after the installation, and yearly after the last of them. */
  unit: 'MONTH' | 'YEAR_OF_USE';
  value: readonly number[];
  source: string;
  verified: boolean;
}

const ALWAYS = { effectiveFrom: '2009-05-01', effectiveTo: null };

export const inspectionCycles: readonly InspectionCycle[] = [
  monthly('boiler', '1', 12, '锅炉外部检验'),
  monthly('fixed-vessel', '21', 36, '固定式压力容器首次定期检验；评级后按安全状况等级，以报告为准'),
  monthly('mobile-vessel', '22', 12, '移动式压力容器年度检验'),
  monthly('cylinder', '23', 36, '气瓶，一般介质'),
  {
    ...monthly('lift-2009', '3', 12, 'TSG T7001-2009'),
    effectiveTo: '2024-04-01',
  },
  {
    id: 'lift-2023',
    kinds: '3',
    effectiveFrom: '2024-04-02',
    effectiveTo: null,
    unit: 'YEAR_OF_USE',
    value: [1, 4, 7, 9, 11, 13, 15],
    source: 'TSG T7001-2023 (the years; yearly after the fifteenth and the first day in force were not seen)',
    verified: true,
  },
  monthly('crane', '4', 24, '起重机械'),
  monthly('metallurgical-crane', '415', 12, '吊运熔融金属的起重机'),
  monthly('tower-crane', '43', 12, '塔式起重机'),
  monthly('mobile-crane', '44', 12, '流动式起重机'),
  monthly('hoist', '48', 12, '升降机'),
  { ...monthly('vehicle-2017', '5', 12, 'TSG N0001-2017'), effectiveTo: '2022-11-30' },
  { ...monthly('forklift-2022', '51', 24, 'TSG 81-2022'), effectiveFrom: '2022-12-01', verified: true },
  { ...monthly('sightseeing-2022', '52', 12, 'TSG 81-2022'), effectiveFrom: '2022-12-01', verified: true },
  monthly('ride', '6', 12, '大型游乐设施'),
  monthly('industrial-piping', '83', 36, '工业管道首次定期检验；评级后按安全状况等级，以报告为准'),
  monthly('ropeway', '9', 12, '客运索道年度检验'),
];

function monthly(id: string, kinds: string, months: number, source: string): InspectionCycle {
  return { id, kinds, ...ALWAYS, unit: 'MONTH', value: [months], source, verified: false };
}

/** The rule for a kind of device on a day, or null where none is known. */
export function cycleOf(kindCode: string, on: string): InspectionCycle | null {
  const fitting = inspectionCycles.filter(
    ({ kinds, effectiveFrom, effectiveTo }) =>
      kindCode.startsWith(kinds) && effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
  );
  return fitting.sort((a, b) => b.kinds.length - a.kinds.length)[0] ?? null;
}

/** An inspection may be made this early and still be that of its year: the month that the cycle is counted from stays. */
const EARLY_MONTHS = 2;

/**
 * The last day by which the next inspection must be made.
 * @param due when this inspection itself was due: made at most two months before it, it does not move the following ones
 * @param installedOn where the years of use are counted from; unknown, the shortest of their intervals is taken
 */
export function dueByCycle(
  kindCode: string,
  inspectedOn: string,
  installedOn: string | null,
  due: string | null = null,
): string | null {
  const cycle = cycleOf(kindCode, inspectedOn);
  if (!cycle) return null;
  switch (cycle.unit) {
    case 'MONTH':
      return addMonths(due !== null && isForCycle(inspectedOn, due) ? due : inspectedOn, cycle.value[0] ?? 0);
    case 'YEAR_OF_USE':
      return installedOn === null
        ? addMonths(inspectedOn, 12)
        : dueInYearOfUse(cycle.value, inspectedOn, installedOn);
    default:
      throw new Unreachable(cycle.unit);
  }
}

/** Two months before the last day of August is the last day of June. */
function isTooEarly(on: string, due: string): boolean {
  return on < addMonths(due, -EARLY_MONTHS);
}

/** Whether an inspection was made in time and not too early to be the one that was due on a day. */
function isForCycle(inspectedOn: string, due: string): boolean {
  return inspectedOn <= due && !isTooEarly(inspectedOn, due);
}

/**
 * When a lift must next be tested (自行检测): in the years between those of its inspections (TSG T7008-2023). Null for
 * what has no such years, or whose installation is not known.
 * @param last its latest test or inspection
 */
export function nextTestDue(
  kindCode: string,
  last: string | null,
  installedOn: string | null,
): string | null {
  if (installedOn === null) return null;
  const cycle = cycleOf(kindCode, last ?? installedOn);
  if (cycle?.unit !== 'YEAR_OF_USE') return null;
  for (let year = 1; year < Math.max(...cycle.value); year++) {
    const due = addMonths(installedOn, 12 * year);
    if (!cycle.value.includes(year) && isTooEarly(last ?? installedOn, due)) return due;
  }
  return null;
}

/** The first scheduled year whose inspection this one cannot yet have been. */
function dueInYearOfUse(years: readonly number[], inspectedOn: string, installedOn: string): string {
  for (let year = 1; ; year++) {
    const due = addMonths(installedOn, 12 * year);
    const scheduled = years.includes(year) || year > Math.max(...years);
    if (scheduled && isTooEarly(inspectedOn, due)) return due;
  }
}
