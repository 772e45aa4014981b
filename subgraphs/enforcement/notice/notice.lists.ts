import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { byKey, page, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { NOTICES, SupervisoryNotice, type NoticeFilter } from './supervisory-notice';

export function noticeByNumber(context: RequestContext, number: string): Promise<SupervisoryNotice | null> {
  return byKey(SupervisoryNotice)(context).load(number);
}

/** `isOverdueOn` of notice.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  return sql`replied_on IS NULL AND due_on < ${today}`;
}

export function noticePage(context: RequestContext, filter: NoticeFilter | null, args: PageArgs) {
  const { kind, region, overdue } = filter ?? {};
  return page(
    context,
    NOTICES,
    sql`${within(raw('region_code'), region)} ${kind ? sql`AND kind = ${kind}` : empty}
      ${whether(isOverdue(context.today), overdue)}`,
    args,
  );
}
