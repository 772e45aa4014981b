import { DepartmentKind, addDays, addMonths, checkDay, ruleFor, valuesOf, type Caller } from '../../kernel';
import { daysOf } from '../assessment/quarter.rules';
import { checkDepartment, checkOwnDepartment, departmentOf } from '../department.rules';
import { DutyKind, type DutyCount, type DutyRecord, type MissedDuty } from './duty';
import { dutyPeriods } from './legal-numbers';

const PERIODIC = ['BRIEFING', 'CONSULTATION', 'MEETING'] as const satisfies readonly DutyKind[];
/** Not in charge of a field of their own. */
const EXEMPT: readonly DepartmentKind[] = ['SAFETY_COMMITTEE', 'GOVERNMENT', 'INSPECTION_INSTITUTE'];

type Done = Pick<DutyRecord, 'kind' | 'departmentCode' | 'heldOn'>;
interface Period {
  from: string;
  to: string;
}

/** The duties that a document of this division, or of one above it, imposed in a quarter. */
function dutiesOf(region: string, quarter: string) {
  const { from } = daysOf(quarter);
  return PERIODIC.flatMap((kind) => {
    const rule = ruleFor(dutyPeriods, `matters.duty.${kind}`, from, { region });
    return rule ? [{ kind, rule }] : [];
  });
}

/** The periods of a quarter that are over, in each of which the duty was to be done once. */
function periodsOf(months: number, quarter: string, today: string): Period[] {
  const { from, to } = daysOf(quarter);
  const periods: Period[] = [];
  for (let start = from; start < to; start = addMonths(start, months)) {
    periods.push({ from: start, to: addDays(addMonths(start, months), -1) });
  }
  return periods.filter((period) => period.to < today);
}

/**
 * What the departments of a division have missed in a quarter; a period counts from the day after it. Null where no document
 * is known that would impose a duty there: the letter of one district binds no other.
 */
export function missedDuties(
  done: readonly Done[],
  region: string,
  quarter: string,
  today: string,
): MissedDuty[] | null {
  const duties = dutiesOf(region, quarter);
  if (duties.length === 0) return null;
  const departments = valuesOf(DepartmentKind)
    .filter((kind) => !EXEMPT.includes(kind))
    .map((kind) => departmentOf(kind, region));
  return duties.flatMap(({ kind, rule }) =>
    periodsOf(rule.value, quarter, today).flatMap((period) => {
      const inPeriod = done.filter(
        (record) => record.kind === kind && record.heldOn >= period.from && record.heldOn <= period.to,
      );
      const whoDid = new Set(inPeriod.map(({ departmentCode }) => departmentCode));
      return departments
        .filter((code) => !whoDid.has(code))
        .map((departmentCode) => ({ kind, ...period, departmentCode, rule }));
    }),
  );
}

const ENFORCED = ['COVERT_VISIT', 'URGING_LETTER'] as const satisfies readonly DutyKind[];
/** What enforcement has on record of what departments are counted by. */
export type Enforced = Record<(typeof ENFORCED)[number], number>;

/** What has its home in enforcement is counted there, and null while it is silent; the duty records stand beside it. */
export function countsOf(recorded: ReadonlyMap<DutyKind, number>, enforced: Enforced | null): DutyCount[] {
  return [...valuesOf(DutyKind)]
    .sort()
    .map((kind): DutyCount => {
      const own = recorded.get(kind) ?? 0;
      const home = ENFORCED.find((each) => each === kind);
      if (!home) return { kind, count: own, recorded: own, difference: null, missing: null };
      if (!enforced)
        return { kind, count: null, recorded: own, difference: null, missing: 'SUBGRAPH_UNAVAILABLE' };
      return { kind, count: enforced[home], recorded: own, difference: own - enforced[home], missing: null };
    })
    .filter(({ count, recorded: own }) => count !== 0 || own !== 0);
}

/** A department reports of itself, of what has been; the committee may report for others. */
export function checkDuty(
  duty: Pick<DutyRecord, 'regionCode' | 'departmentCode' | 'heldOn'>,
  caller: Caller,
  today: string,
): void {
  checkDepartment('departmentCode', duty.departmentCode, duty.regionCode);
  checkOwnDepartment(duty.departmentCode, caller);
  checkDay('heldOn', duty.heldOn, { to: today });
}
