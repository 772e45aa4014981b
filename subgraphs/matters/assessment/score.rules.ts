import { Unreachable, valuesOf } from '../../kernel';
import type { BesideFigure, IndicatorScore, Result, ScoreOrigin } from './assessment';
import { BesideKind } from './beside';
import { notCounted, saysOf } from './counted-part';
import type { AssessmentFigure, EnteredScore } from './figure';
import type { AssessmentIndicator, AssessmentModel, Formula } from './model';

type Figure = Pick<
  AssessmentFigure,
  | 'indicator'
  | 'beside'
  | 'numerator'
  | 'denominator'
  | 'evidence'
  | 'measuredOn'
  | 'computed'
  | 'departmentCode'
> & { source: string };
type Entry = Pick<EnteredScore, 'indicator' | 'points' | 'evidence' | 'departmentCode'> & {
  enteredOn: string;
};

/** What is stored of one assessment. */
export interface Stored {
  figures: readonly Figure[];
  /** The latest of each indicator. */
  entries: readonly Entry[];
}

/** A score without its place among others. */
export type Scored = Omit<Result, 'rank' | 'interview'>;

export function round(points: number): number {
  return Math.round(points * 100) / 100;
}

/** The formula in words. */
export function formulaText(formula: Formula, points: number): string {
  switch (formula.kind) {
    case 'RATIO_TO_TARGET':
      return `${points} × min(1, 分子 ÷ 分母 ÷ ${formula.target}%)`;
    case 'COUNT_DEDUCTION':
      return `−${formula.per} × 次数`;
    case 'STEP_DEDUCTION':
      return formula.steps
        .map((off, at) => `${at + 1}${at + 1 === formula.steps.length ? ' 起及以上' : ' 起'} −${off}`)
        .join('；');
    case 'DIRECT':
      return `直接评定，${formula.min} 至 ${formula.max} 分`;
    default:
      throw new Unreachable(formula);
  }
}

/** Every indicator with its points, and what they come to. */
export function scoreOf(model: AssessmentModel, stored: Stored): Scored {
  const own = stored.figures.filter(({ beside }) => beside === null);
  const figures = new Map(own.map((figure) => [figure.indicator, figure]));
  const entries = new Map(stored.entries.map((entry) => [entry.indicator, entry]));
  const indicators = model.indicators.map((indicator) => ({
    ...scoreIndicator(indicator, figures.get(indicator.code), entries.get(indicator.code)),
    counts: saysOf(indicator.countedAs),
  }));
  const needed = indicators.filter(
    ({ kind, missing }) => missing && (kind === 'BASE' || kind === 'DEDUCTION'),
  );
  return {
    score: total(indicators),
    unqualified: model.indicators.some(
      ({ code, disqualifies }) => disqualifies === true && (figures.get(code)?.numerator ?? 0) > 0,
    ),
    missing: needed.length,
    openPoints: round(needed.reduce((sum, { maxPoints }) => sum + maxPoints, 0)),
    indicators,
    beside: model.indicators.flatMap(({ code }) => besideOf(code, stored.figures)),
  };
}

/**
 * Base points, deductions and bonus. An indicator with nothing to score is left out on both sides, and the rest is
 * brought to the same hundred; one whose data are missing is not left out: what it may still bring is said beside the score.
 */
function total(indicators: readonly IndicatorScore[]): number {
  const of = (...kinds: readonly string[]) => indicators.filter(({ kind }) => kinds.includes(kind));
  const earned = sum(of('BASE').map(({ points }) => points ?? 0));
  const all = sum(of('BASE').map(({ maxPoints }) => maxPoints));
  const reachable = sum(of('BASE').map(({ maxPoints, applicable }) => (applicable ? maxPoints : 0)));
  const base = reachable === 0 ? 0 : (earned * all) / reachable;
  return round(base + sum(of('DEDUCTION', 'BONUS').map(({ points }) => points ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** What an indicator comes to. */
type Outcome = Pick<IndicatorScore, 'points' | 'calculation' | 'applicable' | 'targetReached'>;
const NOTHING: Outcome = { points: null, calculation: null, applicable: true, targetReached: null };

const NOT_COLLECTED = '尚未采集，或有部门未答复. Not collected yet, or a department has not answered.';

/** What is read beside an indicator, in the order of the kinds. */
function besideOf(code: string, figures: readonly Figure[]): BesideFigure[] {
  return valuesOf(BesideKind).flatMap((kind) =>
    figures
      .filter(({ indicator, beside }) => indicator === code && beside === kind)
      .map(({ numerator, evidence, computed, source, measuredOn }) => ({
        indicator: code,
        kind,
        count: numerator,
        records: evidence,
        computed,
        source,
        measuredOn,
      })),
  );
}

function originOf(isEntered: boolean, figure?: Figure): ScoreOrigin {
  if (isEntered) return 'ENTERED';
  return figure?.computed ? 'COMPUTED' : 'REPORTED';
}

function scoreIndicator(
  indicator: AssessmentIndicator,
  figure?: Figure,
  entry?: Entry,
): Omit<IndicatorScore, 'counts'> {
  const { code, item, section, name, kind, mode, points: maxPoints, formula } = indicator;
  const isEntered = formula.kind === 'DIRECT';
  const known = isEntered ? entry : figure;
  return {
    code,
    item,
    section,
    name,
    kind,
    mode,
    maxPoints,
    ...(known ? outcomeOf(indicator, figure, entry) : NOTHING),
    formula: formulaText(formula, maxPoints),
    missing: known === undefined,
    missingBecause: known ? null : (notCounted(indicator.countedAs) ?? NOT_COLLECTED),
    numerator: (known && figure?.numerator) ?? null,
    denominator: (known && figure?.denominator) ?? null,
    evidence: known?.evidence ?? null,
    source: isEntered ? null : (figure?.source ?? null),
    measuredOn: (isEntered ? entry?.enteredOn : figure?.measuredOn) ?? null,
    origin: known ? originOf(isEntered, figure) : null,
    departmentCode: known?.departmentCode ?? null,
  };
}

function outcomeOf({ formula, points: max }: AssessmentIndicator, figure?: Figure, entry?: Entry): Outcome {
  const { numerator, denominator } = figure ?? { numerator: 0, denominator: null };
  switch (formula.kind) {
    case 'RATIO_TO_TARGET':
      return ratio(max, formula.target, numerator, denominator ?? 0);
    case 'COUNT_DEDUCTION':
      return counted(-formula.per * numerator, `−${formula.per} × ${numerator}`);
    case 'STEP_DEDUCTION': {
      const off = numerator === 0 ? 0 : (formula.steps[Math.min(numerator, formula.steps.length) - 1] ?? 0);
      return counted(-off, `${numerator} 起 −${off}`);
    }
    case 'DIRECT':
      return counted(entry?.points ?? 0, '直接评定');
    default:
      throw new Unreachable(formula);
  }
}

function counted(points: number, calculation: string): Outcome {
  // −0 is no number to show
  const shown = round(points) + 0;
  return { points: shown, calculation: `${calculation} = ${shown}`, applicable: true, targetReached: null };
}

function ratio(max: number, target: number, numerator: number, denominator: number): Outcome {
  if (denominator === 0)
    return { points: null, calculation: '分母为 0，无可评', applicable: false, targetReached: null };
  const share = Math.min(1, (100 * numerator) / denominator / target);
  const points = round(max * share);
  return {
    points,
    calculation: `${max} × min(1, ${numerator} ÷ ${denominator} ÷ ${target}%) = ${points}`,
    applicable: true,
    targetReached: share === 1,
  };
}
