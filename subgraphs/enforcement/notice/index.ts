import { defineNoun, oneOf } from '../../kernel';
import { isIn, noticeByNumber } from './notice.lists';
import { NoticesResolver, noticeFields } from './notice.resolver';
import { issueNotice, noticeSteps } from './notice.steps';
import { NoticeStatus, SupervisoryNotice } from './supervisory-notice';

export const notice = defineNoun({
  entity: SupervisoryNotice,
  find: noticeByNumber,
  inState: { kind: oneOf(NoticeStatus), condition: (state: NoticeStatus) => isIn([state]) },
  procedure: noticeSteps,
  verbs: [issueNotice],
  one: {
    name: 'notice',
    says: '按文号查三书一函. The notice with this number.',
    level: 'UNCONDITIONAL',
    key: 'number',
    keySays: '文号，括号不限. The number of the notice, in any brackets.',
  },
  resolvers: [noticeFields, NoticesResolver],
});
