import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  asId,
  id,
  listOf,
  moment,
  oneOf,
  prose,
  regionCode,
  vocabulary,
  issueNumber,
} from '../../kernel';

export const TransferStatus = vocabulary(
  'CriminalTransferStatus',
  '行刑衔接状态. The states of the transfer of a case to the police.',
  {
    PROPOSED: '已提出. A team of officers has proposed it.',
    APPROVED: '已批准. The head has approved it.',
    REFUSED: '不批准. The head has refused it; the reasons are on record.',
    HANDED_OVER: '已移送. The case is with the police.',
    ACCEPTED: '公安机关已立案. The police have filed it.',
    REJECTED: '公安机关不予立案. The police declined to file the case.',
    RECONSIDERED: '已提请复议. The organ has asked the police to reconsider.',
    COMPLETED: '证据已移交. The evidence was handed over.',
    RETURNED: '维持不予立案，退回. It stays rejected and the case comes back.',
  },
);
export type TransferStatus = keyof typeof TransferStatus;

/** 移送材料. */
export const TransferDocument = vocabulary(
  'TransferDocument',
  '移送材料. What comes with a case that is passed to the police.',
  {
    LETTER: '涉嫌犯罪案件移送书. The letter of transfer.',
    REPORT: '涉嫌犯罪案件情况的调查报告. The report of the investigation.',
    GOODS_LIST: '涉案物品清单. The list of goods.',
    EXPERT_REPORT: '有关检验报告或者鉴定结论. Reports of tests or appraisals.',
    OTHER: '其他有关涉嫌犯罪的材料. Other material.',
  },
);
export type TransferDocument = keyof typeof TransferDocument;

const optional = { optional: true } as const;

/** 行政执法机关移送涉嫌犯罪案件的规定: one row a case; the moments of its steps. */
@Noun('行刑衔接. The transfer of a case to the police.', { key: false, term: { zh: '移送', en: 'transfer' } })
export class CriminalTransfer {
  @Key('UNCONDITIONAL', asId(issueNumber), '案号. The number of the case that is transferred.')
  caseNumber: string;

  @Fact('UNCONDITIONAL', oneOf(TransferStatus), '状态. The state that it is in.', { always: true })
  status: TransferStatus;

  @Kept(oneOf(DepartmentKind, 24), '办案部门类别. The kind of department that handles the case.')
  departmentKind: DepartmentKind;

  @Kept(regionCode, '办案地. The division of the department that handles the case.')
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    listOf(id(128)),
    '专案组人员账号，不少于两人. The accounts of the team, two at least.',
    {
      always: true,
      column: { default: undefined },
    },
  )
  team: string[];

  @Fact('UNCONDITIONAL', prose(500), '书面报告摘要. A summary of the report.', { always: true })
  report: string;

  @Fact('UNCONDITIONAL', moment, '提出时间. The moment at which it was proposed.', { always: true })
  proposedAt: Date;

  @Fact('UNCONDITIONAL', moment, '负责人决定时间. The moment at which the head decided.', optional)
  decidedAt: Date | null;

  @Fact('UNCONDITIONAL', prose(500), '不批准理由. The reason why the head refused it.', optional)
  refusalReason: string | null;

  @Fact('UNCONDITIONAL', moment, '移送时间. The moment at which it was handed over.', optional)
  handedOverAt: Date | null;

  @Fact('UNCONDITIONAL', listOf(oneOf(TransferDocument)), '移送材料. The documents that came with it.', {
    always: true,
  })
  documents: TransferDocument[];

  @Fact('UNCONDITIONAL', moment, '公安机关答复时间. The moment at which the police answered.', optional)
  answeredAt: Date | null;

  @Fact(
    'UNCONDITIONAL',
    moment,
    '提请复议时间. The moment at which the police were asked to reconsider.',
    optional,
  )
  reconsiderationAskedAt: Date | null;

  @Fact(
    'UNCONDITIONAL',
    moment,
    '复议答复时间. The moment at which the police answered after reconsidering.',
    optional,
  )
  reconsideredAt: Date | null;

  @Fact('UNCONDITIONAL', moment, '证据移交时间. The moment at which the evidence was handed over.', optional)
  evidenceAt: Date | null;
}
