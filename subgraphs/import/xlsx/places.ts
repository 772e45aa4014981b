/** Cells from corner to corner, both included. Rows count from 1, columns from 0. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The largest workbook has so many columns and rows. */
export const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** BC12 → row 12, column 54. */
export function placeOf(name: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + parseInt(letter, 36) - 9;
  const row = Number(digits);
  if (column < 1 || column > MOST_COLUMNS || row > MOST_ROWS)
    throw new Error(`it has a cell outside of any workbook: ${name}`);
  return { row, column: column - 1 };
}

/** A1:B2, or one cell. */
export function areaOf(name: string): Area {
  const [from = '', to = from] = name.split(':');
  const first = placeOf(from);
  const last = placeOf(to);
  if (last.row < first.row || last.column < first.column)
    throw new Error(`it has a range without cells: ${name}`);
  return { top: first.row, bottom: last.row, left: first.column, right: last.column };
}

/** 54 → BC. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
