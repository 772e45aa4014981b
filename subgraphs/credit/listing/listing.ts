import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  DecidedOnSubject,
  Synthetic,
  asId,
  MatterCodes,
} from '../../kernel';
import { asText, code, connectionFor, date, departmentCode, documentNumber } from '../../kernel';
import { industry, inputOf, listOf, oneOf, prose, regionCode, text, uscc } from '../../kernel';
import { type List } from '../../kernel';
import { Department, Enterprise, PenaltyDecision, Region } from '../others';
import { DishonestyList, ListingGround, ListingStatus, SubjectKind } from './listing.terms';

/** What is stored is what was decided; what follows from the day of asking, `listing.rules.ts` says. A row is never deleted. */
@Noun('失信名单列入记录. The listing of a subject on a list.', { term: { zh: '列入记录', en: 'listing' } })
@Index('dishonesty_listing_by_region', ['regionCode', 'id'])
@Index('dishonesty_listing_by_department', ['departmentCode', 'regionCode', 'id'])
@Index('dishonesty_listing_by_day', ['listedOn', 'regionCode'])
@Index('dishonesty_listing_by_industry', ['industryCode', 'regionCode', 'expiresOn', 'uscc'], {
  where: `status = 'LISTED'`,
})
@Index('dishonesty_listing_by_matter', { synchronize: false })
@Index('dishonesty_listing_by_notice', ['noticeDocument', 'list', 'subject'], { unique: true })
export class DishonestyListing extends DecidedOnSubject {
  @Id('PUBLIC', '列入记录编号. The id of the listing, made of its source and the source’s own id.')
  id: string;

  @Fact(
    'PUBLIC',
    oneOf(DishonestyList, 24),
    '名单；由主管该名单的部门报送. The list, kept by one kind of department.',
    { always: true },
  )
  list: DishonestyList;

  /** As decided: a LISTED row may have run out since. */
  @Kept(oneOf(ListingStatus, 16), '列入状态. The state of the listing by what was decided.')
  status: ListingStatus;

  @Fact('PUBLIC', oneOf(SubjectKind), '主体类型. Whether an enterprise or a person is listed.')
  subjectKind: SubjectKind;

  @RefersTo(
    () => Enterprise,
    uscc,
    'PUBLIC',
    '被列入单位（统一社会信用代码）；自然人为空. The enterprise that is listed, by its code; null for a person.',
    {
      as: 'enterprise',
      stated: '单位的统一社会信用代码；自然人不填. The code of an enterprise; left out for a person.',
      optional: true,
      index: 'dishonesty_listing_by_subject',
      back: {
        name: 'listings',
        level: 'PUBLIC',
        says: '失信名单列入记录，新的在前；期间按决定日期筛选. Its listings, the latest first; a period is one of the day of the decision.',
        order: ['decidedOn', 'id'],
        descending: true,
        period: 'decidedOn',
        state: true,
      },
      unknown: 'flag',
      subject: true,
    },
  )
  uscc: string | null;

  /** Nothing else is known of a person: two of one name in one decision would be one. */
  @Kept(
    code(200),
    '主体标识：信用代码，自然人为姓名. What the subject is known by: its code, or a person’s name.',
  )
  subject: string;

  /** In full; a person's leaves masked. */
  @Kept(text(200), '主体名称或姓名. The name of the enterprise or person; no identity number.')
  subjectName: string;

  @Kept(prose(500), '列入事由. What the subject did to be listed.')
  cause: string;

