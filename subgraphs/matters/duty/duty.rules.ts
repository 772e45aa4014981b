import { DepartmentKind, addDays, addMonths, checkDay, ruleFor, valuesOf, type Caller } from '../../kernel';
import { daysOf } from '../assessment/quarter.rules';
import { checkDepartment, checkOwnDepartment, departmentOf } from '../department.rules';
import type { DutyKind, DutyRecord, MissedDuty } from './duty';
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
    return rule ? [{ kind, months: rule.value }] : [];
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
  return duties.flatMap(({ kind, months }) =>
    periodsOf(months, quarter, today).flatMap((period) => {
      const inPeriod = done.filter(
        (record) => record.kind === kind && record.heldOn >= period.from && record.heldOn <= period.to,
      );
      const whoDid = new Set(inPeriod.map(({ departmentCode }) => departmentCode));
      return departments
        .filter((code) => !whoDid.has(code))
        .map((departmentCode) => ({ kind, ...period, departmentCode }));
    }),
  );
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
