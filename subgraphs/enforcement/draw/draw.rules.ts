import { createHash } from 'node:crypto';
import {
  FieldInvalid,
  NotFound,
  TextTooShort,
  alike,
  checkDay,
  coded,
  deadlineOf,
  declareError,
  ruleOn,
  shaped,
  text,
  uscc,
  type CatalogueError,
  type Kind,
  type LegalDeadline,
} from '../../kernel';
import type { CreateDrawInput, Draw } from './draw';
import type { RecordDrawCheckInput } from './draw-check';
import { drawNumbers } from './draw-numbers';

export const SeedMismatch = declareError(
  'DRAW_SEED_MISMATCH',
  '抽取 {key} 的种子与公告的摘要不符：其 SHA-256 应为 {wanted}。',
  'The seed of the draw {key} is not the one that was announced: its SHA-256 must be {wanted}.',
);
export const DrawnAlready = declareError(
  'DRAW_DONE',
  '抽取 {key} 已完成，不得重抽。',
  'The draw {key} is done and is not repeated.',
);
export const PoolInvalid = declareError(
  'DRAW_POOL_INVALID',
  '{field} 应有 1 至 {max} 项且互不相同，收到：{got} 项，其中重复 {repeats} 项。',
  '{field} must hold 1 to {max} items, no two alike, but got: {got}, of which {repeats} repeat others.',
);
export const CountInvalid = declareError(
  'DRAW_COUNT_INVALID',
  '{field} 应为 1 至名单总数 {max}，收到：{got}。',
  '{field} must be 1 to the size of the pool, {max}, but got: {got}.',
);
export const NotDrawn = declareError(
  'DRAW_ITEM_NOT_DRAWN',
  '{got} 未被抽取 {key} 抽中。',
  '{got} is not in the result of the draw {key}.',
);

export const ALGORITHM = 'onematter.sha256-order';
export const ALGORITHM_VERSION = 1;
export const LARGEST_POOL = 5_000;

const SHORTEST_SEED = 16;
/** Long enough not to be found by trying, and not repeated in an error. */
export const seedText: Kind<string> = {
  ...text(200),
  parse(value, field) {
    const read = text(200).parse(value, field);
    if (read.length < SHORTEST_SEED) throw TextTooShort({ field, min: SHORTEST_SEED, got: '***' });
    return read;
  },
};
export const digest = coded(
  64,
  shaped(
    (value) => /^[0-9a-f]{64}$/.test(value),
    { zh: '64 位十六进制的 SHA-256', en: 'SHA-256, 64 hexadecimal digits' },
    (value) => value.toLowerCase(),
  ),
);

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** In the order of UTF-8 bytes: the same pool, however it was listed, has the same digest. */
export function canonicalPool(items: readonly string[]): string[] {
  return [...items].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** SHA-256 of the canonical pool, an item a line. */
export function poolDigest(pool: readonly string[]): string {
  return sha256(canonicalPool(pool).join('\n'));
}

/**
 * The draw itself, version 1. Each item’s place is the SHA-256 (lower-case hexadecimal) of seed, line feed, item, in UTF-8; the
 * `count` items with the smallest are drawn, in that order.
 */
export function drawn(seed: string, pool: readonly string[], count: number): string[] {
  const places = canonicalPool(pool).map((item) => ({ item, place: sha256(`${seed}\n${item}`) }));
  return places
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, count)
    .map(({ item }) => item);
}

type Shown = Pick<Draw, 'seed' | 'seedDigest' | 'pool' | 'poolDigest' | 'count' | 'result'>;

/** Does all over again what anyone can do with what is shown; null before the draw. */
export function isVerified({
  seed,
  seedDigest,
  pool,
  poolDigest: kept,
  count,
  result,
}: Shown): boolean | null {
  if (seed === null || count === null) return null;
  const again = drawn(seed, pool, count);
  return (
    sha256(seed) === seedDigest &&
    poolDigest(pool) === kept &&
    JSON.stringify(again) === JSON.stringify(result)
  );
}

/** The pool as it is drawn from: enterprises by their codes, officers and laboratories by what they go by. */
export function readPool({ kind, pool }: Pick<CreateDrawInput, 'kind' | 'pool'>): string[] {
  const reader = kind === 'OBJECTS' ? uscc : text(64);
  const items = pool.map((item) => reader.parse(item, 'pool'));
  const repeats = items.length - new Set(items).size;
  if (items.length < 1 || items.length > LARGEST_POOL || repeats > 0) {
    throw PoolInvalid({ field: 'pool', max: LARGEST_POOL, got: items.length, repeats });
  }
  return canonicalPool(items);
}

/** A draw is announced, then done. */
export function standing({ seed }: Pick<Draw, 'seed'>): 'ANNOUNCED' | 'DRAWN' {
  return seed === null ? 'ANNOUNCED' : 'DRAWN';
}

/** And once. */
export function drawnAlready({ id }: Pick<Draw, 'id'>): CatalogueError {
  return DrawnAlready({ key: id });
}

type Announced = Pick<Draw, 'id' | 'kind' | 'seedDigest'>;

export function checkDraw(
  { id, kind, seedDigest }: Announced,
  sent: CreateDrawInput,
  pool: readonly string[],
): void {
  // what was sent is not repeated: it may be the seed of another draw
  if (sha256(sent.seed) !== seedDigest) throw SeedMismatch({ field: 'seed', key: id, wanted: seedDigest });
  if (sent.kind !== kind) throw FieldInvalid({ field: 'kind', shape: alike(kind), got: sent.kind });
  if (sent.count > pool.length) throw CountInvalid({ field: 'count', max: pool.length, got: sent.count });
}

/** A check is of an enterprise that was drawn, since the draw and not in the future. */
export function checkCheck(
  draw: Draw | null,
  { drawId, uscc: item, checkedOn }: RecordDrawCheckInput,
  today: string,
): Draw {
  if (!draw?.drawnOn) throw NotFound({ field: 'drawId', term: { zh: '抽取', en: 'draw' }, got: drawId });
  if (draw.kind !== 'OBJECTS' || !draw.result.includes(item))
    throw NotDrawn({ field: 'uscc', key: drawId, got: item });
  checkDay('checkedOn', checkedOn, { from: draw.drawnOn, to: today });
  return draw;
}

/** The last day for publishing what a check has found. */
export function publishBy(checkedOn: string): LegalDeadline {
  return deadlineOf(ruleOn(drawNumbers, 'enforcement.draw.publish', checkedOn, 'checkedOn'), checkedOn);
}

/** On its last day it may still be published in time. */
export function isPublicationOverdue(checkedOn: string, publishedOn: string | null, today: string): boolean {
  return (publishedOn ?? today) > publishBy(checkedOn).date;
}
