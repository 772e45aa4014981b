import { FieldInvalid, FieldMissing, ruleOn, checkDay, alike, type LegalRule } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { CertificationBody, InstitutionCheck, SupervisionCoverage } from './institution';

const isOfYear =
  (year: string) =>
  ({ designatedFrom, designatedTo }: Pick<CertificationBody, 'designatedFrom' | 'designatedTo'>) =>
    (designatedFrom === null || designatedFrom <= `${year}-12-31`) &&
    (designatedTo === null || designatedTo >= `${year}-01-01`);

/** 对指定认证机构开展年度全覆盖监督检查: of the bodies that were designated on any day of the year, those inspected in it. */
export function coverageOf(
  year: string,
  bodies: readonly CertificationBody[],
  inspected: ReadonlySet<string>,
): SupervisionCoverage {
  const designated = bodies.filter(isOfYear(year));
  const notInspected = designated.filter(({ code }) => !inspected.has(code));
  const done = designated.length - notInspected.length;
  return {
    year,
    bodies: designated.length,
    inspected: done,
    ...(designated.length === 0
      ? { percent: null, percentMissing: 'NO_RECORDS' }
      : { percent: Math.round((1000 * done) / designated.length) / 10, percentMissing: null }),
    requiredPercent: coverageRule(year).value,
    notInspected,
  };
}

export function coverageRule(year: string): LegalRule {
  return ruleOn(legalNumbers, 'quality.ccc.body-coverage', `${year}-12-31`, 'year');
}

export function checkYear(year: string): string {
  if (!/^20\d{2}$/.test(year)) throw FieldInvalid({ field: 'year', shape: alike('2026'), got: year });
  return year;
}

export function checkInspection(
  record: Pick<InstitutionCheck, 'checkedOn' | 'result' | 'findings'>,
  today: string,
): void {
  checkDay('checkedOn', record.checkedOn, { to: today });
  if (record.result !== 'NO_PROBLEM' && record.findings === null) throw FieldMissing({ field: 'findings' });
}
