import { addMonths, declareError, deadlineOf, ruleOn, type DepartmentKind, checkDay } from '../../kernel';
import { certificateNumbers } from '../legal-numbers';
import { ISSUERS, type QualificationScheme } from './item';
import type { Qualification, QualificationStatus } from './qualification';

export const SchemeNotYours = declareError(
  'SCHEME_NOT_YOURS',
  '{field}：{got} 由 {owner:DepartmentKind} 发证，{department:DepartmentKind} 不得报送。',
  '{field}: {got} is issued by {owner:DepartmentKind}; {department:DepartmentKind} may not submit it.',
);
export const TermInvalid = declareError(
  'QUALIFICATION_TERM_INVALID',
  '{field} 应在 {from} 至 {to} 之间（发证日期起算的有效期），收到：{got}。',
  '{field} must lie between {from} and {to}, the term from the day of issue, but got: {got}.',
);

export function checkIssuer(scheme: QualificationScheme, department: DepartmentKind | null): void {
  const owners = ISSUERS[scheme];
  if (!department || !owners.includes(department)) {
    throw SchemeNotYours({ field: 'scheme', owner: owners.join(', '), department, got: scheme });
  }
}

export interface Stated {
  scheme: QualificationScheme;
  issuedOn: string;
  expiresOn: string | null;
  reviewedOn: string | null;
}

/**
 * The days that follow from a certificate. The term by the rule of the day of issue; a shorter one may be stated. 特种作业操作证
 * is also reviewed half-way: it is in force to the day of the review unless it was reviewed. Renewal is asked for by the rule of
 * the day on which it would run out: a certificate of 2018 that ends in 2022 is renewed by the rule of 2022.
 */
export function daysOf({ scheme, issuedOn, expiresOn, reviewedOn }: Stated, today: string) {
  checkDay('issuedOn', issuedOn, { to: today });
  const longest = deadlineOf(
    ruleOn(certificateNumbers, `training.${scheme}.term`, issuedOn, 'issuedOn'),
    issuedOn,
  ).date;
  const end = expiresOn ?? longest;
  if (end <= issuedOn || end > longest)
    throw TermInvalid({ field: 'expiresOn', from: issuedOn, to: longest, got: expiresOn });
  checkDay('reviewedOn', reviewedOn, { from: issuedOn, to: today });
  const validUntil = scheme === 'SPECIAL_OPERATION' ? reviewDue(issuedOn, end, reviewedOn) : end;
  const lead = ruleOn(certificateNumbers, `training.${scheme}.renewal-lead`, validUntil, 'expiresOn');
  return { expiresOn: end, validUntil, renewBy: addMonths(validUntil, -lead.value) };
}

/** The day of the next review, or the end of the term if that comes first or the review has been. */
function reviewDue(issuedOn: string, end: string, reviewedOn: string | null): string {
  const due = deadlineOf(
    ruleOn(certificateNumbers, 'training.SPECIAL_OPERATION.review', issuedOn, 'issuedOn'),
    issuedOn,
  ).date;
  return reviewedOn !== null || due > end ? end : due;
}

/** Where a qualification stands on a day: its last day is still in force. `inStatus` of qualification.lists.ts is the same in SQL. */
export function statusOn(
  { standing, validUntil, renewBy }: Pick<Qualification, 'standing' | 'validUntil' | 'renewBy'>,
  today: string,
): QualificationStatus {
  if (standing !== 'VALID') return standing;
  if (today > validUntil) return 'EXPIRED';
  return today >= renewBy ? 'RENEWAL_DUE' : 'VALID';
}

export function isInForce(status: QualificationStatus): boolean {
  return status === 'VALID' || status === 'RENEWAL_DUE';
}
