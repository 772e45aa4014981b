import fc from 'fast-check';
import {
  canonicalPool,
  drawn,
  isPublicationOverdue,
  isVerified,
  poolDigest,
  publishBy,
  sha256,
} from '../../../subgraphs/enforcement/draw/draw.rules';

const pool = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), {
  minLength: 1,
  maxLength: 30,
});
const seed = fc.string({ minLength: 16, maxLength: 40, unit: 'grapheme' });

describe('the draw', () => {
  test('it MUST depend on the seed and the pool only, not on the order in which the pool is listed', () => {
    fc.assert(
      fc.property(seed, pool, fc.nat(), (given, items, n) => {
        const count = 1 + (n % items.length);
        const shuffled = [...items].sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
        expect(drawn(given, shuffled, count)).toEqual(drawn(given, items, count));
        expect(poolDigest(shuffled)).toBe(poolDigest(items));
      }),
    );
  });

  test('it MUST draw as many as asked for, each once and from the pool, and more of them begin with the same', () => {
    fc.assert(
      fc.property(seed, pool, fc.nat(), (given, items, n) => {
        const count = 1 + (n % items.length);
        const result = drawn(given, items, count);
        expect(new Set(result).size).toBe(count);
        expect(result.every((item) => items.includes(item))).toBe(true);
        expect(drawn(given, items, items.length).slice(0, count)).toEqual(result);
      }),
    );
  });

  test('taking an item away that was not drawn MUST leave the result as it is', () => {
    fc.assert(
      fc.property(seed, pool, (given, items) => {
        const count = Math.ceil(items.length / 2);
        const result = drawn(given, items, count);
        const other = items.find((item) => !result.includes(item));
        expect(
          drawn(
            given,
            items.filter((item) => item !== other),
            count,
          ),
        ).toEqual(result);
      }),
    );
  });

  test('it MUST stay what version 1 says: a known draw', () => {
    const items = ['甲', '乙', '丙', 'A', 'a', 'Z'];
    expect(canonicalPool(items)).toEqual(['A', 'Z', 'a', '丙', '乙', '甲']);
    expect(poolDigest(items)).toBe(sha256('A\nZ\na\n丙\n乙\n甲'));
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const known = items.map((item) => [sha256(`onematter-seed-1\n${item}`), item]).sort();
    expect(drawn('onematter-seed-1', items, 3)).toEqual(known.slice(0, 3).map(([, item]) => item));
  });

  test('every item MUST have about the same chance', () => {
    const items = Array.from({ length: 10 }, (_, at) => `item ${at}`);
    const times = new Map<string, number>();
    for (let at = 0; at < 2_000; at++)
      for (const item of drawn(`seed number ${at}`, items, 3)) times.set(item, (times.get(item) ?? 0) + 1);
    for (const item of items) expect(Math.abs((times.get(item) ?? 0) - 600)).toBeLessThan(100);
  });

  test('what was changed MUST NOT verify', () => {
    const draw = { seed: 'a seed of enough', count: 2, pool: ['a', 'b', 'c'] };
    const whole = {
      ...draw,
      seedDigest: sha256(draw.seed),
      poolDigest: poolDigest(draw.pool),
      result: drawn(draw.seed, draw.pool, 2),
    };
    expect(isVerified(whole)).toBe(true);
    expect(isVerified({ ...whole, seed: null })).toBeNull();
    for (const changes of [
      { count: 1 },
      { seed: 'another seed' },
      { pool: ['a', 'b'] },
      { result: [...whole.result].reverse() },
    ]) {
      expect(isVerified({ ...whole, ...changes })).toBe(false);
    }
  });
});

test('a result MUST be published within 20 working days, its last day included', () => {
  expect(publishBy('2026-09-18')).toMatchObject({ date: '2026-10-22', provisional: false });
  expect(isPublicationOverdue('2026-09-18', null, '2026-10-22')).toBe(false);
  expect(isPublicationOverdue('2026-09-18', null, '2026-10-23')).toBe(true);
  expect(isPublicationOverdue('2026-09-18', '2026-10-22', '2027-01-01')).toBe(false);
  expect(isPublicationOverdue('2026-09-18', '2026-10-23', '2027-01-01')).toBe(true);
});
