import { FieldInvalid, type DepartmentKind, readDepartmentCode, alike } from '../../kernel';
import { CaseNotYours } from './case.rules';

/** The division and kind that a department code says: 430682-FIRE_RESCUE. It must be of the caller’s kind. */
export function handlerOf(
  departmentCode: string,
  department: DepartmentKind | null,
): { regionCode: string; departmentKind: DepartmentKind } {
  const found = readDepartmentCode(departmentCode);
  if (!found) throw FieldInvalid({ field: 'departmentCode', shape: alike(`430682-${department}`), got: departmentCode });
  if (found.kind !== department) throw CaseNotYours({ field: 'departmentCode', key: departmentCode, owner: found.kind, department });
  return { regionCode: found.place, departmentKind: found.kind };
}
