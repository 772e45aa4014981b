import { FieldInvalid, NATIONWIDE, type DepartmentKind } from '../../kernel';
import { CaseNotYours } from './case.rules';

const DEPARTMENT = /^(CN|\d{6})-([A-Z_]+)$/;

/** The division and kind that a department code says: 430682-FIRE_RESCUE. It must be of the caller’s kind. */
export function handlerOf(
  departmentCode: string,
  department: DepartmentKind | null,
): { regionCode: string; departmentKind: DepartmentKind } {
  const [, place, kind] = DEPARTMENT.exec(departmentCode) ?? [];
  if (!place) throw FieldInvalid({ field: 'departmentCode', shape: `430682-${department}`, got: departmentCode });
  if (kind !== department) throw CaseNotYours({ field: 'departmentCode', key: departmentCode, owner: kind, department });
  return { regionCode: place === 'CN' ? NATIONWIDE : place, departmentKind: department as DepartmentKind };
}
