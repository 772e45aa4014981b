import { valuesOf } from '../vocabulary';

/** A field of a line; where nothing else is said it is a text, and stands in every line. */
export interface LineField {
  /** Official term, then an English sentence. */
  says: string;
  type?: 'text' | 'date' | 'flag' | 'texts';
  /** The declared enumeration that it, or each of its items, is of. */
  of?: Readonly<Record<string, string>>;
  /** Null in some lines. */
  optional?: true;
}

/** What a line of a feed holds, in this order. What has been served is never changed: another line is another version. */
export interface Line {
  /** Of the feed, in its addresses: `dishonesty`. */
  feed: string;
  version: number;
  /** Official term, then an English phrase. */
  title: string;
  fields: Readonly<Record<string, LineField>>;
}

const declared: Line[] = [];

export function defineLine(line: Line): Line {
  declared.push(line);
  return line;
}

/** All lines that are served, for the documents. */
export function lines(): readonly Line[] {
  return declared;
}

/** Between the items of a list, in a table. */
export const LIST_SEPARATOR = '；';

const JSON_TYPES = { text: 'string', date: 'string', flag: 'boolean', texts: 'array' } as const;

/** The line as JSON Schema (draft 2020-12). */
export function jsonSchemaOf({ feed, version, title, fields }: Line): object {
  const properties = Object.entries(fields).map(([name, field]) => [name, propertyOf(field)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:onematter:feed:${feed}:line:${version}`,
    title,
    type: 'object',
    properties: Object.fromEntries(properties),
    required: Object.keys(fields),
    additionalProperties: false,
  };
}

function propertyOf({ says, type = 'text', of, optional }: LineField): object {
  const values = of && { enum: [...valuesOf(of), ...(optional && type === 'text' ? [null] : [])] };
  return {
    description: says,
    type: optional ? [JSON_TYPES[type], 'null'] : JSON_TYPES[type],
    ...(type === 'date' && { format: 'date' }),
    ...(type === 'texts' ? { items: { type: 'string', ...values } } : values),
  };
}
