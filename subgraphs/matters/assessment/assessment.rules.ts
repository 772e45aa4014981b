import {
  FieldInvalid,
  FieldMissing,
  OutsideRegion,
  checkDay,
  coversRegion,
  declareError,
  divisionCode,
  type Caller,
} from '../../kernel';
import type { Assessment } from './assessment';
import type { AssessmentFigureInput, EnterScoreInput, EnteredScore } from './figure';
import type { AssessmentIndicator, AssessmentModel } from './model';
import { QuarterNotReached, daysOf } from './quarter.rules';

export const CommitteeOnly = declareError(
  'COMMITTEE_ONLY',
  '此决定由安委会作出，{department:DepartmentKind} 不得进行。',
  'This is for the safety committee to decide; {department:DepartmentKind} may not.',
);
export const AssessesItself = declareError(
  'ASSESSES_ITSELF',
  '{field} 应由上级考核，{region} 不得考核自身：{got}。',
  '{field} is assessed by the division above it; {region} may not assess itself: {got}.',
);
export const IndicatorUnknown = declareError(
  'INDICATOR_UNKNOWN',
  '考核模型 {model} 没有指标 {got}。',
  'The scoring model {model} has no indicator {got}.',
);
export const IndicatorNotEntered = declareError(
  'INDICATOR_NOT_ENTERED',
  '指标 {got} 由报送数据计算，不能录入得分。',
  'The indicator {got} is computed from submitted figures; no score can be entered.',
);
export const IndicatorNotComputed = declareError(
  'INDICATOR_NOT_COMPUTED',
  '指标 {got} 由安委会录入得分，不报送数据。',
  'The indicator {got} is entered by the committee; no figure is submitted.',
);
export const PointsOutOfRange = declareError(
  'POINTS_OUT_OF_RANGE',
  '指标 {indicator} 的得分应在 {min} 至 {max} 之间，收到：{got}。',
  'The indicator {indicator} bears {min} to {max} points, but got: {got}.',
);
export const AssessmentConfirmed = declareError(
  'ASSESSMENT_CONFIRMED',
  '考核 {got} 已确认，其数据、得分和名次不再变动。',
  'The assessment {got} is confirmed: its figures, scores and ranks stay as they are.',
);
export const AssessmentIncomplete = declareError(
  'ASSESSMENT_INCOMPLETE',
  '{got} 缺少指标数据：{missing}，不能确认。',
  '{got} lacks the data of {missing}: it cannot be confirmed.',
);
export const ConfirmerMustDiffer = declareError(
  'CONFIRMER_MUST_DIFFER',
  '{got} 的得分由本人录入，须由他人确认。',
  'You have entered scores of {got}: somebody else must confirm it.',
);

export function requireCommittee({ department }: Caller): void {
  if (department !== 'SAFETY_COMMITTEE') throw CommitteeOnly({ department });
}

/** Who assesses stands above who is assessed. */
export function requireAbove(caller: Caller, region: string): void {
  if (!coversRegion(caller, region))
    throw OutsideRegion({ field: 'region', region: caller.region, got: region });
  if (divisionCode(caller.region ?? '') === divisionCode(region))
    throw AssessesItself({ field: 'region', region: caller.region, got: region });
}

export function indicatorOf(model: AssessmentModel, code: string): AssessmentIndicator {
  const indicator = model.indicators.find((each) => each.code === code);
  if (!indicator) throw IndicatorUnknown({ field: 'indicator', model: model.id, got: code });
  return indicator;
}

/** A quarter that has not begun has nothing to say. */
export function requireBegun(quarter: string, today: string): void {
  const { from } = daysOf(quarter);
  if (today < from)
    throw QuarterNotReached({
      field: 'quarter',
      from,
      step: { zh: '报送或录入', en: 'figures and scores' },
      got: quarter,
    });
}

/** The figures of an indicator that is computed: a ratio with its denominator, a deduction without, and so what stands beside any. */
export function checkFigure(record: AssessmentFigureInput, model: AssessmentModel, today: string): void {
  const { formula } = indicatorOf(model, record.indicator);
  const { indicator, beside, numerator, denominator, measuredOn } = record;
  if (formula.kind === 'DIRECT' && beside === null)
    throw IndicatorNotComputed({ field: 'indicator', got: indicator });
  if (formula.kind === 'RATIO_TO_TARGET' && beside === null) {
    if (denominator === null) throw FieldMissing({ field: 'denominator' });
    if (numerator > denominator)
      throw FieldInvalid({
        field: 'numerator',
        shape: { zh: `不大于 ${denominator} 的数`, en: `a number up to ${denominator}` },
        got: numerator,
      });
  } else if (denominator !== null) {
    throw FieldInvalid({
      field: 'denominator',
      shape: { zh: '空（按件计数）', en: 'nothing: this counts cases' },
      got: denominator,
    });
  }
  requireBegun(record.quarter, today);
  const { from } = daysOf(record.quarter);
  checkDay('measuredOn', measuredOn, { from, to: today });
}

/** A score is entered for an indicator that is entered, within its points, while the assessment is open. */
export function checkEntry(
  { indicator: code, points }: EnterScoreInput,
  model: AssessmentModel,
  confirmed: string | null,
): void {
  if (confirmed !== null) throw AssessmentConfirmed({ field: 'quarter', got: confirmed });
  const { formula } = indicatorOf(model, code);
  if (formula.kind !== 'DIRECT') throw IndicatorNotEntered({ field: 'indicator', got: code });
  const { min, max } = formula;
  if (points < min || points > max)
    throw PointsOutOfRange({ field: 'points', indicator: code, min, max, got: points });
}

/** All members of a ranking are confirmed together, each complete, by someone who has entered none of their scores. */
export function checkConfirmation(
  members: readonly Assessment[],
  entries: readonly Pick<EnteredScore, 'assessmentId' | 'enteredBy'>[],
  caller: Caller,
): void {
  for (const { id, status, result } of members) {
    if (status !== 'OPEN') throw AssessmentConfirmed({ field: 'quarter', got: id });
    const missing = result.indicators.filter(
      (each) => each.missing && (each.kind === 'BASE' || each.kind === 'DEDUCTION'),
    );
    if (missing.length > 0)
      throw AssessmentIncomplete({
        field: 'region',
        missing: missing.map(({ code }) => code).join('、'),
        got: id,
      });
  }
  const own = entries.find(({ enteredBy }) => enteredBy === caller.subject);
  if (own) throw ConfirmerMustDiffer({ field: 'region', got: own.assessmentId });
}
