import {
  DepartmentKind,
  FieldInvalid,
  StepNotAllowed,
  Unreachable,
  declareError,
  valuesOf,
  type Caller,
  alike,
  wordsOf,
  DeciderMustDiffer,
} from '../../kernel';
import { departmentOf } from '../plan/plan.rules';
import { AssignedItemStatus, type AssignedItem } from './assigned-item';
import { NewRiskStatus, type AssignNewRiskInput, type NewRisk } from './new-risk';

export const LeadCooperates = declareError(
  'LEAD_COOPERATES',
  '{got} 已牵头，不能同时配合：一件事只有一个牵头部门。',
  '{got} leads already and cannot cooperate as well: one matter has one lead.',
);
export const ItemNotYours = declareError(
  'ITEM_NOT_YOURS',
  '事项由 {department} 承办，{got:DepartmentKind} 不得报告。',
  'The item was given to {department}; {got:DepartmentKind} may not report on it.',
);

/** A department of this very division, of a kind that there is. */
export function checkDepartment(field: string, code: string, region: string): void {
  if (!valuesOf(DepartmentKind).some((kind) => departmentOf(kind, region) === code))
    throw FieldInvalid({ field, shape: alike(departmentOf('FIRE_RESCUE', region)), got: code });
}

/** The steps that a new risk may take from where it stands. */
function stepsOfRisk(status: NewRiskStatus): readonly string[] {
  switch (status) {
    case 'REGISTERED':
      return ['assignNewRisk', 'dismissNewRisk'];
    case 'ASSIGNED':
    case 'DISMISSED':
      return [];
    default:
      throw new Unreachable(status);
  }
}

/** The committee decides on what somebody else has registered, once. */
export function checkRiskStep(step: 'assignNewRisk' | 'dismissNewRisk', { id, status, registeredBy }: NewRisk, caller: Caller): void {
  const allowed = stepsOfRisk(status);
  if (!allowed.includes(step))
    throw StepNotAllowed({ field: 'id', key: id, status: wordsOf(NewRiskStatus, status), step, allowed: allowed.join(', ') || '–' });
  if (registeredBy === caller.subject) throw DeciderMustDiffer({ field: 'id', key: id, got: id });
}

/** Exactly one department leads, and the others are others. */
export function checkLead({ leadDepartment, cooperatingDepartments }: AssignNewRiskInput, region: string): void {
  checkDepartment('leadDepartment', leadDepartment, region);
  for (const code of cooperatingDepartments ?? []) {
    checkDepartment('cooperatingDepartments', code, region);
    if (code === leadDepartment) throw LeadCooperates({ field: 'cooperatingDepartments', got: code });
  }
}

type ItemStep = 'reportItem' | 'returnItem' | 'closeItem';

function stepsOfItem(status: AssignedItemStatus): readonly ItemStep[] {
  switch (status) {
    case 'OPEN':
      return ['reportItem'];
    case 'REPORTED':
      return ['returnItem', 'closeItem'];
    case 'CLOSED':
      return [];
    default:
      throw new Unreachable(status);
  }
}

/** The department reports, the committee returns or closes; never who has reported. */
export function checkItemStep(step: ItemStep, { id, status, departmentCode, reportedBy }: AssignedItem, caller: Caller): void {
  const allowed = stepsOfItem(status);
  if (!allowed.includes(step))
    throw StepNotAllowed({ field: 'id', key: id, status: wordsOf(AssignedItemStatus, status), step, allowed: allowed.join(', ') || '–' });
  if (step === 'reportItem') {
    if (!departmentCode.endsWith(`-${caller.department}`))
      throw ItemNotYours({ field: 'id', department: departmentCode, got: caller.department });
  } else if (reportedBy === caller.subject) throw DeciderMustDiffer({ field: 'id', key: id, got: id });
}

/** From the day after its last day, while it is not reported done. `isOverdue` in work.loaders.ts is the same rule in SQL. */
export function isOverdue({ status, dueOn }: Pick<AssignedItem, 'status' | 'dueOn'>, today: string): boolean {
  return status === 'OPEN' && dueOn < today;
}
