import { BadCell, type Cell } from '../columns';
import { CellIsError, DigitsLost, WrongUse } from '../errors';

/** The attributes of a cell: its place, its type, the number of its style. */
export interface CellStart {
  r?: string;
  t?: string;
  s?: string;
}

/** How many bytes of distinct texts are kept in memory, outside the heap. */
const MOST_TEXT = 1 << 29;
const MOST_COLUMNS = 16_384;
const DAY_SECONDS = 86_400;
/** Day 0 of a workbook, which has one of two calendars. */
export const EPOCH_1900 = Date.UTC(1899, 11, 30);
export const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Excel stores a number with 15 digits; from here on the last ones of a code are already gone. */
const EXACT_BELOW = 1e15;
/** Number formats with a date that a workbook need not declare (ECMA-376 18.8.30; 27 to 58 in Chinese editions). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** The texts that cells refer to by number, as bytes: a million strings would be a million objects for the heap. */
export class SharedTexts {
  private bytes = Buffer.alloc(1 << 16);
  private readonly ends = [0];

  add(text: string): void {
    const from = this.ends.at(-1) ?? 0;
    const end = from + Buffer.byteLength(text);
    if (end > MOST_TEXT)
      throw new WrongUse(
        'The workbook holds more text than is read from one: save it as CSV and import that.',
      );
    if (end > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes], Math.max(end, 2 * this.bytes.length));
    this.bytes.write(text, from);
    this.ends.push(end);
  }

  at(index: number): string {
    return this.bytes.toString('utf8', this.ends[index] ?? 0, this.ends[index + 1] ?? 0);
  }
}

/** Gathers the text inside these tags; the pronunciation that East Asian texts may carry is no part of it. */
export function textIn(tags: readonly string[]) {
  let gathered = '';
  let reading = false;
  let pronounced = false;
  return {
    open(tag: string) {
      if (tag === 'rPh') pronounced = true;
      if (tags.includes(tag)) reading = !pronounced;
    },
    text(piece: string) {
      if (reading) gathered += piece;
    },
    close(tag: string) {
      if (tag === 'rPh') pronounced = false;
      if (tags.includes(tag)) reading = false;
    },
    take() {
      const text = gathered;
      gathered = '';
      return text;
    },
  };
}

/** The styles, by their number, whose format shows a day or a year outside quoted text, colours and escapes. */
export function dateStyles(
  formatOfStyle: readonly number[],
  declared: readonly { id: number; code: string }[],
): ReadonlySet<number> {
  const isDate = ({ code }: { code: string }) => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  const dates = new Set([...BUILT_IN_DATES, ...declared.filter(isDate).map(({ id }) => id)]);
  return new Set(formatOfStyle.flatMap((format, style) => (dates.has(format) ? style : [])));
}

/** Turns cells into the text that a CSV would have in their place. */
export class CellReader {
  constructor(
    private readonly texts: SharedTexts,
    private readonly dates: ReadonlySet<number>,
    private readonly epoch: number,
  ) {}

  /** Puts a cell in its place; those that the sheet leaves out are empty. */
  put(cells: Cell[], cell: CellStart, text: string): void {
    const at = cell.r ? columnOf(cell.r) : cells.length;
    if (at >= MOST_COLUMNS) throw new WrongUse(`The sheet has a cell outside of any workbook: ${cell.r}.`);
    while (cells.length < at) cells.push('');
    cells[at] = this.read(cell, text);
  }

  private read({ t: type, s: style }: CellStart, text: string): Cell {
    if (text === '') return '';
    switch (type) {
      case 's':
        return this.texts.at(Number(text));
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return new BadCell(CellIsError, text);
      case 'd':
        return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
      case 'str':
      case 'inlineStr':
        return text;
      default:
        return this.dates.has(Number(style)) ? this.date(Number(text)) : number(text);
    }
  }

  /** A day as YYYY-MM-DD; a time of day, if there is one, is kept, and then refused by fields that are dates. */
  private date(serial: number): Cell {
    // Day 60 of the older calendar is a 29 February that never was, so the days before it count from one day later.
    const days = this.epoch === EPOCH_1900 && serial < 60 ? serial + 1 : serial;
    const seconds = Math.round(days * DAY_SECONDS);
    const moment = new Date(this.epoch + seconds * 1000);
    if (Number.isNaN(moment.getTime())) return String(serial);
    return seconds % DAY_SECONDS === 0
      ? moment.toISOString().slice(0, 10)
      : `${moment.toISOString().slice(0, 19)}+08:00`;
  }
}

/** Stored as 1234.5599999999999, shown as 1234.56: fifteen digits are what was typed. */
function number(text: string): Cell {
  const value = Number(text);
  if (Math.abs(value) >= EXACT_BELOW) return new BadCell(DigitsLost, text);
  return Number.isNaN(value) ? text : String(Number(value.toPrecision(15)));
}

/** BC12 → 54. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.replace(/\d+$/, '')) column = column * 26 + parseInt(letter, 36) - 9;
  return column - 1;
}
