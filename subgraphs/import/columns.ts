import { CatalogueError, fieldsOf, type ErrorDetails, type Kind, type Submission } from '../kernel';
import { ColumnsDiffer } from './errors';
import { readValue } from './values';

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
  description: string;
  kind: Kind<unknown, unknown>;
}

/** The columns that a file of this kind may have: the fields of the submission's input. */
export function columnsOf({ input }: Submission): Column[] {
  return [...fieldsOf(input).values()].map(({ name, reader, description, optional }) => ({
    name,
    term: wordsBefore(/[\s.,;:，。；：（(]/, description),
    head: wordsBefore(/[\s.,;:，。；：]/, description),
    required: !optional,
    description,
    kind: reader,
  }));
}

/** A description begins with the official term: '成立日期. The day on which …', '登记状态，见 …', '行业代码 (GB/T …)'. */
function wordsBefore(end: RegExp, description: string): string {
  return description.split(end)[0] ?? '';
}

/** What the cells under a title hold. */
export interface HeaderField {
  column: Column;
  /** By which power of ten the amounts must be multiplied to be in yuan. */
  power: number;
}

/** One row of cells under the header; null for an empty one, which spreadsheets leave at their end. */
export function rowOf(
  line: number,
  cells: readonly Cell[],
  fields: readonly HeaderField[],
  mustFill: boolean,
): SourceRow | null {
  if (!cells.some(isFilled)) return null;
  // A row that is cut off, or shifted by a stray comma, must not be taken for a row with empty cells.
  if ((mustFill && cells.length < fields.length) || cells.slice(fields.length).some(isFilled)) {
    const error = ColumnsDiffer({ expected: fields.length, got: cells.length });
    return refusedRow(line, cells.map(textOf), error);
  }
  const raw = Object.fromEntries(fields.map(({ column }, at) => [column.name, textOf(cells[at] ?? '')]));
  const values = fields.map((field, at) => ({
    name: field.column.name,
    read: () => valueOf(cells[at] ?? '', field),
  }));
  return { line, ...recordOf(values), raw };
}

/** A record of values that are read one by one; the first that is refused refuses it. */
export function recordOf(
  values: readonly { name: string; read: () => unknown }[],
): Pick<SourceRow, 'record' | 'refusal'> {
  const record: Record<string, unknown> = {};
  let refusal: CatalogueError | null = null;
  for (const { name, read } of values) {
    try {
      record[name] = read();
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error;
      refusal ??= error;
    }
  }
  return { record, refusal };
}

function valueOf(cell: Cell, { column: { name, kind }, power }: HeaderField): unknown {
  if (cell instanceof BadCell) throw cell.error({ field: name, got: cell.got });
  return readValue(cell, name, kind, power);
}

export function refusedRow(line: number, raw: unknown, refusal: CatalogueError): SourceRow {
  return { line, record: null, refusal, raw };
}

/** Whether a cell holds more than blanks. */
export function isFilled(cell: Cell): boolean {
  return cell instanceof BadCell || cell.trim() !== '';
}

export const textOf = (cell: Cell): string => (cell instanceof BadCell ? cell.got : cell);
