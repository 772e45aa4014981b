import { isAscii, isUtf8 } from 'node:buffer';
import type { CatalogueError } from '../../kernel';
import { isUtf16, type Encoding, type Writing } from './encoding';
import { LineTooLong, TextOfAnotherEncoding, TextUndecodable } from '../errors';
import { LONGEST_LINE, LineCutter, type CutLine } from './line-cutter';

/** A physical line, without its end. */
export interface Line {
  number: number;
  /** As far as it can be read. */
  text: string;
  /** Why it cannot be taken as it is. */
  refusal: CatalogueError | null;
}

/** The lines of a file; those that were looked at in vain can be put back. */
export class Lines {
  private constructor(
    private readonly ahead: Line[],
    private readonly source: AsyncIterator<Line> | null,
  ) {}

  static read(chunks: AsyncIterable<Buffer>, writing: Writing): Lines {
    return new Lines([], decoded(chunks, writing));
  }

  static of(lines: readonly Line[]): Lines {
    return new Lines([...lines], null);
  }

  async next(): Promise<Line | undefined> {
    return this.ahead.shift() ?? ((await this.source?.next())?.value as Line | undefined);
  }

  putBack(lines: readonly Line[]): void {
    this.ahead.unshift(...lines);
  }
}

/**
 * Lines are cut from bytes and decoded one by one, so that bytes that are no text cost their own line only: in UTF-8 and
 * GB 18030 no byte below 0x30 is part of a longer character, and UTF-16 is cut between its units.
 */
async function* decoded(
  chunks: AsyncIterable<Buffer>,
  { encoding, markLength }: Writing,
): AsyncGenerator<Line> {
  const cutter = new LineCutter(encoding, markLength);
  const decoder = new LineDecoder(encoding);
  let number = 0;
  for await (const chunk of chunks) for (const line of cutter.add(chunk)) yield decoder.line(++number, line);
  for (const line of cutter.end()) yield decoder.line(++number, line);
}

const STRICT = { fatal: true, ignoreBOM: true };

class LineDecoder {
  private readonly strict;

  constructor(private readonly encoding: Encoding) {
    this.strict = new TextDecoder(encoding, STRICT);
  }

  line(number: number, { offset, bytes, isTooLong }: CutLine): Line {
    if (isTooLong) return { number, text: this.legible(bytes), refusal: LineTooLong({ max: LONGEST_LINE }) };
    if (!isUtf16(this.encoding) && isAscii(bytes))
      return { number, text: bytes.toString('latin1'), refusal: null };
    try {
      return { number, text: this.strict.decode(bytes), refusal: this.doubt(bytes) };
    } catch {
      const at = offset + brokenAt(bytes, this.encoding);
      const refusal = TextUndecodable({ encoding: this.encoding, line: number, offset: at });
      return { number, text: this.legible(bytes), refusal };
    }
  }

  private legible(bytes: Buffer): string {
    return new TextDecoder(this.encoding, { ignoreBOM: true }).decode(bytes);
  }

  /** A line of GB 18030 that is UTF-8 as well, with characters of three bytes, is UTF-8: no Chinese has such luck. */
  private doubt(bytes: Buffer): CatalogueError | null {
    return this.encoding === 'gb18030' && isUtf8(bytes) && /[^\0-\u07ff]/.test(bytes.toString())
      ? TextOfAnotherEncoding({ encoding: this.encoding, got: bytes.toString() })
      : null;
  }
}

/** Where the first character begins that is none: a strict decoder is given byte by byte until it stops. */
function brokenAt(bytes: Buffer, encoding: Encoding): number {
  const decoder = new TextDecoder(encoding, STRICT);
  let whole = 0;
  try {
    for (let at = 0; at < bytes.length; at++)
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== '') whole = at + 1;
  } catch {
    return whole;
  }
  return whole;
}
