import { FieldInvalid, NATIONWIDE } from '../../kernel';
import { countedIndicators } from './counted';
import type { AssessmentIndicator, AssessmentModel } from './model';

const FIELD = 'ASSESSMENT_MODELS_FILE';
const refuse = (zh: string, en: string, got: string) =>
  FieldInvalid({ field: FIELD, shape: { zh, en }, got });

/** @throws FIELD_INVALID */
export function checkModels(models: readonly AssessmentModel[]): void {
  for (const [at, each] of models.entries()) {
    checkModel(each);
    if (models.slice(0, at).some((other) => other.assessor === each.assessor && overlap(other, each)))
      throw refuse('同一区划的适用期不重叠', 'methods of a division whose days do not overlap', each.id);
  }
}

const LAST = '9999-12-31';
const overlap = (one: AssessmentModel, other: AssessmentModel) =>
  one.effectiveFrom <= (other.effectiveTo ?? LAST) && other.effectiveFrom <= (one.effectiveTo ?? LAST);

/** A division’s own method: each indicator once, its points those of its section, and computed only as its formula can be. */
function checkModel({ id, assessor, sections, indicators }: AssessmentModel): void {
  if (assessor === NATIONWIDE)
    throw refuse('全国以下的区划', 'a division below the whole country', `${id}: ${assessor}`);
  for (const { number, points } of sections) {
    const inIt = indicators.filter(({ kind, section }) => kind === 'BASE' && section === number);
    const sum = inIt.reduce((all, each) => all + each.points, 0);
    if (Math.abs(sum - points) > 0.001)
      throw refuse(
        `各指标合计 ${points} 分`,
        `indicators of ${points} points in all`,
        `${id} ${number}: ${sum}`,
      );
  }
  for (const [at, indicator] of indicators.entries()) {
    if (indicators.findIndex(({ code }) => code === indicator.code) !== at)
      throw refuse('不重复的指标代码', 'a code that no other indicator has', `${id} ${indicator.code}`);
    checkCounted(id, indicator);
  }
}

function checkCounted(id: string, { code, countedAs, formula }: AssessmentIndicator): void {
  if (countedAs === null) return;
  const counted = countedIndicators[countedAs];
  if (!counted)
    throw refuse('docs/assessment.md 的代码', 'a code of docs/assessment.md', `${id} ${code}: ${countedAs}`);
  const isRate = counted.figure?.denominator !== undefined;
  if (counted.figure && formula.kind !== 'DIRECT' && (formula.kind === 'RATIO_TO_TARGET') !== isRate)
    throw refuse(
      '与所计算的数据相符的公式',
      'a formula for what is computed',
      `${id} ${code}: ${formula.kind}`,
    );
}
