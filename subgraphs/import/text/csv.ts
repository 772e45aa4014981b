import type { CatalogueError } from '../../kernel';
import { readHeader, refusedRow, rowOf, type Column, type SourceRow } from '../columns';
import { CsvQuotesBroken, WrongUse } from '../errors';
import type { Line, Lines } from './lines';

/** How far an opened quote is looked for its end. */
const MOST_LINES = 100;
const MOST_TEXT = 1 << 18;

/** A record of separated values; of one that is refused, the cells as far as they are known. */
interface CsvRecord {
  line: number;
  cells: string[];
  text: string;
  refusal: CatalogueError | null;
}

/** The rows under the header. */
export async function* csvRows(lines: Lines, columns: readonly Column[]): AsyncGenerator<SourceRow> {
  const header = await nextRecord(lines, ',');
  if (!header) throw new WrongUse('The file is empty: its first line must name the columns.');
  if (header.refusal)
    throw new WrongUse(`The header in line ${header.line} cannot be read. ${header.refusal.message}`);
  const names = readHeader(header.cells, columns);
  for (let record = await nextRecord(lines, ','); record; record = await nextRecord(lines, ',')) {
    const { line, cells, text, refusal } = record;
    const row = refusal ? refusedRow(line, text, refusal) : rowOf(line, cells, names, true);
    if (row) yield row;
  }
}

/**
 * CSV by RFC 4180. Written out, because a parser of whole streams takes everything after an opened quote for one cell:
 * here a broken record costs its first line only, and reading goes on at the next.
 */
async function nextRecord(lines: Lines, separator: string): Promise<CsvRecord | undefined> {
  let line = await lines.next();
  while (line && !line.refusal && line.text.trim() === '') line = await lines.next();
  if (!line) return undefined;
  const { number, text, refusal } = line;
  if (text.includes('"')) return quotedRecord(line, lines, separator);
  return { line: number, cells: text.split(separator), text, refusal };
}

/** A record with quotes, which may go on in the lines that follow. */
async function quotedRecord(first: Line, lines: Lines, separator: string): Promise<CsvRecord> {
  const taken = [first];
  let { text } = first;
  let cells = splitQuoted(text, separator);
  while (cells === 'open' && taken.length < MOST_LINES && text.length < MOST_TEXT) {
    const more = await lines.next();
    if (!more) break;
    taken.push(more);
    text += `\n${more.text}`;
    cells = splitQuoted(text, separator);
  }
  if (typeof cells === 'string') {
    lines.putBack(taken.slice(1));
    return { line: first.number, cells: [], text: first.text, refusal: first.refusal ?? CsvQuotesBroken() };
  }
  const refusal = taken.find((each) => each.refusal)?.refusal ?? null;
  return { line: first.number, cells, text, refusal };
}

function splitQuoted(text: string, separator: string): string[] | 'open' | 'broken' {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) : orEnd(text.indexOf(separator, at), text);
    if (end < 0) return 'open';
    const cell = text.slice(quoted ? at + 1 : at, end);
    if (!quoted && cell.includes('"')) return 'broken';
    cells.push(quoted ? cell.replaceAll('""', '"') : cell);
    at = quoted ? end + 1 : end;
    if (at < text.length && text[at] !== separator) return 'broken';
  }
  return cells;
}

const orEnd = (at: number, text: string): number => (at < 0 ? text.length : at);

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
