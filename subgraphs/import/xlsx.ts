import { SaxesParser } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { Cell } from './columns';
import { WrongUse } from './errors';
import {
  CellReader,
  EPOCH_1900,
  EPOCH_1904,
  SharedTexts,
  dateStyles,
  textIn,
  type CellStart,
} from './xlsx-cells';

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

interface Handler {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}
/** Reads an entry of the zip, and stops after each piece so that what the handler has gathered can be handed on. */
type Read = (entry: string, handler: Handler, count?: (bytes: number) => void) => AsyncGenerator<void>;

/** Opens a workbook by its central directory: the small parts are read at once, the sheet is streamed. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const read: Read = (name, handler, count) => readXml(zip, entries.get(name), handler, count);
  const { sheets, epoch } = await readSheets(read);
  const sheet = entries.get((await readRelations(read)).get(sheets[0]?.relation ?? '') ?? '');
  if (!sheet) throw new WrongUse('The workbook has no sheet.');
  const cells = new CellReader(await readTexts(read), await dateStylesOf(read), epoch);
  let bytes = 0;
  const pieces = (handler: Handler) => read(sheet.fileName, handler, (more) => (bytes += more));
  return {
    rows: readRows(pieces, cells, () => zip.close()),
    sheets: sheets.map(({ name }) => name),
    part: () => bytes / Math.max(1, sheet.uncompressedSize),
  };
}

async function* readXml(
  zip: ZipFile,
  entry: Entry | undefined,
  handler: Handler,
  count?: (bytes: number) => void,
): AsyncGenerator<void> {
  if (!entry) return;
  const decoder = new TextDecoder();
  const parser = new SaxesParser({ position: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) =>
    handler.open?.(local(name), attributes as Record<string, string>),
  );
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    count?.(chunk.length);
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.close();
}

async function readAll(pieces: AsyncGenerator<void>): Promise<void> {
  while (!(await pieces.next()).done);
}

async function readSheets(read: Read) {
  const sheets: { name: string; relation: string }[] = [];
  let epoch = EPOCH_1900;
  const open = (tag: string, attributes: Record<string, string>) => {
    if (tag === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' });
    if (tag === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epoch = EPOCH_1904;
  };
  await readAll(read('xl/workbook.xml', { open }));
  return { sheets, epoch };
}

async function readRelations(read: Read): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const open = (_: string, { Id = '', Target = '' }: Record<string, string>) =>
    void targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  await readAll(read('xl/_rels/workbook.xml.rels', { open }));
  return targets;
}

async function readTexts(read: Read): Promise<SharedTexts> {
  const texts = new SharedTexts();
  const text = textIn(['t']);
  const close = (tag: string) => {
    text.close(tag);
    if (tag === 'si') texts.add(text.take());
  };
  await readAll(read('xl/sharedStrings.xml', { ...text, close }));
  return texts;
}

/** The styles of cells, by number, that show a date. */
async function dateStylesOf(read: Read): Promise<ReadonlySet<number>> {
  const formats: { id: number; code: string }[] = [];
  const styles: number[] = [];
  let inCells = false;
  const open = (tag: string, { numFmtId = '', formatCode = '' }: Record<string, string>) => {
    if (tag === 'numFmt') formats.push({ id: Number(numFmtId), code: formatCode });
    if (tag === 'cellXfs') inCells = true;
    if (tag === 'xf' && inCells) styles.push(Number(numFmtId));
  };
  const close = (tag: string) => {
    if (tag === 'cellXfs') inCells = false;
  };
  await readAll(read('xl/styles.xml', { open, close }));
  return dateStyles(styles, formats);
}

async function* readRows(
  pieces: (handler: Handler) => AsyncGenerator<void>,
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
    open(tag, attributes) {
      text.open(tag);
      if (tag === 'row') row = { line: Number(attributes.r ?? row.line + 1), cells: [] };
      if (tag === 'c') cell = attributes;
    },
    close(tag) {
      text.close(tag);
      if (tag === 'c') reader.put(row.cells, cell, text.take());
      if (tag === 'row') done(row);
    },
  };
}
