import sql, { empty, raw } from 'sql-template-tag';
import { page, within, type PageArgs, type RequestContext } from '../../kernel';
import { daysOf } from '../assessment/quarter.rules';
import { DUTY_RECORDS, type DutyCount, type DutyKind, type MissedDuty } from './duty';
import { missedDuties } from './duty.rules';

export function dutyPage(
  context: RequestContext,
  region: string | null,
  kind: DutyKind | null,
  args: PageArgs,
) {
  return page(
    context,
    DUTY_RECORDS,
    sql`${within(raw('region_code'), region)} ${kind ? sql`AND kind = ${kind}` : empty}`,
    args,
  );
}

/** In a division itself: what a county does is not done by its city. */
export async function missedIn(
  context: RequestContext,
  region: string,
  quarter: string,
): Promise<MissedDuty[] | null> {
  const { from, to } = daysOf(quarter);
  const done = await context.db.query<{ kind: DutyKind; departmentCode: string; heldOn: string }>(
    sql`SELECT kind, department_code AS "departmentCode", held_on AS "heldOn" FROM duty_record
      WHERE duplicate_of IS NULL AND region_code = ${region} AND held_on >= ${from} AND held_on <= ${to}`,
  );
  return missedDuties(done, region, quarter, context.today);
}

/** In a division and all below it. */
export function countedIn(context: RequestContext, region: string, quarter: string): Promise<DutyCount[]> {
  const { from, to } = daysOf(quarter);
  return context.db.query<DutyCount>(
    sql`SELECT kind, count(*)::int AS count FROM duty_record
      WHERE duplicate_of IS NULL AND held_on >= ${from} AND held_on <= ${to} ${within(raw('region_code'), region)} GROUP BY kind ORDER BY kind`,
  );
}
