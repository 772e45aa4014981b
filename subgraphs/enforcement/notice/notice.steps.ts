import {
  audit,
  checkDay,
  defineVerb,
  journalSubject,
  procedure,
  requireRegion,
  requireScope,
} from '../../kernel';
import { checkHandler, handlerOf } from '../case/case.rules';
import { insertNew } from '../own-rows';
import { noticeByNumber } from './notice.lists';
import { checkAddressee, refusedIn, statusOf } from './notice.rules';
import {
  IssueNoticeInput,
  LookBackInput,
  NoticeReceiptInput,
  NoticeReplyInput,
  SupervisoryNotice,
} from './supervisory-notice';

export const issueNotice = defineVerb({
  name: 'issueNotice',
  says: '发出三书一函. Issues a supervisory notice to a department or government.',
  input: IssueNoticeInput,
  returns: () => SupervisoryNotice,
  async run(context, stated) {
    const { caller, today } = context;
    requireScope(caller, 'decide:enforcement');
    const handler = handlerOf(stated.departmentCode, caller.department);
    requireRegion(caller, handler.regionCode, 'departmentCode');
    checkAddressee(stated);
    checkDay('dueOn', stated.dueOn, { from: today });
    await context.db.transaction(async (tx) => {
      await insertNew(tx, context, SupervisoryNotice, { ...stated, ...handler, issuedOn: today }, 'number');
      await audit(tx, context, {
        operation: 'issueNotice',
        subjects: [journalSubject(SupervisoryNotice, { ...stated, ...handler })],
        outcome: 'done',
      });
    });
    return noticeByNumber(context, stated.number);
  },
});

/** What follows the issue of a notice, each once and in this order. */
export const noticeSteps = procedure(
  SupervisoryNotice,
  {
    scope: 'enforcement',
    key: 'number',
    stateOf: statusOf,
    admit: (notice, { caller }) => checkHandler(notice, caller),
    refuse: refusedIn,
  },
  {
    receiveNotice: {
      from: ['ISSUED'],
      to: null,
      scope: 'write',
      says: '登记签收. Puts down that it was received.',
      input: NoticeReceiptInput,
      decide: (_, __, { today }) => ({ receivedOn: today }),
    },
    replyToNotice: {
      from: ['RECEIVED'],
      to: null,
      scope: 'write',
      says: '登记回复. Records the answer to a notice.',
      input: NoticeReplyInput,
      decide: (_, { reply }, { today }) => ({ repliedOn: today, reply }),
    },
    lookBackAtNotice: {
      from: ['REPLIED'],
      to: null,
      scope: 'write',
      says: '登记回头看. Puts down what was found on looking back.',
      input: LookBackInput,
      decide: (_, { result, findings }, { today }) => ({ storedLookBack: { on: today, result, findings } }),
    },
  },
);
