import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { OpenedKeys } from './sealing';

/** A seal: the place of an entry, and what it was when it got it. */
export interface Seal {
  number: string;
  at: string;
  entry: string;
  digest: string;
  sealedAt: string;
}

const keys = new WeakMap<Uint8Array, Buffer>();

/** The key of the journal's marks and links, which no database holds open and no rotation changes. */
export function journalKey({ lasting }: OpenedKeys): Buffer {
  const known = keys.get(lasting) ?? Buffer.from(hkdfSync('sha256', lasting, '', 'onematter journal', 32));
  keys.set(lasting, known);
  return known;
}

/** The mark that an entry bears. */
export function macOf(record: string, key: Uint8Array): string {
  return createHmac('sha256', key).update('entry\n').update(record).digest('base64url');
}

/** Whether an entry was written by a service that holds the key. */
export function isGenuine({ record, mac }: { record: string; mac: string }, key: Uint8Array): boolean {
  const [given, wanted] = [Buffer.from(mac), Buffer.from(macOf(record, key))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export function digestOf(record: string): string {
  return createHash('sha256').update(record).digest('base64url');
}

/** The link of a seal to the one before it. */
export function linkOf(
  before: string,
  { number, at, entry, digest, sealedAt }: Seal,
  key: Uint8Array,
): string {
  return createHmac('sha256', key)
    .update(['seal', before, number, at, entry, digest, sealedAt].join('\n'))
    .digest('base64url');
}
