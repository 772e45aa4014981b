import { WrongUse } from '../errors';
import { CellReader } from './cells';
import { GENERAL, numberFormat, type NumberFormat } from './formats';
import { Package, relationId, type Handler } from './package';
import { RowBuilder, type SheetRow } from './rows';
import { SharedTexts, TextOf, unescaped } from './texts';

/** The rows of a workbook's first sheet; `part` tells how much of it is read, from 0 to 1. */
export interface Workbook {
  rows: AsyncGenerator<SheetRow>;
  sheets: string[];
  part: () => number;
}

/** Opens a workbook: the small parts are read at once, the sheet is streamed. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await Package.open(path);
  const main = await parts.mainPart();
  const relations = await parts.relations(main);
  const partOf = (type: string) => relations.find((each) => each.type === type)?.target ?? null;
  const { sheets, ...properties } = await readProperties(parts, main);
  const sheet = relations.find(({ id, type }) => id === sheets[0]?.relation && type === 'worksheet');
  if (!sheet) throw new WrongUse('The workbook has no sheet.');
  const reader = new CellReader({
    ...properties,
    texts: await readTexts(parts, partOf('sharedStrings')),
    formats: await readFormats(parts, partOf('styles')),
  });
  let bytes = 0;
  async function* pieces(handler: Handler) {
    for await (const more of parts.read(sheet?.target ?? '', handler)) yield (bytes += more);
  }
  return {
    rows: readRows(pieces, reader, () => parts.close()),
    sheets: sheets.map(({ name }) => name),
    part: () => bytes / Math.max(1, parts.sizeOf(sheet.target)),
  };
}

async function readProperties(parts: Package, main: string) {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  let resultsOutdated = false;
  const open: Handler['open'] = (element, attributes) => {
    const { name, date1904, fullCalcOnLoad } = attributes;
    if (element === 'sheet')
      sheets.push({ name: unescaped(name?.value ?? ''), relation: relationId(attributes) });
    if (element === 'workbookPr') is1904 = isTrue(date1904?.value);
    // what writes formulas without calculating them says so, and stores a 0 or the result of before
    if (element === 'calcPr') resultsOutdated = isTrue(fullCalcOnLoad?.value);
  };
  await parts.readAll(main, { open });
  return { sheets, is1904, resultsOutdated };
}

const isTrue = (value = ''): boolean => /^(1|true)$/.test(value);

async function readTexts(parts: Package, part: string | null): Promise<SharedTexts> {
  const texts = new SharedTexts();
  const text = new TextOf(['t']);
  const close = (element: string) => {
    text.close(element);
    if (element === 'si') texts.add(text.take());
  };
  const open = (element: string) => text.open(element);
  if (part !== null) await parts.readAll(part, { open, text: (piece) => text.text(piece), close });
  return texts;
}

/** The number formats of the styles that cells refer to by number. */
async function readFormats(parts: Package, part: string | null): Promise<(NumberFormat | null)[]> {
  const declared = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  const open: Handler['open'] = (element, { numFmtId, formatCode }) => {
    const id = Number(numFmtId?.value ?? 0);
    if (element === 'numFmt') declared.set(id, formatCode?.value ?? '');
    if (element === 'cellXfs') inCells = true;
    if (element === 'xf' && inCells) ids.push(id);
  };
  const close = (element: string) => {
    if (element === 'cellXfs') inCells = false;
  };
  if (part !== null) await parts.readAll(part, { open, close });
  const known = new Map([...new Set(ids)].map((id) => [id, numberFormat(id, declared)]));
  return ids.length === 0 ? [GENERAL] : ids.map((id) => known.get(id) ?? null);
}

async function* readRows(
  pieces: (handler: Handler) => AsyncGenerator<number>,
  reader: CellReader,
  close: () => void,
) {
  const rows: SheetRow[] = [];
  const builder = new RowBuilder(reader, (row) => rows.push(row));
  try {
    for await (const _ of pieces(builder)) yield* rows.splice(0);
    yield* rows;
  } finally {
    close();
  }
}
