import { FieldInvalid, FieldMissing, FieldUnknown } from './catalogue';
import type { Reader } from './kinds';

/** What reads a value of a reference file; every kind of value does. */
export type Reads<Value> = Pick<Reader<Value>, 'parse'>;
type ReadOf<Fields> = { [Name in keyof Fields]: Fields[Name] extends Reads<infer Value> ? Value : never };
/** What a reader of a reference file gives. */
export type ReadBy<Read> = Read extends Reads<infer Value> ? Value : never;

/** An object of a reference file, field by field. One that it should not have, or lacks, is named with its path. */
export function objectOf<const Fields extends Record<string, Reads<unknown>>>(
  fields: Fields,
): Reads<ReadOf<Fields>> {
  return {
    parse(value, path) {
      const given = asObject(value, path);
      for (const name of Object.keys(given)) {
        if (!(name in fields))
          throw FieldUnknown({ field: `${path}.${name}`, allowed: Object.keys(fields).join(', ') });
      }
      const read = Object.entries(fields).map(
        ([name, reader]) => [name, reader.parse(given[name], `${path}.${name}`)] as const,
      );
      return Object.fromEntries(read) as ReadOf<Fields>;
    },
  };
}

/** An object of one of several forms; the field `by` says of which. */
export function variantOf<
  const By extends string,
  const Forms extends Record<string, Record<string, Reads<unknown>>>,
>(
  by: By,
  forms: Forms,
): Reads<{ [Form in keyof Forms]: Record<By, Form> & ReadOf<Forms[Form]> }[keyof Forms]> {
  type Variant = { [Form in keyof Forms]: Record<By, Form> & ReadOf<Forms[Form]> }[keyof Forms];
  return {
    parse(value, path) {
      const { [by]: form, ...rest } = asObject(value, path);
      const fields = typeof form === 'string' ? forms[form] : undefined;
      if (!fields)
        throw notOf(`${path}.${by}`, Object.keys(forms).join('、'), Object.keys(forms).join(', '), form);
      return { [by]: form, ...objectOf(fields).parse(rest, path) } as Variant;
    },
  };
}

export function arrayOf<Value>(item: Reads<Value>): Reads<Value[]> {
  return {
    parse(value, path) {
      if (!Array.isArray(value)) throw notOf(path, '数组', 'an array', value);
      return value.map((each, at) => item.parse(each, `${path}[${at}]`));
    },
  };
}

/** One of these words, and no other. */
export function wordOf<const Word extends string>(...words: readonly Word[]): Reads<Word> {
  return {
    parse(value, path) {
      const found = words.find((word) => word === value);
      if (found === undefined) throw notOf(path, words.join('、'), words.join(', '), value);
      return found;
    },
  };
}

/** What may be left out, or be null. */
export function orNull<Value>(reader: Reads<Value>): Reads<Value | null> {
  return {
    parse: (value, path) => (value === undefined || value === null ? null : reader.parse(value, path)),
  };
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  if (value === undefined) throw FieldMissing({ field: path });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw notOf(path, '对象', 'an object', value);
  return value as Record<string, unknown>;
}

function notOf(field: string, zh: string, en: string, got: unknown) {
  return FieldInvalid({ field, shape: { zh, en }, got });
}
