import sql, { raw } from 'sql-template-tag';
import { defineLoader, type RequestContext } from '../../kernel';
import {
  CertificationBody,
  InstitutionCheck,
  Laboratory,
  type InstitutionKind,
  type SupervisionCoverage,
} from './institution';
import { checkYear, coverageOf } from './institution.rules';

/** Some hundred bodies and laboratories are designated in the country: their lists need no pages. */
export function allBodies({ db }: RequestContext): Promise<CertificationBody[]> {
  return db.read(`SELECT ${db.columns(CertificationBody)} FROM certification_body ORDER BY code`);
}

export function allLaboratories({ db }: RequestContext): Promise<Laboratory[]> {
  return db.read(`SELECT ${db.columns(Laboratory)} FROM laboratory ORDER BY code`);
}

/** The inspections of each institution, the latest first, by kind and code. */
const checksByName = defineLoader<{ name: string; checks: InstitutionCheck[] }>(
  async ({ db }, names) => {
    const rows = await db.byKey<InstitutionCheck>(
      sql`SELECT ${raw(db.columns(InstitutionCheck))} FROM institution_check
        WHERE duplicate_of IS NULL AND (kind, institution_code) IN (SELECT split_part(name, ' ', 1), substr(name, strpos(name, ' ') + 1) FROM unnest(${names}::varchar[]) AS name)
        ORDER BY checked_on DESC, id DESC`,
    );
    const found = new Map(names.map((name) => [name, [] as InstitutionCheck[]]));
    for (const row of rows) found.get(`${row.kind} ${row.institutionCode}`)?.push(row);
    return [...found].map(([name, checks]) => ({ name, checks }));
  },
  ({ name }) => name,
);

export async function checksOf(
  context: RequestContext,
  kind: InstitutionKind,
  code: string,
): Promise<InstitutionCheck[]> {
  return (await checksByName(context).load(`${kind} ${code}`))?.checks ?? [];
}

export async function supervisionCoverage(
  context: RequestContext,
  year: string,
): Promise<SupervisionCoverage> {
  checkYear(year);
  const inspected = await context.db.query<{ code: string }>(
    sql`SELECT DISTINCT institution_code AS code FROM institution_check
      WHERE kind = 'BODY' AND checked_on >= ${`${year}-01-01`} AND checked_on <= ${`${year}-12-31`}`,
  );
  return coverageOf(year, await allBodies(context), new Set(inspected.map(({ code }) => code)));
}
