import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

const LONG = 'x'.repeat(5_000);
/** What few kinds of value want: for every type. */
const OF_ANOTHER_KIND = [true, 0, 1.5, '', '\0', {}, { constructor: { prototype: 1 } }, [], [[]], [null]];
const TEXTS = [
  ...[
    ' ',
    'a\0b',
    '\u200b',
    '\ufffd',
    '\u{10ffff}',
    '\ud800',
    '%_\\',
    "'); --",
    'e\u0301',
    '\u{20bb7}',
    LONG,
  ],
  ...['0', '-1', '99999999999999999999', '__proto__', '000000', '430682999999', 'C'],
];
/** As text, where a year, a quarter or a month is meant. */
const PERIODS = [
  ...['0000', '9999', '10000', '-001', '0000-Q1', '9999-Q4', '10000-Q1', '2026-Q5'],
  ...['0000-01', '9999-12', '10000-01', '2026-13'],
];
const WHOLE = [-1, 1, 1900, 9999, 10_000, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1e21, -1e308, '1'];
const DAYS = ['0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '-0001-01-01', '2026-02-30', LONG];
const MOMENTS = [
  ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '0001-01-01T00:00:00+23:59'],
  ...['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59-23:59', '2026-01-01T24:00:00Z'],
  ...['2026-01-01T00:00:00+99:99', '10000-01-01T00:00:00Z'],
];
const BY_TYPE: Record<string, readonly unknown[]> = {
  String: [...TEXTS, ...PERIODS],
  ID: [...TEXTS, ...PERIODS, 2 ** 31, 1e21],
  Int: WHOLE,
  Float: [...WHOLE, 1e308, -0, 5e-324],
  Boolean: [true, false, 'true', 1],
  Date: DAYS,
  DateTime: [...MOMENTS, ...DAYS],
  RegionCode: ['000000', '999999', '430682999999', '123456789', '4306', LONG],
  Uscc: ['91430111743169333P', '91430111743169333X', '0'.repeat(18), LONG],
  Yuan: ['0', '9999999999999.99', '99999999999999', '-1', '1e5', '0.001', 'NaN', 5],
};

/** Everything that a client may send for a type by mistake, one by one. */
export function extremesOf(type: GraphQLInputType): unknown[] {
  if (isNonNullType(type)) return extremesOf(type.ofType);
  if (isListType(type)) {
    const items = extremesOf(type.ofType);
    return [null, [], 'x', 7, {}, [null], [[]], ...items.map((each) => [each]), items];
  }
  if (isInputObjectType(type)) return [null, ...OF_ANOTHER_KIND, { nickname: 1 }, ...fieldByField(type)];
  if (isEnumType(type))
    return [null, ...type.getValues().map(({ name }) => name), 'NOPE', '__proto__', ...OF_ANOTHER_KIND];
  return [null, ...(BY_TYPE[type.name] ?? []), ...OF_ANOTHER_KIND];
}

function fieldByField(type: GraphQLInputObjectType): unknown[] {
  const needed = plainOf(type) as Record<string, unknown>;
  return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
    extremesOf(of).map((value) => ({ ...needed, [name]: value })),
  );
}

const PLAIN: Record<string, unknown> = {
  String: '2026-Q1',
  ID: 'x',
  Int: 2026,
  Float: 1,
  Boolean: true,
  Date: '2026-06-01',
  DateTime: '2026-06-01T08:00:00+08:00',
  RegionCode: '430000',
  Uscc: '91430111743169333P',
  Yuan: '1.00',
};

/** A value that fits a type, with no more in it than it must have. */
export function plainOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return plainOf(type.ofType);
  if (isListType(type)) return [plainOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return PLAIN[type.name];
  const must = (field: GraphQLInputField) => isNonNullType(field.type) && field.defaultValue === undefined;
  const fields = Object.values(type.getFields()).filter(must);
  return Object.fromEntries(fields.map((field) => [field.name, plainOf(field.type)]));
}

/** A value as it stands in the text of an operation, or null where no text can hold it. */
export function literalOf(value: unknown, type: GraphQLInputType): string | null {
  if (isNonNullType(type)) return literalOf(value, type.ofType);
  if (isListType(type) && !Array.isArray(value)) return literalOf(value, type.ofType);
  if (Array.isArray(value)) {
    const of = isListType(type) ? type.ofType : type;
    const items = value.map((each) => literalOf(each, of));
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    const parts = Object.entries(value).map(([name, each]) => {
      const literal = literalOf(each, fields[name]?.type ?? type);
      return literal === null ? null : `${name}: ${literal}`;
    });
    return parts.includes(null) ? null : `{ ${parts.join(', ')} }`;
  }
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) return null;
  const isName = isEnumType(type) && typeof value === 'string' && /^[A-Z_]+$/.test(value);
  return isName ? value : JSON.stringify(value);
}
