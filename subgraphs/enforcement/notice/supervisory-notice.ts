import { ObjectType } from 'type-graphql';
import { Column, Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  asId,
  asked,
  asking,
  date,
  departmentCode,
  documentNumber,
  flag,
  inputType,
  issueNumber,
  listOf,
  oneOf,
  prose,
  regionCode,
  text,
  uscc,
  vocabulary,
  type List,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { Department, Enterprise, Hazard } from '../others';

export const SupervisoryNoticeKind = vocabulary(
  'SupervisoryNoticeKind',
  '三书一函. The four documents by which a regulator urges.',
  {
    LISTED_SUPERVISION: '挂牌督办通知书. A notice of listed supervision.',
    INTERVIEW: '约谈通知书. A summons to an interview.',
    RECTIFICATION: '整改通知书. A notice of rectification.',
    REMINDER: '提醒敦促函. A letter that reminds and urges.',
  },
);
export type SupervisoryNoticeKind = keyof typeof SupervisoryNoticeKind;

export const LookBackResult = vocabulary('LookBackResult', '回头看结果. What was found on looking back.', {
  DONE: '整改到位. Put right.',
  PARTLY: '部分整改. Put right in part.',
  NOT_DONE: '未整改. Not put right.',
});
export type LookBackResult = keyof typeof LookBackResult;

export const NoticeStatus = vocabulary(
  'NoticeStatus',
  '三书一函办理状态. The states of a notice, as its days say.',
  {
    ISSUED: '已发出. Issued.',
    RECEIVED: '已签收. Received.',
    REPLIED: '已回复. Replied.',
    LOOKED_BACK: '已回头看. Looked back on.',
  },
);
export type NoticeStatus = keyof typeof NoticeStatus;

const always = { always: true };
const optional = { optional: true } as const;

@ObjectType({ description: '回头看. The look back at what a notice has changed.', simpleResolvers: true })
export class LookBack {
  @Served('UNCONDITIONAL', date, '日期. The day of the look back.', always) on: string;
  @Served('UNCONDITIONAL', oneOf(LookBackResult), '结果. The result of the check.', always)
  result: LookBackResult;
  @Served('UNCONDITIONAL', text(500), '情况. The findings of the check, in words.', always) findings: string;
}

@Noun('三书一函. A notice of supervision.', { term: { zh: '三书一函', en: 'notice' } })
@Index('supervisory_notice_by_addressee', ['addresseeUscc', 'issuedOn', 'number'])
@Index('supervisory_notice_by_region', ['regionCode', 'number'])
export class SupervisoryNotice {
  @Key('UNCONDITIONAL', asId(issueNumber), '文号（规范形式）. The number of the notice, in normal form.')
  number: string;

  @Fact('UNCONDITIONAL', oneOf(SupervisoryNoticeKind, 20), '种类. The kind of notice, one of four.', always)
  kind: SupervisoryNoticeKind;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '受文单位. The enterprise that it goes to; null if none is addressed.',
    {
      as: 'addressee',
      optional: true,
      back: {
        name: 'notices',
        level: 'UNCONDITIONAL',
        says: '三书一函，新的在前. The notices to it, the latest first.',
        order: ['issuedOn', 'number'],
        descending: true,
        period: 'issuedOn',
        state: true,
      },
      unknown: 'refuse',
    },
  )
  addresseeUscc: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '受文部门. The department that it goes to; null if none is addressed.',
    {
      as: 'addresseeDepartment',
      optional: true,
    },
  )
  addresseeDepartmentCode: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '发出部门，须与办理人同类. The department that issues it, of the kind of whoever states it.',
    { as: 'department' },
  )
  departmentCode: string;

  @Kept(oneOf(DepartmentKind, 24), '发出部门类别. The kind of department that issued it.')
  departmentKind: DepartmentKind;

  @Kept(regionCode, '发出部门所在地. The division of the department that issued it.')
  regionCode: string;

  @RefersTo(() => EnforcementCase, asId(issueNumber), 'UNCONDITIONAL', '案件. The case that it belongs to.', {
    as: 'case',
    index: true,
    optional: true,
    unknown: 'refuse',
    back: {
      name: 'notices',
      level: 'UNCONDITIONAL',
      says: '随案发出的三书一函，新的在前. The notices that belong to it, the latest first.',
      order: ['issuedOn', 'number'],
      descending: true,
      period: 'issuedOn',
      state: true,
    },
  })
  caseNumber: string | null;

  @RefersTo(
    () => Hazard,
    asId(documentNumber(64)),
    'UNCONDITIONAL',
    '涉及的隐患. The hazard that it is about, if it is about one.',
    {
      as: 'hazard',
      index: true,
      shown: '隐患编号. The number of the hazard that it is about.',
      optional: true,
      unknown: 'refuse',
      back: {
        name: 'notices',
        level: 'UNCONDITIONAL',
        says: '涉及的三书一函，新的在前. The notices about it, the latest first.',
        order: ['issuedOn', 'number'],
        descending: true,
        period: 'issuedOn',
        state: true,
      },
    },
  )
  hazardNumber: string | null;

  @Fact('UNCONDITIONAL', prose(500), '事项. The matter that the notice asks to be done.')
  matter: string;

  @Fact('UNCONDITIONAL', date, '发出日期. The day on which it was issued.')
  issuedOn: string;

  @Fact('UNCONDITIONAL', date, '办理期限. The last day for what it asks.', optional)
  dueOn: string | null;

  @Fact('UNCONDITIONAL', date, '签收日期. The day on which it was received.', optional)
  receivedOn: string | null;

  @Fact('UNCONDITIONAL', date, '回复日期. The day on which it was answered.', optional)
  repliedOn: string | null;

  @Fact('UNCONDITIONAL', prose(500), '回复内容. The text of the answer.', optional)
  reply: string | null;

  @Column('jsonb', { nullable: true })
  storedLookBack: LookBack | null;
}

