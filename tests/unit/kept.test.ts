import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse, type DocumentNode } from 'graphql';
import { Kept, weightOf } from '../../gateway/kept';

describe('what is kept', () => {
  test('MUST never weigh more than it may, and lose first what was not asked for the longest', () => {
    const kept = new Kept<number>(100);
    for (const key of ['a', 'b', 'c']) kept.set(key, 1, 30);
    expect(kept.get('a')).toBe(1);
    kept.set('d', 1, 30);
    expect(['a', 'b', 'c', 'd'].filter((key) => kept.get(key))).toEqual(['a', 'c', 'd']);
    kept.set('all', 1, 100);
    expect([kept.size, kept.get('all'), kept.get('d')]).toEqual([100, 1, undefined]);
    kept.set('too much', 1, 101);
    expect([kept.size, kept.get('too much')]).toEqual([100, undefined]);
    kept.set('all', 2, 10);
    kept.delete('nothing');
    expect(kept.size).toBe(10);
    for (let at = 0; at < 10_000; at++) kept.set(`${at}`, at, at % 50);
    expect(kept.size).toBeLessThanOrEqual(100);
  });
});

describe('the weight of a document', () => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const grownBy = (work: () => unknown[]) => {
    gc();
    const before = process.memoryUsage().heapUsed;
    const held = work();
    gc();
    return [process.memoryUsage().heapUsed - before, held] as const;
  };
  const text = (at: number) =>
    `query Q${at} { ${Array.from({ length: 200 }, (_, field) => `a${at}x${field}: field${field}(first: ${field}) { b c }`).join(' ')} }`;

  test.each([
    ['with the places of its parts', {}],
    ['without them', { noLocation: true }],
  ])('%s MUST be what it takes in memory, by half at most', (_, options) => {
    const [grown, held] = grownBy(() => Array.from({ length: 150 }, (_each, at) => parse(text(at), options)));
    const said = (held as DocumentNode[]).reduce((sum, each) => sum + weightOf(each), 0);
    expect(grown).toBeGreaterThan(10_000_000);
    expect(said / grown).toBeGreaterThan(0.67);
    expect(said / grown).toBeLessThan(1.5);
  });
});
