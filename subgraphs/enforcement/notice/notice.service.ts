import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  FieldMissing,
  StepNotAllowed,
  audit,
  defineLoader,
  page,
  pagesOf,
  readRecord,
  requireRegion,
  requireScope,
  takeStep,
  whether,
  within,
  type PageArgs,
  type RequestContext,
  checkDay,
  type Words,
} from '../../kernel';
import { checkHandler, handlerOf } from '../case/case.rules';
import { normalNumber } from '../document-number';
import { insertNew } from '../own-rows';
import { IssueNoticeInput, LookBackInput, NoticeReceiptInput, NoticeReplyInput } from './notice.inputs';
import { NOTICES, NOTICES_OF_ENTERPRISE, SupervisoryNotice, type NoticeFilter } from './supervisory-notice';

const byNumber = defineLoader<SupervisoryNotice>(
  ({ db }, numbers) =>
    db.byKey(sql`SELECT ${raw(db.columns(SupervisoryNotice))} FROM supervisory_notice WHERE number = ANY(${numbers}::varchar[])`),
  ({ number }) => number,
);

export function noticeByNumber(context: RequestContext, number: string): Promise<SupervisoryNotice | null> {
  return byNumber(context).load(normalNumber(number));
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

export function noticesOfEnterprise(context: RequestContext, uscc: string, args: PageArgs) {
  return pagesOf(context, NOTICES_OF_ENTERPRISE, 'addresseeUscc', args).load(uscc);
}

export async function issueNotice(context: RequestContext, sent: IssueNoticeInput): Promise<SupervisoryNotice | null> {
  const { caller, today } = context;
  requireScope(caller, 'decide:enforcement');
  const stated = readRecord(IssueNoticeInput, sent);
  const handler = handlerOf(stated.departmentCode, caller.department);
  requireRegion(caller, handler.regionCode, 'departmentCode');
  if (stated.addresseeUscc === null && stated.addresseeDepartmentCode === null) throw FieldMissing({ field: 'addresseeUscc' });
  checkDay('dueOn', stated.dueOn, { from: today });
  await context.db.transaction(async (tx) => {
    await insertNew(tx, SupervisoryNotice, { ...stated, ...handler, issuedOn: today }, 'number');
    await audit(tx, context, { operation: 'issueNotice', subjects: [stated.number], outcome: 'done' });
  });
  return noticeByNumber(context, stated.number);
}

type NoticeStatus = 'ISSUED' | 'RECEIVED' | 'REPLIED' | 'LOOKED_BACK';
const STATUS_WORDS: Readonly<Record<NoticeStatus, Words>> = {
  ISSUED: { zh: '已发出', en: 'issued', code: 'ISSUED' },
  RECEIVED: { zh: '已签收', en: 'received', code: 'RECEIVED' },
  REPLIED: { zh: '已回复', en: 'replied', code: 'REPLIED' },
  LOOKED_BACK: { zh: '已回头看', en: 'looked back on', code: 'LOOKED_BACK' },
};

/** Where a notice stands, as its days say. */
function statusOf({ receivedOn, repliedOn, storedLookBack }: SupervisoryNotice): NoticeStatus {
  return storedLookBack ? 'LOOKED_BACK' : repliedOn ? 'REPLIED' : receivedOn ? 'RECEIVED' : 'ISSUED';
}
const NEXT: Readonly<Record<string, string>> = { ISSUED: 'RECEIVE', RECEIVED: 'REPLY', REPLIED: 'LOOK_BACK' };

function step(context: RequestContext, operation: string, number: string, taken: string, changes: Partial<SupervisoryNotice>) {
  const on = {
    operation,
    scope: 'write:enforcement',
    term: { zh: '三书一函', en: 'notice' },
    entity: SupervisoryNotice,
    key: 'number' as const,
  };
  return takeStep(context, { ...on, value: number }, (one) => {
    checkHandler(one, context.caller);
    const status = statusOf(one);
    if (NEXT[status] !== taken)
      throw StepNotAllowed({ key: number, status: STATUS_WORDS[status], step: taken, allowed: NEXT[status] ?? '—' });
    return changes;
  });
}

export function receiveNotice(context: RequestContext, sent: NoticeReceiptInput) {
  const { number } = readRecord(NoticeReceiptInput, sent);
  return step(context, 'receiveNotice', number, 'RECEIVE', { receivedOn: context.today });
}

export function replyToNotice(context: RequestContext, sent: NoticeReplyInput) {
  const { number, reply } = readRecord(NoticeReplyInput, sent);
  return step(context, 'replyToNotice', number, 'REPLY', { repliedOn: context.today, reply });
}

export function lookBack(context: RequestContext, sent: LookBackInput) {
  const { number, result, findings } = readRecord(LookBackInput, sent);
  return step(context, 'lookBack', number, 'LOOK_BACK', { storedLookBack: { on: context.today, result, findings } });
}
