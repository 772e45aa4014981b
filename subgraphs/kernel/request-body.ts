import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { parse } from 'secure-json-parse';
import { breathe } from './admission';
import { asError, type Words } from './errors';
import { badRequest } from './refusal';
import { TextNotUtf8 } from './request-errors';

/** How a body may be compressed. */
export const CODINGS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
  ['identity', null],
]);

export const EMPTY = { zh: '请求体为空', en: 'the body is empty' };
const NOT_INFLATED = {
  zh: '请求体不能按所称的方式完整解压',
  en: 'the body is not, or not wholly, compressed as it claims',
};

/** The JSON that a body holds. A byte order mark before it is passed over, as RFC 8259 has it; other encodings are none. */
export async function readBody(bytes: Buffer, coding: string | undefined, limit: number): Promise<unknown> {
  const inflater = CODINGS.get(coding?.toLowerCase() ?? 'identity');
  const plain = inflater ? await inflated(bytes, inflater(), limit) : bytes;
  if (plain.length === 0) throw badRequest(EMPTY);
  if (plain.length > LARGE_BODY) {
    await breathe();
    checkValues(plain);
  }
  return jsonIn(textIn(plain), { zh: '请求体', en: 'the body' });
}

/** What is no larger than that is read without further ado. */
export const LARGE_BODY = 64 * 1024;
/** Three times as many as the largest batch has: what is made of each takes many times its bytes. */
const MOST_VALUES = 200_000;
const [QUOTE, BACKSLASH, COMMA, LIST, OBJECT] = ['"', '\\', ',', '[', '{'].map((each) => each.charCodeAt(0));

/** Counts what begins a value or parts it from the next, but for what stands in texts. */
function checkValues(json: Buffer): void {
  let values = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) inText = !inText;
    else if (inText && byte === BACKSLASH) at++;
    else if (!inText && (byte === COMMA || byte === LIST || byte === OBJECT) && ++values > MOST_VALUES)
      throw badRequest(
        { zh: `请求体中的值超过 ${MOST_VALUES} 个`, en: `the body has more than ${MOST_VALUES} values` },
        413,
      );
  }
}

/** Reads JSON, without keys that would change what objects of JavaScript are. */
export function jsonIn(text: string, part: Words): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!asError(error).message.includes('forbidden'))
      throw badRequest({ zh: `${part.zh}不是 JSON`, en: `${part.en} is no JSON` });
    const keys = '__proto__, constructor.prototype';
    throw badRequest({
      zh: `${part.zh}含有不允许的键 ${keys}`,
      en: `${part.en} has a key that is not allowed: ${keys}`,
    });
  }
}

/** Inflates up to the limit and not a byte further: a few bytes may stand for gigabytes. */
async function inflated(
  bytes: Buffer,
  inflater: ReturnType<typeof createGunzip | typeof createBrotliDecompress>,
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  inflater.end(bytes);
  try {
    for await (const chunk of inflater as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) break;
      chunks.push(chunk);
    }
  } catch {
    throw badRequest(NOT_INFLATED);
  }
  if (size > limit)
    throw badRequest({ zh: '解压后的请求体过大', en: 'the body is too large once inflated' }, 413);
  if (inflater.bytesWritten !== bytes.length) throw badRequest(NOT_INFLATED);
  return Buffer.concat(chunks, size);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function textIn(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw TextNotUtf8({ part: { zh: '请求体', en: 'The body' } });
  }
}
