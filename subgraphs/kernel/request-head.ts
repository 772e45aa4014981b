import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { badRequest } from './refusal';
import { CODINGS, EMPTY } from './request-body';
import { CharsetUnsupported, ContentEncodingUnsupported, TextNotUtf8 } from './request-errors';

const REQUEST_ID = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** The client's own id if it is a UUID, so that both sides find a request by the same; anything else says too much in a log. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const said = headers['x-request-id'];
  return typeof said === 'string' && REQUEST_ID.test(said) ? said : randomUUID();
}

const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;
/** Headers of which a second one contradicts the first. */
const ONCE = ['authorization', 'content-type', 'host', 'x-access-purpose'];

/** Refuses what no route should have to think of. */
export function checkHead({ raw }: FastifyRequest): void {
  const { host, expect } = raw.headers;
  if (host === undefined ? raw.httpVersion !== '1.0' : !HOST.test(host))
    throw badRequest({ zh: '缺少请求头 Host 或其格式有误', en: 'the header Host is missing or malformed' });
  const twice = ONCE.find((name) => (raw.headersDistinct[name]?.length ?? 0) > 1);
  if (twice)
    throw badRequest({ zh: `请求头 ${twice} 出现不止一次`, en: `there is more than one header ${twice}` });
  if (expect !== undefined && expect.toLowerCase() !== '100-continue')
    throw badRequest(
      { zh: '无法满足请求头 Expect', en: 'what the header Expect asks for is not to be had' },
      417,
    );
  checkAddress(raw.url ?? '');
}

/** Bytes of another encoding would be read as other characters, without a word. */
function checkAddress(address: string): void {
  try {
    decodeURIComponent(address);
  } catch {
    throw TextNotUtf8({ part: { zh: '网址', en: 'The address' } });
  }
}

/** Refuses a body by what is said of it, before it is read. */
export function checkContent({ headers }: FastifyRequest): void {
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length']))
    throw badRequest(EMPTY);
  checkJson(headers);
  const coding = headers['content-encoding'];
  if (coding && !CODINGS.has(coding.toLowerCase()))
    throw ContentEncodingUnsupported({ got: coding, allowed: 'gzip, deflate, br' });
}

/** Refuses what says to be anything but JSON in UTF-8. */
export function checkJson(headers: IncomingHttpHeaders): void {
  const { essence, params } = typeIn(headers['content-type'] ?? '');
  if (essence !== 'application/json')
    throw badRequest(
      { zh: '内容类型应为 application/json', en: 'the content type must be application/json' },
      415,
    );
  const charset = params.get('charset') ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw CharsetUnsupported({ got: charset });
}

function typeIn(header: string): Pick<MIMEType, 'essence' | 'params'> {
  try {
    return new MIMEType(header);
  } catch {
    return new MIMEType('application/octet-stream');
  }
}
