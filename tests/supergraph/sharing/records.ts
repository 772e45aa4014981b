import { tableOf } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import { HANDLER, OWN_ROWS, type Asking } from './levels';
import { tables } from './places';

/** What the journals say of one caller's guarded reads. */
export interface Recorded {
  departments: Set<string>;
  purposes: Set<string | null>;
  fields: Set<string>;
  subjects: Set<string>;
}

interface Entry {
  subject: string;
  department: string;
  purpose: string | null;
  operation: string;
  outcome: string;
  fields?: string[];
  subjects: { key: string }[];
}

/** The guarded reads on record that were shown, or refused, by who has made them. */
export async function recordedReads(
  platform: Platform,
  asked: 'shown' | 'refused' = 'shown',
): Promise<Map<string, Recorded>> {
  const found = new Map<string, Recorded>();
  for (const schema of platform.subgraphs.keys()) {
    for (const { record } of await platform.sql<{ record: string }>(`SELECT record FROM ${schema}.journal`)) {
      const {
        subject,
        department,
        purpose,
        operation,
        outcome,
        fields = [],
        subjects,
      } = JSON.parse(record) as Entry;
      if (operation !== 'read' || outcome !== asked) continue;
      const of = found.get(subject) ?? {
        departments: new Set(),
        purposes: new Set(),
        fields: new Set(),
        subjects: new Set(),
      };
      found.set(subject, of);
      of.departments.add(department);
      of.purposes.add(purpose);
      for (const field of fields) of.fields.add(field);
      for (const { key } of subjects) of.subjects.add(key);
    }
  }
  return found;
}

/** What is shown of the rows of another type. */
const VIEWS: Readonly<Record<string, string>> = { LedgerRow: 'Hazard' };

/** The rows of the types of these fields that lie in the caller's region, by their keys. */
export async function subjectsOf(
  platform: Platform,
  fields: ReadonlySet<string>,
  { caller }: Asking,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const type of new Set([...fields].map((field) => field.split('.')[0] ?? ''))) {
    const { schema, entity } = tables().get(VIEWS[type] ?? type) ?? {};
    if (!schema || !entity) throw new Error(`${type} has guarded fields, but no table`);
    const rows = await platform.sql<{ key: string; category: string | null; answerer: string | null }>(
      `SELECT row->>'category' AS category, row->>'answerer_kind' AS answerer, coalesce(row->>'id', row->>'number', row->>'uscc', row->>'serial', row->>'code') AS key
       FROM (SELECT to_jsonb(each) AS row FROM ${schema}.${tableOf(entity)} AS each) AS rows WHERE row->>'region_code' LIKE $1`,
      [`${caller.region?.replace(/(00)+$/, '')}%`],
    );
    for (const { key, category, answerer } of rows)
      if (!OWN_ROWS.has(type) || (HANDLER[category ?? ''] ?? answerer) === caller.department) found.add(key);
  }
  return found;
}
