import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  NATIONWIDE,
  aboutMatter,
  addDays,
  levelsOf,
  page,
  regionPrefix,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { HAZARDS, type Hazard } from '../hazard/hazard';
import { IS_OPEN, KEPT, isOverdue, visible } from '../hazard/hazard.lists';
import type { Matter } from '../others';
import type { LedgerCount, LedgerRow, LedgerSummary } from './ledger';

/** What counts as new and as last week, in days. */
const WEEK = 7;

const of = ({ code, scope }: Matter): Sql =>
  sql`AND ${KEPT} AND about && ${aboutMatter(code, scope ?? {})}::varchar[]`;

/** Which rows of a ledger are asked for: all, or those that one department leads, or that are open. */
interface Asked {
  region: string;
  department: string | null;
  open: boolean | null;
}

/** The hazards of a matter in a division, each as a row of the ledger. */
export async function ledgerPage(
  context: RequestContext,
  matter: Matter,
  { region, department, open }: Asked,
  args: PageArgs,
) {
  const found = await page<Hazard>(
    context,
    { ...HAZARDS, name: 'ledger' },
    sql`${visible(context)} ${of(matter)} ${within(raw('region_code'), region)}
      ${department === null ? empty : sql`AND lead_department_code = ${department}`}
      ${open === null ? empty : sql`AND (closed_on IS NULL) = ${open}`}`,
    args,
  );
  return { ...found, edges: found.edges.map((edge) => ({ ...edge, node: rowOf(edge.node) })) };
}

function rowOf(hazard: Hazard): LedgerRow {
  const { number, regionCode, dueOn, status, escalation, foundOn, closedOn } = hazard;
  const problem = { type: 'Hazard', key: number };
  return { id: number, hazard, problem, regionCode, dueOn, status, escalation, foundOn, closedOn };
}

type Counted = Omit<LedgerCount, 'regionCode'> & { by: string | null };

/** New, closed, left, overdue and supervised from above, all at once: for the division, for those right below, for who holds them. */
export async function ledgerSummary(
  context: RequestContext,
  matter: Matter,
  region: string,
): Promise<LedgerSummary> {
  const { db, today } = context;
  const here = sql`${visible(context)} ${of(matter)} ${within(raw('region_code'), region)}`;
  const [whole, byDivision, byDepartment, reported] = await Promise.all([
    db.query<Counted>(counting(sql`NULL`, here, region, today)),
    db.query<Counted>(counting(sql`left(region_code, ${below(region)})`, here, region, today)),
    db.query<Counted>(counting(sql`lead_department_code`, here, region, today)),
    db.query(sql`SELECT FROM hazard WHERE ${KEPT} ${within(raw('region_code'), region)} LIMIT 1`),
  ]);
  const counted = ({ by, ...counts }: Counted): LedgerCount => ({
    ...counts,
    regionCode: region,
    departmentCode: by,
  });
  return {
    asOf: today,
    total: counted(whole[0] ?? NONE),
    byDivision: byDivision.map(({ by, ...counts }) => ({
      ...counts,
      regionCode: (by ?? region).padEnd(6, '0'),
      departmentCode: null,
    })),
    byDepartment: byDepartment.map(counted),
    reported: reported.length > 0,
  };
}

const NONE: Counted = {
  by: null,
  left: 0,
  added: 0,
  closed: 0,
  overdue: 0,
  supervisedAbove: 0,
  leftBefore: 0,
  departmentCode: null,
};

/** How many digits tell the divisions right below apart. */
function below(region: string): number {
  const digits = regionPrefix(region).length;
  return digits < 6 ? digits + 2 : digits + 3;
}

function counting(by: Sql, here: Sql, region: string, today: string): Sql {
  const before = addDays(today, -WEEK);
  const above = levelsOf(region)
    .slice(1)
    .map((each) => (each === NATIONWIDE ? 'CN' : each));
  const number = (condition: Sql) => sql`(count(*) FILTER (WHERE ${condition}))::int`;
  return sql`SELECT ${by} AS by,
      ${number(IS_OPEN)} AS left,
      ${number(sql`found_on > ${before}`)} AS added,
      ${number(sql`closed_on > ${before}`)} AS closed,
      ${number(isOverdue(today))} AS overdue,
      ${number(sql`found_on <= ${before} AND (closed_on IS NULL OR closed_on > ${before})`)} AS "leftBefore",
      ${number(
        sql`${IS_OPEN} AND EXISTS (SELECT FROM unnest(supervisor_codes) AS each WHERE split_part(each, '-', 1) = ANY(${above}::varchar[]))`,
      )} AS "supervisedAbove"
    FROM hazard WHERE true ${here} GROUP BY 1 ORDER BY 1`;
}
