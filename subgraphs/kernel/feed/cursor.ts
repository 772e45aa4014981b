import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { OpenedKeys } from '../sealing';

/** Where a consumer stands in the feed. */
export interface Position {
  epoch: string;
  /** The last change that it has. */
  sequence: string;
  /** The floor of the feed when the consumer began with an empty copy: below it, only such a walk may go on. */
  from: string;
  /** Of the last change: in another history, that of a backup, the same number has another. Empty where it is not known. */
  mark: string;
}

const MAC_BYTES = 16;

/** A cursor says nothing to a client and cannot be made by one: it bears an HMAC under a key that outlasts the rotation of DATA_KEY. */
export function sealCursor({ epoch, sequence, from, mark }: Position, dataKey: OpenedKeys): string {
  const text = `${epoch}.${sequence}.${from}.${mark}`;
  return Buffer.concat([macOf(text, dataKey), Buffer.from(text)]).toString('base64url');
}

/** The position that a cursor holds; null for anything that this feed has not given out. */
export function openCursor(cursor: string, dataKey: OpenedKeys): Position | null {
  const bytes = Buffer.from(cursor, 'base64url');
  const [mac, text] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES).toString()];
  // one position has one spelling: base64url leaves room for others
  if (
    bytes.toString('base64url') !== cursor ||
    mac.length !== MAC_BYTES ||
    !timingSafeEqual(mac, macOf(text, dataKey))
  )
    return null;
  const [epoch = '', sequence = '', from = '', mark = ''] = text.split('.');
  return { epoch, sequence, from, mark };
}

export interface Head {
  epoch: string;
  /** Of the last change. */
  sequence: string;
  /** The floor: changes up to it may be gone. */
  oldest: string;
  /** Of the last change. */
  mark: string;
  /** Of the change at the floor. */
  oldestMark: string;
  /** Of the change at the place that was asked about. */
  markHere: string;
}

/**
 * Whether a consumer that stands here would miss something: the feed was begun anew, or was restored from a backup (it is
 * behind the consumer, or has given the same number to another change since), or changes after this place are gone. A walk
 * that began empty at the floor misses nothing below it.
 */
export function isTooOld({ epoch, sequence, from, mark }: Position, head: Head): boolean {
  if (epoch !== head.epoch || BigInt(sequence) > BigInt(head.sequence)) return true;
  // a cursor of before there were marks has none, and a change below the floor may be gone
  if (mark !== '' && head.markHere !== '' && mark !== head.markHere) return true;
  return BigInt(sequence) < BigInt(head.oldest) && from !== head.oldest;
}

/** What a copy of the whole list as it is at this head goes on after. */
export function headCursor(
  { epoch, sequence, oldest, mark }: Pick<Head, 'epoch' | 'sequence' | 'oldest' | 'mark'>,
  dataKey: OpenedKeys,
): string {
  return sealCursor({ epoch, sequence, from: oldest, mark }, dataKey);
}

function macOf(text: string, { lasting }: OpenedKeys): Buffer {
  const key = Buffer.from(hkdfSync('sha256', lasting, '', 'onematter feed cursor', 32));
  return createHmac('sha256', key).update(text).digest().subarray(0, MAC_BYTES);
}
