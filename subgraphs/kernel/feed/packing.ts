import type { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { Coding } from './conditional';

/** As hard as a list that is read by many and made for each is worth. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export function packed(text: Readable, coding: Coding): Readable {
  const packing = coding === 'br' ? createBrotliCompress(BROTLI) : createGzip();
  text.on('error', (error) => packing.destroy(error));
  packing.on('close', () => text.destroy());
  return text.pipe(packing);
}
