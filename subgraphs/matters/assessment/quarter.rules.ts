import { NATIONWIDE, declareError, divisionCode, isWithin, ruleOn, QuarterInvalid } from '../../kernel';
import { legalNumbers } from './legal-numbers';
import type { AssessmentModel } from './model';

export const QuarterNotReached = declareError(
  'QUARTER_NOT_REACHED',
  '{got} 自 {from} 起方可{step:words}。',
  '{got} can be dealt with in this way ({step:words}) from {from} on.',
);
export const ModelMissing = declareError(
  'ASSESSMENT_MODEL_MISSING',
  '{got} 没有适用的考核模型；最早的自 {from} 起适用。',
  'No scoring model held in {got}; the first one holds from {from} on.',
);

/** 2026-Q3 as its first and last day. */
export function daysOf(quarter: string, field = 'quarter'): { from: string; to: string } {
  const [, year, nth] = /^([12]\d{3})-Q([1-4])$/.exec(quarter) ?? [];
  if (!year || !nth) throw QuarterInvalid({ field, got: quarter });
  const [from, to] = [
    ['01-01', '03-31'],
    ['04-01', '06-30'],
    ['07-01', '09-30'],
    ['10-01', '12-31'],
  ][Number(nth) - 1] as [string, string];
  return { from: `${year}-${from}`, to: `${year}-${to}` };
}

/** The quarter that a day lies in. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/**
 * What the members of a division are scored by in a quarter: its own method where it has one, else that of the nearest
 * division above which has, and so the State Council’s in the end.
 */
export function modelOf(
  models: readonly AssessmentModel[],
  quarter: string,
  assessor: string,
): AssessmentModel {
  const { to } = daysOf(quarter);
  const held = models.filter(
    (each) =>
      each.effectiveFrom <= to &&
      (each.effectiveTo === null || to <= each.effectiveTo) &&
      isWithin(assessor, each.assessor),
  );
  const nearest = held.find((each) => held.every((other) => isWithin(each.assessor, other.assessor)));
  if (!nearest) throw ModelMissing({ field: 'quarter', from: models[0]?.effectiveFrom, got: quarter });
  return nearest;
}

/** How many are called to an interview after a quarter. */
export function interviewsIn(quarter: string): number {
  return ruleOn(legalNumbers, 'matters.assessment.interviews', daysOf(quarter).to, 'quarter').value;
}

export function assessmentId(quarter: string, region: string): string {
  return `${quarter}-${region}`;
}

/** Their districts and counties stand under 市辖区 and 县, which only hold codes together. */
const MUNICIPALITIES = ['11', '12', '31', '50'];

/**
 * The division that assesses another: the one above it by its code, or null for the whole country. Counties that a
 * province governs directly (429004) are assessed by the province, and so are the districts of a municipality.
 */
export function parentOf(region: string): string | null {
  const code = divisionCode(region);
  if (code === NATIONWIDE) return null;
  if (code.length > 6) return code.length > 9 ? code.slice(0, 9) : code.slice(0, 6);
  const province = code.slice(0, 2);
  if (code.endsWith('0000')) return NATIONWIDE;
  if (code.endsWith('00') || code.slice(2, 4) === '90' || MUNICIPALITIES.includes(province))
    return `${province}0000`;
  return `${code.slice(0, 4)}00`;
}
