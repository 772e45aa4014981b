import {
  coerceInputValue,
  getNamedType,
  isCompositeType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { subgraphs } from '../../subgraphs';
import { DEFAULT_AS_OF } from '../../subgraphs/demo';
import { makeDevices } from '../../subgraphs/demo/devices';
import { makeEnterprise, makePriorLicences, sourceOf } from '../../subgraphs/demo/enterprises';
import { makeListing } from '../../subgraphs/demo/listings';
import { parts, type Sending } from '../../subgraphs/demo/parts';
import { Places } from '../../subgraphs/demo/places';
import { fieldsOf, snakeCase, tableOf, type DepartmentKind, type Submission } from '../../subgraphs/kernel';
import { NOT_THE_VALUE, schema } from './extreme-arguments';
import { extremesOf, plainOf } from './extremes';
import type { Platform } from './platform';
import { refusalOf } from './refusal';

export type Values = Record<string, unknown>;
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
export const steps: readonly GraphQLField<unknown, unknown>[] = mutations.filter(
  ({ args }) => !args.some(({ name }) => name === 'records'),
);
/** By its mutation: whose it is, and what is submitted. */
export const submissions = subgraphs.flatMap(({ name, submissions: taken = [] }) =>
  taken.map((submission): [string, string, Submission] => [submission.mutation, name, submission]),
);

/** What became of mutations: faults of ours, and records by what was done with them. */
export interface Outcome {
  faults: string[];
  stored: number;
  refused: number;
}

const RECEIPT = '{ accepted rejected { code } }';
const AT_ONCE = 40;

/** Calls a mutation once for each of these variables. */
export async function outcomeOf(
  platform: Platform,
  name: string,
  all: readonly Values[],
  token: string | null,
): Promise<Outcome> {
  const whole: Outcome = { faults: [], stored: 0, refused: 0 };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = await outcomeAtOnce(platform, name, all.slice(from, from + AT_ONCE), token);
    whole.faults.push(...part.faults);
    whole.stored += part.stored;
    whole.refused += part.refused;
  }
  return whole;
}

async function outcomeAtOnce(
  platform: Platform,
  name: string,
  all: readonly Values[],
  token: string | null,
): Promise<Outcome> {
  const { query, variables } = callsOf(name, all);
  const { status, data, errors = [] } = await platform.post(query, { token, variables });
  const masked = errors.filter(({ extensions }) => NOT_THE_VALUE.test(extensions.code));
  const faults = masked.map(({ path, extensions }) => {
    const at = Number(String(path?.[0]).slice(1));
    return `${extensions.code} ${JSON.stringify(all[at])?.slice(0, 2000)}`;
  });
  if (status >= 500 || (data === undefined && errors.length === 0)) faults.push(`${status} of ${name}`);
  const receipts = Object.values((data ?? {}) as Record<string, Receipt | null>);
  const refused = receipts.flatMap((receipt) => receipt?.rejected ?? []);
  const stored = receipts.reduce((sum, receipt) => sum + (receipt?.accepted ?? 0), 0);
  return { faults, stored, refused: refused.length };
}

interface Receipt {
  accepted?: number;
  rejected?: unknown[];
}

function callsOf(name: string, all: readonly Values[]): { query: string; variables: Values } {
  const field = mutations.find((each) => each.name === name);
  if (!field) throw new Error(`there is no ${name}`);
  const { args, type } = field;
  const composite = isCompositeType(getNamedType(type)) ? '{ __typename }' : '';
  const set = steps.includes(field) ? composite : RECEIPT;
  const declared = all.flatMap((_, at) => args.map((arg) => `$${arg.name}${at}: ${String(arg.type)}`));
  const calls = all.map(
    (_, at) => `a${at}: ${name}(${args.map((arg) => `${arg.name}: $${arg.name}${at}`).join(', ')}) ${set}`,
  );
  const sent = all.flatMap((values, at) =>
    Object.entries(values).map(([arg, value]) => [`${arg}${at}`, value] as const),
  );
  return {
    query: `mutation (${declared.join(', ')}) { ${calls.join(' ')} }`,
    variables: Object.fromEntries(sent),
  };
}

