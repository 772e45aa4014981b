import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { defineLoader, industryRange, page, within, type PageArgs, type RequestContext } from '../../kernel';
import { DUTIES, TrainingDuty, type DutyStatus, type TrainingDutyFilter } from './training-duty';

/**
 * The courses that fulfil a duty to be trained: for its audience, long enough, in its days, attended by somebody of its
 * subject, by its person where it names one, who did not fail. Walks attendance_by_subject.
 */
export function fulfilling(what: Sql, today: string): Sql {
  return sql`SELECT ${what} FROM attendance JOIN training_course course ON course.id = attendance.course_id
    WHERE attendance.subject = training_duty.subject AND attendance.duplicate_of IS NULL AND (training_duty.person_id IS NULL OR attendance.person_id = training_duty.person_id)
      AND attendance.outcome IN ('ATTENDED', 'PASSED') AND course.audience = training_duty.audience AND course.hours >= training_duty.min_hours
      AND course.held_on BETWEEN training_duty.from_on AND LEAST(training_duty.counts_until, ${today})`;
}

/** When a duty was first done, or null: the row of `training_duty` stands outside. */
function fulfilledOn(today: string): Sql {
  return sql`CASE activity WHEN 'DRILL' THEN
      (SELECT min(drill.held_on) FROM drill WHERE drill.uscc = training_duty.subject
        AND drill.held_on BETWEEN training_duty.from_on AND LEAST(training_duty.counts_until, ${today}))
    ELSE (${fulfilling(sql`min(course.held_on)`, today)}) END`;
}

/** `dutyStatus` of duty.rules.ts, in SQL. */
export function inStatus(status: DutyStatus, today: string): Sql {
  if (status === 'FULFILLED') return sql`(${fulfilledOn(today)}) IS NOT NULL`;
  return sql`due_on ${raw(status === 'OVERDUE' ? '<' : '>=')} ${today} AND (${fulfilledOn(today)}) IS NULL`;
}

/** Of one of these industries or below it; never of none that is known. */
export function inIndustries(industries: readonly string[]): Sql {
  const ranges = industries.map(industryRange);
  return sql`EXISTS (SELECT FROM unnest(${ranges.map(({ from }) => from)}::varchar[], ${ranges.map(({ to }) => to)}::varchar[]) AS range(first, beyond)
    WHERE industry_code >= first AND industry_code < beyond)`;
}

export function dutyPage(context: RequestContext, filter: TrainingDutyFilter | null, args: PageArgs) {
  const { region, year, activity, audience, trigger, status, industries, notIndustries } = filter ?? {};
  return page(
    context,
    DUTIES,
    sql`${within(raw('region_code'), region)}
      ${year === null || year === undefined ? empty : sql`AND year = ${year}`}
      ${activity ? sql`AND activity = ${activity}` : empty}
      ${audience ? sql`AND audience = ${audience}` : empty}
      ${trigger ? sql`AND trigger = ${trigger}` : empty}
      ${industries ? sql`AND ${inIndustries(industries)}` : empty}
      ${notIndustries ? sql`AND NOT ${inIndustries(notIndustries)}` : empty}
      ${status ? sql`AND ${inStatus(status, filter?.on ?? context.today)}` : empty}`,
    args,
  );
}

/** When duties were done, by their ids. */
export const fulfilledOnById = defineLoader<{ id: string; on: string | null }>(
  ({ db, today }, ids) =>
    db.byKey(
      sql`SELECT id, ${fulfilledOn(today)} AS on FROM training_duty WHERE id = ANY(${ids}::varchar[])`,
    ),
  ({ id }) => id,
);

/** The duties of an enterprise’s principals in the year of today and open ones from before, the latest due first. */
export const principalDuties = defineLoader<{ uscc: string; duties: TrainingDuty[] }>(
  async ({ db, today }, usccs) => {
    const rows = await db.byKey<TrainingDuty>(
      sql`SELECT ${raw(db.columns(TrainingDuty))} FROM training_duty
        WHERE subject = ANY(${usccs}::varchar[]) AND audience = 'PRINCIPAL' AND activity = 'TRAINING' AND from_on <= ${today}
        ORDER BY due_on DESC, id`,
    );
    return usccs.map((uscc) => ({ uscc, duties: rows.filter((row) => row.subject === uscc) }));
  },
  ({ uscc }) => uscc,
);
