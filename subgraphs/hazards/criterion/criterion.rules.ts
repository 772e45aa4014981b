import { HazardDomain, declareError, oneOf } from '../../kernel';
import { CriterionMissing, CriterionOfOther, GradeOfOther } from '../hazard/refusals.rules';
import { HazardGrade } from '../hazard/hazard.terms';
import rows from '../official/criteria.json';
import type { HazardCriterion } from './criterion';

export const CriterionUnknown = declareError(
  'HAZARD_CRITERION_UNKNOWN',
  '{field} 不是 hazardCriteria 中的条款，收到：{got}。',
  '{field} is no item of hazardCriteria, but got: {got}.',
);

const [domain, grade] = [oneOf(HazardDomain), oneOf(HazardGrade)];

/** The items of the reference file; one of a field or a grade that there is not would stop the start. */
const criteria: readonly HazardCriterion[] = rows.map((row) => ({
  ...row,
  domain: domain.parse(row.domain, 'domain'),
  grade: grade.parse(row.grade, 'grade'),
}));

const byCode = new Map(criteria.map((each) => [each.code, each]));

export const criterionOf = (code: string | null): HazardCriterion | null =>
  code === null ? null : (byCode.get(code) ?? null);

export function criteriaOf(domain?: HazardDomain | null, grade?: HazardGrade | null): HazardCriterion[] {
  return criteria.filter((each) => (!domain || each.domain === domain) && (!grade || each.grade === grade));
}

/** The criterion that a record names must be of its domain and grade. */
export function checkCriterion(grade: HazardGrade, domain: HazardDomain, code: string | null): void {
  if (grade === 'SEVERE_EQUIPMENT' && domain !== 'SPECIAL_EQUIPMENT')
    throw GradeOfOther({ field: 'grade', got: domain });
  if (code === null) return;
  const criterion = criterionOf(code);
  if (!criterion) throw CriterionUnknown({ field: 'criterionCode', got: code });
  if (criterion.domain !== domain || criterion.grade !== grade)
    throw CriterionOfOther({ field: 'criterionCode', domain, grade, got: code });
}

interface Judgement {
  grade: HazardGrade;
  criterionCode: string | null;
}

/**
 * 判定: the grade and the criterion of a hazard that is verified. What is left out stays as it was reported; wherever there
 * are criteria, it names one.
 */
export function judged(
  reported: Judgement & { domain: HazardDomain },
  { grade: found, criterionCode: named }: { [Name in keyof Judgement]: Judgement[Name] | null },
): Judgement {
  const grade = found ?? reported.grade;
  const criterionCode = named ?? reported.criterionCode;
  const { domain } = reported;
  if (criterionCode === null && criteriaOf(domain, grade).length > 0)
    throw CriterionMissing({ field: 'criterionCode', domain, grade });
  checkCriterion(grade, domain, criterionCode);
  return { grade, criterionCode };
}
