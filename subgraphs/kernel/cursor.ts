import { CursorBroken } from './catalogue';
import { isPlain } from './plain-text';

/** A list as its cursors know it. */
interface Ordered<Row> {
  name: string;
  /** Properties that order the list. */
  order: readonly (keyof Row & string)[];
}

/** A cursor names its list, so that one of another list is refused instead of being walked from some wrong place. */
export function cursorOf<Row>(list: Ordered<Row>, row: Row): string {
  return Buffer.from(JSON.stringify([list.name, ...list.order.map((property) => row[property])])).toString(
    'base64url',
  );
}

export function positionOf<Row>(list: Ordered<Row>, cursor: string): string[] {
  try {
    const [name, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (
      name === list.name &&
      position.length === list.order.length &&
      position.every((part): part is string => typeof part === 'string' && isPlain(part))
    ) {
      return position;
    }
  } catch {
    // not one of ours: said below
  }
  throw CursorBroken({ field: 'after', got: cursor });
}

/** What PostgreSQL says of a value that is none of a column's type: its text, its day or its number. */
const NOT_OF_ITS_TYPE = new Set(['22P02', '22007', '22008', '22003']);

/** Rows after a position. One whose parts are no values of the columns that order the list was made up by somebody. */
export function walked<Row>(after: string | null | undefined, rows: Promise<Row[]>): Promise<Row[]> {
  return rows.catch((error: unknown) => {
    const isMadeUp = after && NOT_OF_ITS_TYPE.has(String((error as { code?: unknown }).code));
    throw isMadeUp ? CursorBroken({ field: 'after', got: after }) : error;
  });
}
