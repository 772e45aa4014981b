import type { Cell } from '../columns';
import { WrongUse } from '../errors';
import { CellReader, EPOCH_1900, EPOCH_1904, SharedTexts, dateStyles, textIn, type CellStart } from './cells';
import { Package, relationId, type Handler } from './package';

/** The rows of a workbook's first sheet; `part` tells how much of it is read, from 0 to 1. */
export interface Workbook {
  rows: AsyncGenerator<SheetRow>;
  sheets: string[];
  part: () => number;
}
interface SheetRow {
  line: number;
  cells: Cell[];
}

/** Opens a workbook: the small parts are read at once, the sheet is streamed. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await Package.open(path);
  const main = await parts.mainPart();
  const relations = await parts.relations(main);
  const partOf = (type: string) => relations.find((each) => each.type === type)?.target ?? null;
  const { sheets, epoch } = await readSheets(parts, main);
  const sheet = relations.find(({ id, type }) => id === sheets[0]?.relation && type === 'worksheet');
  if (!sheet) throw new WrongUse('The workbook has no sheet.');
  const texts = await readTexts(parts, partOf('sharedStrings'));
  const cells = new CellReader(texts, await dateStylesOf(parts, partOf('styles')), epoch);
  let bytes = 0;
  async function* pieces(handler: Handler) {
    for await (const more of parts.read(sheet?.target ?? '', handler)) yield (bytes += more);
  }
  return {
    rows: readRows(pieces, cells, () => parts.close()),
    sheets: sheets.map(({ name }) => name),
    part: () => bytes / Math.max(1, parts.sizeOf(sheet.target)),
  };
}

async function readSheets(parts: Package, main: string) {
  const sheets: { name: string; relation: string }[] = [];
  let epoch = EPOCH_1900;
  const open: Handler['open'] = (element, attributes) => {
    if (element === 'sheet')
      sheets.push({ name: attributes.name?.value ?? '', relation: relationId(attributes) });
    if (element === 'workbookPr' && /^(1|true)$/.test(attributes.date1904?.value ?? '')) epoch = EPOCH_1904;
  };
  await parts.readAll(main, { open });
  return { sheets, epoch };
}

async function readTexts(parts: Package, part: string | null): Promise<SharedTexts> {
  const texts = new SharedTexts();
  const text = textIn(['t']);
  const close = (element: string) => {
    text.close(element);
    if (element === 'si') texts.add(text.take());
  };
  if (part !== null) await parts.readAll(part, { ...text, close });
  return texts;
}

/** The styles of cells, by number, that show a date. */
async function dateStylesOf(parts: Package, part: string | null): Promise<ReadonlySet<number>> {
  const formats: { id: number; code: string }[] = [];
  const styles: number[] = [];
  let inCells = false;
  const open: Handler['open'] = (element, { numFmtId, formatCode }) => {
    const id = Number(numFmtId?.value ?? 0);
    if (element === 'numFmt') formats.push({ id, code: formatCode?.value ?? '' });
    if (element === 'cellXfs') inCells = true;
    if (element === 'xf' && inCells) styles.push(id);
  };
  const close = (element: string) => {
    if (element === 'cellXfs') inCells = false;
  };
  if (part !== null) await parts.readAll(part, { open, close });
  return dateStyles(styles, formats);
}

async function* readRows(
  pieces: (handler: Handler) => AsyncGenerator<number>,
  reader: CellReader,
  close: () => void,
) {
  const rows: SheetRow[] = [];
  const handler = sheetHandler(reader, (row) => rows.push(row));
  try {
    for await (const _ of pieces(handler)) yield* rows.splice(0);
    yield* rows;
  } finally {
    close();
  }
}

function sheetHandler(reader: CellReader, done: (row: SheetRow) => void): Handler {
  const text = textIn(['v', 't']);
  let row: SheetRow = { line: 0, cells: [] };
  let cell: CellStart = {};
  return {
    text: (piece) => text.text(piece),
    open(element, { r, t, s }) {
      text.open(element);
      if (element === 'row') row = { line: Number(r?.value ?? row.line + 1), cells: [] };
      if (element === 'c') cell = { r: r?.value, t: t?.value, s: s?.value };
    },
    close(element) {
      text.close(element);
      if (element === 'c') reader.put(row.cells, cell, text.take());
      if (element === 'row') done(row);
    },
  };
}
