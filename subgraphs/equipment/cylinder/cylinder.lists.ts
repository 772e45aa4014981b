import sql, { raw, type Sql } from 'sql-template-tag';
import { page, pagesOf, within, type PageArgs, type RequestContext } from '../../kernel';
import { percent } from '../percent';
import { CYLINDER_FILLINGS, REFUSED_FILLINGS } from './cylinder-filling';
import { VALVE_DEADLINE, type ValveCoverage } from './valve-coverage';

/** `isOverdue` of cylinder.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  return sql`status = 'IN_USE' AND next_inspection_due < ${today}`;
}

/** The end of one range of cylinder_filling_by_cylinder, whatever the size of the trace. */
export function fillingsOf(context: RequestContext, serial: string, args: PageArgs) {
  const only = { key: 'filled', condition: () => sql`AND refusal IS NULL` };
  return pagesOf(context, CYLINDER_FILLINGS, 'cylinderSerial', args, only).load(serial);
}

/** Walks cylinder_filling_refused, which holds nothing else. */
export function refusedFillings(context: RequestContext, region: string | null, args: PageArgs) {
  return page(
    context,
    REFUSED_FILLINGS,
    sql`AND refusal IS NOT NULL ${within(raw('region_code'), region)}`,
    args,
  );
}

/** Counted in gas_cylinder_by_region alone. */
export async function valveCoverage(context: RequestContext, region: string): Promise<ValveCoverage> {
  const [counted] = await context.db.query<{ total: number; fitted: number }>(
    sql`SELECT count(*)::int AS total, count(*) FILTER (WHERE valve = 'RESIDUAL_PRESSURE')::int AS fitted
      FROM gas_cylinder WHERE status = 'IN_USE' AND medium LIKE '%氧气%' ${within(raw('region_code'), region)}`,
  );
  const { total, fitted } = counted ?? { total: 0, fitted: 0 };
  const overdue = VALVE_DEADLINE < context.today && fitted < total;
  return { total, fitted, rate: percent(fitted, total), deadline: VALVE_DEADLINE, overdue };
}
