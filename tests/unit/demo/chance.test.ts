import { Chance } from '../../../subgraphs/demo/random';

describe('chance', () => {
  const draws = (chance: Chance, count = 1_000) => Array.from({ length: count }, () => chance.next());

  test('the same seed and subject MUST give the same sequence, any other another', () => {
    expect(draws(new Chance(1, 'a'))).toEqual(draws(new Chance(1, 'a')));
    expect(draws(new Chance(1, 'a'))).not.toEqual(draws(new Chance(2, 'a')));
    expect(draws(new Chance(1, 'a'))).not.toEqual(draws(new Chance(1, 'b')));
    expect(draws(new Chance(1, 11))).not.toEqual(draws(new Chance(11, 1)));
  });

  test('the sequence MUST stay what it is: data of an earlier version begin with the same records', () => {
    expect(draws(new Chance(1, 'enterprise 0'), 3)).toEqual([
      0.25912506482563913, 0.18943366222083569, 0.5148455500602722,
    ]);
  });

  test('draws MUST lie from 0 to below 1 and be spread evenly', () => {
    const found = draws(new Chance(7, 'spread'), 20_000);
    expect(found.filter((each) => each < 0 || each >= 1)).toEqual([]);
    const tenths = Array.from(
      { length: 10 },
      (_, at) => found.filter((each) => Math.floor(each * 10) === at).length,
    );
    expect(tenths.filter((count) => count < 1_800 || count > 2_200)).toEqual([]);
  });

  test('weights MUST be kept, and what weighs nothing never drawn', () => {
    const chance = new Chance(3, 'weights');
    const counts = { a: 0, b: 0, c: 0 };
    for (let at = 0; at < 20_000; at++) {
      counts[chance.weighted([['a', 3] as const, ['b', 0] as const, ['c', 1] as const])]++;
    }
    expect(counts.b).toBe(0);
    expect(Math.abs(counts.a / 20_000 - 0.75)).toBeLessThan(0.02);
  });
});
