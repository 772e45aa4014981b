import { isUtf16, type Encoding } from './encoding';

/** No line of an agency's file has so many bytes; a file without line ends must not fill the memory. */
export const LONGEST_LINE = 1 << 18;
/** How much of a line that is too long is kept, for whoever corrects it. */
const SHOWN = 1000;
const CR = 0x0d;
const LF = 0x0a;

/** The bytes of a line, or the first of them if there are too many. */
export interface CutLine {
  offset: number;
  bytes: Buffer;
  isTooLong: boolean;
}

/** Cuts bytes that come in pieces at CR, LF and CR LF. */
export class LineCutter {
  private readonly width: number;
  private readonly isBigEndian: boolean;
  /** What has come of the line that is not ended yet, and where in the file that line begins. */
  private rest: Buffer = Buffer.alloc(0);
  private offset: number;
  private isTooLong = false;
  private seen = 0;
  private afterCr = false;

  constructor(
    encoding: Encoding,
    private skip: number,
  ) {
    this.width = isUtf16(encoding) ? 2 : 1;
    this.isBigEndian = encoding === 'utf-16be';
    this.offset = skip;
  }

  *add(chunk: Buffer): Generator<CutLine> {
    const skipped = Math.min(this.skip, chunk.length);
    this.skip -= skipped;
    this.seen += chunk.length;
    const known = this.rest.length;
    const bytes = Buffer.concat([this.rest, chunk.subarray(skipped)]);
    const base = this.seen - bytes.length;
    let start = 0;
    for (let at = known - (known % this.width); at + this.width <= bytes.length; at += this.width) {
      const unit = this.unitAt(bytes, at);
      if (unit !== CR && unit !== LF) continue;
      const isEnded = unit === LF && this.afterCr && at === start;
      if (!isEnded) yield this.line(bytes.subarray(start, at));
      this.afterCr = unit === CR;
      start = at + this.width;
      this.offset = base + start;
    }
    this.keep(bytes.subarray(start));
  }

  *end(): Generator<CutLine> {
    if (this.rest.length > 0) yield this.line(this.rest);
  }

  private unitAt(bytes: Buffer, at: number): number | undefined {
    if (this.width === 1) return bytes[at];
    return this.isBigEndian ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at);
  }

  private line(bytes: Buffer): CutLine {
    const isTooLong = this.isTooLong || bytes.length > LONGEST_LINE;
    this.isTooLong = false;
    return { offset: this.offset, bytes: isTooLong ? bytes.subarray(0, SHOWN) : bytes, isTooLong };
  }

  private keep(rest: Buffer): void {
    this.isTooLong ||= rest.length > LONGEST_LINE;
    // the half of a unit at the end stays, so that the units that follow are cut where they begin
    const half = rest.subarray(rest.length - (rest.length % this.width));
    this.rest = this.isTooLong ? Buffer.concat([rest.subarray(0, SHOWN), half]) : rest;
  }
}
