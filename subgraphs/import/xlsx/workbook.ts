import { CellReader } from './cells';
import { GENERAL, numberFormat, type NumberFormat } from './formats';
import { Package, relationId, type Handler, type Relation } from './package';
import { Sheet, isTrue } from './sheet';
import { SharedTexts, TextOf, unescaped } from './texts';

/** A sheet of cells. Sheets of charts, dialogs and macros are none. */
export interface SheetEntry {
  name: string;
  isHidden: boolean;
  part: string;
}

/** A workbook of which the small parts are read; its sheets are streamed. */
export interface Workbook {
  /** In the order in which a spreadsheet program shows them. */
  sheets: SheetEntry[];
  open: (sheet: SheetEntry) => Promise<Sheet>;
  close: () => void;
}

export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await Package.open(path);
  const close = () => parts.close();
  try {
    const main = await parts.mainPart();
    const relations = await parts.relations(main);
    // a part that is named and not there is an empty one: each cell that needs it is refused
    const partOf = (type: string) =>
      relations.find((each) => each.type === type && parts.has(each.target))?.target ?? null;
    const { listed, ...properties } = await readProperties(parts, main);
    const reader = new CellReader({
      ...properties,
      texts: await readTexts(parts, partOf('sharedStrings')),
      formats: await readFormats(parts, partOf('styles')),
    });
    const sheets = listed.flatMap((sheet) => sheetOf(sheet, relations));
    return { sheets, open: ({ part }) => Sheet.open(parts, part, reader), close };
  } catch (error) {
    close();
    throw error;
  }
}

interface ListedSheet {
  name: string;
  isHidden: boolean;
  relation: string;
}

/** None if it holds no cells; a module of macros may be listed without a relation. */
function sheetOf({ name, isHidden, relation }: ListedSheet, relations: readonly Relation[]): SheetEntry[] {
  if (relation === '') return [];
  const found = relations.find(({ id }) => id === relation);
  if (!found) throw new Error(`the sheet ${name} is not in it`);
  return found.type === 'worksheet' ? [{ name, isHidden, part: found.target }] : [];
}

async function readProperties(parts: Package, main: string) {
  const listed: ListedSheet[] = [];
  let is1904 = false;
  let resultsOutdated = false;
  const open: Handler['open'] = (element, attributes) => {
    const { name, state, date1904, fullCalcOnLoad } = attributes;
    if (element === 'sheet')
      listed.push({
        name: unescaped(name?.value ?? ''),
        isHidden: (state?.value ?? 'visible') !== 'visible',
        relation: relationId(attributes),
      });
    if (element === 'workbookPr') is1904 = isTrue(date1904?.value);
    // what writes formulas without calculating them says so, and stores a 0 or the result of before
    if (element === 'calcPr') resultsOutdated = isTrue(fullCalcOnLoad?.value);
  };
  await parts.readAll(main, { open });
  return { listed, is1904, resultsOutdated };
}

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
