import { NATIONWIDE } from './region-code';
import { DepartmentKind, valuesOf } from './vocabulary';

const DEPARTMENT = /^(CN|\d{6}|\d{9})-([A-Z_]+)$/;

/** What the code of a department says, 430682-FIRE_RESCUE, or of a town 431224102-GOVERNMENT: its division and its kind; null if it is no such code. */
export function readDepartmentCode(code: string): { place: string; kind: DepartmentKind } | null {
  const [, place, named] = DEPARTMENT.exec(code) ?? [];
  const kind = valuesOf(DepartmentKind).find((each) => each === named);
  return place && kind ? { place: place === 'CN' ? NATIONWIDE : place, kind } : null;
}
