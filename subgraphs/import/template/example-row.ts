import { isSynthetic } from '../../kernel';
import type { SourceRow } from '../columns';
import { ExampleRow } from '../errors';

/** The id of the example of every template: it is made up, and so is all that stands in its row. */
export const EXAMPLE_ID = '合成示例';

/** A row as it is imported: an example that was left in a file refuses itself, so that nothing made up is taken for real. */
export function withoutExample(row: SourceRow, source: string): SourceRow {
  if (row.record?.sourceId !== EXAMPLE_ID || isSynthetic(source)) return row;
  return { ...row, refusal: ExampleRow({ field: 'sourceId', got: EXAMPLE_ID }) };
}
