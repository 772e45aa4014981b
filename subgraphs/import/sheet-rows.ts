import { isFilled, rowOf, type Column, type HeaderField, type SourceRow } from './columns';
import { WrongUse } from './errors';
import { MOST_ABOVE, headerAmong, noticesOf, readHeader } from './header';
import type { Rows } from './read-file';
import { columnName } from './xlsx/places';
import type { SheetRow } from './xlsx/rows';
import type { Hidden, Sheet } from './xlsx/sheet';
import { openWorkbook, type SheetEntry, type Workbook } from './xlsx/workbook';

/** A sheet with a header of the kind that is imported, of which the first row is read. */
interface Readable {
  entry: SheetEntry;
  sheet: Sheet;
  fields: readonly HeaderField[];
  rows: AsyncGenerator<SourceRow, void>;
  first: IteratorResult<SourceRow, void>;
  notices: string[];
}

/** The rows of the sheet that is meant: the one that is named, or the only visible one with the header and rows under it. */
export async function openSheetRows(
  path: string,
  columns: readonly Column[],
  wanted: string | null,
): Promise<Rows> {
  const workbook = await openWorkbook(path);
  try {
    const chosen = await choose(workbook, columns, wanted);
    return {
      rows: rowsOf(chosen, () => workbook.close()),
      part: () => chosen.sheet.part(),
      notice: noticeOf(chosen, workbook.sheets),
    };
  } catch (error) {
    workbook.close();
    throw error;
  }
}

async function* rowsOf({ first, rows }: Readable, close: () => void): AsyncGenerator<SourceRow> {
  try {
    if (!first.done) yield first.value;
    yield* rows;
  } finally {
    close();
  }
}

async function choose(
  workbook: Workbook,
  known: readonly Column[],
  wanted: string | null,
): Promise<Readable> {
  const candidates = candidatesOf(workbook.sheets, wanted);
  const readable: Readable[] = [];
  const refusals: string[] = [];
  for (const entry of candidates) {
    try {
      readable.push(await underHeader(entry, await workbook.open(entry), known));
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
      refusals.push(error.message);
    }
  }
  const [chosen, another] = readable.filter(({ first }) => !first.done);
  if (another) {
    const names = readable.filter(({ first }) => !first.done).map(({ entry }) => entry.name);
    throw new WrongUse(`Several sheets hold rows of this kind: ${names.join(', ')}. Name one by --sheet.`);
  }
  const found = chosen ?? readable[0];
  if (found) return found;
  const which =
    candidates.length > 1 ? `No visible sheet has a header of this kind; ${candidates[0]?.name}: ` : '';
  throw new WrongUse(`${which}${refusals[0]}`);
}

function candidatesOf(sheets: readonly SheetEntry[], wanted: string | null): SheetEntry[] {
  const found = sheets.filter(({ name, isHidden }) => (wanted === null ? !isHidden : name === wanted));
  if (found.length > 0) return found;
  const names = sheets.map(nameOf).join(', ') || 'none';
  throw new WrongUse(
    wanted === null
      ? `The workbook has no visible sheet of cells: ${names}.`
      : `--sheet must be one of: ${names}, but got: ${wanted}`,
  );
}

async function underHeader(entry: SheetEntry, sheet: Sheet, known: readonly Column[]): Promise<Readable> {
  const top = await topOf(sheet);
  const at = headerAmong(
    top.map(({ cells }) => cells),
    known,
  );
  const header = top[at];
  if (!header) throw new WrongUse('The sheet is empty: its first row must name the columns.');
  const fields = readHeader(header.cells, known);
  const rows = rowsUnder(header.line, sheet, fields);
  const above = top.slice(0, at).map(({ cells }) => cells);
  const notices = noticesOf(header.line, above, fields);
  return { entry, sheet, fields, rows, first: await rows.next(), notices };
}

/** The first rows that hold anything, among which the header is. */
async function topOf(sheet: Sheet): Promise<SheetRow[]> {
  const top: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    if (row.cells.some(isFilled)) top.push(row);
    if (top.length > MOST_ABOVE) break;
  }
  return top;
}

async function* rowsUnder(
  headerLine: number,
  sheet: Sheet,
  fields: readonly HeaderField[],
): AsyncGenerator<SourceRow, void> {
  for await (const { line, cells } of sheet.rows({ headerLine, width: fields.length })) {
    const row = rowOf(line, cells, fields, false);
    if (row) yield row;
  }
}

const nameOf = ({ name, isHidden }: SheetEntry): string => (isHidden ? `${name} (隐藏 hidden)` : name);

/** What the operator does not see, or may not expect, of how the workbook is read. */
function noticeOf(
  { entry, sheet, fields, notices: ofHeader }: Readable,
  sheets: readonly SheetEntry[],
): string | null {
  const others = sheets.filter((each) => each !== entry).map(nameOf);
  const notices = [
    ...(others.length > 0 || entry.isHidden
      ? [
          `读取工作表 The sheet that is read: ${nameOf(entry)}；未读取 not read: ${others.join(', ') || '无 none'}`,
        ]
      : []),
    ...ofHeader,
    ...hiddenOf(sheet.hidden, fields),
  ];
  return notices.length > 0 ? notices.join('\n') : null;
}

function hiddenOf({ rows, firstRow, columns }: Hidden, fields: readonly HeaderField[]): string[] {
  const hidden = fields.flatMap(({ column }, at) =>
    columns.some(([from, to]) => at >= from && at <= to) ? [`${columnName(at)} ${column.name}`] : [],
  );
  return [
    ...(rows > 0
      ? [`隐藏或筛选掉的行一并读取 Rows that are hidden are read, too: ${rows}，首行 from row ${firstRow} on`]
      : []),
    ...(hidden.length > 0
      ? [`隐藏的列一并读取 Columns that are hidden are read, too: ${hidden.join(', ')}`]
      : []),
  ];
}
