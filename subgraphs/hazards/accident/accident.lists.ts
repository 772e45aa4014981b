import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  AuthenticationRequired,
  addDays,
  isAgency,
  isInsider,
  manyBy,
  page,
  whether,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { ACCIDENTS, AccidentEvent } from './accident';
import type { AccidentFilter } from './accident.inputs';
import { evaluationLateSince, upwardHours } from './accident.rules';
import type { AccidentState } from './accident.terms';

/** What was done about each accident, the first step first. */
export const eventsOfAccident = manyBy(AccidentEvent, 'accidentNumber', sql`id`);

/** The moment at which a day begins in China. */
export const startOf = (day: string) => `${day}T00:00:00+08:00`;

/** The row rule of the noun: anyone sees an accident of which the report is published by today; agencies see all. */
export function visible({ caller, today }: RequestContext): Sql {
  return isInsider(caller) ? empty : sql`AND report_published_on <= ${today}`;
}

export function accidentPage(context: RequestContext, filter: AccidentFilter | null, args: PageArgs) {
  const { region, grade, grades, supervised, reportPublished, kind, enterprise, equipment, state } =
    filter ?? {};
  const {
    occurredFrom,
    occurredTo,
    evaluationOverdue,
    evaluationOverdueOn,
    reportedUpwardInTime,
    foundUnreported,
  } = filter ?? {};
  // what is for agencies, a filter by it would tell
  const closed = { reportedUpwardInTime, foundUnreported, enterprise, equipment, state };
  const field = Object.entries(closed).find(([, asked]) => asked !== undefined && asked !== null)?.[0];
  if (field !== undefined && !isAgency(context.caller)) throw AuthenticationRequired({ field });
  return page(
    context,
    ACCIDENTS,
    sql`${visible(context)} ${within(raw('region_code'), region)}
      ${grade ? sql`AND grade = ${grade}` : empty}
      ${grades ? sql`AND grade = ANY(${grades}::varchar[])` : empty}
      ${whether(sql`supervised_on IS NOT NULL`, supervised)} ${whether(sql`report_published_on IS NOT NULL`, reportPublished)}
      ${whether(sql`found_unreported_on IS NOT NULL`, foundUnreported)}
      ${kind ? sql`AND kind = ${kind}` : empty}
      ${enterprise ? sql`AND uscc = ${enterprise}` : empty}
      ${equipment ? sql`AND equipment_code = ${equipment}` : empty}
      ${state ? sql`AND ${isIn(state)}` : empty}
      ${occurredFrom ? sql`AND occurred_at >= ${startOf(occurredFrom)}` : empty}
      ${occurredTo ? sql`AND occurred_at < ${startOf(addDays(occurredTo, 1))}` : empty}
      ${whether(isEvaluationOverdue(context.today), evaluationOverdue)}
      ${evaluationOverdueOn ? sql`AND ${isEvaluationOverdue(evaluationOverdueOn)}` : empty}
      ${typeof reportedUpwardInTime === 'boolean' ? sql`AND ${isReportedUpward(reportedUpwardInTime, context)}` : empty}`,
    args,
  );
}

/** `accidentState` of accident.rules.ts, in SQL. */
export function isIn(state: AccidentState): Sql {
  return sql`CASE WHEN closed_on IS NULL THEN 'OPEN' WHEN evaluated_on IS NULL THEN 'CLOSED' ELSE 'EVALUATED' END = ${state}`;
}

/** `isEvaluationOverdueOn` of accident.rules.ts, in SQL. */
export function isEvaluationOverdue(today: string): Sql {
  return sql`evaluated_on IS NULL AND closed_on <= ${evaluationLateSince(today)}`;
}

/** `isReportedUpwardInTime` of accident.rules.ts, in SQL: whether it is known to be true, or to be false. */
export function isReportedUpward(
  inTime: boolean,
  { today, now }: Pick<RequestContext, 'today' | 'now'>,
): Sql {
  if (inTime) return sql`reported_up_at <= ${upwardDue(today)}`;
  return sql`coalesce(reported_up_at, ${now}) > ${upwardDue(today)}`;
}

/** By when the level above had to be told. */
function upwardDue(today: string): Sql {
  const { graveFrom, grave, others } = upwardHours(today);
  const isGrave = sql`grade IN ('MAJOR', 'EXTRAORDINARY') AND occurred_at >= ${startOf(graveFrom)}`;
  return sql`reported_at + interval '1 hour' * (CASE WHEN ${isGrave} THEN ${grave}::float ELSE ${others}::float END)`;
}
