import { alike, asError } from '../../kernel';
import { recordOf, refusedRow, type Column, type SourceRow } from '../columns';
import { DigitsLost, JsonBroken, RejectNotCorrected } from '../errors';
import { rowIn } from '../rejects';
import { readValue } from '../values';
import type { Lines } from './lines';

/** A double holds this many decimal digits; beyond them JSON.parse rounds in silence. */
const EXACT_BELOW = 1e15;

/** NDJSON: one JSON object a line, its texts read as cells are. */
export async function* ndjsonRows(lines: Lines, columns: readonly Column[]): AsyncGenerator<SourceRow> {
  for (let line = await lines.next(); line; line = await lines.next()) {
    const { number, text, refusal } = line;
    if (refusal) yield refusedRow(number, text, refusal);
    else if (text.trim() !== '') yield jsonRow(number, text, columns);
  }
}

function jsonRow(line: number, text: string, columns: readonly Column[]): SourceRow {
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch (error) {
    return refusedRow(line, text, JsonBroken({ reason: alike(asError(error).message) }));
  }
  if (!isRecord(object))
    return refusedRow(line, text, JsonBroken({ reason: { zh: '类型不符', en: 'it is of another type' } }));
  const row = rowIn(object);
  if (!isRecord(row)) return refusedRow(line, row, RejectNotCorrected());
  const values = Object.entries(row).map(([name, value]) => ({
    name,
    read: () => valueOf(name, value, columns),
  }));
  const { record, refusal } = recordOf(values);
  return { line, record, refusal, raw: refusal?.code === 'DIGITS_LOST' ? text : row };
}

function valueOf(name: string, value: unknown, columns: readonly Column[]): unknown {
  if (typeof value === 'number' && Math.abs(value) >= EXACT_BELOW)
    throw DigitsLost({ field: name, got: value });
  const column = typeof value === 'string' ? columns.find((each) => each.name === name) : undefined;
  return column ? readValue(String(value), name, column.kind) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
