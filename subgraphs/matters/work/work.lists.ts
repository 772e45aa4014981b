import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { manyBy, page, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { ASSIGNED_ITEMS, type AssignedItemFilter } from './assigned-item';
import { NEW_RISKS, type NewRiskFilter } from './new-risk';
import { WorkStep } from './work-step';

/** What was done with each new risk or item, in its order. */
export const stepsOfSubject = manyBy(WorkStep, 'subjectId', sql`subject_id, nth`);

export function newRiskPage(context: RequestContext, { region, status }: NewRiskFilter, args: PageArgs) {
  return page(
    context,
    NEW_RISKS,
    sql`${within(raw('region_code'), region)} ${status ? sql`AND status = ${status}` : empty}`,
    args,
  );
}

/** `isOverdue` of work.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  return sql`(status = 'OPEN' AND due_on < ${today})`;
}

export function assignedItemPage(context: RequestContext, filter: AssignedItemFilter, args: PageArgs) {
  const { region, department, status, overdue, overdueOn } = filter;
  return page(
    context,
    ASSIGNED_ITEMS,
    sql`${within(raw('region_code'), region)}
      ${department ? sql`AND department_code = ${department}` : empty}
      ${status ? sql`AND status = ${status}` : empty}
      ${whether(isOverdue(context.today), overdue)} ${overdueOn ? sql`AND ${isOverdue(overdueOn)}` : empty}`,
    args,
  );
}
