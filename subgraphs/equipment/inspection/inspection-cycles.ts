import { Unreachable, addMonths, legalRules, ruleFor, ruleOn, termEnd, type LegalRule } from '../../kernel';
import { cycleNumbers, type CycleNumber } from '../cycle-numbers';

/**
 * How long after an inspection the next one is due, as versioned rules. The rule is chosen by the day of
 * the inspection. The numbers are in cycle-numbers.ts.
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

/** Which part of the catalogue each rule is for. */
const MONTHLY: readonly (readonly [id: string, kinds: string])[] = [
  ['boiler', '1'],
  ['fixed-vessel', '21'],
  ['mobile-vessel', '22'],
  ['cylinder', '23'],
  ['lift-2009', '3'],
  ['crane', '4'],
  ['metallurgical-crane', '415'],
  ['tower-crane', '43'],
  ['mobile-crane', '44'],
  ['hoist', '48'],
  ['vehicle-2017', '5'],
  ['forklift-2022', '51'],
  ['sightseeing-2022', '52'],
  ['ride', '6'],
  ['industrial-piping', '83'],
  ['ropeway', '9'],
];
const LIFTS = '3';
const LIFT_YEARS = ['1', '2', '3', '4', '5', '6', '7'].map((nth) => liftYear(nth));

function liftYear(nth: string): CycleNumber {
  return `equipment.cycle.lift-2023.${nth}` as CycleNumber;
}

/** All of them, in the versions that count now. */
export function inspectionCycles(): InspectionCycle[] {
  const monthly = MONTHLY.flatMap(([id, kinds]) =>
    legalRules()
      .filter((rule) => rule.id === `equipment.cycle.${id}`)
      .map((rule) => asMonthly(id, kinds, rule)),
  );
  const years = legalRules().filter((rule) => rule.id === LIFT_YEARS[0]);
  return [...monthly, ...years.flatMap(({ from }) => liftCycle(from) ?? [])];
}

function asMonthly(id: string, kinds: string, rule: LegalRule): InspectionCycle {
  const { from: effectiveFrom, to: effectiveTo, value, source, verified } = rule;
  return { id, kinds, effectiveFrom, effectiveTo, unit: 'MONTH', value: [value], source, verified };
}

/** The years of use in which lifts are inspected, as they hold on a day. */
function liftCycle(on: string): InspectionCycle | null {
  const rules = LIFT_YEARS.flatMap((id) => ruleFor(cycleNumbers, id, on, {}) ?? []);
  const [first] = rules;
  if (!first) return null;
  const { from: effectiveFrom, to: effectiveTo, source } = first;
  const of = {
    id: 'lift-2023',
    kinds: LIFTS,
    unit: 'YEAR_OF_USE',
    value: rules.map(({ value }) => value),
  } as const;
  return { ...of, effectiveFrom, effectiveTo, source, verified: rules.every(({ verified }) => verified) };
}

/** The rule for a kind of device on a day, or null where none is known. */
export function cycleOf(kindCode: string, on: string): InspectionCycle | null {
  const byYear = kindCode.startsWith(LIFTS) ? liftCycle(on) : null;
  if (byYear) return byYear;
  const fitting = MONTHLY.filter(([, kinds]) => kindCode.startsWith(kinds)).flatMap(([id, kinds]) => {
    const rule = ruleFor(cycleNumbers, `equipment.cycle.${id}` as CycleNumber, on, {});
    return rule ? [asMonthly(id, kinds, rule)] : [];
  });
  return fitting.sort((one, other) => other.kinds.length - one.kinds.length)[0] ?? null;
}

/** The rule of law by which a device is due on a day, unless its report stated that day itself. */
export function ruleOfDue(
  kindCode: string,
  inspectedOn: string | null,
  due: string | null,
  installedOn: string | null,
): LegalRule | null {
  if (inspectedOn === null || due === null) return null;
  const cycle = cycleOf(kindCode, inspectedOn);
  if (!cycle) return null;
  if (cycle.unit === 'MONTH' && cycleOf(kindCode, due)?.unit !== 'YEAR_OF_USE')
    return ruleFor(cycleNumbers, `equipment.cycle.${cycle.id}` as CycleNumber, inspectedOn, {});
  const year = LIFT_YEARS.map((id) => ruleFor(cycleNumbers, id, due, {})).find(
    (rule) => rule !== null && installedOn !== null && termEnd(rule, installedOn) === due,
  );
  return year ?? ruleFor(cycleNumbers, 'equipment.cycle.lift-2023.after', due, {});
}

/** How long before its day an inspection may be made and still be that of its year: the month that the cycle is counted from stays. */
function earlyMonths(on: string): number {
  return ruleOn(cycleNumbers, 'equipment.cycle.early', on).value;
}

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
  return cycle && dueBy(cycle, kindCode, inspectedOn, installedOn, due);
}

function dueBy(
  cycle: InspectionCycle,
  kindCode: string,
  inspectedOn: string,
  installedOn: string | null,
  due: string | null,
): string {
  switch (cycle.unit) {
    case 'MONTH': {
      const start = due !== null && isForCycle(inspectedOn, due) ? due : inspectedOn;
      const next = addMonths(start, cycle.value[0] ?? 0);
      // what falls due under the years of use is due by them: until then a lift is tested instead
      const later = cycleOf(kindCode, next);
      return later?.unit === 'YEAR_OF_USE' ? dueBy(later, kindCode, inspectedOn, installedOn, due) : next;
    }
    case 'YEAR_OF_USE':
      return installedOn === null
        ? addMonths(inspectedOn, ruleOn(cycleNumbers, 'equipment.cycle.lift-2023.after', inspectedOn).value)
        : dueInYearOfUse(cycle.value, inspectedOn, installedOn);
    default:
      throw new Unreachable(cycle.unit);
  }
}

/** Two months before the last day of August is the last day of June. */
function isTooEarly(on: string, due: string): boolean {
  return on < addMonths(due, -earlyMonths(on));
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

/** The first of the years of use that a lift is inspected in: it is tested in those between them. */
export function testRule(due: string): LegalRule | null {
  return LIFT_YEARS.map((id) => ruleFor(cycleNumbers, id, due, {})).find((rule) => rule !== null) ?? null;
}

/** The first scheduled year whose inspection this one cannot yet have been. */
function dueInYearOfUse(years: readonly number[], inspectedOn: string, installedOn: string): string {
  for (let year = 1; ; year++) {
    const due = addMonths(installedOn, 12 * year);
    const scheduled = years.includes(year) || year > Math.max(...years);
    if (scheduled && isTooEarly(inspectedOn, due)) return due;
  }
}
