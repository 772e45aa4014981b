import { createReadStream, rmSync, statSync } from 'node:fs';
import { open, truncate, type FileHandle } from 'node:fs/promises';
import { asError, type RejectedRecord } from '../kernel';
import type { SourceRow } from './columns';
import { WrongUse } from './errors';

/** One line of a rejects file. */
export interface Reject {
  line: number;
  sourceId: string | null;
  field: string | null;
  code: string;
  message: string;
  row: unknown;
}

const NEWLINE = 10;
const KEYS = ['line', 'sourceId', 'field', 'code', 'message', 'row'];

/** What a line of NDJSON holds as its record: of a line of a rejects file, which was corrected, the row in it. */
export function rowIn(object: Record<string, unknown>): unknown {
  const isReject = Object.keys(object).length === KEYS.length && KEYS.every((key) => key in object);
  return isReject ? object.row : object;
}

/** The refused rows of an import, one JSON object a line, in the order of the file. They hold personal data: 0600. */
export class RejectsFile {
  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /**
   * Opens the file to go on after its first `keep` lines. What a killed process has written beyond them is taken back,
   * since its batch is submitted again.
   * @returns null if the file has fewer lines, so that they cannot be kept
   */
  static async open(path: string, keep: number): Promise<RejectsFile | null> {
    const end = keep === 0 ? 0 : await endOfLine(path, keep);
    if (end === null) return null;
    const file = await open(path, 'a', 0o600).catch((error: unknown) => {
      throw new WrongUse(
        `The rejects file cannot be written (name another by --rejects): ${asError(error).message}`,
      );
    });
    await truncate(path, end);
    return new RejectsFile(path, file);
  }

  async append(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length > 0)
      await this.file.appendFile(rejects.map((reject) => `${JSON.stringify(reject)}\n`).join(''));
  }

  /** An import without rejects leaves no file. */
  async close(): Promise<void> {
    await this.file.close();
    if (statSync(this.path).size === 0) rmSync(this.path);
  }
}

/** Where the line of this number ends, as an offset in bytes; null if there are fewer lines. */
async function endOfLine(path: string, number: number): Promise<number | null> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  let lines = 0;
  let offset = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) {
      if (++lines === number) return offset + at + 1;
    }
    offset += chunk.length;
  }
  return null;
}

/** A row that could not be read. */
export function unreadable({ line, record, refusal, raw }: SourceRow): Reject[] {
  if (!refusal) return [];
  const sourceId = typeof record?.sourceId === 'string' ? record.sourceId : null;
  return [
    {
      line,
      sourceId,
      field: refusal.details.field ?? null,
      code: refusal.code,
      message: refusal.message,
      row: raw,
    },
  ];
}

/** A row that was read, submitted and refused. */
export function refused(
  { line, raw }: SourceRow,
  { sourceId, field, code, message }: RejectedRecord,
): Reject {
  return { line, sourceId, field, code, message, row: raw };
}
