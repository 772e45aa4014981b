import {
  models,
  type AssessmentIndicator,
  type AssessmentModel,
} from '../../../subgraphs/matters/assessment/model';
import { formulaText, scoreOf, type Stored } from '../../../subgraphs/matters/assessment/score.rules';

const [anwei] = models as [AssessmentModel];
const figure = (indicator: string, numerator: number, denominator: number | null) => ({
  ...{
    indicator,
    numerator,
    denominator,
    evidence: '{ __typename }',
    measuredOn: '2026-09-30',
    source: 'test',
    beside: null,
    computed: false,
    departmentCode: '430600-SAFETY_COMMITTEE',
  },
});
const entry = (indicator: string, points: number) => ({
  indicator,
  points,
  evidence: '记录',
  enteredOn: '2026-10-08',
  departmentCode: null,
});
const indicator = (
  code: string,
  formula: AssessmentIndicator['formula'],
  points = 0,
  kind: AssessmentIndicator['kind'] = 'BASE',
) =>
  ({
    code,
    item: 1,
    section: '一',
    name: code,
    kind,
    mode: 'DATA',
    points,
    formula,
    phrase: '',
    document: '',
    verified: true,
    countedAs: code,
  }) as const;
const model = (...indicators: AssessmentIndicator[]) => ({ ...anwei, indicators });
const score = (of: AssessmentModel, stored: Partial<Stored>) =>
  scoreOf(of, { figures: [], entries: [], ...stored });

/** All there is to know of a division: every ratio full, every entry at its most, nothing to deduct. */
function everything(): Stored {
  const entered = anwei.indicators.filter(({ formula }) => formula.kind === 'DIRECT');
  return {
    figures: anwei.indicators.flatMap(({ code, formula }) =>
      formula.kind === 'DIRECT'
        ? []
        : [
            figure(
              code,
              formula.kind === 'RATIO_TO_TARGET' ? 10 : 0,
              formula.kind === 'RATIO_TO_TARGET' ? 10 : null,
            ),
          ],
    ),
    entries: entered.map(({ code, formula }) => entry(code, formula.kind === 'DIRECT' ? formula.max : 0)),
  };
}

describe('the scoring model of 安委〔2024〕10号', () => {
  const base = anwei.indicators.filter(({ kind }) => kind === 'BASE');
  const total = (some: readonly AssessmentIndicator[]) => some.reduce((sum, { points }) => sum + points, 0);

  test('its five sections MUST bear 20, 33, 21, 12 and 14 points, a hundred in all', () => {
    const bySection = anwei.sections.map(({ number, points }) => [
      points,
      total(base.filter(({ section }) => section === number)),
    ]);
    expect(bySection).toEqual([20, 33, 21, 12, 14, 0, 0].map((points) => [points, points]));
    expect(total(base)).toBe(100);
  });

  test('every item MUST bear the points that the document prints', () => {
    const printed = [6, 8, 3, 3, 5, 3, 3, 5, 3, 3, 2, 5, 4, 3, 3, 3, 3, 3, 6, 6, 6, 3, 3, 3, 3, 2];
    expect(printed.map((_, at) => total(base.filter(({ item }) => item === at + 1)))).toEqual(printed);
  });

  test('items 1 to 4 MUST be scored from files, those that the annex names from data, the others by visits', () => {
    const modes = (item: number) => [
      ...new Set(anwei.indicators.filter((each) => each.item === item).map(({ mode }) => mode)),
    ];
    for (let item = 1; item <= 31; item++) {
      const fromData = [5, 6, 8, 9, 10, 12, 13, 14, 15, 16, 17, 23, 27, 28, 30, 31].includes(item);
      const otherwise = fromData ? 'DATA' : 'SITE_VISIT';
      expect(modes(item)).toEqual([item <= 4 ? 'DOCUMENT' : otherwise]);
    }
  });

  test('codes MUST be there once, and points that the document does not give MUST NOT be called verified', () => {
    expect(new Set(anwei.indicators.map(({ code }) => code)).size).toBe(anwei.indicators.length);
    const parts = base.filter(({ code }) => code.includes('.'));
    expect(parts.filter(({ verified }) => verified)).toEqual([]);
    expect(base.filter(({ code, verified }) => !code.includes('.') && !verified)).toEqual([]);
  });

  test('a division with everything MUST have a hundred points and the whole bonus', () => {
    const { missing, openPoints, score: points } = scoreOf(anwei, everything());
    expect({ missing, openPoints, points: points - 4 }).toEqual({ missing: 0, openPoints: 0, points: 100 });
    // what a model has as most for entries with a bonus stands in its formula, not in its points
    expect(
      anwei.indicators.filter(({ kind }) => kind === 'BONUS').map(({ formula }) => formulaText(formula, 0)),
    ).toEqual(Array(2).fill('直接评定，0 至 2 分'));
  });
});

