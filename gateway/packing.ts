import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codingFor, isKnown } from '../subgraphs/kernel';

/** Below this a packet of the network holds it anyway. */
const WORTHWHILE = 1_400;
/** An answer is made for one reader: quick, and smaller than gzip all the same. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const PACK = { br: (text: string) => promisify(brotliCompress)(text, BROTLI), gzip: promisify(gzip) };

/** What an answer is for besides its address; and by what it would be another one. */
const VARY = 'Accept, Accept-Encoding, Authorization, X-Access-Purpose';
/** What is left of the minute is no part of what was asked for: two answers that differ in it alone are the same. */
const LEFT = /,"remaining":\d+(?=\}+\s*$)/;

/**
 * What a client is sent: compressed where it takes that, and, where it was asked by GET, with a tag by which it may keep an
 * answer and ask whether it still holds. Whoever asks is answered anew each time: nothing that has gone from the public is
 * served from anywhere. What was read for a stated purpose is kept nowhere.
 */
export async function pack(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string') return payload;
  const vary = reply.getHeader('vary');
  void reply.header('vary', vary ? `${String(vary)}, ${VARY}` : VARY);
  if (method === 'GET' && reply.statusCode === 200 && headers['x-access-purpose'] === undefined) {
    const tag = `"${createHash('sha256').update(payload.replace(LEFT, '')).digest('base64url')}"`;
    void reply.header('etag', `W/${tag}`);
    void reply.header(
      'cache-control',
      headers.authorization === undefined ? 'no-cache' : 'private, no-cache',
    );
    if (isKnown(headers, { etags: [tag], changedAt: null })) {
      void reply.code(304).removeHeader('content-type');
      return null;
    }
  }
  const coding = payload.length < WORTHWHILE ? null : codingFor(headers);
  if (coding === null) return payload;
  void reply.header('content-encoding', coding).removeHeader('content-length');
  return PACK[coding](payload);
}
