import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { extname } from 'node:path';
import { getDecoder } from 'iconv-lite';
import { asError } from '../kernel';
import { readHeader, rowOf, type Column, type SourceRow } from './columns';
import { WrongUse } from './errors';
import { Lines, csvRows, ndjsonRows } from './text-rows';
import { openWorkbook } from './xlsx/workbook';

const FORMATS = ['.csv', '.ndjson', '.xlsx'];
/** The names that agencies use for the two encodings; GBK and GB 2312 are parts of GB 18030. */
const ENCODINGS: Record<string, Encoding> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};
const SAMPLE = 1 << 20;

type Encoding = 'utf-8' | 'gb18030';

/** A file that was read through once: what it is, and the digest of its content. */
export interface SourceFile {
  path: string;
  format: string;
  size: number;
  digest: string;
  encoding: Encoding;
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
  if (!FORMATS.includes(format))
    throw new WrongUse(`The file must end in ${FORMATS.join(', ')}, but got: ${path}`);
  const encoding = encodingName === undefined ? undefined : ENCODINGS[encodingName.toLowerCase()];
  if (encodingName !== undefined && !encoding)
    throw new WrongUse(`--encoding must be utf-8 or gb18030, but got: ${encodingName}`);
  const size = sizeOf(path);
  const hash = createHash('sha256');
  const sample = new EncodingSample();
  for await (const chunk of createReadStream(path, { highWaterMark: SAMPLE }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sample.add(chunk);
  }
  return { path, format, size, digest: hash.digest('hex'), encoding: encoding ?? sample.encoding() };
}

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new WrongUse(`There is no file ${path}`);
  if (!stats.isFile()) throw new WrongUse(`${path} is not a file`);
  return stats.size;
}

/** The first megabyte that is more than ASCII: strict UTF-8, or else GB 18030. */
class EncodingSample {
  private bytes: Buffer | null = null;

  add(chunk: Buffer): void {
    if (!this.bytes && !isAscii(chunk)) this.bytes = Buffer.from(chunk);
  }

  encoding(): Encoding {
    try {
      // a character may be cut at the end of the sample: more could follow
      new TextDecoder('utf-8', { fatal: true }).decode(this.bytes ?? Buffer.alloc(0), { stream: true });
      return 'utf-8';
    } catch {
      return 'gb18030';
    }
  }
}

/** Opens the rows of a file. A wrong header or a damaged workbook throws WrongUse before the first row is given. */
export async function openRows(file: SourceFile, columns: readonly Column[]): Promise<Rows> {
  const opened = file.format === '.xlsx' ? await openSheet(file, columns) : openText(file, columns);
  return { ...opened, rows: await withFirst(explained(file, opened.rows)) };
}

function openText(file: SourceFile, columns: readonly Column[]): Rows {
  let bytes = 0;
  async function* texts(): AsyncGenerator<string> {
    const decoder = getDecoder(file.encoding);
    for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield decoder.write(chunk);
    }
    yield decoder.end() ?? '';
  }
  const lines = new Lines(texts());
  const rows =
    file.format === '.csv' ? csvRows(lines, columns, file.encoding) : ndjsonRows(lines, file.encoding);
  return {
    rows,
    part: () => bytes / Math.max(1, file.size),
    notice: file.encoding === 'utf-8' ? null : 'The file is read as GB 18030.',
  };
}

async function openSheet(file: SourceFile, columns: readonly Column[]): Promise<Rows> {
  const { rows, sheets, part } = await openWorkbook(file.path).catch((error: unknown) => {
    throw damaged(file, asError(error));
  });
  async function* named(): AsyncGenerator<SourceRow> {
    let names: string[] | undefined;
    for await (const { line, cells } of rows) {
      const row = names && rowOf(line, cells, names, false);
      if (row) yield row;
      if (!names && cells.some((cell) => cell !== '')) names = readHeader(cells, columns);
    }
    if (!names) throw new WrongUse('The sheet is empty: its first row must name the columns.');
  }
  const notice = sheets.length > 1 ? `Of ${sheets.length} sheets the first is read: ${sheets[0]}.` : null;
  return { rows: named(), part, notice };
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
