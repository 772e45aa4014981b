import { declareError, type CatalogueError, type SubmittedRow } from '../../kernel';
import type { FillingRefusal } from './cylinder-filling';
import type { CylinderStatus } from './gas-cylinder';

const CylinderOverdue = declareError(
  'CYLINDER_OVERDUE',
  '气瓶 {got} 在充装日已超期未检，不得充装；本条已留存备查。',
  'The cylinder {got} was overdue for inspection on the day of the filling and must not be filled; the record is kept.',
);
const CylinderScrapped = declareError(
  'CYLINDER_SCRAPPED',
  '气瓶 {got} 已报废，不得充装；本条已留存备查。',
  'The cylinder {got} is scrapped and must not be filled; the record is kept.',
);

/** What a filler must look at before it fills (特种设备安全法 第四十九条). */
export interface FilledCylinder {
  status: CylinderStatus;
  nextInspectionDue: string;
}

/** Of one that is still in use; the due day itself is in time. `isOverdue` of cylinder.lists.ts is the same rule in SQL. */
export function isOverdue({ status, nextInspectionDue }: FilledCylinder, today: string): boolean {
  return status !== 'SCRAPPED' && nextInspectionDue < today;
}

/** The due day itself is still in time. */
export function refusalOn(
  { status, nextInspectionDue }: FilledCylinder,
  filledOn: string,
): FillingRefusal | null {
  if (status === 'SCRAPPED') return 'SCRAPPED';
  return nextInspectionDue < filledOn ? 'OVERDUE' : null;
}

/** The answer to who reports a filling that must not have been; one who has refused it is told nothing. */
export function refusalError(filling: SubmittedRow): CatalogueError | null {
  if (filling.refusal === null || filling.refusedByFiller === true) return null;
  const details = { field: 'cylinderSerial', got: filling.cylinderSerial };
  return filling.refusal === 'SCRAPPED' ? CylinderScrapped(details) : CylinderOverdue(details);
}
