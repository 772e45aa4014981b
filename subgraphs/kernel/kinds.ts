import type { Field } from 'type-graphql';
import { Float, ID, Int } from 'type-graphql';
import type { ColumnOptions } from 'typeorm';
import {
  DateInvalid,
  DateTimeInvalid,
  EnumValueUnknown,
  FieldInvalid,
  NumberInvalid,
  TextInvalid,
  YuanInvalid,
} from './catalogue';
import { CatalogueError, type ErrorDetails, type Words } from './errors';
import { isPlain, plainText, readText } from './plain-text';
import { withoutTip } from './tip-number';
import { DateOnly, DateTime, Yuan, isDate, isDateTime, isYuan } from './scalars';
import { valuesOf, vocabularyName } from './vocabulary';

export type GraphQLTypeOf = NonNullable<Parameters<typeof Field>[0]>;

/**
 * How one field of a submitted record is read, be it a GraphQL value or a cell of a file. On the wire it is text or a
 * whole number: a stricter type would let one bad record refuse a thousand good ones.
 */
export interface Reader<Value> {
  wire: 'text' | 'number' | 'list';
  /** What it must be, in words, or a value that it may be; for those who fill in a form. */
  shape?: Words;
  /** @throws a CatalogueError that names the field and what was got */
  parse(value: unknown, field: string): Value;
}

/**
 * A kind of value: how it is read (with its normal form), stored and served, said once so that the three cannot differ.
 * `Held` is what a row holds of it, where that is not what was read: a moment is read as text and held as a Date.
 */
export interface Kind<Value, Held = Value> extends Reader<Value> {
  /**
   * The one spelling of a text that may be written in several ways; what has none stays as it is. Keys that are looked up
   * and columns that were written before are brought into it.
   */
  normal?: (text: string) => string;
  graphql: GraphQLTypeOf;
  column: ColumnOptions;
  /** The enumeration that it is a value of; descriptions of plain text name it. */
  enumeration?: string;
  /** What is stored is sealed: rotate-key finds it by this. */
  sealed?: true;
  /** What it is a list of. */
  item?: Kind<unknown, unknown>;
  /** Only a type: no value is ever held here. */
  readonly held?: Held;
}

/** A column that holds a code: in byte order, whatever the database's own, so that an index can walk a range of prefixes. */
export function codeColumn(length: number): ColumnOptions & { type: 'varchar' } {
  return { type: 'varchar', length, collation: 'C' };
}

function textOf(rule: { max: number; lines: boolean }): Kind<string> {
  const { max } = rule;
  return {
    wire: 'text',
    shape: {
      zh: `文字，至多 ${max} 字${rule.lines ? '，可分行' : ''}`,
      en: `text of ${max} characters at most${rule.lines ? ', on several lines if need be' : ''}`,
    },
    parse: (value, field) => readText(value, rule, (fault) => TextInvalid({ field, max, got: value, fault })),
    graphql: () => String,
    column: { type: 'varchar', length: max },
  };
}

/** Text for people on one line, of at most this many characters. */
export function text(max: number): Kind<string> {
  return textOf({ max, lines: false });
}

/** Text for people that may have several lines: a description, a reason, an answer. */
export function prose(max: number): Kind<string> {
  const kind = proseOnTips(max);
  return { ...kind, parse: (value, field) => withoutTip(kind.parse(value, field), field) };
}

/** The same of a tip itself, for its handler: it may name another. */
export function proseOnTips(max: number): Kind<string> {
  return textOf({ max, lines: true });
}

/** Text that is sealed at rest: read like any, stored at whatever length sealing makes of it. */
export function sealed(kind: Kind<string>): Kind<string> {
  return { ...kind, sealed: true, column: { type: 'text' } };
}

/** A code, of which only the length is checked. */
export function code(max: number): Kind<string> {
  return { ...text(max), column: codeColumn(max) };
}

/** The key of something, served as an ID. */
export function id(max: number): Kind<string> {
  return asId(code(max));
}

/** The same values, served as IDs. */
export function asId<Value, Held>(kind: Kind<Value, Held>): Kind<Value, Held> {
  return { ...kind, graphql: () => ID };
}

/** The same values, served and asked for as plain text. */
export function asText<Value, Held>(kind: Kind<Value, Held>): Kind<Value, Held> {
  return { ...kind, graphql: () => String };
}

/** As many characters as anyone may write before spaces and the like are left out. */
const LONGEST_SPELLING = 1_000;

