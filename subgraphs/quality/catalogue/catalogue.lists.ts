import { declareReferenceList, once, type Database, type RequestContext } from '../../kernel';
import rows from '../official/ccc-catalogue.json';
import type { Catalogue } from './catalogue.rules';
import { CccCategory } from './ccc-category';

declareReferenceList(
  {
    id: 'quality.ccc',
    name: '强制性产品认证目录. The products that need certification.',
    source: '强制性产品认证目录描述与界定表（2023年修订）及其后历次公告，据公开转载',
    asOf: '2026-01',
    missing:
      '第8类电子产品的基础目录未见；2024、2025 年增补产品的四位代码未见. The base products of class 8 (electronics) and the four digits of the additions of 2024 and 2025 were not seen.',
  },
  () => ({ rows: rows.length, verified: rows.filter(({ verified }) => verified).length }),
);

/** The whole catalogue, some hundred rows, read once an operation. */
export function catalogueOf(context: RequestContext): Promise<Catalogue> {
  return once(context, catalogueOf, () => readCatalogue(context.db));
}

export async function readCatalogue(db: Database): Promise<Catalogue> {
  const found = await db.read<CccCategory>(
    `SELECT ${db.columns(CccCategory)} FROM ccc_category ORDER BY code, coalesce(mandatory_from, known_from, '0001-01-01'), id`,
  );
  const catalogue = new Map<string, CccCategory[]>();
  for (const row of found) catalogue.set(row.code, [...(catalogue.get(row.code) ?? []), row]);
  return catalogue;
}

/** Loads the rows of the reference file; what the keeper of the catalogue has submitted stands. */
export async function loadOfficial(db: Database): Promise<void> {
  const stored = rows.map(({ keyProduct, ...row }) => ({
    id: `${row.code}/${row.mandatoryFrom ?? ''}`,
    code: row.code,
    official_code: row.officialCode,
    name: row.name,
    group_name: row.groupName,
    key_product_code: keyProduct,
    high_concern: row.highConcern,
    announced_on: row.announcedOn,
    applications_from: row.applicationsFrom,
    known_from: row.knownFrom,
    mandatory_from: row.mandatoryFrom,
    mandatory_to: row.mandatoryTo,
    basis: row.basis,
    verified: row.verified,
    region_code: '000000',
    source: 'reference',
    source_id: `${row.code}/${row.mandatoryFrom ?? ''}`,
    revision: 1,
    content_digest: '',
  }));
  const columns = Object.keys(stored[0] ?? {});
  await db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO ccc_category AS known (${columns.join(', ')})
       SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::ccc_category, $1)
       ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
       WHERE known.source = 'reference' AND known IS DISTINCT FROM excluded`,
      [JSON.stringify(stored)],
    );
    // the one body whose code is known from a source; the others are submitted
    await tx.query(
      `INSERT INTO certification_body (code, name, region_code, source, source_id, revision, content_digest)
       VALUES ('01', '中国质量认证中心', '000000', 'reference', '01', 1, '') ON CONFLICT DO NOTHING`,
    );
  });
}
