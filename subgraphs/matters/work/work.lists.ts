import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { defineLoader, page, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { ASSIGNED_ITEMS, AssignedItem, type AssignedItemFilter } from './assigned-item';
import { NEW_RISKS, NewRisk, type NewRiskFilter } from './new-risk';
import { WorkStep } from './work-step';

export const newRiskById = defineLoader<NewRisk>(
  ({ db }, ids) => db.byKey(sql`SELECT ${raw(db.columns(NewRisk))} FROM new_risk WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

export const assignedItemById = defineLoader<AssignedItem>(
  ({ db }, ids) => db.byKey(sql`SELECT ${raw(db.columns(AssignedItem))} FROM assigned_item WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

/** What was done with new risks and items, in its order. */
export const stepsBySubject = defineLoader<{ subjectId: string; steps: WorkStep[] }>(
  async ({ db }, ids) => {
    const rows = await db.byKey<WorkStep>(
      sql`SELECT ${raw(db.columns(WorkStep))} FROM work_step WHERE subject_id = ANY(${ids}::varchar[]) ORDER BY subject_id, nth`,
    );
    return ids.map((subjectId) => ({ subjectId, steps: rows.filter((row) => row.subjectId === subjectId) }));
  },
  ({ subjectId }) => subjectId,
);

export function newRiskPage(context: RequestContext, { region, status }: NewRiskFilter, args: PageArgs) {
  return page(context, NEW_RISKS, sql`${within(raw('region_code'), region)} ${status ? sql`AND status = ${status}` : empty}`, args);
}

/** `isOverdue` of work.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  return sql`(status = 'OPEN' AND due_on < ${today})`;
}

export function assignedItemPage(context: RequestContext, filter: AssignedItemFilter, args: PageArgs) {
  const { region, department, status, overdue } = filter;
  return page(
    context,
    ASSIGNED_ITEMS,
    sql`${within(raw('region_code'), region)}
      ${department ? sql`AND department_code = ${department}` : empty}
      ${status ? sql`AND status = ${status}` : empty}
      ${whether(isOverdue(context.today), overdue)}`,
    args,
  );
}
