import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import {
  DateInvalid,
  DateTimeInvalid,
  RegionCodeInvalid,
  RegionUnknown,
  UsccInvalid,
  YuanInvalid,
} from './catalogue';
import { divisionsToday } from './divisions';
import { type CatalogueError, type ErrorDetails } from './errors';
import { hasUsccChecks } from './identifiers';
import { isRegionCode } from './region-code';
import { undashed } from './spelling';

/**
 * A scalar that is a string on the wire. What a caller sends is brought into its normal form and checked, and refused with
 * the code of `invalid`; what the database holds is served as it is, since a flagged record must still be readable.
 */
function textScalar(
  name: string,
  description: string,
  holds: (text: string) => boolean,
  invalid: (details: ErrorDetails) => CatalogueError,
  normal = (text: string): string => text,
) {
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? normal(value) : undefined;
    if (text !== undefined && holds(text)) return text;
    throw invalid({ field: name, got: value });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: parse,
    parseLiteral: (node) => parse(literal(node)),
  });
}

function literal(node: ValueNode): unknown {
  return node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : valueFromASTUntyped(node);
}

// there is no year 0 in PostgreSQL
const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;
const YUAN = /^\d{1,13}(\.\d{1,2})?$/;

export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

export function isYuan(text: string): boolean {
  return YUAN.test(text);
}

export const Uscc = textScalar(
  'Uscc',
  '统一社会信用代码 (GB 32100-2015). A unified social credit code: 18 characters, both check digits are verified.',
  hasUsccChecks,
  UsccInvalid,
  undashed,
);
export const RegionCode = textScalar(
  'RegionCode',
  '行政区划代码 (GB/T 2260)，已撤销的视为承接区划. A division code of 6 digits, or a statistical one of 9 or 12; 000000 is the whole country. An abolished one means its successor.',
  (code) => isRegionCode(code) && divisionsToday(code).length > 0,
  ({ got, ...details }) =>
    typeof got === 'string' && isRegionCode(undashed(got))
      ? RegionUnknown({ ...details, got })
      : RegionCodeInvalid({ ...details, got }),
  undashed,
);

export const Yuan = textScalar(
  'Yuan',
  '金额（元）. An amount in yuan, a decimal with two places.',
  isYuan,
  YuanInvalid,
);
export const DateOnly = textScalar(
  'Date',
  '日期. A calendar date of China, YYYY-MM-DD.',
  isDate,
  DateInvalid,
);
export const DateTime = textScalar(
  'DateTime',
  '时间. A moment, ISO 8601 with its zone.',
  isDateTime,
  DateTimeInvalid,
);
/** All scalars of the vocabulary, by name: the gateway checks literals with them, too. */
export const scalars = [Uscc, RegionCode, Yuan, DateOnly, DateTime];
