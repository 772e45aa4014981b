import sql, { raw, type Sql } from 'sql-template-tag';
import {
  NATIONWIDE,
  allFacts,
  arrayOf,
  date,
  defineLoader,
  factsOf,
  issueNumber,
  listOf,
  objectOf,
  uscc,
  type RequestContext,
} from '../../kernel';
import { Enterprise, Region } from '../others';
import { HazardPenalty, type ClosingDownSignal } from './signal';
import {
  HIGH_RISK,
  checkPeriods,
  leastPenalties,
  lookedAtFrom,
  reachesClosingDown,
  signalFrom,
} from './signals.rules';

/** The penalties of an enterprise under the work safety law, as enforcement has them on record. */
const penaltiesOf = factsOf(Enterprise, {
  from: 'enforcement',
  fields: 'safetyPenalties { documentNumber decidedOn }',
  facts: objectOf({
    safetyPenalties: arrayOf(objectOf({ documentNumber: issueNumber, decidedOn: date })),
  }),
});

const penalised = objectOf({
  penalisedEnterprises: arrayOf(objectOf({ enterprise: objectOf({ uscc }), decidedOn: listOf(date) })),
});

/** Who was penalised often enough since the first day that the article can still look at. */
function penalisedSince(context: RequestContext, from: string, atLeast: number) {
  return allFacts(
    async (after) => {
      const asked = `from: "${from}", atLeast: ${atLeast}, after: ${JSON.stringify(after)}`;
      const fields = `penalisedEnterprises(${asked}) { enterprise { uscc } decidedOn }`;
      const facts = await factsOf(Region, { from: 'enforcement', fields, facts: penalised })(
        context,
        NATIONWIDE,
      );
      return facts?.penalisedEnterprises ?? [];
    },
    ({ enterprise }) => enterprise.uscc,
  );
}

/**
 * The enterprises whose penalties reach the number of Art. 113 today.
 * @throws SUBGRAPH_UNAVAILABLE where enforcement is silent: nobody is left out for that
 */
export async function thoseToClose(context: RequestContext): Promise<string[]> {
  const { today } = context;
  const penalties = await penalisedSince(context, lookedAtFrom(today), leastPenalties(today));
  const reached = penalties.filter(({ decidedOn }) => reachesClosingDown(decidedOn, today));
  return reached.map(({ enterprise }) => enterprise.uscc);
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

/** Whether it is to be proposed for closing, from enforcement's penalties; those that were submitted here stand beside. */
export async function closingDownSignal(context: RequestContext, uscc: string): Promise<ClosingDownSignal> {
  const { today } = context;
  const [decided, here] = await Promise.all([penaltiesOf(context, uscc), byUscc(context).load(uscc)]);
  const { penalties: submitted, openMajorHazards } = here ?? { penalties: [], openMajorHazards: 0 };
  const decisions = (decided?.safetyPenalties ?? []).filter(({ decidedOn }) => decidedOn <= today);
  const reached = reachesClosingDown(
    decisions.map(({ decidedOn }) => decidedOn),
    today,
  );
  const ofLastYear = ({ decidedOn }: { decidedOn: string }) => decidedOn >= signalFrom(today);
  const counted = decisions.filter(ofLastYear);
  const penalties = submitted.filter(ofLastYear);
  return {
    due: reached && openMajorHazards > 0,
    openMajorHazards,
    decisions: counted,
    penalties,
    penaltyDifference: penalties.length - counted.length,
  };
}
