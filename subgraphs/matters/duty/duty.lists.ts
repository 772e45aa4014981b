import sql, { empty, raw } from 'sql-template-tag';
import {
  arrayOf,
  count,
  factsOf,
  objectOf,
  page,
  whereAnswered,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { daysOf } from '../assessment/quarter.rules';
import { DUTY_RECORDS, type DutyCount, type DutyKind, type MissedDuty } from './duty';
import { Region } from '../others';
import { countsOf, missedDuties, type Enforced } from './duty.rules';

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

/** In a division and all below it: letters and covert visits have their home in enforcement, all else in the duty records. */
export async function countedIn(
  context: RequestContext,
  region: string,
  quarter: string,
): Promise<DutyCount[]> {
  const { from, to } = daysOf(quarter);
  const [recorded, enforced] = await Promise.all([
    context.db.query<{ kind: DutyKind; count: number }>(
      sql`SELECT kind, count(*)::int AS count FROM duty_record
        WHERE duplicate_of IS NULL AND held_on >= ${from} AND held_on <= ${to} ${within(raw('region_code'), region)} GROUP BY kind`,
    ),
    whereAnswered(enforcedIn(context, region, from, to)),
  ]);
  const records = new Map(recorded.map(({ kind, count: times }) => [kind, times]));
  return countsOf(records, enforced);
}

/** What enforcement has on record of the quarter. */
async function enforcedIn(
  context: RequestContext,
  region: string,
  from: string,
  to: string,
): Promise<Enforced> {
  const ask = factsOf(Region, {
    from: 'enforcement',
    fields: `supervisionCounts(from: "${from}", to: "${to}") { covertVisits notices }`,
    facts: objectOf({ supervisionCounts: arrayOf(objectOf({ covertVisits: count, notices: count })) }),
  });
  const cells = (await ask(context, region))?.supervisionCounts ?? [];
  const sum = (of: 'covertVisits' | 'notices') => cells.reduce((total, cell) => total + cell[of], 0);
  return { COVERT_VISIT: sum('covertVisits'), URGING_LETTER: sum('notices') };
}
