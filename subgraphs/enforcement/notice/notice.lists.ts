import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { byKey, page, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { NOTICES, SupervisoryNotice, type NoticeFilter, type NoticeStatus } from './supervisory-notice';

export function noticeByNumber(context: RequestContext, number: string): Promise<SupervisoryNotice | null> {
  return byKey(SupervisoryNotice)(context).load(number);
}

/** `isOverdueOn` of notice.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  return sql`replied_on IS NULL AND due_on < ${today}`;
}

/** `statusOf` of notice.rules.ts, in SQL. */
export function isIn(states: readonly NoticeStatus[]): Sql {
  return sql`CASE WHEN stored_look_back IS NOT NULL THEN 'LOOKED_BACK' WHEN replied_on IS NOT NULL THEN 'REPLIED'
    WHEN received_on IS NULL THEN 'ISSUED' ELSE 'RECEIVED' END = ANY(${states}::varchar[])`;
}

export function noticePage(context: RequestContext, filter: NoticeFilter | null, args: PageArgs) {
  const { kind, region, overdue, addressee, hazardNumber, status, from, to } = filter ?? {};
  return page(
    context,
    NOTICES,
    sql`${within(raw('region_code'), region)} ${kind ? sql`AND kind = ${kind}` : empty}
      ${addressee ? sql`AND addressee_uscc = ${addressee}` : empty}
      ${hazardNumber ? sql`AND hazard_number = ${hazardNumber}` : empty}
      ${status ? sql`AND ${isIn(status)}` : empty}
      ${from ? sql`AND issued_on >= ${from}` : empty} ${to ? sql`AND issued_on <= ${to}` : empty}
      ${whether(isOverdue(context.today), overdue)}`,
    args,
  );
}