describe('how points follow from figures', () => {
  const onTime = indicator('8.2', { kind: 'RATIO_TO_TARGET', target: 95 }, 2);
  const pointsOf = (numerator: number, denominator: number) =>
    score(model(onTime), { figures: [figure('8.2', numerator, denominator)] }).indicators[0];

  test.each<[number, number, number | null, boolean | null]>([
    [95, 100, 2, true],
    [100, 100, 2, true],
    [94, 100, 1.98, false],
    [0, 100, 0, false],
    [19, 20, 2, true],
    [0, 0, null, null],
  ])(
    '%i of %i against a target of 95 %% MUST bring %s points',
    (numerator, denominator, points, targetReached) => {
      expect(pointsOf(numerator, denominator)).toMatchObject({
        points,
        targetReached,
        numerator,
        denominator,
        missing: false,
      });
    },
  );

  test('the calculation MUST be said with its figures', () => {
    expect(pointsOf(38, 40)).toMatchObject({
      formula: '2 × min(1, 分子 ÷ 分母 ÷ 95%)',
      calculation: '2 × min(1, 38 ÷ 40 ÷ 95%) = 2',
    });
  });

  test.each([
    [0, 0],
    [1, -10],
    [2, -20],
    [3, -40],
    [7, -40],
  ])('%i major accidents MUST cost %i points', (count, points) => {
    const steps = indicator('27.2', { kind: 'STEP_DEDUCTION', steps: [10, 20, 40] }, 0, 'DEDUCTION');
    expect(score(model(steps), { figures: [figure('27.2', count, null)] })).toMatchObject({
      score: points,
      indicators: [{ points }],
    });
  });

  test('each hazard that assessors find MUST cost half a point', () => {
    const per = indicator('29', { kind: 'COUNT_DEDUCTION', per: 0.5 }, 0, 'DEDUCTION');
    expect(score(model(per), { figures: [figure('29', 5, null)] }).score).toBe(-2.5);
  });

  test('a 特别重大 accident MUST make it unqualified, and none MUST NOT', () => {
    const figures = (count: number) => ({
      ...everything(),
      figures: [
        ...everything().figures.filter((each) => each.indicator !== '27.1'),
        figure('27.1', count, null),
      ],
    });
    expect(scoreOf(anwei, figures(0)).unqualified).toBe(false);
    expect(scoreOf(anwei, figures(1))).toMatchObject({ unqualified: true, score: 64 });
  });
});

describe('what is not known', () => {
  const two = model(
    indicator('a', { kind: 'RATIO_TO_TARGET', target: 100 }, 60),
    indicator('b', { kind: 'DIRECT', min: 0, max: 40 }, 40),
  );

  test('missing data MUST be flagged, with what they may still bring, and count neither as full nor as zero', () => {
    const result = score(two, { figures: [figure('a', 10, 10)] });
    expect(result).toMatchObject({ score: 60, missing: 1, openPoints: 40 });
    expect(result.indicators[1]).toMatchObject({
      missing: true,
      points: null,
      evidence: null,
      calculation: null,
    });
    expect(score(two, {})).toMatchObject({ score: 0, missing: 2, openPoints: 100 });
  });

  test('an indicator with nothing to score MUST be left out on both sides, and be said to be', () => {
    const result = score(two, { figures: [figure('a', 0, 0)], entries: [entry('b', 30)] });
    expect(result).toMatchObject({ score: 75, missing: 0 });
    expect(result.indicators[0]).toMatchObject({ applicable: false, missing: false, points: null });
  });

  test('a monitored indicator and a bonus that was not granted MUST NOT hold an assessment up', () => {
    const watched = indicator('IND-01', { kind: 'RATIO_TO_TARGET', target: 100 }, 0, 'MONITORED');
    const bonus = indicator('30', { kind: 'DIRECT', min: 0, max: 2 }, 0, 'BONUS');
    const result = score(model(watched, bonus), {});
    expect(result).toMatchObject({ missing: 0 });
    expect(result.indicators.map(({ missing }) => missing)).toEqual([true, true]);
  });

  test('a figure for an entered indicator MUST NOT be taken for its score', () => {
    expect(score(two, { figures: [figure('b', 40, null)] }).indicators[1]).toMatchObject({
      missing: true,
      points: null,
    });
  });

  test('a score MUST say whether it was counted, stated or entered, and by whom, and what is read beside it', () => {
    const [rate, typed] = [
      indicator('8.2', { kind: 'RATIO_TO_TARGET', target: 100 }, 2),
      indicator('20', { kind: 'DIRECT', min: 0, max: 6 }, 6),
    ];
    const beside = { ...figure('20', 3, null), beside: 'ACCIDENTS_OPEN' as const, computed: true };
    const of = (computed: boolean) =>
      score(model(rate, typed), {
        figures: [{ ...figure('8.2', 1, 2), computed }, beside],
        entries: [entry('20', 5)],
      });
    expect(of(true).indicators).toMatchObject([
      { origin: 'COMPUTED', departmentCode: '430600-SAFETY_COMMITTEE', points: 1 },
      { origin: 'ENTERED', departmentCode: null, points: 5, counts: null },
    ]);
    expect(of(true).beside).toMatchObject([
      { indicator: '20', kind: 'ACCIDENTS_OPEN', count: 3, computed: true, records: '{ __typename }' },
    ]);
    expect(of(false).indicators[0]).toMatchObject({ origin: 'REPORTED', points: 1 });
    const [unknown] = score(model(rate), {}).indicators;
    expect(unknown).toMatchObject({ origin: null, missing: true });
    expect(unknown?.counts).toMatch(/^分子.*Numerator/);
  });
});
