import {
  addDays,
  addMonths,
  declareError,
  termEnd,
  ruleOn,
  type DepartmentKind,
  type LegalRule,
  checkDay,
} from '../../kernel';
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
  const longest = termEnd(termRule({ scheme, issuedOn }), issuedOn);
  const end = expiresOn ?? longest;
  if (end <= issuedOn || end > longest)
    throw TermInvalid({ field: 'expiresOn', from: issuedOn, to: longest, got: expiresOn });
  checkDay('reviewedOn', reviewedOn, { from: issuedOn, to: today });
  const validUntil = scheme === 'SPECIAL_OPERATION' ? reviewDue(issuedOn, end, reviewedOn) : end;
  const lead = leadRule({ scheme, validUntil });
  return { expiresOn: end, validUntil, renewBy: leadStart(lead, validUntil) };
}

/** How long a certificate is good for, by the rule of its day of issue. */
export function termRule({ scheme, issuedOn }: Pick<Qualification, 'scheme' | 'issuedOn'>) {
  return ruleOn(certificateNumbers, `training.${scheme}.term`, issuedOn, 'issuedOn');
}

/** How long before its end renewal is asked for, by the rule of that day. */
export function leadRule({ scheme, validUntil }: Pick<Qualification, 'scheme' | 'validUntil'>) {
  return ruleOn(certificateNumbers, `training.${scheme}.renewal-lead`, validUntil, 'expiresOn');
}

/** By when renewal is asked for: so many days or months before the end. */
function leadStart({ unit, value }: LegalRule, end: string): string {
  return unit === 'days' ? addDays(end, -value) : addMonths(end, -value);
}

function reviewRule(issuedOn: string): LegalRule {
  return ruleOn(certificateNumbers, 'training.SPECIAL_OPERATION.review', issuedOn, 'issuedOn');
}

/** The rule that a day follows from: the term, or for 特种作业 the review half-way; null of a day that the certificate states. */
export function ruleOfEnd(
  certificate: Pick<Qualification, 'scheme' | 'issuedOn'>,
  day: string,
): LegalRule | null {
  const { scheme, issuedOn } = certificate;
  const rules = [termRule(certificate), ...(scheme === 'SPECIAL_OPERATION' ? [reviewRule(issuedOn)] : [])];
  return rules.find((rule) => termEnd(rule, issuedOn) === day) ?? null;
}

/**
 * The day of the next review, or the end of the term if that comes first or the review has been. It is asked for shortly
 * before it is due: an earlier one, such as in the first months, does not stand for it.
 */
function reviewDue(issuedOn: string, end: string, reviewedOn: string | null): string {
  const due = termEnd(reviewRule(issuedOn), issuedOn);
  const lead = ruleOn(certificateNumbers, 'training.SPECIAL_OPERATION.renewal-lead', due, 'reviewedOn');
  const isReviewed = reviewedOn !== null && reviewedOn >= leadStart(lead, due);
  return isReviewed || due > end ? end : due;
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
