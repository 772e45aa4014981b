import {
  FieldInvalid,
  declareError,
  isWithin,
  type DepartmentKind,
  readDepartmentCode,
  alike,
} from '../../kernel';
import type { SupervisoryInspectionInput } from './supervisory-inspection';

export const InspectionNotYours = declareError(
  'INSPECTION_NOT_YOURS',
  '检查由 {owner:DepartmentKind} 牵头，{department:DepartmentKind} 不得报送。',
  'The inspection was led by {owner:DepartmentKind}; {department:DepartmentKind} may not submit it.',
);
export const InspectionOutOfPlace = declareError(
  'INSPECTION_OUT_OF_PLACE',
  '{field} {got} 不在 {department} 的辖区内；异地检查的方式应为 CROSS_REGIONAL。',
  '{field} {got} is outside the region of {department}; only an inspection that is CROSS_REGIONAL may be.',
);
export const JointDepartmentsWrong = declareError(
  'JOINT_DEPARTMENTS_WRONG',
  '方式为 JOINT 时必须写明其他部门，其他方式不得写；不得包括牵头部门。收到：{got}。',
  'A JOINT inspection must name the other departments, without the leading one, and only it may; got: {got}.',
);
export const DrawNotNamed = declareError(
  'DRAW_ONLY_FOR_RANDOM',
  '只有双随机检查可以写明 {field}，收到：{got}。',
  'Only an inspection that is DOUBLE_RANDOM may give {field}, but got: {got}.',
);

/** 异地交叉执法 apart, a department inspects inside its own region. */
export function checkPlace(
  { mode, regionCode, departmentCode }: SupervisoryInspectionInput,
  departmentRegion: string,
): void {
  if (mode === 'CROSS_REGIONAL' || isWithin(regionCode, departmentRegion)) return;
  throw InspectionOutOfPlace({ field: 'regionCode', department: departmentCode, got: regionCode });
}

export function checkMode({
  mode,
  jointDepartmentCodes,
  departmentCode,
  drawId,
}: SupervisoryInspectionInput): void {
  const joint = jointDepartmentCodes ?? [];
  if ((mode === 'JOINT') !== joint.length > 0 || joint.includes(departmentCode)) {
    throw JointDepartmentsWrong({ field: 'jointDepartmentCodes', got: joint });
  }
  if (drawId !== null && mode !== 'DOUBLE_RANDOM') throw DrawNotNamed({ field: 'drawId', got: drawId });
}

/** The division and the kind that a department’s code says; of the caller’s kind. */
export function leaderOf(
  departmentCode: string,
  department: DepartmentKind | null,
): { place: string; departmentKind: DepartmentKind } {
  const found = readDepartmentCode(departmentCode);
  if (!found)
    throw FieldInvalid({
      field: 'departmentCode',
      shape: alike(`430682-${department}`),
      got: departmentCode,
    });
  if (found.kind !== department)
    throw InspectionNotYours({ field: 'departmentCode', owner: found.kind, department });
  return { place: found.place, departmentKind: found.kind };
}
