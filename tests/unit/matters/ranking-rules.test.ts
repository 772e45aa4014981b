import fc from 'fast-check';
import { daysOf, modelOf, parentOf, quarterOf } from '../../../subgraphs/matters/assessment/quarter.rules';
import { models } from '../../../subgraphs/matters/assessment/model';
import { ranked } from '../../../subgraphs/matters/assessment/ranking.rules';
import type { Scored } from '../../../subgraphs/matters/assessment/score.rules';

const scored = (score: number, changes: Partial<Scored> = {}): Scored => ({
  ...{ score, unqualified: false, missing: 0, openPoints: 0, indicators: [], ...changes },
});
const placesOf = (members: Scored[], interviews = 2) =>
  ranked(members, interviews).map(({ rank, interview }) => [rank, interview]);

describe('ranking', () => {
  test('equal scores MUST share a rank, and the next rank be left out', () => {
    expect(placesOf([scored(90), scored(80), scored(90), scored(70)]).map(([rank]) => rank)).toEqual([
      1, 3, 1, 4,
    ]);
  });

  test('the last two MUST be called to an interview, with all who share their score, never the first', () => {
    expect(
      placesOf([scored(90), scored(80), scored(70), scored(60)]).map(([, interview]) => interview),
    ).toEqual([false, false, true, true]);
    expect(
      placesOf([scored(90), scored(70), scored(70), scored(60)]).map(([, interview]) => interview),
    ).toEqual([false, true, true, true]);
    expect(placesOf([scored(90), scored(80)]).map(([, interview]) => interview)).toEqual([false, true]);
    expect(placesOf([scored(90), scored(90)]).map(([, interview]) => interview)).toEqual([false, false]);
    expect(placesOf([scored(90)])).toEqual([[1, false]]);
  });

  test('an unqualified member MUST come after all others and be called, whatever its score', () => {
    expect(placesOf([scored(99, { unqualified: true }), scored(10), scored(20), scored(30)], 1)).toEqual([
      [4, true],
      [3, false],
      [2, false],
      [1, false],
    ]);
  });

  test('a member whose data are missing MUST have no rank and take none from others', () => {
    expect(placesOf([scored(0, { missing: 1 }), scored(50), scored(40)], 1)).toEqual([
      [null, false],
      [1, false],
      [2, true],
    ]);
  });

  const members = fc.array(
    fc
      .record({
        score: fc.integer({ min: 0, max: 12 }),
        unqualified: fc.boolean(),
        missing: fc.integer({ min: 0, max: 1 }),
      })
      .map(({ score, ...changes }) => scored(score, changes)),
    { maxLength: 20 },
  );

  test('a rank MUST be one more than the number of those before it, however scores are tied', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 0, max: 5 }), (all, interviews) => {
        const result = ranked(all, interviews);
        const complete = result.filter(({ missing }) => missing === 0);
        for (const { rank } of complete)
          expect(complete.filter((other) => (other.rank ?? 0) < (rank ?? 0))).toHaveLength((rank ?? 0) - 1);
        expect(result.filter(({ missing, rank }) => missing > 0 && rank !== null)).toEqual([]);
        expect(Math.min(1, ...complete.map(({ rank }) => rank ?? 0))).toBe(1);
      }),
    );
  });

  test('the order in which members are named MUST NOT matter, and a better score MUST NOT bring a worse rank', () => {
    fc.assert(
      fc.property(members, (all) => {
        const places = placesOf(all);
        expect(placesOf([...all].reverse()).reverse()).toEqual(places);
        const result = ranked(all, 2).filter(({ rank, unqualified }) => rank !== null && !unqualified);
        for (const one of result)
          for (const other of result)
            if (one.score > other.score) expect(one.rank).toBeLessThan(other.rank ?? 0);
      }),
    );
  });
});

describe('quarters', () => {
  test.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s MUST be from %s to %s', (quarter, from, to) => {
    expect(daysOf(quarter)).toEqual({ from, to });
    expect([quarterOf(from), quarterOf(to)]).toEqual([quarter, quarter]);
  });

  test.each(['2026-Q5', '2026-Q0', '2026Q3', '2026-3', '', '2026-q3', '2026-Q3 ', '0026-Q3'])(
    '%j MUST be refused',
    (quarter) => {
      expect(() => daysOf(quarter)).toThrow(/2026-Q3/);
    },
  );

  test('a quarter before the first model MUST be refused, with the day from which there is one', () => {
    expect(modelOf(models, '2024-Q1', '430600').id).toBe('ANWEI-2024-10');
    expect(modelOf(models, '2026-Q3', '430600').id).toBe('ANWEI-2024-10');
    expect(() => modelOf(models, '2023-Q4', '430600')).toThrow(/2024-01-01/);
  });
});

describe('who assesses whom', () => {
  test.each([
    ['000000', null],
    ['430000', '000000'],
    ['430600', '430000'],
    ['430682', '430600'],
    ['430682000000', '430600'],
    ['430682101', '430682'],
    ['430682101000', '430682'],
    ['430682101001', '430682101'],
    ['429004', '420000'],
    ['419001', '410000'],
    ['110105', '110000'],
    ['500101', '500000'],
    ['441900003', '441900'],
  ])('%s MUST be assessed by %s', (region, parent) => {
    expect(parentOf(region)).toBe(parent);
  });
});
