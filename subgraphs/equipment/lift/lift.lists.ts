import sql, { raw, type Sql } from 'sql-template-tag';
import { addMonths, addYears, ruleOn, within, type RequestContext } from '../../kernel';
import { cycleNumbers } from '../cycle-numbers';
import { GONE_STATES } from '../device/equipment.rules';
import { kindsOfCategory } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/catalogue';
import type { LiftFaultRate, LiftFigures } from './lift-figures';

/** The lifts of a division that are not gone. */
async function lifts(context: RequestContext, region: string): Promise<Sql> {
  const kinds = kindsOfCategory(await catalogue(context), 'ELEVATOR');
  return sql`equipment WHERE kind_code = ANY(${kinds}::varchar[]) AND status <> ALL(${GONE_STATES}::varchar[]) ${within(raw('region_code'), region)}`;
}

/** The twelve months up to the present one. */
export async function faultRates(context: RequestContext, region: string): Promise<LiftFaultRate[]> {
  const { db, today } = context;
  const thisMonth = `${today.slice(0, 7)}-01`;
  const [count] = await db.query<{ lifts: number }>(
    sql`SELECT count(*)::int AS lifts FROM ${await lifts(context, region)}`,
  );
  const rows = await db.query<Omit<LiftFaultRate, 'perHundred'>>(
    sql`SELECT to_char(month, 'YYYY-MM') AS month, count(happened_on)::int AS faults, count(*) FILTER (WHERE kind = 'TRAPPING')::int AS trappings
      FROM generate_series(${addMonths(thisMonth, -11)}::date, ${thisMonth}::date, '1 month') AS month
      LEFT JOIN lift_fault ON happened_on >= month AND happened_on < month + interval '1 month' ${within(raw('region_code'), region)}
      GROUP BY month ORDER BY month`,
  );
  const all = count?.lifts ?? 0;
  return rows.map((row) => ({
    ...row,
    perHundred: all === 0 ? null : Math.round((row.faults / all) * 10_000) / 100,
  }));
}

export async function liftFigures(context: RequestContext, region: string): Promise<LiftFigures | null> {
  const { db, today } = context;
  const { value: years } = ruleOn(cycleNumbers, 'equipment.lift.old', today);
  const old = sql`features @> ARRAY['RESIDENTIAL']::varchar[] AND installed_on <= ${addYears(today, -years)}`;
  const [figures] = await db.query<LiftFigures>(
    sql`SELECT count(*)::int AS lifts, count(*) FILTER (WHERE protective_devices @> ARRAY['ELEVATOR_IOT']::varchar[])::int AS connected,
        count(*) FILTER (WHERE insured_until >= ${today})::int AS insured, count(*) FILTER (WHERE ${old})::int AS old,
        count(*) FILTER (WHERE ${old} AND renewed_on >= installed_on + make_interval(years => ${years}))::int AS renewed
      FROM ${await lifts(context, region)}`,
  );
  return figures ?? null;
}
