import { FieldInvalid, addDays, addMonths, ruleOn, valuesOf, DepartmentKind, type Caller, checkDay, alike } from '../../kernel';
import { daysOf } from '../assessment/quarter.rules';
import { DepartmentNotYours, departmentOf } from '../plan/plan.rules';
import type { DutyKind, DutyRecordInput, MissedDuty } from './duty-record';
import { dutyPeriods } from './legal-numbers';

const PERIODIC = ['BRIEFING', 'CONSULTATION', 'MEETING'] as const satisfies readonly DutyKind[];
/** Not in charge of a field of their own. */
const EXEMPT: readonly DepartmentKind[] = ['SAFETY_COMMITTEE', 'GOVERNMENT', 'INSPECTION_INSTITUTE'];

interface Done {
  kind: DutyKind;
  departmentCode: string;
  heldOn: string;
}

/** The periods of a quarter that are over, in each of which the duty was to be done once. */
function periodsOf(kind: (typeof PERIODIC)[number], quarter: string, today: string): { from: string; to: string }[] {
  const { from, to } = daysOf(quarter);
  const months = ruleOn(dutyPeriods, `matters.duty.${kind}`, from, 'quarter').value;
  const periods: { from: string; to: string }[] = [];
  for (let start = from; start <= to; start = addMonths(start, months))
    periods.push({ from: start, to: addDays(addMonths(start, months), -1) });
  return periods.filter((period) => period.to < today);
}

/** What the departments of a division have missed in a quarter; a period counts from the day after it. */
export function missedDuties(done: readonly Done[], region: string, quarter: string, today: string): MissedDuty[] {
  const departments = valuesOf(DepartmentKind).filter((kind) => !EXEMPT.includes(kind));
  return PERIODIC.flatMap((kind) =>
    periodsOf(kind, quarter, today).flatMap((period) =>
      departments
        .map((each) => departmentOf(each, region))
        .filter(
          (code) =>
            !done.some((one) => one.kind === kind && one.departmentCode === code && one.heldOn >= period.from && one.heldOn <= period.to),
        )
        .map((departmentCode) => ({ kind, ...period, departmentCode })),
    ),
  );
}

/** A department tells of itself, of what has been; the committee may tell of others. */
export function checkDuty({ regionCode, departmentCode, heldOn }: DutyRecordInput, { department }: Caller, today: string): void {
  const field = 'departmentCode';
  if (!valuesOf(DepartmentKind).some((kind) => departmentOf(kind, regionCode) === departmentCode))
    throw FieldInvalid({ field, shape: alike(departmentOf('FIRE_RESCUE', regionCode)), got: departmentCode });
  if (department !== 'SAFETY_COMMITTEE' && !departmentCode.endsWith(`-${department}`))
    throw DepartmentNotYours({ field, department, got: departmentCode });
  checkDay('heldOn', heldOn, { to: today });
}
