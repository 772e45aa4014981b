import sql, { empty, join, type Sql } from 'sql-template-tag';
import { EXCHANGE, departmentOf, type Caller } from './caller';
import type { Database } from './database';
import type { TypedKey } from './events';
import { badRequest } from './refusal';
import { AddressUnknown } from './request-errors';

export const RECORDS_PATH = '/journal/records';
/** So many entries are looked at in one go: no index finds by all that may be asked. */
const LOOKED_AT = 5_000;
const LARGEST = 200;

/** A place in the order of all journals: the latest first, at one moment by subgraph, there the last first. */
export interface RecordPlace {
  at: string;
  subgraph: string;
  entry: string;
}

/** By what entries are narrowed; what is null is not asked for. */
export interface AskedOfRecords {
  subject: string | null;
  operation: string | null;
  type: string | null;
  key: string | null;
  outcome: string | null;
  /** From this moment on, and before that one. */
  from: string | null;
  before: string | null;
}

export interface AskedRecords {
  filter: AskedOfRecords;
  /** Null: from the latest on. */
  after: RecordPlace | null;
  size: number;
}

/** An entry as an auditor reads it: keys, never what a record holds. */
export interface JournalRecord extends RecordPlace {
  /** Its number in the journal; null until it is sealed. */
  number: string | null;
  subject: string | null;
  department: string | null;
  purpose: string | null;
  operation: string;
  subjects: readonly TypedKey[];
  fields: readonly string[];
  outcome: string;
}

export interface FoundRecords {
  records: JournalRecord[];
  /** Up to here it was looked at; null: to its oldest entry. */
  through: RecordPlace | null;
}

/** Reads what the exchange asks. */
export function askedRecords(body: unknown): AskedRecords {
  const { filter, after = null, size } = body as Partial<AskedRecords>;
  const isRead =
    typeof filter === 'object' &&
    (after === null || /^\d{1,19}$/.test(after.entry)) &&
    Number.isInteger(size) &&
    Number(size) <= LARGEST;
  if (!isRead) throw badRequest({ zh: '不是对审计记录的询问', en: 'this is no question for audit records' });
  return { filter, after, size: Number(size) };
}

/** The entries of a journal that tell what the auditor's own department has done, latest first. Only the exchange may ask. */
export async function recordsIn(
  db: Database,
  name: string,
  { filter, after, size }: AskedRecords,
  auditor: Caller,
): Promise<FoundRecords> {
  if (auditor.subgraph !== EXCHANGE || auditor.department === null)
    throw AddressUnknown({ got: RECORDS_PATH });
  const [found] = await db.query<{
    records: JournalRecord[] | null;
    looked: number;
    last: RecordPlace | null;
  }>(sql`
    WITH looked AS MATERIALIZED (
      SELECT at, entry, record::jsonb AS told FROM journal
      WHERE true ${since(filter)} ${after ? beyond(name, after) : empty}
      ORDER BY at DESC, entry DESC LIMIT ${LOOKED_AT}),
    found AS (
      SELECT looked.at, looked.entry, seal.number, told FROM looked
      LEFT JOIN journal_seal AS seal ON (seal.at, seal.entry) = (looked.at, looked.entry)
      WHERE ${ofDepartment(auditor)} ${narrowed(filter)}
      ORDER BY looked.at DESC, looked.entry DESC LIMIT ${size})
    SELECT (SELECT json_agg(json_build_object('at', told->>'at', 'subgraph', ${name}::text, 'entry', entry::text, 'number', number::text,
        'subject', told->>'subject', 'department', told->>'department', 'purpose', told->>'purpose', 'operation', told->>'operation',
        'subjects', told->'subjects', 'fields', coalesce(told->'fields', '[]'), 'outcome', told->>'outcome')
        ORDER BY at DESC, entry DESC) FROM found) AS records,
      (SELECT count(*)::int FROM looked) AS looked,
      (SELECT json_build_object('at', told->>'at', 'subgraph', ${name}::text, 'entry', entry::text)
        FROM looked ORDER BY at, entry LIMIT 1) AS last`);
  const { records, looked = 0, last = null } = found ?? {};
  const told = (records ?? []).map((record) => ({
    ...record,
    subjects: record.subjects.map(({ type, key }) => ({ type, key })),
  }));
  if (told.length === size) return { records: told, through: told.at(-1) ?? last };
  return { records: told, through: looked < LOOKED_AT ? null : last };
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A moment as entries say it. */
export function isMomentOfEntry(text: string): boolean {
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text));
}

/** Whether one place comes before another. */
export function isBefore(one: RecordPlace, other: RecordPlace): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.subgraph !== other.subgraph) return one.subgraph < other.subgraph;
  return BigInt(one.entry) > BigInt(other.entry);
}

function beyond(name: string, { at, subgraph, entry }: RecordPlace): Sql {
  if (name === subgraph) return sql`AND (at, entry) < (${at}::timestamptz, ${entry}::bigint)`;
  return name > subgraph ? sql`AND at <= ${at}::timestamptz` : sql`AND at < ${at}::timestamptz`;
}

function since({ from, before }: AskedOfRecords): Sql {
  return sql`${from === null ? empty : sql`AND at >= ${from}::timestamptz`} ${before === null ? empty : sql`AND at < ${before}::timestamptz`}`;
}

/** An entry names the department that acted as its token did (the nation also as 000000), or its division and kind where that had no more. */
function ofDepartment(auditor: Caller): Sql {
  const own = departmentOf(auditor);
  const { department, region } = auditor;
  const byKind = departmentOf({ ...auditor, departmentCode: null }) === own;
  const names = [own, own.replace(/^CN-/, '000000-')];
  const named = sql`told->>'department' = ANY(${names}::varchar[])`;
  return byKind
    ? sql`(${named} OR (told->>'department' = ${department} AND told->>'region' = ${region}))`
    : named;
}

function narrowed({ subject, operation, type, key, outcome }: AskedOfRecords): Sql {
  const about = { ...(type !== null && { type }), ...(key !== null && { key }) };
  const conditions = [
    subject === null ? empty : sql`AND told->>'subject' = ${subject}`,
    operation === null ? empty : sql`AND told->>'operation' = ${operation}`,
    outcome === null ? empty : sql`AND starts_with(told->>'outcome', ${outcome})`,
    Object.keys(about).length === 0 ? empty : sql`AND told->'subjects' @> ${JSON.stringify([about])}::jsonb`,
  ];
  return join(conditions, ' ');
}
