import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { extname } from 'node:path';
import { asError } from '../kernel';
import type { Column, SourceRow } from './columns';
import { WrongUse } from './errors';
import { openSheetRows } from './sheet-rows';
import { openCsv } from './text/csv';
import { ENCODING_TERMS, Evidence, type Writing } from './text/encoding';
import { Lines } from './text/lines';
import { ndjsonRows } from './text/ndjson';
import { asXlsx } from './xlsx/other-files';

/** Excel names its UTF-16 text with tabs .txt. */
const SEPARATED = ['.csv', '.tsv', '.txt'];
const FORMATS = [...SEPARATED, '.ndjson', '.xlsx'];
/** What spreadsheet programs save besides. */
const OTHER_SHEETS = ['.xls', '.xlsb', '.xlsm', '.xltx', '.ods', '.et', '.ett', '.numbers'];
const PIECE = 1 << 20;

/** A file that was read through once: what it is, and the digest of its content. */
export interface SourceFile {
  path: string;
  format: string;
  size: number;
  digest: string;
  /** How its text is written; null for a workbook. */
  writing: Writing | null;
}

export interface Rows {
  /** Ends early without harm; opened anew it gives the same rows. */
  rows: AsyncIterable<SourceRow>;
  /** How much of the file is read, from 0 to 1. */
  part: () => number;
  /** What the operator should know of how the file is read. */
  notice: string | null;
}

/** Reads a file through for its digest and its encoding. */
export async function inspect(path: string, encodingName?: string): Promise<SourceFile> {
  const format = extname(path).toLowerCase();
  if (OTHER_SHEETS.includes(format)) throw asXlsx(`is a spreadsheet of another format (${format})`);
  if (!FORMATS.includes(format))
    throw new WrongUse(`The file must end in ${FORMATS.join(', ')}, but got: ${path}`);
  const size = sizeOf(path);
  const hash = createHash('sha256');
  const evidence = format === '.xlsx' ? null : new Evidence();
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    evidence?.add(chunk);
  }
  const writing = evidence?.writing(path, encodingName) ?? null;
  return { path, format, size, digest: hash.digest('hex'), writing };
}

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new WrongUse(`There is no file ${path}`);
  if (!stats.isFile()) throw new WrongUse(`${path} is not a file`);
  return stats.size;
}

/**
 * Opens the rows of a file; of a workbook, those of the sheet that is named, if any. A wrong header or a damaged workbook
 * throws WrongUse before the first row is given.
 */
export async function openRows(
  file: SourceFile,
  columns: readonly Column[],
  sheet: string | null = null,
): Promise<Rows> {
  const { writing } = file;
  const opened = writing ? await openText(file, writing, columns) : await openSheet(file, columns, sheet);
  return { ...opened, rows: await withFirst(explained(file, opened.rows)) };
}

async function openText(file: SourceFile, writing: Writing, columns: readonly Column[]): Promise<Rows> {
  let bytes = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const lines = Lines.read(chunks(), writing);
  const { rows, notices } = SEPARATED.includes(file.format)
    ? await openCsv(lines, columns)
    : { rows: ndjsonRows(lines, columns), notices: [] };
  if (writing.encoding !== 'utf-8')
    notices.unshift(`The file is read as ${ENCODING_TERMS[writing.encoding]}.`);
  return { rows, part: () => bytes / Math.max(1, file.size), notice: notices.join('\n') || null };
}

async function openSheet(file: SourceFile, columns: readonly Column[], sheet: string | null): Promise<Rows> {
  return openSheetRows(file.path, columns, sheet).catch((error: unknown) => {
    throw damaged(file, asError(error));
  });
}

/** What a parser throws is the file's fault, and told as such. */
async function* explained(file: SourceFile, rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  try {
    yield* rows;
  } catch (error) {
    throw file.format === '.xlsx' ? damaged(file, asError(error)) : error;
  }
}

function damaged({ path }: SourceFile, error: Error): Error {
  return error instanceof WrongUse
    ? error
    : new WrongUse(`${path} is damaged or no .xlsx workbook: ${error.message.split('\n')[0]}`);
}

/** Reads the first row at once, so that a wrong header is known before anything is done. */
async function withFirst(rows: AsyncGenerator<SourceRow>): Promise<AsyncIterable<SourceRow>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* rows;
  })();
}