const ofNotice = { number: asked(asId(issueNumber), '文号. The number of the notice.') };

export const IssueNoticeInput = inputType('IssueNoticeInput', '发出三书一函. A notice to be issued.', {
  ...ofNotice,
  ...asking(SupervisoryNotice, [
    'kind',
    'departmentCode',
    'addresseeUscc',
    'addresseeDepartmentCode',
    'caseNumber',
    'hazardNumber',
    'matter',
    'dueOn!',
  ]),
});

export const NoticeReceiptInput = inputType(
  'NoticeReceiptInput',
  '三书一函签收. The receipt of a notice.',
  ofNotice,
);

export const NoticeReplyInput = inputType('NoticeReplyInput', '三书一函回复. The answer to a notice.', {
  ...ofNotice,
  ...asking(SupervisoryNotice, ['reply!']),
});

export const LookBackInput = inputType(
  'LookBackInput',
  '回头看. A look-back at a notice that was answered.',
  {
    ...ofNotice,
    result: asked(oneOf(LookBackResult), '结果. The result of the check.'),
    findings: asked(prose(500), '情况. The findings of the check, in words.'),
  },
);

export const NOTICES: List<SupervisoryNotice> = {
  name: 'notices',
  entity: SupervisoryNotice,
  order: ['regionCode', 'number'],
};

export const NoticeFilter = inputType(
  'NoticeFilter',
  '三书一函筛选. The notices for which all of this holds.',
  {
    kind: asked(oneOf(SupervisoryNoticeKind), '种类. Returns only those of this kind.', optional),
    region: asked(regionCode, '发出机关所在区划及其下级. Issued in the subtree of this division.', optional),
    addressee: asked(uscc, '受文单位. Returns only those to this enterprise.', optional),
    hazardNumber: asked(
      asId(documentNumber(64)),
      '隐患编号. Returns only those about this hazard.',
      optional,
    ),
    status: asked(
      listOf(oneOf(NoticeStatus)),
      '办理状态. Returns only those in one of these states.',
      optional,
    ),
    from: asked(date, '发出日期不早于. Returns only those issued on this day or later.', optional),
    to: asked(date, '发出日期不晚于. Returns only those issued on this day or earlier.', optional),
    overdue: asked(flag, '是否逾期未回复. Whether its answer is overdue.', optional),
  },
);
export type NoticeFilter = Partial<InstanceType<typeof NoticeFilter>>;
