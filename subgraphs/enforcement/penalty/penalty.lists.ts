import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  FACTS_AT_A_TIME,
  defineLoader,
  isInsider,
  manyBy,
  page,
  whether,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { caseCauses } from '../case/case-cause';
import type { PenalisedEnterprise } from './penalised-enterprise';
import { PENALTIES, PenaltyDecision, type PenaltyFilter } from './penalty-decision';

/** Public today: `isPublicOn` of penalty.rules.ts, in SQL. */
export function isPublic(today: string): Sql {
  return sql`(exclusion IS NULL AND stopped_on IS NULL AND withdrawn_on IS NULL AND published_on <= ${today} AND public_until >= ${today})`;
}

/** The row rule of the noun, in every statement that reads decisions: anyone sees what is public now, an agency sees all. */
export function visible({ caller, today }: RequestContext): Sql {
  return isInsider(caller) ? empty : sql`AND ${isPublic(today)}`;
}

const columns = ({ db }: RequestContext) => raw(db.columns(PenaltyDecision));

const byNumber = defineLoader<PenaltyDecision>(
  (context, numbers) =>
    context.db.byKey(
      sql`SELECT ${columns(context)} FROM penalty_decision WHERE document_number = ANY(${numbers}::varchar[]) ${visible(context)}`,
    ),
  ({ documentNumber }) => documentNumber,
);

export function penaltyByNumber(context: RequestContext, number: string): Promise<PenaltyDecision | null> {
  return byNumber(context).load(number);
}

export const penaltyByCase = defineLoader<PenaltyDecision>(
  (context, numbers) =>
    context.db.byKey(
      sql`SELECT ${columns(context)} FROM penalty_decision WHERE case_number = ANY(${numbers}::varchar[]) ${visible(context)}`,
    ),
  ({ caseNumber }) => caseNumber,
);

export function penaltyPage(context: RequestContext, filter: PenaltyFilter | null, args: PageArgs) {
  const { region, department, kind, decidedFrom, decidedTo, published } = filter ?? {};
  return page(
    context,
    PENALTIES,
    sql`${visible(context)} ${within(raw('region_code'), region)}
      ${department ? sql`AND department_kind = ${department}` : empty}
      ${kind ? sql`AND kinds @> ARRAY[${kind}]::varchar[]` : empty}
      ${decidedFrom ? sql`AND decided_on >= ${decidedFrom}` : empty}
      ${decidedTo ? sql`AND decided_on <= ${decidedTo}` : empty}
      ${whether(isPublic(context.today), published)}`,
    args,
  );
}

/**
 * Decisions under 安全生产法 that stand, published or not: what its 第一百一十三条（一） counts, 「一百八十日内三次或者一年内四次
 * 受到本法规定的行政处罚」. By the law and not by the department: what fire and rescue decides under 消防法 is not 本法规定的,
 * what it decides under 安全生产法 is.
 */
const UNDER_SAFETY_LAW = sql`withdrawn_on IS NULL AND cause_code = ANY(${caseCauses.filter(({ law }) => law === '安全生产法').map(({ code }) => code)}::varchar[])`;

/** Those of each enterprise, the earliest first. */
export const safetyPenaltiesOf = manyBy(
  PenaltyDecision,
  'partyUscc',
  sql`decided_on, document_number`,
  UNDER_SAFETY_LAW,
);

/** Who was penalised under it since a day, so often; a thousand, after this one. */
export function penalisedEnterprises(
  { db }: RequestContext,
  region: string,
  { from, atLeast, after }: PenalisedAsked,
): Promise<PenalisedEnterprise[]> {
  return db.query(sql`SELECT party_uscc AS uscc, array_agg(decided_on::text ORDER BY decided_on) AS "decidedOn" FROM penalty_decision
    WHERE ${UNDER_SAFETY_LAW} AND party_uscc IS NOT NULL ${from ? sql`AND decided_on >= ${from}` : empty} ${after ? sql`AND party_uscc > ${after}` : empty}
      ${within(raw('region_code'), region)} GROUP BY 1 HAVING count(*) >= ${atLeast ?? 1} ORDER BY 1 LIMIT ${FACTS_AT_A_TIME}`);
}

interface PenalisedAsked {
  from?: string | null;
  atLeast?: number | null;
  after?: string | null;
}

export const publishedCount = defineLoader<{ uscc: string; count: number }>(
  (context, usccs) =>
    context.db.byKey(
      sql`SELECT party_uscc AS uscc, count(*)::int AS count FROM penalty_decision
        WHERE party_uscc = ANY(${usccs}::varchar[]) AND ${isPublic(context.today)} GROUP BY 1`,
    ),
  ({ uscc }) => uscc,
);
