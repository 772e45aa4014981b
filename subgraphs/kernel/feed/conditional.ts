import Negotiator from 'negotiator';
import type { ResourceHeaders } from '../resource';

/** What a client may know a snapshot by, and ask again by. */
export interface Validators {
  /** The tag of its plain text, and those of its compressed ones. */
  etags: readonly [string, ...string[]];
  /** When it became what it is, in whole seconds; null where it was another one within the same second. */
  changedAt: Date | null;
}

const headerIn = (headers: ResourceHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Whether a client has this very snapshot (RFC 9110 13.1.2 and 13.1.3). A date counts only where it is that of the
 * snapshot: the day of a copy that somebody has put on a disk says nothing of the list.
 */
export function isKnown(headers: ResourceHeaders, { etags, changedAt }: Validators): boolean {
  const known = headerIn(headers, 'if-none-match');
  if (known === undefined) return isDate(headerIn(headers, 'if-modified-since'), changedAt);
  return (
    known.trim() === '*' || known.split(',').some((each) => etags.includes(each.trim().replace(/^W\//, '')))
  );
}

function isDate(text: string | undefined, date: Date | null): boolean {
  return text !== undefined && date !== null && Date.parse(text) === date.getTime();
}

export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** How a client would rather have it (RFC 9110 12.5.3); null for as it is. Of two that it likes as well, the smaller. */
export function codingFor(headers: ResourceHeaders): Coding | null {
  const best = new Negotiator({ headers }).encoding([...CODINGS, 'identity'], { preferred: [...CODINGS] });
  return CODINGS.find((coding) => coding === best) ?? null;
}

/** The bytes that are asked for, the first and the last. */
export interface Part {
  first: number;
  last: number;
}

/**
 * The part that a client wants (RFC 9110 14.2), if it has the rest of this very snapshot (If-Range); null for all of it, as
 * for any range that is none, or several. Whoever takes it compressed may have the beginning of a compressed one, which a
 * date does not tell.
 */
export function partOf(
  headers: ResourceHeaders,
  { etags, changedAt }: Validators,
  size: number,
): Part | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headerIn(headers, 'range') ?? '') ?? [];
  const same = headerIn(headers, 'if-range');
  const isSame =
    same === undefined || same === etags[0] || (codingFor(headers) === null && isDate(same, changedAt));
  if (!isSame || (from === '' && to === '')) return null;
  const part =
    from === ''
      ? { first: Math.max(0, size - Number(to)), last: size - 1 }
      : { first: Number(from), last: Math.min(to === '' ? size - 1 : Number(to), size - 1) };
  if (from !== '' && to !== '' && Number(to) < part.first) return null;
  return part.first < size ? part : 'outside';
}
