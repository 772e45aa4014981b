import sql, { empty, raw } from 'sql-template-tag';
import { page, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { BODY_REVIEW_DEADLINE } from '../legal-numbers';
import {
  BODIES,
  type TrainingBodyFilter,
  type TrainingBodyKind,
  type TrainingBodyReview,
} from './training-body';

export function bodyPage(context: RequestContext, filter: TrainingBodyFilter | null, args: PageArgs) {
  const { region, status, kind, reviewDue, reviewed } = filter ?? {};
  return page(
    context,
    BODIES,
    sql`${within(raw('region_code'), region)}
      ${status ? sql`AND status = ${status}` : empty} ${kind ? sql`AND kind = ${kind}` : empty}
      ${whether(sql`active_from <= ${BODY_REVIEW_DEADLINE}`, reviewDue)}
      ${whether(sql`first_reviewed_on IS NOT NULL`, reviewed)}`,
    args,
  );
}

export async function bodyReview(
  { db }: RequestContext,
  region: string,
  kind: TrainingBodyKind | null,
): Promise<TrainingBodyReview> {
  const [row] = await db.query<Omit<TrainingBodyReview, 'deadline'>>(sql`
    SELECT count(*)::int AS total, count(first_reviewed_on)::int AS reviewed,
      count(*) FILTER (WHERE first_reviewed_on <= ${BODY_REVIEW_DEADLINE})::int AS "reviewedInTime",
      count(*) FILTER (WHERE status = 'WITHDRAWN')::int AS withdrawn
    FROM training_body WHERE duplicate_of IS NULL AND active_from <= ${BODY_REVIEW_DEADLINE} ${within(raw('region_code'), region)}
      ${kind ? sql`AND kind = ${kind}` : empty}`);
  return { ...(row as Omit<TrainingBodyReview, 'deadline'>), deadline: BODY_REVIEW_DEADLINE };
}
