import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EnterpriseRole,
  HazardDomain,
  NATIONWIDE,
  arrayOf,
  code,
  count,
  flag,
  objectOf,
  oneOf,
  orNull,
  replaceOfficial,
  text,
  type Database,
} from '../../kernel';
import { LeadBasis } from './matter.terms';

const department = code(40);
const matter = objectOf({
  code: code(37),
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

/**
 * Loads the matters that the source documents name, each as the first version of it, decided by its document; rows that
 * are the same are not written. What committees have decided since stands beside them, and is not touched.
 */
export async function loadOfficial(db: Database): Promise<void> {
  const file = JSON.parse(await readFile(join(__dirname, 'official/matters.json'), 'utf8')) as unknown;
  const records = arrayOf(matter).parse(file, 'matters.json');
  const rows = records.map((record) => ({
    id: `MV-${record.code}`,
    matter_code: record.code,
    nth: 1,
    kind: 'CREATE',
    region_code: NATIONWIDE,
    status: 'DECIDED',
    name: record.name,
    lead_department_code: record.leadDepartment,
    lead_basis: record.leadBasis,
    lead_verified: record.leadVerified,
    cooperating_department_codes: record.cooperatingDepartments,
    stored_stages: record.stages,
    scope: record.scope,
    source_document: record.source.document,
    source_phrase: record.source.phrase,
    handover_items: [],
    steps: 0,
  }));
  const matters = records.map((record) => ({ code: record.code, region_code: NATIONWIDE }));
  await db.transaction(async (tx) => {
    await replaceOfficial(tx, 'matter', 'code', matters);
    await replaceOfficial(tx, 'matter_version', 'id', rows);
  });
}