/** Where anything is text: what is a day or a number to others is none here. */
const FREE_TEXTS = [
  ...['', ' ', 'a\0b', '\ud800', '\u200b', 'x'.repeat(5_000), '𠮷'.repeat(30)],
  ...["'); --", '%_\\', '__proto__', 'x', 'a\u3000b', '\u00a0'],
];
const TEXTS = [
  ...FREE_TEXTS,
  ...['0', '-1', '1', '2147483647', '99999999999999999999', '9999999999999.99', '1e308', 'NaN', 'true'],
  ...['0001-01-01', '9999-12-31', '10000-01-01', '0000-01-01', '2026-02-30', '1900-01-01'],
  ...[
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59-23:59',
    '1970-01-01T00:00:00Z',
  ],
  ...['9999-Q4', '0001-Q1', '9999-12', '0001-01', '000000', '999999', '430682999999', '91430111743169333P'],
];
const NUMBERS = [-1, 0, 1, 1900, 9999, 2 ** 31 - 1, -(2 ** 31), 2_000_000_000];
const LISTS = [[], [null], [''], ['a\0b'], ['x', 'x'], Array(2_000).fill('x'), ['x'.repeat(5_000)]];
const EXTREMES = { text: TEXTS, number: NUMBERS, list: LISTS };
/** What the types of GraphQL refuse, whatever a field takes. */
export const SHAPES = [
  null,
  'x',
  {},
  [],
  [null],
  [[]],
  [{ nickname: 1 }],
  [{ sourceId: {} }],
  [{ revision: 1.5 }],
];
export const SOURCES = ['', ' ', '\0', '\u200b', '/', '𠮷'.repeat(64), 'x'.repeat(65)];

type SentField = ReturnType<typeof fieldsOf> extends ReadonlyMap<string, infer Field> ? Field : never;
const USUAL = [
  '甲',
  1,
  '2026-06-01',
  '2026-06-01T08:00:00+08:00',
  '430682',
  '91430111743169333P',
  '2026-Q2',
  '3770',
];

/** As it is stored, or else something that its reader takes. */
function valueLike({ name, reader }: SentField, row: Values): unknown {
  const stored = row[snakeCase(name)] ?? null;
  const asText = reader.wire === 'text' && stored !== null ? [String(stored)] : [];
  const candidates = [stored, ...asText, ...USUAL];
  const kind = reader.wire === 'text' ? 'string' : 'number';
  const isSent = (value: unknown) => (reader.wire === 'list' ? Array.isArray(value) : typeof value === kind);
  const taken = [...candidates, ...candidates.map((each) => [each])].find(
    (value) => isSent(value) && isTaken(reader, name, value),
  );
  return taken ?? allowedBy(reader, name);
}

function isTaken(reader: SentField['reader'], name: string, value: unknown): boolean {
  try {
    reader.parse(value, name);
    return true;
  } catch {
    return false;
  }
}

/** The first value of an enumeration, which its refusal names. */
function allowedBy(reader: SentField['reader'], name: string): unknown {
  const { details } = refusalOf(() => reader.parse(reader.wire === 'list' ? ['?'] : '?', name));
  const [first] = typeof details.allowed === 'string' ? details.allowed.split(', ') : [];
  return reader.wire === 'list' ? [first] : first;
}

/** A row as it stands in its table, so that what is changed in it is tried as far as the database. */
async function rowOf(platform: Platform, table: string): Promise<Values> {
  const [found] = await platform.sql<{ row: Values }>(`SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1`);
  return found?.row ?? {};
}

/** A record like a row that there is, where no demo data are submitted. */
async function recordLike(platform: Platform, table: string, input: Submission['input']): Promise<Values> {
  const row = await rowOf(platform, table);
  return Object.fromEntries(
    [...fieldsOf(input).values()].map((field) => [field.name, valueLike(field, row)]),
  );
}

/** A record that each kind of submission takes, as the demo data were submitted, which stand in the database. */
const usualOf = new Map<string, { record: Values; department: DepartmentKind }>();
for (const { kind, records, department = 'MARKET_SUPERVISION' } of demoSendings()) {
  const [record] = records;
  if (record && !usualOf.has(kind)) usualOf.set(kind, { record: record as Values, department });
}

