import type { ResourceHeaders } from '../../kernel';

/** Whether a client has this very snapshot (If-None-Match, RFC 9110 13.1.2). */
export function isKnown(headers: ResourceHeaders, etag: string): boolean {
  const known = headers['if-none-match'];
  return (
    typeof known === 'string' && known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
  );
}

export function takesGzip(headers: ResourceHeaders): boolean {
  const codings = headers['accept-encoding'];
  return typeof codings === 'string' && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(codings);
}

/**
 * The byte from which a client wants the rest (`Range: bytes=N-`), if it has the beginning of this very snapshot (If-Range);
 * null for all of it, as for any other kind of range, which a server may ignore (RFC 9110 14.2).
 */
export function firstByteOf(headers: ResourceHeaders, etag: string, size: number): number | 'outside' | null {
  const { range, 'if-range': same } = headers;
  const [, first] = (typeof range === 'string' && /^bytes=(\d+)-$/.exec(range)) || [];
  if (first === undefined || (same !== undefined && same !== etag)) return null;
  return Number(first) < size ? Number(first) : 'outside';
}
