import { Field, Int } from 'type-graphql';
import {
  DateInvalid,
  EnumValueUnknown,
  FieldMissing,
  FieldUnknown,
  NumberInvalid,
  RegionCodeInvalid,
  TextInvalid,
  YuanInvalid,
} from './errors';
import { isRegionCode } from './region-code';
import { isDate, isYuan } from './scalars';
import { valuesOf } from './vocabulary';

/**
 * How one field of a submitted record is read, be it a GraphQL value or a cell of a file. On the wire it is text or a
 * whole number: a stricter type would let one bad record refuse a thousand good ones.
 */
export interface Reader<Value> {
  wire: 'text' | 'number' | 'list';
  /** @throws a CatalogueError that names the field and what was got */
  parse(value: unknown, field: string): Value;
}

interface SentField {
  name: string;
  reader: Reader<unknown>;
  optional: boolean;
  fallback: unknown;
}

const sentFields = new Map<object, SentField[]>();

/** Declares a field of a submitted record: its GraphQL type and how it is checked, at once. */
export function Sent(
  reader: Reader<unknown>,
  description: string,
  options: { optional?: boolean; default?: unknown } = {},
): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const fallback = options.default ?? null;
    const optional = options.optional === true || fallback !== null;
    const own = sentFields.get(prototype) ?? [];
    sentFields.set(prototype, [...own, { name, reader, optional, fallback }]);
    const type = reader.wire === 'number' ? () => Int : reader.wire === 'list' ? () => [String] : () => String;
    // Nullable on the wire, required or not: a missing field refuses its own record only.
    Field(type, { nullable: true, description: optional ? description : `${description} 必填 Required.` })(prototype, property);
  };
}

/** The fields of a record, those of its parent class first. */
export function fieldsOf(input: new () => object): SentField[] {
  const fields: SentField[] = [];
  for (let at: object | null = input.prototype as object; at; at = Object.getPrototypeOf(at) as object | null) {
    fields.unshift(...(sentFields.get(at) ?? []));
  }
  return fields;
}

/** Reads a record field by field; unknown fields are refused, since dropping them would lose data in silence. */
export function readRecord<Input extends object>(input: new () => Input, record: unknown): Input {
  const fields = fieldsOf(input);
  const sent = (record ?? {}) as Record<string, unknown>;
  const unknown = Object.keys(sent).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw FieldUnknown({ field: unknown, allowed: fields.map(({ name }) => name).join(', ') });
  const values = fields.map(({ name, reader, optional, fallback }) => {
    const value = sent[name];
    if (value === undefined || value === null || value === '') {
      if (!optional) throw FieldMissing({ field: name });
      return [name, fallback] as const;
    }
    return [name, reader.parse(value, name)] as const;
  });
  return Object.fromEntries(values) as Input;
}

const CONTROL = /[\u0000-\u001f\u007f]/;

export function text(max: number): Reader<string> {
  return {
    wire: 'text',
    parse(value, field) {
      const trimmed = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
      if (trimmed === '' || trimmed.length > max || CONTROL.test(trimmed)) throw TextInvalid({ field, max, got: value });
      return trimmed;
    },
  };
}

export function whole(min: number, max: number): Reader<number> {
  return {
    wire: 'number',
    parse(value, field) {
      const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
      if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number;
      throw NumberInvalid({ field, min, max, got: value });
    },
  };
}

export function oneOf<Value extends string>(declared: Record<Value, Value>): Reader<Value> {
  const allowed = valuesOf(declared);
  return {
    wire: 'text',
    parse(value, field) {
      const found = allowed.find((each) => each === (typeof value === 'string' ? value.trim() : value));
      if (found === undefined) throw EnumValueUnknown({ field, allowed: allowed.join(', '), got: value });
      return found;
    },
  };
}

/** Several values: a list, or in a file's cell joined by semicolons. */
export function listOf<Value>(item: Reader<Value>): Reader<Value[]> {
  return {
    wire: 'list',
    parse(value, field) {
      const items: unknown[] = Array.isArray(value) ? value : String(value).split(/[;；]/);
      return items.map((each) => item.parse(each, field));
    },
  };
}

function matching(holds: (value: string) => boolean, invalid: typeof DateInvalid): Reader<string> {
  return {
    wire: 'text',
    parse(value, field) {
      const trimmed = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
      if (!holds(trimmed)) throw invalid({ field, got: value });
      return trimmed;
    },
  };
}

export const date = matching(isDate, DateInvalid);
export const regionCode = matching(isRegionCode, RegionCodeInvalid);
export const yuan = matching(isYuan, YuanInvalid);
