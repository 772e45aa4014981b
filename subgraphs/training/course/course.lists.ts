import sql, { empty, raw } from 'sql-template-tag';
import { page, within, type PageArgs, type RequestContext } from '../../kernel';
import { COURSES, type TrainingCourseFilter } from './training-course';

export function coursePage(context: RequestContext, filter: TrainingCourseFilter | null, args: PageArgs) {
  const { region, audience, form, heldFrom, heldTo } = filter ?? {};
  return page(
    context,
    COURSES,
    sql`${within(raw('region_code'), region)}
      ${audience ? sql`AND audience = ${audience}` : empty}
      ${form ? sql`AND form = ${form}` : empty}
      ${heldFrom ? sql`AND held_on >= ${heldFrom}` : empty}
      ${heldTo ? sql`AND held_on <= ${heldTo}` : empty}`,
    args,
  );
}
