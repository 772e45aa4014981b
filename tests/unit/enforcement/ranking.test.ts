import fc from 'fast-check';
import {
  formulaOf,
  isZeroPenalty,
  ranked,
  readQuarter,
  type Figures,
  type Scored,
} from '../../../subgraphs/enforcement/ranking/ranking.rules';

const QUARTER_END = '2026-09-30';
const none: Figures = {
  ...{ region: '430600', inspections: 0, withFindings: 0, followedUp: 0 },
  ...{ cases: 0, decided: 0, decidedOnTime: 0, fines: '0.00', reported: true, hasObjects: true },
};

describe('a quarter', () => {
  test.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s MUST be %s to %s', (quarter, first, last) => expect(readQuarter(quarter)).toEqual({ first, last }));

  test.each(['2026-Q0', '2026-Q5', '2026Q1', 'Q1', '26-Q1', '2026-q1', ' 2026-Q1', '2026-Q1 ', ''])(
    '%j MUST be refused by code',
    (quarter) => {
      expect(() => readQuarter(quarter)).toThrow(expect.objectContaining({ code: 'QUARTER_INVALID' }));
    },
  );
});

describe('零处罚', () => {
  test('it MUST be found where problems were found and no case was filed, and nowhere else', () => {
    expect(isZeroPenalty({ withFindings: 1, cases: 0 })).toBe(true);
    expect(isZeroPenalty({ withFindings: 1, cases: 1 })).toBe(false);
    expect(isZeroPenalty({ withFindings: 0, cases: 0 })).toBe(false);
  });
});

const count = fc.nat({ max: 500 });
/** Parts are never more than their whole. */
const figures = fc
  .tuple(count, count, count, count, count, count, fc.nat({ max: 10_000_000 }))
  .map(([inspections, found, followed, cases, decided, onTime, fines]): Omit<Figures, 'region'> => {
    const withFindings = Math.min(found, inspections);
    return {
      ...{ inspections, withFindings, followedUp: Math.min(followed, withFindings) },
      ...{ cases, decided, decidedOnTime: Math.min(onTime, decided), fines: fines.toFixed(2) },
      ...{ reported: true, hasObjects: true },
    };
  });
const regions = fc
  .array(figures, { maxLength: 14 })
  .map((list) => list.map((each, at): Figures => ({ ...each, region: String(430100 + at * 100) })));

const works = ({ inspections, cases, decided }: Figures) => inspections + cases + decided > 0;
const isBetter = (one: Scored, other: Scored) =>
  works(one) === works(other) ? one.score > other.score : works(one);

describe('the ranking', () => {
  test('a rank MUST be one more than the number of better ones, equals share it, and the order follows it', () => {
    fc.assert(
      fc.property(regions, (list) => {
        const result = ranked(list, QUARTER_END);
        expect(result.map(({ region }) => region).sort()).toEqual(list.map(({ region }) => region).sort());
        for (const each of result)
          expect(each.rank).toBe(1 + result.filter((other) => isBetter(other, each)).length);
        for (const [at, each] of result.slice(1).entries())
          expect(each.rank).toBeGreaterThanOrEqual(result[at]?.rank ?? 0);
      }),
    );
  });

  test('a score MUST be the sum of its parts, each its weight times its ratio, and within −20 and 100', () => {
    fc.assert(
      fc.property(regions, (list) => {
        for (const { score, components } of ranked(list, QUARTER_END)) {
          expect(score).toBeCloseTo(
            components.reduce((sum, { points }) => sum + points, 0),
            2,
          );
          for (const { weight, ratio, points } of components) {
            expect(points).toBeCloseTo(weight * ratio, 1);
            expect(ratio).toBeGreaterThanOrEqual(0);
            expect(ratio).toBeLessThanOrEqual(1);
          }
          expect(score).toBeGreaterThanOrEqual(-20);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('neither the order of the list nor the amounts of fines MUST change a score (行政处罚法第七十四条)', () => {
    fc.assert(
      fc.property(regions, fc.nat(), (list, fine) => {
        const scores = (of: readonly Figures[]) =>
          new Map(ranked(of, QUARTER_END).map(({ region, rank, score }) => [region, [rank, score]]));
        const changed = [...list].reverse().map((each, at) => ({ ...each, fines: String(fine * at) }));
        expect(scores(changed)).toEqual(scores(list));
      }),
    );
  });

  test('equals MUST share a rank and the next be left out', () => {
    const work = { ...none, inspections: 20, withFindings: 20, cases: 1 };
    const at = (region: string, followedUp: number): Figures => ({ ...work, region, followedUp });
    expect(
      ranked([at('a', 10), at('b', 10), at('c', 5), at('d', 20)], QUARTER_END).map(({ region, rank }) => [
        region,
        rank,
      ]),
    ).toEqual([
      ...[
        ['d', 1],
        ['a', 2],
        ['b', 2],
        ['c', 4],
      ],
    ]);
  });

  test('who did nothing MUST come after the worst of those who did, who never reported last, and without objects nobody be ranked', () => {
    const worst = { ...none, region: 'worst', inspections: 1, withFindings: 1 };
    const best = { ...none, region: 'best', inspections: 1 };
    const others: Figures[] = [
      { ...none, region: 'empty', hasObjects: false, reported: false },
      { ...none, region: 'unknown', hasObjects: null },
      { ...none, region: 'silent', reported: false },
      { ...none, region: 'idle 1' },
      { ...none, region: 'idle 2' },
    ];
    const told = ranked([...others, worst, best], QUARTER_END).map(({ region, rank, standing }) => [
      region,
      rank,
      standing,
    ]);
    expect(told).toEqual([
      ['best', 1, 'RANKED'],
      ['worst', 2, 'RANKED'],
      ['idle 1', 3, 'NO_WORK'],
      ['idle 2', 3, 'NO_WORK'],
      ['silent', 5, 'NOT_REPORTED'],
      ['unknown', null, 'OBJECTS_UNKNOWN'],
      ['empty', null, 'NO_OBJECTS'],
    ]);
    // work is work, whoever is known to be supervised
    for (const hasObjects of [false, null])
      expect(ranked([{ ...best, hasObjects, reported: false }], QUARTER_END)).toMatchObject([
        { rank: 1, standing: 'RANKED' },
      ]);
  });

  test('the formula MUST state the weights that are used', () => {
    const [one] = ranked([{ ...none, withFindings: 1, inspections: 1 }], QUARTER_END);
    for (const { weight } of one?.components ?? [])
      expect(formulaOf(QUARTER_END)).toContain(` ${Math.abs(weight)} ×`.trim());
  });

  test('a quarter before the weights MUST be refused by rule', () => {
    expect(() => formulaOf('2023-12-31')).toThrow(expect.objectContaining({ code: 'RULE_MISSING' }));
    expect(formulaOf('2024-03-31')).toContain('50');
  });
});
