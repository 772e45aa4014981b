import { PurposeInvalid, readText, type Words } from '../subgraphs/kernel';

const FIELD = 'X-Access-Purpose';
const LONGEST = 200;
const NOT_DECODED: Words = {
  zh: '不是 UTF-8 文本，或百分号编码有误',
  en: 'is not, or is wrongly, percent-encoded UTF-8',
};
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** 使用目的: the stated purpose of a guarded read, which is kept on record as it was meant, or refused. A blank one is none. */
export function purposeOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  const refuse = (fault: Words) => PurposeInvalid({ field: FIELD, max: LONGEST, got: header, fault });
  const sent = decoded(header);
  if (sent === null) throw refuse(NOT_DECODED);
  return sent.trim() === '' ? null : readText(sent, { max: LONGEST }, refuse);
}

/** Percent-encoded, as a browser must, or as the bytes of UTF-8, as other clients may: Node gives each byte as a character. */
function decoded(header: string): string | null {
  try {
    return decodeURIComponent(utf8.decode(Buffer.from(header, 'latin1')));
  } catch {
    return null;
  }
}
