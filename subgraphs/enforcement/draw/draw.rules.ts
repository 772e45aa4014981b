import { createHash } from 'node:crypto';
import { declareError } from '../../kernel';

export const PoolInvalid = declareError(
  'POOL_INVALID',
  '抽取对象应互不相同，且不少于抽取数 {count}，收到：{got} 个。',
  'The pool must hold different names, {count} at least, but got: {got}.',
);
export const DrawDone = declareError('DRAW_DONE', '{key} 已经抽取。', '{key} was drawn already.');

/** The name of what `drawn` does; another way of drawing would have another name. */
export const ALGORITHM = 'SHA256-RANK-1';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
/** By code points, which any language sorts alike. */
const inOrder = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** SHA-256 over the sorted pool, a name a line: two pools with the same digest are the same. */
export function poolDigest(pool: readonly string[]): string {
  return sha256([...pool].sort(inOrder).join('\n'));
}

/** What is said of a seed before the draw: it cannot be changed afterwards, nor guessed before. */
export function commitmentOf(seed: string): string {
  return sha256(seed);
}

/**
 * 双随机: SHA-256 of seed, line feed, name ranks every name of the pool; the `count` lowest are drawn. With the seed known
 * anyone draws the same again: `printf '%s\n%s' "$seed" "$name" | sha256sum`.
 */
export function drawn(pool: readonly string[], count: number, seed: string): string[] {
  const ranked = pool.map((name) => ({ name, rank: sha256(`${seed}\n${name}`) }));
  return ranked
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

export function checkPool(pool: readonly string[], count: number): void {
  const different = new Set(pool).size;
  if (different !== pool.length || different < count) throw PoolInvalid({ field: 'pool', count, got: different });
}
