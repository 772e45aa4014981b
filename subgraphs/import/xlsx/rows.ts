import type { Cell } from '../columns';
import { unreadable, NO_RESULT, type CellContent, type CellReader } from './cells';
import type { Attributes, Handler } from './package';
import { areaOf, placeOf, type Area } from './places';
import { TextOf } from './texts';

export interface SheetRow {
  line: number;
  cells: Cell[];
}

/** Builds rows of the elements of a sheet. What the sheet does not place follows what came before. */
export class RowBuilder implements Required<Handler> {
  private readonly content = new TextOf(['v', 't']);
  /** Ranges whose first cell holds a formula for all of them. */
  private ranges: Area[] = [];
  private line = 0;
  private lineBefore = 0;
  private cells: (Cell | undefined)[] = [];
  private column = -1;
  private cell: CellContent = emptyCell({});

  constructor(
    private readonly reader: CellReader,
    private readonly done: (row: SheetRow) => void,
  ) {}

  open(name: string, attributes: Attributes): void {
    this.content.open(name);
    switch (name) {
      case 'row':
        return this.openRow(attributes.r?.value);
      case 'c':
        return this.openCell(attributes);
      case 'f':
        return this.openFormula(attributes);
      case 'v':
      case 'is':
        if (this.cell.value !== null) throw new Error(`a cell of row ${this.line} holds two values`);
        this.cell.value = '';
    }
  }

  text(piece: string): void {
    this.content.text(piece);
  }

  close(name: string): void {
    this.content.close(name);
    if (name === 'v' || name === 'is') this.cell.value = this.content.take();
    if (name === 'c') this.closeCell();
    if (name === 'row') this.closeRow();
  }

  private openRow(number: string | undefined): void {
    this.lineBefore = this.line;
    this.line = number === undefined ? this.line + 1 : placeOf(`A${number}`).row;
    this.cells = [];
    this.column = -1;
    this.checkOrder();
  }

  private openCell(attributes: Attributes): void {
    const place = attributes.r && placeOf(attributes.r.value);
    // a sheet that is written in pieces may number its cells only
    if (place && this.column < 0) this.line = place.row;
    if (place && place.row !== this.line)
      throw new Error(`row ${this.line} holds a cell of row ${place.row}`);
    this.checkOrder();
    this.column = place ? place.column : this.column + 1;
    this.cell = emptyCell(attributes);
  }

  private checkOrder(): void {
    if (this.line <= this.lineBefore) throw new Error(`row ${this.line} comes after row ${this.lineBefore}`);
  }

  private openFormula({ t, ref }: Attributes): void {
    this.cell.formula = true;
    if (ref && (t?.value === 'array' || t?.value === 'dataTable')) this.ranges.push(areaOf(ref.value));
  }

  /** A cell without content is as good as none: nothing fills a row up to it. */
  private closeCell(): void {
    if (this.cell.value === null && !this.cell.formula && this.cell.type !== 'e') return;
    if (this.cells[this.column] !== undefined) throw new Error(`row ${this.line} holds one cell twice`);
    this.cells[this.column] = this.reader.read(this.cell);
  }

  private closeRow(): void {
    this.ranges = this.ranges.filter(({ bottom }) => bottom >= this.line);
    for (const { left, right } of this.ranges)
      for (let at = left; at <= right; at++) this.cells[at] ??= unreadable(NO_RESULT, '');
    this.done({ line: this.line, cells: Array.from(this.cells, (cell) => cell ?? '') });
  }
}

function emptyCell({ t, s }: Attributes): CellContent {
  return { type: t?.value ?? 'n', style: Number(s?.value ?? 0), formula: false, value: null };
}
