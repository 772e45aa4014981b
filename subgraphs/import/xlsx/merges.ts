import { isFilled, textOf, type Cell } from '../columns';
import { unreadable } from './cells';
import { MOST_COLUMNS, type Area } from './places';
import type { SheetRow } from './rows';

const ACROSS = { zh: '与其他列的单元格合并', en: 'it is merged with cells of other columns' };
const WITH_HEADER = { zh: '与表头的单元格合并', en: 'it is merged with a cell of the header' };
const BENEATH = {
  zh: '合并单元格之下另有一个值',
  en: 'another value lies beneath the merged cells',
};

interface Merge extends Area {
  /** What the first cell holds, and the whole range shows. */
  value: Cell;
}

/** Where the header stands, and how many columns it names: what lies beside them is none of a record's. */
export interface Header {
  headerLine: number;
  width: number;
}

/**
 * Gives each cell of a merged range the value that the sheet shows for it. A range over several rows of one column says
 * the same of each row, as agencies draw it; one over several columns says nothing of which of them it is.
 */
export class MergedCells {
  private readonly ahead: Merge[];
  private current: Merge[] = [];

  constructor(
    areas: readonly Area[],
    private readonly header: Header,
  ) {
    this.ahead = areas.map((area) => ({ ...area, value: '' })).sort((a, b) => b.top - a.top);
  }

  fill({ line, cells }: SheetRow): SheetRow {
    this.moveTo(line, cells);
    // a row with nothing of its own is the lower part of the one above, and no further record
    if (this.current.length === 0 || !cells.some(isFilled)) return { line, cells };
    const filled = [...cells];
    for (const merge of this.current) {
      if (merge.left >= this.header.width) continue;
      while (filled.length <= merge.left) filled.push('');
      filled[merge.left] = this.shown(merge, line, cells);
    }
    return { line, cells: filled };
  }

  private moveTo(line: number, cells: readonly Cell[]): void {
    this.current = this.current.filter(({ bottom }) => bottom >= line);
    for (let next = this.ahead.at(-1); next && next.top <= line; next = this.ahead.at(-1)) {
      this.ahead.pop();
      if (next.bottom < line) continue;
      if (next.top === line) next.value = cells[next.left] ?? '';
      this.current.push(next);
    }
    if (this.current.length > MOST_COLUMNS) throw new Error(`its merged cells overlap in row ${line}`);
  }

  private shown({ top, left, right, value }: Merge, line: number, cells: readonly Cell[]): Cell {
    const isFirst = line === top;
    const beneath = cells.slice(isFirst ? left + 1 : left, right + 1).filter(isFilled);
    const other = beneath.find((cell) => textOf(cell) !== textOf(value));
    if (other !== undefined) return unreadable(BENEATH, textOf(other));
    if (!isFilled(value)) return value;
    if (right > left) return unreadable(ACROSS, textOf(value));
    const { headerLine } = this.header;
    return top <= headerLine && line > headerLine ? unreadable(WITH_HEADER, textOf(value)) : value;
  }
}
