import { Field, Int } from 'type-graphql';
import {
  DateInvalid,
  DateTimeInvalid,
  EnumValueUnknown,
  FieldInvalid,
  FieldMissing,
  FieldUnknown,
  NumberInvalid,
  RegionCodeInvalid,
  TextInvalid,
  UsccInvalid,
  YuanInvalid,
} from './catalogue';
import { type CatalogueError, type ErrorDetails, type Words } from './errors';
import { hasUsccChecks } from './identifiers';
import { isRegionCode } from './region-code';
import { isDate, isDateTime, isYuan } from './scalars';
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

/** A field of a submitted record, as it was declared. */
export interface SentField {
  name: string;
  reader: Reader<unknown>;
  description: string;
  optional: boolean;
  /** What stands for a value that was not sent. */
  fallback: unknown;
}

const declaredFields = new Map<object, SentField[]>();

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
    declaredFields.set(prototype, [...(declaredFields.get(prototype) ?? []), { name, reader, description, optional, fallback }]);
    const type = reader.wire === 'number' ? () => Int : reader.wire === 'list' ? () => [String] : () => String;
    // Nullable on the wire, required or not: a missing field refuses its own record only.
    Field(type, { nullable: true, description: optional ? description : `${description} 必填 Required.` })(prototype, property);
  };
}

/**
 * Declares a field of what one step of a workflow is told (verify, close, decide …). Unlike a record of a batch, it has
 * its own type on the wire; `readRecord` checks what the type leaves open, such as the length of a text.
 */
export function Asked(
  type: NonNullable<Parameters<typeof Field>[0]>,
  reader: Reader<unknown>,
  description: string,
  { optional = false }: { optional?: boolean } = {},
): PropertyDecorator {
  return (prototype, property) => {
    const field = { name: String(property), reader, description, optional, fallback: null };
    declaredFields.set(prototype, [...(declaredFields.get(prototype) ?? []), field]);
    Field(type, { nullable: optional, description })(prototype, property);
  };
}

const fieldsByClass = new WeakMap<object, ReadonlyMap<string, SentField>>();

/** The fields of a record by name, those of its parent class first. */
export function fieldsOf(input: new () => object): ReadonlyMap<string, SentField> {
  const known = fieldsByClass.get(input);
  if (known) return known;
  const fields: SentField[] = [];
  for (let at: object | null = input.prototype as object; at; at = Object.getPrototypeOf(at) as object | null) {
    fields.unshift(...(declaredFields.get(at) ?? []));
  }
  const byName = new Map(fields.map((field) => [field.name, field]));
  fieldsByClass.set(input, byName);
  return byName;
}

/** Reads a record field by field; unknown fields are refused, since dropping them would lose data in silence. */
export function readRecord<Input extends object>(input: new () => Input, record: unknown): Input {
  const fields = fieldsOf(input);
  const sent = (record ?? {}) as Record<string, unknown>;
  for (const name in sent) if (!fields.has(name)) throw FieldUnknown({ field: name, allowed: [...fields.keys()].join(', ') });
  const values: Record<string, unknown> = {};
  for (const { name, reader, optional, fallback } of fields.values()) {
    const value = sent[name];
    const isMissing = value === undefined || value === null || value === '';
    if (isMissing && !optional) throw FieldMissing({ field: name });
    values[name] = isMissing ? fallback : reader.parse(value, name);
  }
  return values as Input;
}

/** Control characters, and halves of characters, for which PostgreSQL refuses a whole batch. */
const CONTROL = /[\u0000-\u001f\u007f\p{Cs}]/u;

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

/** An identifier: brought into its normal form, then checked as a whole. */
export function identifier(
  holds: (value: string) => boolean,
  invalid: (details: ErrorDetails) => CatalogueError,
  normal: (value: string) => string = (value) => value,
): Reader<string> {
  return {
    wire: 'text',
    parse(value, field) {
      const read = normal(typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
      if (!holds(read)) throw invalid({ field, got: value });
      return read;
    },
  };
}

/** An identifier that has no error of its own: the sentence shows its shape. */
export function shaped(holds: (value: string) => boolean, shape: Words, normal?: (value: string) => string): Reader<string> {
  return identifier(holds, (details) => FieldInvalid({ ...details, shape }), normal);
}

export const date = identifier(isDate, DateInvalid);
export const moment = identifier(isDateTime, DateTimeInvalid);
export const regionCode = identifier(isRegionCode, RegionCodeInvalid);
export const yuan = identifier(isYuan, YuanInvalid);
/** The code of an enterprise that a record refers to; whether there is such an enterprise is the registry's to say. */
export const uscc = identifier(hasUsccChecks, UsccInvalid);
/** The digits of an industry code of GB/T 4754-2017; the letter of its section may be sent and is dropped. */
export const industry = shaped(
  (code) => /^\d{2,4}$/.test(code),
  { zh: 'C3770、3770 或 37 (GB/T 4754-2017)', en: 'C3770, 3770 or 37 (GB/T 4754-2017)' },
  (code) => code.replace(/^[A-T]/, ''),
);
