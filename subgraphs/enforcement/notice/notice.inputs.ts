import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, Uscc, date, oneOf, text, uscc } from '../../kernel';
import { documentNumber } from '../document-number';
import {
  LookBackResult,
  SupervisoryNoticeKind,
  type LookBackResult as Result,
  type SupervisoryNoticeKind as Kind,
} from './supervisory-notice';

@InputType({ description: '发出三书一函. A notice to be issued.' })
export class IssueNoticeInput {
  @Asked(() => ID, documentNumber, '文号. Its number.')
  number: string;

  @Asked(() => SupervisoryNoticeKind, oneOf(SupervisoryNoticeKind), '种类. Which of the four.')
  kind: Kind;

  @Asked(() => ID, text(40), '发出部门代码. The department that issues it, of the caller’s kind.')
  departmentCode: string;

  @Asked(() => Uscc, uscc, '受文单位. The enterprise that it goes to.', { optional: true })
  addresseeUscc: string | null;

  @Asked(() => ID, text(40), '受文部门代码. The department that it goes to.', { optional: true })
  addresseeDepartmentCode: string | null;

  @Asked(() => ID, documentNumber, '案号. The case that it belongs to.', { optional: true })
  caseNumber: string | null;

  @Asked(() => ID, text(64), '隐患编号. The hazard that it is about.', { optional: true })
  hazardNumber: string | null;

  @Asked(() => String, text(500), '事项. What is asked for.')
  matter: string;

  @Asked(() => DateOnly, date, '办理期限. The last day for it.')
  dueOn: string;
}

@InputType({ description: '三书一函签收. The receipt of a notice.' })
export class NoticeReceiptInput {
  @Asked(() => ID, documentNumber, '文号. Its number.')
  number: string;
}

@InputType({ description: '三书一函回复. The answer to a notice.' })
export class NoticeReplyInput extends NoticeReceiptInput {
  @Asked(() => String, text(500), '回复内容. The answer.')
  reply: string;
}

@InputType({ description: '回头看. A look back.' })
export class LookBackInput extends NoticeReceiptInput {
  @Asked(() => LookBackResult, oneOf(LookBackResult), '结果. What was found.')
  result: Result;

  @Asked(() => String, text(500), '情况. In words.')
  findings: string;
}
