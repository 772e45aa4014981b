import type { CatalogueError } from '../../kernel';
import { refusedRow, rowOf, isFilled, type Column, type HeaderField, type SourceRow } from '../columns';
import { CsvQuotesBroken, WrongUse } from '../errors';
import { MOST_ABOVE, headerAmong, namedIn, noticesOf, readHeader } from '../header';
import { Lines, type Line } from './lines';

/** How far an opened quote is looked for its end. */
const MOST_LINES = 100;
const MOST_TEXT = 1 << 18;
const SEPARATORS = [',', '\t', ';'];

/** A record of separated values; of one that is refused, the cells as far as they are known. */
interface CsvRecord {
  line: number;
  lastLine: number;
  cells: string[];
  text: string;
  refusal: CatalogueError | null;
}

/** The rows under the header, and what the operator should know of how they are read. */
interface Table {
  rows: AsyncGenerator<SourceRow>;
  notices: string[];
}

/** Where a file of separated values has its header, and by which separator. */
interface Place {
  separator: string;
  header: CsvRecord;
  above: CsvRecord[];
  /** How many columns the header names. */
  named: number;
}

/** Finds the separator and the header; a wrong header throws WrongUse. */
export async function openCsv(lines: Lines, known: readonly Column[]): Promise<Table> {
  const said = await saidSeparator(lines);
  const first = await firstLines(lines);
  const places = await Promise.all((said ?? SEPARATORS).map((separator) => placeIn(first, separator, known)));
  const place = places.reduce((best, each) => (each && each.named > (best?.named ?? 0) ? each : best));
  if (!place) throw new WrongUse('The file is empty: its first line must name the columns.');
  const { separator, header, above } = place;
  if (header.refusal)
    throw new WrongUse(`The header in line ${header.line} cannot be read. ${header.refusal.message}`);
  const fields = readHeader(header.cells, known);
  lines.putBack(first.filter(({ number }) => number > header.lastLine));
  return {
    rows: rowsUnder(lines, separator, fields),
    notices: noticesOf(
      header.line,
      above.map(({ cells }) => cells),
      fields,
    ),
  };
}

/** sep=; in the first line, by which Excel is told the separator. */
async function saidSeparator(lines: Lines): Promise<string[] | null> {
  const line = await lines.next();
  const said = /^"?sep=(.)"?$/i.exec(line?.text ?? '')?.[1];
  if (said !== undefined) return [said];
  if (line) lines.putBack([line]);
  return null;
}

async function firstLines(lines: Lines): Promise<Line[]> {
  const first: Line[] = [];
  while (first.length < MOST_ABOVE + MOST_LINES) {
    const line = await lines.next();
    if (!line) break;
    first.push(line);
  }
  return first;
}

async function placeIn(
  first: readonly Line[],
  separator: string,
  known: readonly Column[],
): Promise<Place | null> {
  const lines = Lines.of(first);
  const records: CsvRecord[] = [];
  for (let each = await nextRecord(lines, separator); each; each = await nextRecord(lines, separator)) {
    if (each.refusal || each.cells.some(isFilled)) records.push(each);
    if (records.length > MOST_ABOVE) break;
  }
  const at = headerAmong(
    records.map(({ cells }) => cells),
    known,
  );
  const header = records[at];
  return header
    ? { separator, header, above: records.slice(0, at), named: namedIn(header.cells, known) }
    : null;
}

async function* rowsUnder(
  lines: Lines,
  separator: string,
  fields: readonly HeaderField[],
): AsyncGenerator<SourceRow> {
  for (let each = await nextRecord(lines, separator); each; each = await nextRecord(lines, separator)) {
    const { line, cells, text, refusal } = each;
    const row = refusal ? refusedRow(line, text, refusal) : rowOf(line, cells, fields, true);
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
  return { line: number, lastLine: number, cells: text.split(separator), text, refusal };
}

/** A record with quotes, which may go on in the lines that follow. */
async function quotedRecord(first: Line, lines: Lines, separator: string): Promise<CsvRecord> {
  const { number: line, text: own } = first;
  const taken = [first];
  let text = own;
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
    return { line, lastLine: line, cells: [], text: own, refusal: first.refusal ?? CsvQuotesBroken() };
  }
  const refusal = taken.find((each) => each.refusal)?.refusal ?? null;
  return { line, lastLine: taken.at(-1)?.number ?? line, cells, text, refusal };
}

/** The cells of a text with quotes. ="007", which Excel takes for the text 007, is a cell as it stands. */
function splitQuoted(text: string, separator: string): string[] | 'open' | 'broken' {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const isFormula = text.startsWith('="', at);
    const isQuoted = isFormula || text[at] === '"';
    const from = isQuoted ? text.indexOf('"', at) + 1 : at;
    const end = isQuoted ? closingQuote(text, from) : orEnd(text.indexOf(separator, at), text);
    if (end < 0) return 'open';
    const cell = isFormula ? text.slice(at, end + 1) : text.slice(from, end);
    if (!isQuoted && cell.includes('"')) return 'broken';
    cells.push(isQuoted && !isFormula ? cell.replaceAll('""', '"') : cell);
    at = isQuoted ? end + 1 : end;
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
