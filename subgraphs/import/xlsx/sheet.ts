import type { CellReader } from './cells';
import { MergedCells, type Header } from './merges';
import type { Package } from './package';
import { areaOf, type Area } from './places';
import { RowBuilder, type SheetRow } from './rows';

/** More merged ranges than this are made to fill the memory. */
const MOST_MERGES = 1 << 20;

/** What is not shown of a sheet, and read all the same. */
export interface Hidden {
  rows: number;
  firstRow: number;
  /** Ranges of columns, from 0, both ends included. */
  columns: [from: number, to: number][];
}

/** What must be known before the rows are read: a sheet tells its merged ranges behind them. */
interface Survey {
  merges: Area[];
  hidden: Hidden;
}

/** A sheet that was read through once, so that a damaged one is known before a row of it is taken. */
export class Sheet {
  private bytes = 0;
  private readonly merges: readonly Area[];
  readonly hidden: Hidden;

  private constructor(
    private readonly parts: Package,
    private readonly name: string,
    private readonly reader: CellReader,
    { merges, hidden }: Survey,
  ) {
    this.merges = merges;
    this.hidden = hidden;
  }

  static async open(parts: Package, name: string, reader: CellReader): Promise<Sheet> {
    return new Sheet(parts, name, reader, await survey(parts, name));
  }

  /** How much of it is read, from 0 to 1. */
  part(): number {
    return this.bytes / Math.max(1, this.parts.sizeOf(this.name));
  }

  /** Its rows, from the top; or those under a header, which names so many columns. */
  async *rows(under: Header = { headerLine: 0, width: Infinity }): AsyncGenerator<SheetRow, void> {
    this.bytes = 0;
    const merged = new MergedCells(this.merges, under);
    const rows: SheetRow[] = [];
    const builder = new RowBuilder(this.reader, (row) => rows.push(row));
    for await (const bytes of this.parts.read(this.name, builder)) {
      this.bytes += bytes;
      for (const row of rows.splice(0)) {
        const filled = merged.fill(row);
        if (row.line > under.headerLine) yield filled;
      }
    }
  }
}

async function survey(parts: Package, name: string): Promise<Survey> {
  const merges: Area[] = [];
  const hidden: Hidden = { rows: 0, firstRow: 0, columns: [] };
  let line = 0;
  let isHidden = false;
  await parts.readAll(name, {
    open(element, { r, ref, hidden: hides, min, max }) {
      if (element === 'mergeCell' && merges.push(areaOf(ref?.value ?? '')) > MOST_MERGES)
        throw new Error('it has more merged cells than a sheet can have');
      if (element === 'col' && isTrue(hides?.value))
        hidden.columns.push([Number(min?.value) - 1, Number(max?.value) - 1]);
      if (element === 'row') {
        line = Number(r?.value ?? line + 1);
        isHidden = isTrue(hides?.value);
      }
      if (isHidden && (element === 'v' || element === 'is')) {
        isHidden = false;
        hidden.firstRow ||= line;
        hidden.rows++;
      }
    },
  });
  return { merges, hidden };
}

export const isTrue = (value = ''): boolean => /^(1|true)$/.test(value);
