import { randomBytes } from 'node:crypto';

/** By chance, so that it tells nothing. */
export function randomHex(): string {
  return randomBytes(10).toString('hex').toUpperCase();
}

/** 举报 JB, 移送 YS, 回避 HB. */
export function numbered(kind: 'JB' | 'YS' | 'HB'): string {
  return `${kind}${randomHex()}`;
}
