import { DeciderMustDiffer, StepNotAllowed, declareError, wordsOf, type Caller } from '../../kernel';
import { checkDepartment } from '../department.rules';
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

export function riskRefusedIn(
  { id }: NewRisk,
  step: string,
  status: NewRiskStatus,
  allowed: readonly string[],
) {
  return StepNotAllowed({
    field: 'id',
    key: id,
    status: wordsOf(NewRiskStatus, status),
    step,
    allowed: allowed.join(', ') || '–',
  });
}

export function itemRefusedIn(
  { id }: AssignedItem,
  step: string,
  status: AssignedItemStatus,
  allowed: readonly string[],
) {
  return StepNotAllowed({
    field: 'id',
    key: id,
    status: wordsOf(AssignedItemStatus, status),
    step,
    allowed: allowed.join(', ') || '–',
  });
}

/** The committee decides on what somebody else has registered or reported. */
export function checkOtherThan(acted: string | null, id: string, caller: Caller): void {
  if (acted === caller.subject) throw DeciderMustDiffer({ field: 'id', key: id, got: id });
}

/** Only the department that an item was given to reports on it. */
export function checkReporter({ departmentCode }: AssignedItem, { department }: Caller): void {
  if (!departmentCode.endsWith(`-${department}`))
    throw ItemNotYours({ field: 'id', department: departmentCode, got: department });
}

/** Exactly one department leads, and the others are others. */
export function checkLead(
  {
    leadDepartment,
    cooperatingDepartments,
  }: Pick<AssignNewRiskInput, 'leadDepartment' | 'cooperatingDepartments'>,
  region: string,
): void {
  checkDepartment('leadDepartment', leadDepartment, region);
  for (const code of cooperatingDepartments ?? []) {
    checkDepartment('cooperatingDepartments', code, region);
    if (code === leadDepartment) throw LeadCooperates({ field: 'cooperatingDepartments', got: code });
  }
}

/** From the day after its last day, while it is not reported done. `isOverdue` in work.lists.ts is the same rule in SQL. */
export function isOverdue({ status, dueOn }: Pick<AssignedItem, 'status' | 'dueOn'>, today: string): boolean {
  return status === 'OPEN' && dueOn < today;
}