  @Fact('PUBLIC', asId(documentNumber(100)), '列入依据文书号. The document that the listing rests on.', {
    always: true,
  })
  basisDocument: string;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'PUBLIC',
    '决定部门，代码如 430682-MARKET_SUPERVISION. The department that decided, by its code, of the kind that keeps the list.',
    {
      as: 'department',
      stated:
        '决定部门代码，如 430682-MARKET_SUPERVISION. The deciding department, of the kind that keeps the list.',
    },
  )
  departmentCode: string;

  @Fact(
    'PUBLIC',
    date,
    '决定日期；告知阶段为告知日期. The day of the decision; under notice, of the notice.',
    { always: true },
  )
  decidedOn: string;

  @Fact('PUBLIC', date, '列入日期；已告知的不填. The day on which it came on the list; none under notice.', {
    optional: true,
  })
  listedOn: string | null;

  @Fact('PUBLIC', date, '管理期届满日. The last day on the list, unless it is removed before.', {
    optional: true,
  })
  expiresOn: string | null;

  @Fact('PUBLIC', date, '可申请提前移出之日. The first day on which early removal may be asked for.', {
    optional: true,
  })
  earliestRemovalOn: string | null;

  @Fact(
    'PUBLIC',
    listOf(text(60)),
    '联合惩戒措施，用 jointMeasures 的名称. The measures taken, by their names in jointMeasures.',
    {
      always: true,
    },
  )
  measures: string[];

  @Fact('PUBLIC', date, '移出或撤销日期. The day on which it was removed or annulled.', { optional: true })
  removedOn: string | null;

  @Kept(prose(300), '移出或撤销原因. The reason for which it was removed or annulled.', { optional: true })
  removalReason: string | null;

  @Fact('PUBLIC', oneOf(ListingGround, 24), '列入情形. The case of the rule under which it is listed.', {
    optional: true,
  })
  ground: ListingGround | null;

  @RefersTo(
    () => PenaltyDecision,
    documentNumber(100),
    'UNCONDITIONAL',
    '行政处罚决定. The penalty that it goes with, if it was decided here.',
    {
      as: 'penalty',
      index: true,
      shown: '行政处罚决定书文号. The number of the penalty that it goes with.',
      optional: true,
      unknown: 'refuse',
      back: {
        name: 'listings',
        level: 'UNCONDITIONAL',
        says: '随案列入名单的记录，新的在前. The listings that go with it, the latest first.',
        order: ['decidedOn', 'id'],
        descending: true,
        period: 'decidedOn',
        state: true,
      },
    },
  )
  penaltyDocument: string | null;

  @Fact('UNCONDITIONAL', documentNumber(100), '上一级同意文书号. The consent of the level above.', {
    optional: true,
  })
  consentDocument: string | null;

  @Fact(
    'CONDITIONAL',
    prose(2000),
    '告知的事实、理由、依据和权利. The facts, grounds and rights that the subject is told before the decision.',
    {
      optional: true,
    },
  )
  notice: string | null;

  @Fact('CONDITIONAL', prose(2000), '当事人陈述申辩. The objection of the subject.', { optional: true })
  objection: string | null;

  @Fact(
    'CONDITIONAL',
    prose(2000),
    '对陈述申辩的复核意见. The finding on the objection, where there is one.',
    { optional: true },
  )
  objectionFinding: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '在国家企业信用信息公示系统公示日期. The day on which it was put on the national publicity system.',
    {
      optional: true,
    },
  )
  publishedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    asId(documentNumber(64)),
    '告知书文号. The number of the notice that it began with, if it was proposed here.',
    {
      optional: true,
    },
  )
  noticeDocument: string | null;

  /** Whoever proposes does not decide. */
  @Kept(code(128), '告知人. The officer who gave notice.', { optional: true })
  proposedBy: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'PUBLIC',
    '主体所在地（区划代码）. The division where the subject is, by its code.',
    {
      as: 'region',
      stated: '主体所在地区划代码. The division of the subject.',
    },
  )
  regionCode: string;

  @Fact(
    'PUBLIC',
    industry,
    '主体行业代码 (GB/T 4754-2017)，以登记部门为准，门类字母不保存. The subject’s industry, two to four digits, as the register has it; a letter before them is dropped.',
    { optional: true, of: 'uscc' },
  )
  industryCode: string | null;

  @MatterCodes('PUBLIC') matterCodes: string[];

  @DuplicateOf('PUBLIC', ['list', 'subject', 'basisDocument'], { standing: `status <> 'REVOKED'` })
  duplicateOf: string | null;

  @Synthetic() synthetic: boolean;
}

export const ListingInput = inputOf(
  DishonestyListing,
  '列入记录报送. A listing as it is submitted.',
  [
    'list',
    'status',
    'subjectKind',
    'uscc',
    'subjectName',
    'cause',
    'basisDocument',
    'departmentCode',
    'decidedOn',
    'listedOn',
    'measures?',
    'regionCode',
    'industryCode',
    'matterCodes?',
    'removedOn',
    'removalReason',
  ],
  { name: 'ListingInput', defaults: { status: 'LISTED', subjectKind: 'ENTERPRISE' } },
);
export type ListingInput = InstanceType<typeof ListingInput>;

export const DishonestyListingConnection = connectionFor(DishonestyListing);

export const LISTINGS: List<DishonestyListing> = {
  name: 'dishonestyListings',
  entity: DishonestyListing,
  order: ['regionCode', 'id'],
};
