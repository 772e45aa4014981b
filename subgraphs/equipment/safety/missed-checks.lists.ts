import sql, { raw, type Sql } from 'sql-template-tag';
import { defineLoader, derivedPage, within, type PageArgs, type RequestContext } from '../../kernel';
import { percent } from '../percent';
import { catalogue } from '../kind/catalogue';
import { windowsOf, type Window } from './check-windows.rules';
import {
  MISSED_CHECKS,
  UNITS_WITHOUT_OFFICER,
  type MissedSafetyCheck,
  type SafetyOfficerCoverage,
} from './missed-check';
import type { SafetyCheckPeriod } from './safety-check';
import { inForce } from './safety.lists';

/** What is asked of missed checks; without dates the latest that can be missed. */
export interface Asked {
  period: SafetyCheckPeriod;
  from: string | null;
  to: string | null;
}

/**
 * Who answers for which category since when: the users of devices in use. Not those on building sites, for which the
 * housing department answers (令74号 does not hold there). Without a known day a device was always in use.
 */
async function duties(context: RequestContext, which: Sql): Promise<Sql> {
  const kinds = [...(await catalogue(context)).values()].map(({ code, category }) => ({ code, category }));
  return sql`SELECT user_uscc AS uscc, category, count(*)::int AS devices, min(coalesce(status_since, installed_on, '-infinity')) AS since
    FROM equipment JOIN json_to_recordset(${JSON.stringify(kinds)}) AS kind(code varchar, category varchar) ON kind.code = kind_code
    WHERE status = 'IN_USE' AND user_uscc IS NOT NULL AND NOT features @> ARRAY['BUILDING_SITE']::varchar[] ${which} GROUP BY 1, 2`;
}

/** Each window of each duty without a record: a report of no hazards is one. A record without a category is for all. */
async function missed(
  context: RequestContext,
  period: SafetyCheckPeriod,
  windows: readonly Window[],
  which: Sql,
): Promise<Sql> {
  return sql`SELECT duty.uscc, duty.category, day, until, ${period}::varchar AS period
    FROM (${await duties(context, which)}) AS duty
    JOIN json_to_recordset(${JSON.stringify(windows)}) AS owed(day date, until date) ON until >= since
    WHERE NOT EXISTS (SELECT FROM safety_check AS made
      WHERE made.uscc = duty.uscc AND made.period = ${period} AND checked_on BETWEEN day AND until
        AND (made.category IS NULL OR made.category = duty.category))`;
}

export async function missedCheckPage(
  context: RequestContext,
  region: string,
  { period, from, to }: Asked,
  args: PageArgs,
) {
  const windows = windowsOf(period, from, to, context.today);
  return derivedPage(
    context,
    MISSED_CHECKS,
    await missed(context, period, windows, within(raw('region_code'), region)),
    args,
  );
}

/** Of many enterprises in one statement: the loader's key is the question, as JSON, and the enterprise. */
const missedByUscc = defineLoader<{ key: string; missed: MissedSafetyCheck[] }>(
  async (context, keys) => {
    const asked = keys.map((key) => JSON.parse(key) as Asked & { uscc: string });
    const questions = new Map(asked.map(({ uscc: _, ...question }) => [JSON.stringify(question), question]));
    const found = new Map(keys.map((key) => [key, { key, missed: [] as MissedSafetyCheck[] }]));
    for (const question of questions.values()) {
      const { period, from, to } = question;
      const usccs = asked
        .filter((each) => each.period === period && each.from === from && each.to === to)
        .map(({ uscc }) => uscc);
      const windows = windowsOf(period, from, to, context.today);
      const statement = await missed(context, period, windows, sql`AND user_uscc = ANY(${usccs}::varchar[])`);
      const rows = await context.db.query<MissedSafetyCheck>(sql`${statement} ORDER BY 1, 2, 3`);
      for (const row of rows) found.get(keyOf(row.uscc, question))?.missed.push(row);
    }
    return [...found.values()];
  },
  ({ key }) => key,
);

const keyOf = (uscc: string, { period, from, to }: Asked) => JSON.stringify({ period, from, to, uscc });

export async function missedChecksOf(
  context: RequestContext,
  uscc: string,
  asked: Asked,
): Promise<MissedSafetyCheck[]> {
  return (await missedByUscc(context).load(keyOf(uscc, asked)))?.missed ?? [];
}

const appointed = (today: string, role: string) => sql`EXISTS (SELECT FROM safety_appointment AS post
  WHERE post.uscc = duty.uscc AND role = ${role} AND (post.category IS NULL OR post.category = duty.category) AND ${inForce(today)})`;

export async function unitsWithoutOfficer(context: RequestContext, region: string, args: PageArgs) {
  const { today } = context;
  const duty = await duties(context, within(raw('region_code'), region));
  const statement = sql`SELECT uscc, category, devices, ${appointed(today, 'SAFETY_DIRECTOR')} AS director
    FROM (${duty}) AS duty WHERE NOT ${appointed(today, 'SAFETY_OFFICER')}`;
  return derivedPage(context, UNITS_WITHOUT_OFFICER, statement, args);
}

export async function officerCoverage(
  context: RequestContext,
  region: string,
): Promise<SafetyOfficerCoverage> {
  const { today, db } = context;
  const duty = await duties(context, within(raw('region_code'), region));
  const [counted] = await db.query<Omit<SafetyOfficerCoverage, 'rate' | 'devicesNamed'>>(
    sql`SELECT count(*)::int AS units, count(*) FILTER (WHERE officers)::int AS "withOfficer",
        count(*) FILTER (WHERE directors)::int AS "withDirector", coalesce(sum(devices), 0)::int AS devices
      FROM (SELECT uscc, sum(devices) AS devices, bool_and(${appointed(today, 'SAFETY_OFFICER')}) AS officers,
          bool_or(${appointed(today, 'SAFETY_DIRECTOR')}) AS directors FROM (${duty}) AS duty GROUP BY uscc) AS unit`,
  );
  const [named] = await db.query<{ count: number }>(
    sql`SELECT count(DISTINCT code)::int AS count FROM safety_appointment AS post, unnest(equipment_codes) AS device(code)
      JOIN equipment USING (code) WHERE user_uscc = post.uscc AND equipment.status = 'IN_USE' AND role = 'SAFETY_OFFICER'
        AND NOT features @> ARRAY['BUILDING_SITE']::varchar[] AND ${inForce(today)} ${within(raw('equipment.region_code'), region)}`,
  );
  const figures = counted ?? { units: 0, withOfficer: 0, withDirector: 0, devices: 0 };
  return { ...figures, devicesNamed: named?.count ?? 0, rate: percent(figures.withOfficer, figures.units) };
}
