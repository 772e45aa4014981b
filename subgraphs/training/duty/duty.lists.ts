import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  countAhead,
  defineLoader,
  industriesAbove,
  industryRange,
  keysFrom,
  mattersOf,
  page,
  whether,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { DUTIES, TrainingDuty, type DutyStatus, type TrainingDutyFilter } from './training-duty';

/** `dutyStatus` of duty.rules.ts, in SQL. */
export function inStatus(status: DutyStatus, today: string): Sql {
  if (status === 'FULFILLED') return sql`fulfilled_on <= ${today}`;
  return sql`due_on ${raw(status === 'OVERDUE' ? '<' : '>=')} ${today} AND (fulfilled_on <= ${today}) IS NOT TRUE`;
}

/** Of one of these industries or below it; never of none that is known. */
export function inIndustries(industries: readonly string[]): Sql {
  const ranges = industries.map(industryRange);
  return sql`EXISTS (SELECT FROM unnest(${ranges.map(({ from }) => from)}::varchar[], ${ranges.map(({ to }) => to)}::varchar[]) AS range(first, beyond)
    WHERE industry_code >= first AND industry_code < beyond)`;
}

export function dutyPage(context: RequestContext, filter: TrainingDutyFilter | null, args: PageArgs) {
  const { region, year, activity, audience, trigger, status, industries, notIndustries } = filter ?? {};
  const { hospitalGrades, hospitalGradeKnown, late } = filter ?? {};
  return page(
    context,
    DUTIES,
    sql`${within(raw('region_code'), region)}
      ${year === null || year === undefined ? empty : sql`AND year = ${year}`}
      ${activity ? sql`AND activity = ${activity}` : empty}
      ${audience ? sql`AND audience = ${audience}` : empty}
      ${hospitalGrades ? sql`AND hospital_grade = ANY(${hospitalGrades}::varchar[])` : empty}
      ${whether(sql`hospital_grade IS NOT NULL`, hospitalGradeKnown)} ${whether(sql`fulfilled_on > due_on`, late)}
      ${trigger ? sql`AND trigger = ${trigger}` : empty}
      ${industries ? sql`AND ${inIndustries(industries)}` : empty}
      ${notIndustries ? sql`AND NOT ${inIndustries(notIndustries)}` : empty}
      ${status ? sql`AND ${inStatus(status, filter?.on ?? context.today)}` : empty}`,
    args,
  );
}

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

/** The keys that a duty is counted by: its year with its industry, with each above that, and with each matter that it is tagged with. */
export const dutyKeys = (year: number, { industries = [], matters = [] }: DutyKeys): string[] => [
  ...industries.map((each) => `${year} industry:${each}`),
  ...matters.map((each) => `${year} matter:${each}`),
];
interface DutyKeys {
  industries?: readonly string[];
  matters?: readonly string[];
}

/** Duties of principals to be trained, and those of them that are fulfilled. */
export const principalsAhead = countAhead({
  name: 'principal_duty_ahead',
  entity: TrainingDuty,
  region: 'region_code',
  keys: keysFrom(industriesAbove(`year || ' `), mattersOf(`year || ' `)),
  where: `audience = 'PRINCIPAL' AND activity = 'TRAINING'`,
  counts: { ALL: { where: 'true' }, TRAINED: { where: 'fulfilled_on IS NOT NULL' } },
});

/** Duties to be trained by year, group of people and division of industries, and those of them that are fulfilled. */
export const coverageAhead = countAhead({
  name: 'training_coverage_ahead',
  entity: TrainingDuty,
  region: 'region_code',
  keys: `ARRAY[year || ' ' || audience || ' ' || coalesce(left(industry_code, 2), '')]::varchar[]`,
  where: `activity = 'TRAINING'`,
  counts: { ALL: { where: 'true' }, TRAINED: { where: 'fulfilled_on IS NOT NULL' } },
});
