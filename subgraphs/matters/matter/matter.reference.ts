import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineReference, replaceReference, type Database } from '../../kernel';
import { Matter, type LeadBasis, type MatterScope, type StoredStage } from './matter';

/** The matters, kept in memory: a few dozen. */
export const matters = defineReference(async (db): Promise<ReadonlyMap<string, Matter>> => {
  const rows = await db.read<Matter>(`SELECT ${db.columns(Matter)} FROM matter ORDER BY code`);
  return new Map(rows.map((row) => [row.code, row]));
});

interface MatterRecord {
  code: string;
  name: string;
  leadDepartment: string;
  leadBasis: LeadBasis;
  leadVerified: boolean;
  cooperatingDepartments: string[];
  source: { document: string; phrase: string };
  stages: StoredStage[];
  scope: MatterScope;
}

/** Loads the matters that the source documents name; rows that are the same are not written. */
export async function loadReference(db: Database): Promise<void> {
  const records = JSON.parse(await readFile(join(__dirname, 'reference/matters.json'), 'utf8')) as MatterRecord[];
  const rows = records.map((record) => ({
    code: record.code,
    name: record.name,
    lead_department_code: record.leadDepartment,
    lead_basis: record.leadBasis,
    lead_verified: record.leadVerified,
    cooperating_department_codes: record.cooperatingDepartments,
    stored_stages: record.stages,
    scope: record.scope,
    source_document: record.source.document,
    source_phrase: record.source.phrase,
  }));
  await db.transaction((tx) => replaceReference(tx, 'matter', 'code', rows));
}
