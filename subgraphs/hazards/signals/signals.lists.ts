import sql, { raw, type Sql } from 'sql-template-tag';
import { defineLoader, type RequestContext } from '../../kernel';
import { HazardPenalty, type ClosingDownSignal } from './signal';
import { HIGH_RISK, checkPeriods, closingDownRules, reachesClosingDown, signalFrom } from './signals.rules';

/** `reachesClosingDown` of signals.rules.ts as a condition on hazards, in SQL: `lag` finds the first of so many penalties. */
export function ofThoseToClose(today: string): Sql {
  const { short, long } = closingDownRules(today);
  const [shortTimes, shortDays] = short;
  const [longTimes, longYears] = long;
  return sql`AND uscc IN (
    SELECT uscc FROM (
      SELECT uscc, decided_on, lag(decided_on, ${shortTimes.value - 1}) OVER penalties AS first_short,
        lag(decided_on, ${longTimes.value - 1}) OVER penalties AS first_long
      FROM hazard_penalty WHERE duplicate_of IS NULL WINDOW penalties AS (PARTITION BY uscc ORDER BY decided_on)
    ) AS penalty
    WHERE decided_on BETWEEN ${signalFrom(today)} AND ${today}
      AND (decided_on <= first_short + ${shortDays.value}::int OR decided_on <= (first_long + make_interval(years => ${longYears.value}))::date))`;
}

/** Hazards that were there in the last full period, without a check that the principal has led in it. */
export function withoutPrincipalCheck(today: string): Sql {
  const { usual, highRisk } = checkPeriods(today);
  const isHighRisk = sql`hazard.domain = ANY(${HIGH_RISK}::varchar[])`;
  const of = (usualDay: string, highRiskDay: string) =>
    sql`(CASE WHEN ${isHighRisk} THEN ${highRiskDay}::date ELSE ${usualDay}::date END)`;
  const [from, to] = [of(usual.from, highRisk.from), of(usual.to, highRisk.to)];
  return sql`AND uscc IS NOT NULL AND found_on < ${to} AND NOT EXISTS (
    SELECT FROM principal_check AS led WHERE led.uscc = hazard.uscc AND led.checked_on >= ${from} AND led.checked_on < ${to})`;
}

interface OfEnterprise {
  uscc: string;
  penalties: HazardPenalty[];
  openMajorHazards: number;
}

const byUscc = defineLoader<OfEnterprise>(
  async ({ db, today }, usccs) => {
    const penalties = await db.byKey<HazardPenalty>(
      sql`SELECT ${raw(db.columns(HazardPenalty))} FROM hazard_penalty
        WHERE uscc = ANY(${usccs}::varchar[]) AND duplicate_of IS NULL AND decided_on <= ${today} ORDER BY decided_on, id`,
    );
    const open = await db.byKey<{ uscc: string; count: number }>(
      sql`SELECT uscc, count(*)::int AS count FROM hazard WHERE uscc = ANY(${usccs}::varchar[]) AND grade = 'MAJOR'
        AND status NOT IN ('REPORTED', 'DISMISSED', 'CLOSED') GROUP BY 1`,
    );
    const found = new Map(
      usccs.map((uscc) => [uscc, { uscc, penalties: [] as HazardPenalty[], openMajorHazards: 0 }]),
    );
    for (const row of penalties) found.get(row.uscc)?.penalties.push(row);
    for (const { uscc, count } of open) Object.assign(found.get(uscc) ?? {}, { openMajorHazards: count });
    return [...found.values()];
  },
  ({ uscc }) => uscc,
);

export async function closingDownSignal(context: RequestContext, uscc: string): Promise<ClosingDownSignal> {
  const { penalties, openMajorHazards } = (await byUscc(context).load(uscc)) ?? {
    penalties: [],
    openMajorHazards: 0,
  };
  const { today } = context;
  const reached = reachesClosingDown(
    penalties.map(({ decidedOn }) => decidedOn),
    today,
  );
  const ofLastYear = penalties.filter(({ decidedOn }) => decidedOn >= signalFrom(today));
  return { due: reached && openMajorHazards > 0, openMajorHazards, penalties: ofLastYear };
}
