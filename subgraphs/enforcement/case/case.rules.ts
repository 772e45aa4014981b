import {
  AuthenticationRequired,
  DeciderMustDiffer,
  FieldInvalid,
  alike,
  declareError,
  isTipNumber,
  masked,
  readDepartmentCode,
  ruleOn,
  seal,
  type Caller,
  type DataKeys,
  type DepartmentKind,
  type TipWord,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { EnforcementCase } from './case';
import type { OriginKind, PartyKind } from './case.terms';

export const CaseNotYours = declareError(
  'CASE_NOT_YOURS',
  '{key} 由 {owner:DepartmentKind} 办理，{department:DepartmentKind} 不得办理。',
  '{key} is handled by {owner:DepartmentKind}; {department:DepartmentKind} may not act on it.',
);
export const InvestigatorsTooFew = declareError(
  'INVESTIGATORS_TOO_FEW',
  '{field} 不得少于 {least} 人，收到：{got} 人。',
  '{field} must name {least} officers at least, but got: {got}.',
);
export const StepIncomplete = declareError(
  'STEP_INCOMPLETE',
  '{key} 尚缺：{missing}。',
  '{key} still lacks: {missing}.',
);

/** Only officers of the kind of department that handles a case act on it. */
export function checkHandler(
  { number, departmentKind }: { number: string; departmentKind: DepartmentKind },
  caller: Caller,
): void {
  if (caller.department !== departmentKind) {
    throw CaseNotYours({ key: number, owner: departmentKind, department: caller.department });
  }
}

/** The division and kind that a department code says: 430682-FIRE_RESCUE. It must be of the caller’s kind. */
export function handlerOf(
  departmentCode: string,
  department: DepartmentKind | null,
): { regionCode: string; departmentKind: DepartmentKind } {
  const found = readDepartmentCode(departmentCode);
  if (!found)
    throw FieldInvalid({
      field: 'departmentCode',
      shape: alike(`430682-${department}`),
      got: departmentCode,
    });
  if (found.kind !== department)
    throw CaseNotYours({ field: 'departmentCode', key: departmentCode, owner: found.kind, department });
  return { regionCode: found.place, departmentKind: found.kind };
}

/** The account that a step is put down to. */
export function officerOf({ subject }: Caller): string {
  if (subject === null) throw AuthenticationRequired();
  return subject;
}

/** 调查、审核、决定分离: who investigates neither reviews nor decides. */
export function checkDecider(
  { number, investigators }: Pick<EnforcementCase, 'number' | 'investigators'>,
  officer: string,
): void {
  if (investigators.includes(officer)) throw DeciderMustDiffer({ key: number, officer });
}

/** 行政处罚法 第四十二条. */
export function checkInvestigators(investigators: readonly string[], today: string): void {
  const least = ruleOn(legalNumbers, 'enforcement.investigators', today, 'today').value;
  const got = new Set(investigators).size;
  if (got < least) throw InvestigatorsTooFew({ field: 'investigators', least, got });
}

/** Beside the tip that it began with, a case says what one would say that began without. */
export const BY_TIP: TipWord<OriginKind> = { tip: 'TIP', reads: 'INSPECTION' };

export function goesBackToTip({
  originKind,
  originReference,
}: Pick<EnforcementCase, 'originKind' | 'originReference'>): boolean {
  return originKind === BY_TIP.tip || isTipNumber(originReference);
}

/** How a party is stored: of a person the name as it is shown (张三丰 → 张**), and the full one sealed. */
export function partyOf(
  { partyKind, partyName }: { partyKind: PartyKind; partyName: string },
  dataKey: DataKeys,
): Pick<EnforcementCase, 'storedPartyName' | 'sealedPersonName'> {
  return partyKind === 'PERSON'
    ? { storedPartyName: masked(partyName), sealedPersonName: seal(partyName, dataKey) }
    : { storedPartyName: partyName, sealedPersonName: null };
}
