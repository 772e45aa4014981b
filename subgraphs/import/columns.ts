import { fieldsOf, type CatalogueError, type ErrorDetails, type Submission } from '../kernel';
import { ColumnsDiffer } from './errors';

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
    readonly error: (details: ErrorDetails) => CatalogueError,
    readonly got: string,
  ) {}
}
export type Cell = string | BadCell;

export interface Column {
  name: string;
  /** The official Chinese term, which a header may use as well. */
  term: string;
  /** What its description begins with, a remark in brackets included: 案号（规范形式）. */
  head: string;
  required: boolean;
}

/** The columns that a file of this kind may have: the fields of the submission's input. */
export function columnsOf({ input }: Submission): Column[] {
  return [...fieldsOf(input).values()].map(({ name, description, optional }) => ({
    name,
    term: wordsBefore(/[\s.,;:，。；：（(]/, description),
    head: wordsBefore(/[\s.,;:，。；：]/, description),
    required: !optional,
  }));
}

/** A description begins with the official term: '成立日期. The day on which …', '登记状态，见 …', '行业代码 (GB/T …)'. */
function wordsBefore(end: RegExp, description: string): string {
  return description.split(end)[0] ?? '';
}

/** One row of cells under the header; null for an empty one, which spreadsheets leave at their end. */
export function rowOf(
  line: number,
  cells: readonly Cell[],
  columns: readonly Column[],
  mustFill: boolean,
): SourceRow | null {
  if (!cells.some(isFilled)) return null;
  // A row that is cut off, or shifted by a stray comma, must not be taken for a row with empty cells.
  if ((mustFill && cells.length < columns.length) || cells.slice(columns.length).some(isFilled)) {
    return refusedRow(
      line,
      cells.map(textOf),
      ColumnsDiffer({ expected: columns.length, got: cells.length }),
    );
  }
  const record = Object.fromEntries(columns.map(({ name }, at) => [name, textOf(cells[at] ?? '')]));
  const badAt = cells.findIndex((cell) => cell instanceof BadCell);
  const bad = cells[badAt];
  const refusal = bad instanceof BadCell ? bad.error({ field: columns[badAt]?.name, got: bad.got }) : null;
  return { line, record, refusal, raw: record };
}

export function refusedRow(line: number, raw: unknown, refusal: CatalogueError): SourceRow {
  return { line, record: null, refusal, raw };
}

/** Whether a cell holds more than blanks. */
export function isFilled(cell: Cell): boolean {
  return cell instanceof BadCell || cell.trim() !== '';
}

export const textOf = (cell: Cell): string => (cell instanceof BadCell ? cell.got : cell);
