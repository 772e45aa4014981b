import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, industry, listOf, oneOf, regionCode, text, uscc } from '../../kernel';
import {
  DishonestyList,
  ListingStatus,
  SubjectKind,
  type DishonestyList as OneList,
  type ListingStatus as Status,
  type SubjectKind as Kind,
} from './listing';

@InputType({ description: '列入记录报送. A listing as it is submitted.' })
export class ListingInput extends SubmittedInput {
  @Sent(oneOf(DishonestyList), '名单，见 DishonestyList. A value of DishonestyList, kept by the caller’s kind of department.')
  list: OneList;

  @Sent(oneOf(ListingStatus), '列入状态，见 ListingStatus. A value of ListingStatus.', { default: 'LISTED' })
  status: Status;

  @Sent(oneOf(SubjectKind), '主体类型，见 SubjectKind. A value of SubjectKind.', { default: 'ENTERPRISE' })
  subjectKind: Kind;

  @Sent(uscc, '单位的统一社会信用代码；自然人不填. The code of an enterprise; left out for a person.', { optional: true })
  uscc: string | null;

  @Sent(text(200), '主体名称或姓名. The name of the enterprise or person; no identity number.')
  subjectName: string;

  @Sent(text(500), '列入事由. Why it is listed.')
  cause: string;

  @Sent(text(100), '列入依据文书号. The document that it rests on.')
  basisDocument: string;

  @Sent(text(40), '决定部门代码，如 430682-MARKET_SUPERVISION. The deciding department, of the kind that keeps the list.')
  departmentCode: string;

  @Sent(date, '决定日期；告知阶段为告知日期. When it was decided, or under notice when notice was given.')
  decidedOn: string;

  @Sent(date, '列入日期；已告知的不填. When it came on the list; left out under notice.', { optional: true })
  listedOn: string | null;

  @Sent(
    listOf(text(60)),
    '联合惩戒措施，用 jointMeasures 的名称；文件中以分号相隔. Names of jointMeasures, in a file joined by semicolons.',
    { optional: true },
  )
  measures: string[] | null;

  @Sent(regionCode, '主体所在地区划代码. The division of the subject.')
  regionCode: string;

  @Sent(industry, '主体行业代码 (GB/T 4754-2017)，可带门类字母. The subject’s industry, with or without the letter.', { optional: true })
  industryCode: string | null;

  @Sent(listOf(text(40)), '涉及的一件事代码；文件中以分号相隔. Codes of the matters it belongs to, in a file joined by semicolons.', {
    optional: true,
  })
  matterCodes: string[] | null;

  @Sent(date, '移出或撤销日期. When it was removed or annulled.', { optional: true })
  removedOn: string | null;

  @Sent(text(300), '移出或撤销原因. Why it was removed or annulled.', { optional: true })
  removalReason: string | null;
}
