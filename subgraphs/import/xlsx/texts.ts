import { WrongUse } from '../errors';
import type { Handler } from './package';

/** How many bytes of distinct texts are kept in memory, outside the heap, and how many texts. */
const MOST_TEXT = 1 << 29;
const MOST_TEXTS = 1 << 24;

/** The texts that cells refer to by number, as bytes: a million strings would be a million objects for the heap. */
export class SharedTexts {
  private bytes = Buffer.alloc(1 << 16);
  private readonly ends = [0];

  add(text: string): void {
    const from = this.ends.at(-1) ?? 0;
    const end = from + Buffer.byteLength(text);
    if (end > MOST_TEXT || this.ends.length > MOST_TEXTS)
      throw new WrongUse(
        'The workbook holds more text than is read from one: save it as CSV and import that.',
      );
    if (end > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], Math.max(end, 2 * this.bytes.length));
    this.bytes.write(text, from);
    this.ends.push(end);
  }

  /** @returns null if there is no text of this number */
  at(index: string): string | null {
    const end = /^\d+$/.test(index) ? this.ends[Number(index) + 1] : undefined;
    return end === undefined ? null : this.bytes.toString('utf8', this.ends[Number(index)], end);
  }
}

/** Gathers the text inside these elements; the pronunciation that East Asian texts may carry is no part of it. */
export class TextOf implements Required<Handler> {
  private gathered = '';
  private piece = '';
  private reading = false;
  private pronounced = false;

  constructor(private readonly elements: readonly string[]) {}

  open(name: string): void {
    if (name === 'rPh') this.pronounced = true;
    if (this.elements.includes(name)) this.reading = !this.pronounced;
  }

  text(piece: string): void {
    if (this.reading) this.piece += piece;
  }

  close(name: string): void {
    if (name === 'rPh') this.pronounced = false;
    if (!this.elements.includes(name)) return;
    this.reading = false;
    this.gathered += unescaped(this.piece);
    this.piece = '';
  }

  take(): string {
    const text = this.gathered;
    this.gathered = '';
    return text;
  }
}

/** What XML cannot hold, a line feed before all, stands as _x000A_, and a text that looks like it as _x005F_x000A_. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
