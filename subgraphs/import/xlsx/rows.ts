import type { Cell } from '../columns';
import { NO_RESULT, unreadable, type CellReader } from './cells';
import type { Attributes, Handler } from './package';
import { MOST_COLUMNS, areaOf, placeOf, type Area } from './places';
import { TextOf } from './texts';

export interface SheetRow {
  line: number;
  cells: Cell[];
}

/** A cell while it is read: it may hold a value, a text of its own, or, by some programs, both. */
interface OpenCell {
  type: string;
  style: number;
  formula: boolean;
  v: string | null;
  is: string | null;
}

const WITHOUT_RESULT = unreadable(NO_RESULT, '');

/** Builds rows of the elements of a sheet. What the sheet does not place follows what came before. */
export class RowBuilder implements Required<Handler> {
  private readonly content = new TextOf(['v', 't']);
  /** Ranges whose first cell holds a formula for all of them. */
  private ranges: Area[] = [];
  private line = 0;
  private lineBefore = 0;
  private isNumbered = false;
  private cells: (Cell | undefined)[] = [];
  private column = -1;
  private cell = openCell({});

  constructor(
    private readonly reader: CellReader,
    private readonly done: (row: SheetRow) => void,
  ) {}

  open(name: string, attributes: Attributes): void {
    this.content.open(name);
    if (name === 'row') this.openRow(attributes.r?.value);
    if (name === 'c') this.openCell(attributes);
    if (name === 'f') this.openFormula(attributes);
  }

  text(piece: string): void {
    this.content.text(piece);
  }

  close(name: string): void {
    this.content.close(name);
    if (name === 'v' || name === 'is') {
      if (this.cell[name] !== null) throw new Error(`a cell of row ${this.line} holds two values`);
      this.cell[name] = this.content.take();
    }
    if (name === 'c') this.closeCell();
    if (name === 'row') this.closeRow();
  }

  private openRow(number: string | undefined): void {
    this.lineBefore = this.line;
    this.isNumbered = number !== undefined;
    this.cells = [];
    this.column = -1;
    this.moveTo(placeOf(`A${number ?? this.line + 1}`).row);
  }

  private openCell(attributes: Attributes): void {
    const place = attributes.r && placeOf(attributes.r.value);
    // a program that writes as it goes may number its cells only
    if (place && !this.isNumbered && this.column < 0) this.moveTo(place.row);
    if (place && place.row !== this.line)
      throw new Error(`row ${this.line} holds a cell of row ${place.row}`);
    this.column = place ? place.column : this.column + 1;
    this.cell = openCell(attributes);
  }

  private moveTo(line: number): void {
    if (line <= this.lineBefore) throw new Error(`row ${line} comes after row ${this.lineBefore}`);
    this.line = line;
  }

  private openFormula({ t, ref }: Attributes): void {
    this.cell.formula = true;
    if (ref && (t?.value === 'array' || t?.value === 'dataTable')) this.ranges.push(areaOf(ref.value));
  }

  /** A cell without content is as good as none: nothing fills a row up to it. */
  private closeCell(): void {
    const { type, style, formula, v, is } = this.cell;
    const value = type === 'inlineStr' ? (is ?? v) : (v ?? is);
    if (value === null && !formula && type !== 'e') return;
    if (this.cells[this.column] !== undefined) throw new Error(`row ${this.line} holds one cell twice`);
    this.cells[this.column] = this.reader.read({ type, style, formula, value });
  }

  private closeRow(): void {
    this.ranges = this.ranges.filter(({ bottom }) => bottom >= this.line);
    if (this.ranges.length > MOST_COLUMNS) throw new Error(`too many formulas stand for row ${this.line}`);
    if (this.column >= 0)
      for (const { left, right } of this.ranges)
        for (let at = left; at <= right; at++) this.cells[at] ??= WITHOUT_RESULT;
    this.done({ line: this.line, cells: Array.from(this.cells, (cell) => cell ?? '') });
  }
}

function openCell({ t, s }: Attributes): OpenCell {
  return { type: t?.value ?? 'n', style: Number(s?.value ?? 0), formula: false, v: null, is: null };
}
