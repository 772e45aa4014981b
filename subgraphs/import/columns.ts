import { fieldsOf, type CatalogueError, type Submission } from '../kernel';
import { ColumnsDiffer, WrongUse, type CellIsError, type DigitsLost } from './errors';

/** A row of a file: a record to submit, or why there is none. Lines count from 1, the header included. */
export interface SourceRow {
  line: number;
  record: Record<string, unknown> | null;
  refusal: CatalogueError | null;
  /** The row as it was read, for whoever has to correct it. */
  raw: unknown;
}

/** A cell of a workbook that has no value to take over. */
export class BadCell {
  constructor(
    readonly error: typeof DigitsLost | typeof CellIsError,
    readonly got: string,
  ) {}
}
export type Cell = string | BadCell;

export interface Column {
  name: string;
  /** The official Chinese term, which a header may use as well. */
  term: string;
  required: boolean;
}

/** The columns that a file of this kind may have: the fields of the submission's input. */
export function columnsOf({ input }: Submission): Column[] {
  return [...fieldsOf(input).values()].map(({ name, description, optional }) => ({
    name,
    term: termOf(description),
    required: !optional,
  }));
}

/** A description begins with the official term: '成立日期. The day on which …', '登记状态，见 …', '行业代码 (GB/T …)'. */
function termOf(description: string): string {
  return description.split(/[\s.,;:，。；：（(]/)[0] ?? '';
}

/** Field names in the order of the header's cells; a wrong header is refused as a whole. */
export function readHeader(cells: readonly Cell[], columns: readonly Column[]): string[] {
  const titles = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell.got));
  while (titles.at(-1) === '') titles.pop();
  const names = titles.map((title, at) => {
    const column = columns.find(({ name, term }) => name === title || term === title);
    if (!column)
      throw new WrongUse(
        `Column ${at + 1} of the header is unknown: ${JSON.stringify(title)}. ${known(columns)}`,
      );
    return column.name;
  });
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated)
    throw new WrongUse(`The header names the column ${repeated} more than once. ${known(columns)}`);
  const missing = columns
    .filter(({ name, required }) => required && !names.includes(name))
    .map(({ name }) => name);
  if (missing.length > 0)
    throw new WrongUse(`The header lacks the required column ${missing.join(', ')}. ${known(columns)}`);
  return names;
}

function known(columns: readonly Column[]): string {
  return `Known columns (* required): ${columns.map(({ name, term, required }) => `${name}${required ? '*' : ''} ${term}`).join(', ')}.`;
}

/** One row of cells under the header; null for an empty one, which spreadsheets leave at their end. */
export function rowOf(
  line: number,
  cells: readonly Cell[],
  names: readonly string[],
  mustFill: boolean,
): SourceRow | null {
  const isFilled = (cell: Cell) => cell !== '';
  if (!cells.some(isFilled)) return null;
  // A row that is cut off, or shifted by a stray comma, must not be taken for a row with empty cells.
  if ((mustFill && cells.length < names.length) || cells.slice(names.length).some(isFilled)) {
    return refusedRow(line, cells.map(textOf), ColumnsDiffer({ expected: names.length, got: cells.length }));
  }
  const record = Object.fromEntries(names.map((name, at) => [name, textOf(cells[at] ?? '')]));
  const badAt = cells.findIndex((cell) => cell instanceof BadCell);
  const bad = cells[badAt];
  const refusal = bad instanceof BadCell ? bad.error({ field: names[badAt], got: bad.got }) : null;
  return { line, record, refusal, raw: record };
}

export function refusedRow(line: number, raw: unknown, refusal: CatalogueError): SourceRow {
  return { line, record: null, refusal, raw };
}

const textOf = (cell: Cell): string => (cell instanceof BadCell ? cell.got : cell);
