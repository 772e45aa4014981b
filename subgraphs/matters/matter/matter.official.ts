import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EnterpriseRole,
  HazardDomain,
  arrayOf,
  code,
  count,
  keptTable,
  flag,
  objectOf,
  oneOf,
  orNull,
  replaceOfficial,
  text,
  type Database,
} from '../../kernel';
import { LeadBasis, Matter } from './matter';

/** The matters, kept in memory: a few dozen. */
export const matters = keptTable(async (db): Promise<ReadonlyMap<string, Matter>> => {
  const rows = await db.read<Matter>(`SELECT ${db.columns(Matter)} FROM matter ORDER BY code`);
  return new Map(rows.map((row) => [row.code, row]));
});

const department = code(40);
const matter = objectOf({
  code: code(40),
  name: text(100),
  leadDepartment: department,
  leadBasis: oneOf(LeadBasis),
  leadVerified: flag,
  cooperatingDepartments: arrayOf(department),
  source: objectOf({ document: text(64), phrase: text(2000) }),
  stages: arrayOf(
    objectOf({
      order: count,
      name: text(100),
      department: orNull(department),
      duties: arrayOf(text(200)),
      legalBasis: orNull(text(200)),
    }),
  ),
  scope: objectOf({
    equipmentKinds: arrayOf(code(4)),
    productCategories: arrayOf(code(40)),
    industries: arrayOf(code(4)),
    roles: arrayOf(oneOf(EnterpriseRole)),
    hazardDomains: arrayOf(oneOf(HazardDomain)),
  }),
});

/** Loads the matters that the source documents name; rows that are the same are not written. */
export async function loadOfficial(db: Database): Promise<void> {
  const file = JSON.parse(await readFile(join(__dirname, 'official/matters.json'), 'utf8')) as unknown;
  const rows = arrayOf(matter)
    .parse(file, 'matters.json')
    .map((record) => ({
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
  await db.transaction((tx) => replaceOfficial(tx, 'matter', 'code', rows));
}