/** A text of one kind that is written in several ways: read, looked up and stored in its normal form. */
export function normalised(kind: Kind<string>, normal: (text: string) => string): Kind<string> {
  const spelling = text(LONGEST_SPELLING);
  return {
    ...kind,
    normal,
    parse(value, field) {
      const stated = spelling.parse(value, field);
      try {
        return kind.parse(normal(stated), field);
      } catch (error) {
        // refused is what was sent, not what was made of it
        throw error instanceof CatalogueError ? error.with({ got: value }) : error;
      }
    },
  };
}

/** What a reader gives, stored as a code of at most this many characters. */
export function coded(length: number, reader: Reader<string>): Kind<string> {
  return { ...reader, graphql: () => String, column: codeColumn(length) };
}

export function whole(min: number, max: number): Kind<number> {
  return {
    wire: 'number',
    shape: { zh: `整数，${min} 至 ${max}`, en: `a whole number from ${min} to ${max}` },
    parse(value, field) {
      const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
      if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max)
        return number;
      throw NumberInvalid({ field, min, max, got: value });
    },
    graphql: () => Int,
    column: { type: 'int' },
  };
}

/** A value of a declared enumeration but for those `except`ed, stored as a code of at most `length` characters. */
export function oneOf<Value extends string>(
  declared: Record<Value, Value>,
  length = 12,
  except: readonly NoInfer<Value>[] = [],
): Kind<Value> {
  const allowed = valuesOf(declared).filter((value) => !except.includes(value));
  return {
    wire: 'text',
    parse(value, field) {
      const found = allowed.find((each) => each === (typeof value === 'string' ? value.trim() : value));
      if (found === undefined) throw EnumValueUnknown({ field, allowed: allowed.join(', '), got: value });
      return found;
    },
    graphql: () => declared,
    column: codeColumn(length),
    enumeration: vocabularyName(declared),
  };
}

/** Several values. */
export function listOf<Value>(item: Kind<Value>): Kind<Value[]> {
  return {
    wire: 'list',
    parse(value, field) {
      const items: unknown[] = Array.isArray(value) ? value : [value];
      return items.map((each) => item.parse(each, field));
    },
    graphql: (type) => [item.graphql(type)] as ReturnType<GraphQLTypeOf>,
    column: { type: 'varchar', array: true, default: '{}' },
    normal: item.normal,
    enumeration: item.enumeration,
    item,
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
      const read = normal(plainText(value));
      if (!isPlain(read) || !holds(read)) throw invalid({ field, got: value });
      return read;
    },
  };
}

/** An identifier that has no error of its own: the sentence shows its shape. */
export function shaped(
  holds: (value: string) => boolean,
  shape: Words,
  normal?: (value: string) => string,
): Reader<string> {
  return { ...identifier(holds, (details) => FieldInvalid({ ...details, shape }), normal), shape };
}

export const date: Kind<string> = {
  ...identifier(isDate, DateInvalid),
  shape: { zh: '日期，如 2026-03-01', en: 'a day, like 2026-03-01' },
  graphql: () => DateOnly,
  column: { type: 'date' },
};
export const moment: Kind<string, Date> = {
  ...identifier(isDateTime, DateTimeInvalid),
  shape: {
    zh: '时间，如 2026-03-01 08:30，按北京时间',
    en: 'a moment, like 2026-03-01 08:30, in the time of China',
  },
  graphql: () => DateTime,
  column: { type: 'timestamptz' },
};
export const yuan: Kind<string> = {
  ...identifier(isYuan, YuanInvalid),
  shape: { zh: '金额（元），至多两位小数', en: 'an amount in yuan, with two decimals at most' },
  graphql: () => Yuan,
  column: { type: 'numeric', precision: 15, scale: 2 },
};
const ANSWERS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['是', true],
  [false, false],
  ['false', false],
  ['否', false],
]);
const YES_OR_NO: Words = { zh: '是或否（true、false）', en: 'true or false' };
/** Yes or no: a GraphQL Boolean, or in a record true, false, 是 or 否. */
export const flag: Kind<boolean> = {
  wire: 'text',
  shape: YES_OR_NO,
  parse(value, field) {
    const answer = ANSWERS.get(value);
    if (answer === undefined) throw FieldInvalid({ field, shape: YES_OR_NO, got: value });
    return answer;
  },
  graphql: () => Boolean,
  column: { type: 'boolean' },
};
/** How many there are of something. */
export const count: Kind<number> = whole(0, 2_147_483_647);
/** A ratio: only worked out, never submitted. */
export const ratio: Kind<number> = {
  wire: 'number',
  parse(value, field) {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw NumberInvalid({ field, min: 0, max: 1, got: value });
  },
  graphql: () => Float,
  column: { type: 'double precision' },
};
