import {
  DepartmentKind,
  FieldInvalid,
  NATIONWIDE,
  alike,
  declareError,
  valuesOf,
  type Caller,
} from '../kernel';

export const DepartmentNotYours = declareError(
  'DEPARTMENT_NOT_YOURS',
  '{field} 应为本部门 {department:DepartmentKind}（安委会可代报），收到：{got}。',
  '{field} must be of your own kind, {department:DepartmentKind} (the safety committee may report for others), but got: {got}.',
);

/** 430682-FIRE_RESCUE, or CN-FIRE_RESCUE for the whole country. */
export function departmentOf(kind: DepartmentKind, region: string): string {
  return `${region === NATIONWIDE ? 'CN' : region}-${kind}`;
}

/** A department of this very division, of a kind that there is. */
export function checkDepartment(field: string, code: string, region: string): void {
  if (valuesOf(DepartmentKind).some((kind) => departmentOf(kind, region) === code)) return;
  throw FieldInvalid({ field, shape: alike(departmentOf('FIRE_RESCUE', region)), got: code });
}

/** A department reports of itself; the committee may report for others. */
export function checkOwnDepartment(departmentCode: string, { department }: Caller): void {
  if (department === 'SAFETY_COMMITTEE' || departmentCode.endsWith(`-${department}`)) return;
  throw DepartmentNotYours({ field: 'departmentCode', department, got: departmentCode });
}
