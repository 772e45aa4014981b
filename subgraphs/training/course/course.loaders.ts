import sql, { empty, raw } from 'sql-template-tag';
import { defineLoader, page, pagesOf, within, type PageArgs, type RequestContext } from '../../kernel';
import { ATTENDANCE } from './attendance';
import { COURSES, TrainingCourse, type TrainingCourseFilter } from './training-course';

export const courseById = defineLoader<TrainingCourse>(
  ({ db }, ids) => db.byKey(sql`SELECT ${raw(db.columns(TrainingCourse))} FROM training_course WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

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

export function attendanceOf(context: RequestContext, courseId: string, args: PageArgs) {
  return pagesOf(context, ATTENDANCE, 'courseId', args).load(courseId);
}
