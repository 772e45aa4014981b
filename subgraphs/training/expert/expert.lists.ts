import sql, { empty, raw } from 'sql-template-tag';
import { page, within, type PageArgs, type RequestContext } from '../../kernel';
import { EXPERT_POOL_DEADLINE } from '../legal-numbers';
import { EXPERTS, type ExpertFilter, type ExpertPool } from './expert';

/** Whether an expert is in the pool on a day. */
const inPool = (today: string) => sql`joined_on <= ${today} AND (left_on IS NULL OR left_on >= ${today})`;

export function expertPage(context: RequestContext, filter: ExpertFilter | null, args: PageArgs) {
  const { region, kind, field, department } = filter ?? {};
  return page(
    context,
    EXPERTS,
    sql`AND ${inPool(context.today)} ${within(raw('region_code'), region)}
      ${kind ? sql`AND kind = ${kind}` : empty}
      ${field ? sql`AND field = ${field}` : empty}
      ${department ? sql`AND department_code = ${department}` : empty}`,
    args,
  );
}

/** The pools of the departments of a subtree: a department without a row here has none. */
export async function expertPools({ db, today }: RequestContext, region: string): Promise<ExpertPool[]> {
  const pools = await db.query<{ departmentCode: string; experts: number; establishedOn: string }>(sql`
    SELECT department_code AS "departmentCode", count(*) FILTER (WHERE ${inPool(today)})::int AS experts, min(joined_on) AS "establishedOn"
    FROM expert WHERE joined_on <= ${today} ${within(raw('region_code'), region)} GROUP BY department_code ORDER BY department_code`);
  return pools.map(({ departmentCode, experts, establishedOn }) => {
    return {
      department: { code: departmentCode },
      experts,
      establishedOn,
      inTime: establishedOn <= EXPERT_POOL_DEADLINE,
    };
  });
}
