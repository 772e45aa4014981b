import { alike, asError } from '../../kernel';
import { refusedRow, type SourceRow } from '../columns';
import { DigitsLost, JsonBroken } from '../errors';
import type { Lines } from './lines';

/** A double holds this many decimal digits; beyond them JSON.parse rounds in silence. */
const EXACT_BELOW = 1e15;

/** NDJSON: one JSON object a line. */
export async function* ndjsonRows(lines: Lines): AsyncGenerator<SourceRow> {
  for (let line = await lines.next(); line; line = await lines.next()) {
    const { number, text, refusal } = line;
    if (refusal) yield refusedRow(number, text, refusal);
    else if (text.trim() !== '') yield jsonRow(number, text);
  }
}

function jsonRow(line: number, text: string): SourceRow {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    return refusedRow(line, text, JsonBroken({ reason: alike(asError(error).message) }));
  }
  if (!isRecord(record))
    return refusedRow(line, text, JsonBroken({ reason: { zh: '类型不符', en: 'it is of another type' } }));
  const long = Object.entries(record).find(
    ([, value]) => typeof value === 'number' && Math.abs(value) >= EXACT_BELOW,
  );
  return {
    line,
    record,
    refusal: long ? DigitsLost({ field: long[0], got: long[1] }) : null,
    raw: long ? text : record,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
