import { alike } from '../kernel';
import { readHeader, refusedRow, rowOf, type Column, type SourceRow } from './columns';
import { CsvQuotesBroken, DigitsLost, JsonBroken, LineTooLong, TextUndecodable, WrongUse } from './errors';

/** A physical line, without its end. `cut` if it was too long to be kept whole. */
interface Line {
  number: number;
  text: string;
  cut: boolean;
}

/** No line of an agency's file is this long; a file without line ends must not fill the memory. */
const LONGEST_LINE = 1 << 18;
/** How far an opened quote is looked for its end. */
const MOST_LINES = 100;
/** What a decoder puts in place of bytes that are no text. */
const UNDECODABLE = '\ufffd';
/** A double holds this many decimal digits; beyond them JSON.parse rounds in silence. */
const EXACT_BELOW = 1e15;

/** The lines of a text that comes in pieces. Those that were looked at in vain can be put back. */
export class Lines {
  private readonly ahead: Line[] = [];
  private readonly source: AsyncIterator<Line>;

  constructor(chunks: AsyncIterable<string>) {
    this.source = split(chunks);
  }

  async next(): Promise<Line | undefined> {
    return this.ahead.shift() ?? ((await this.source.next()).value as Line | undefined);
  }

  putBack(lines: readonly Line[]): void {
    this.ahead.unshift(...lines);
  }
}

async function* split(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  let cut = false;
  const line = (text: string): Line => ({
    number: ++number,
    text: text.endsWith('\r') ? text.slice(0, -1) : text,
    cut,
  });
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      yield line(text);
      cut = false;
    }
    if (rest.length > LONGEST_LINE) [rest, cut] = [rest.slice(0, 1000), true];
  }
  if (rest !== '') yield line(rest);
}

/**
 * CSV by RFC 4180. Written out, because a parser of whole streams takes everything after an opened quote for one cell:
 * here a broken record costs its first line only, and reading goes on at the next.
 */
export async function* csvRows(
  lines: Lines,
  columns: readonly Column[],
  encoding: string,
): AsyncGenerator<SourceRow> {
  let names: string[] | undefined;
  for (let line = await lines.next(); line; line = await lines.next()) {
    if (line.text.trim() === '') continue;
    const cells = line.text.includes('"') ? await quotedCells(line, lines) : line.text.split(',');
    if (names) {
      const row = csvRow(line, cells, names, encoding);
      if (row) yield row;
    } else {
      if (!cells)
        throw new WrongUse(`The header in line ${line.number} cannot be read: its quotes do not match.`);
      names = readHeader(cells, columns);
    }
  }
  if (!names) throw new WrongUse('The file is empty: its first line must name the columns.');
}

function csvRow(
  line: Line,
  cells: readonly string[] | null,
  names: readonly string[],
  encoding: string,
): SourceRow | null {
  const refusal = illegible(line, cells?.join() ?? line.text, encoding);
  if (refusal || !cells) return refusedRow(line.number, line.text, refusal ?? CsvQuotesBroken());
  return rowOf(line.number, cells, names, true);
}

/** The cells of a record with quotes, which may go on in the lines that follow; null if its quotes do not match. */
async function quotedCells(first: Line, lines: Lines): Promise<string[] | null> {
  const taken: Line[] = [];
  let text = first.text;
  let cells = splitQuoted(text);
  while (cells === 'open' && taken.length < MOST_LINES && text.length < LONGEST_LINE) {
    const more = await lines.next();
    if (!more) break;
    taken.push(more);
    text += `\n${more.text}`;
    cells = splitQuoted(text);
  }
  if (typeof cells !== 'string') return cells;
  lines.putBack(taken);
  return null;
}

function splitQuoted(text: string): string[] | 'open' | 'broken' {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) : orEnd(text.indexOf(',', at), text);
    if (end < 0) return 'open';
    const cell = text.slice(quoted ? at + 1 : at, end);
    if (!quoted && cell.includes('"')) return 'broken';
    cells.push(quoted ? cell.replaceAll('""', '"') : cell);
    at = quoted ? end + 1 : end;
    if (at < text.length && text[at] !== ',') return 'broken';
  }
  return cells;
}

const orEnd = (at: number, text: string): number => (at < 0 ? text.length : at);

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** NDJSON: one JSON object a line. */
export async function* ndjsonRows(lines: Lines, encoding: string): AsyncGenerator<SourceRow> {
  for (let line = await lines.next(); line; line = await lines.next()) {
    if (line.text.trim() === '') continue;
    const refusal = illegible(line, line.text, encoding);
    yield refusal ? refusedRow(line.number, line.text, refusal) : jsonRow(line.number, line.text);
  }
}

function jsonRow(line: number, text: string): SourceRow {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    return refusedRow(line, text, JsonBroken({ reason: alike((error as Error).message) }));
  }
  if (!isRecord(record))
    return refusedRow(line, text, JsonBroken({ reason: { zh: '类型不符', en: 'it is of another type' } }));
  const long = Object.entries(record).find(
    ([, value]) => typeof value === 'number' && Math.abs(value) >= EXACT_BELOW,
  );
  return {
    line,
    record,
    refusal: long ? DigitsLost({ field: long[0], got: long[1] }) : null,
    raw: long ? text : record,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function illegible({ cut }: Line, text: string, encoding: string) {
  if (cut) return LineTooLong({ max: LONGEST_LINE });
  return text.includes(UNDECODABLE) ? TextUndecodable({ encoding }) : null;
}
