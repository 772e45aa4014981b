import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { LIST_SEPARATOR } from './line';

/** The lines as a table for spreadsheets: their fields are its columns, and no cell is a formula. */
export function spreadsheetOf(
  pages: AsyncIterable<readonly string[]>,
  columns: readonly string[],
  { bom = false } = {},
): Readable {
  const rows = async function* () {
    for await (const lines of pages)
      for (const line of lines) yield JSON.parse(line) as Record<string, unknown>;
  };
  const cast = {
    object: (value: object) => (Array.isArray(value) ? value.join(LIST_SEPARATOR) : JSON.stringify(value)),
    boolean: String,
  };
  const table = stringify({ header: true, bom, columns: [...columns], cast, escape_formulas: true });
  const source = Readable.from(rows());
  source.on('error', (error) => table.destroy(error));
  table.on('close', () => source.destroy());
  return source.pipe(table);
}