function demoSendings(): Sending[] {
  const [seed, asOf, places] = [1, DEFAULT_AS_OF, new Places(null)];
  const enterprises = Array.from({ length: 300 }, (_, at) => makeEnterprise(seed, at, places));
  const devices = enterprises.flatMap((enterprise) => makeDevices(seed, enterprise, asOf));
  const listings = enterprises.flatMap((each) => makeListing(seed, each, asOf) ?? []);
  const block = { seed, asOf, places, enterprises, devices };
  return [
    { kind: 'prior-licences', records: enterprises.flatMap((each) => makePriorLicences(each, asOf)) },
    { kind: 'enterprises', records: enterprises.map(({ record }) => record) },
    { kind: 'equipment', records: devices.map(({ record }) => record) },
    { kind: 'inspections', records: devices.flatMap(({ inspections }) => inspections) },
    {
      kind: 'listings',
      records: listings.flatMap(({ list, record }) => (list === 'MARKET_SERIOUS_ILLEGAL' ? [record] : [])),
    },
    ...parts.flatMap((part) => part.make(block)),
  ];
}

/** Of the whole each field has a third, the next field another third: some five hundred fields have all of it many times. */
export const PARTS = process.env.EXTREMES === 'all' ? 1 : 3;
let turn = 0;

function extremesFor(reader: SentField['reader'], name: string): readonly unknown[] {
  const all: readonly unknown[] = isTaken(reader, name, "'); --") ? FREE_TEXTS : EXTREMES[reader.wire];
  turn++;
  return all.filter((_, at) => (at + turn) % PARTS === 0);
}

/**
 * A record of a submission again and again, each time with another extreme in another field, and which department sends it.
 * One that its reader takes goes as far as the database by itself, since of one key a batch stores the latest only; the
 * others go together.
 */
export async function extremeRecords(
  platform: Platform,
  [, subgraph, { input, entity, kind }]: (typeof submissions)[number],
): Promise<{ department: DepartmentKind; sent: Values[] }> {
  const { record, department } = usualOf.get(kind) ?? {
    record: await recordLike(platform, `${subgraph}.${tableOf(entity)}`, input),
    department: 'MARKET_SUPERVISION',
  };
  let revision = 100;
  const changed = [...fieldsOf(input).values()].flatMap(({ name, reader }) =>
    [null, ...extremesFor(reader, name)].map((value) => ({
      record: { ...record, revision: ++revision, [name]: value },
      alone: isTaken(reader, name, value),
    })),
  );
  const source = sourceOf(department);
  const alone = changed.flatMap((each) => (each.alone ? [{ source, records: [each.record] }] : []));
  const together = changed.flatMap((each) => (each.alone ? [] : [each.record]));
  return { department, sent: [...alone, { source, records: together.slice(0, 1000) }] };
}

const entities = subgraphs.flatMap(({ name, entities: all }) => all.map((entity) => ({ name, entity })));
const KEYS = ['number', 'id', 'code', 'uscc', 'documentNumber', 'serial'];

/** The variables of a step that is called with each extreme of each argument, with the keys of a row that there is. */
export async function extremeSteps(
  platform: Platform,
  { args, type }: GraphQLField<unknown, unknown>,
): Promise<{ good: Values[]; bad: Values[] }> {
  const { name: noun } = getNamedType(type);
  const owner = entities.find(({ entity }) => entity.name === noun || entity.name.endsWith(noun));
  const row = owner ? await rowOf(platform, `${owner.name}.${tableOf(owner.entity)}`) : {};
  const keys = Object.fromEntries(KEYS.map((key) => [key, row[snakeCase(key)] ?? 'x']));
  const plain = Object.fromEntries(args.map((arg) => [arg.name, withKeys(plainOf(arg.type), keys)]));
  turn++;
  const inTurn = (_: unknown, at: number) => (at + turn) % PARTS === 0;
  const all = args.flatMap((arg) =>
    extremesOf(arg.type)
      .filter(inTurn)
      .map((value) => {
        const given = withKeys(value, keys);
        return { values: { ...plain, [arg.name]: given }, isGood: fits(arg.type, given) };
      }),
  );
  const of = (good: boolean) => all.filter(({ isGood }) => isGood === good).map(({ values }) => values);
  return { good: of(true), bad: of(false) };
}

function withKeys(value: unknown, keys: Values): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, each === 'x' ? (keys[field] ?? each) : each]),
  );
}

function fits(type: GraphQLInputType, value: unknown): boolean {
  let good = true;
  coerceInputValue(value, type, () => (good = false));
  return good;
}
