import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  asText,
  asked,
  asking,
  code,
  date,
  departmentCode,
  documentNumber,
  id,
  inputType,
  oneOf,
  prose,
  regionCode,
  text,
  vocabulary,
  type List,
} from '../../kernel';
import { Assessment } from '../assessment/assessment';
import { Department, Region } from '../others';

export const ProposalKind = vocabulary(
  'ProposalKind',
  '处置建议的种类. What the result of an assessment may lead to.',
  {
    INTERVIEW: '约谈. An interview of the division’s leaders.',
    LETTER: '督促函. A letter on the targets that were not reached.',
    RANKING: '通报排名. A circular with the ranking.',
  },
);
export type ProposalKind = keyof typeof ProposalKind;

export const ProposalStatus = vocabulary('ProposalStatus', '处置建议的状态. The states of a proposal.', {
  PROPOSED: '待决定. Nobody has decided on it.',
  TAKEN: '已采纳. Decided on, with its document.',
  DROPPED: '不采纳. Decided against, with the reason.',
});
export type ProposalStatus = keyof typeof ProposalStatus;

/** 「一季度一考核、一季度一排名、一季度一约谈」（临安委发〔2024〕5号）: what follows is a person's to decide. */
@Noun(
  '考核处置建议. What the confirmed result of an assessment proposes. Nothing is sent by itself: an officer decides.',
  { term: { zh: '考核处置建议', en: 'assessment proposal' } },
)
@Index('assessment_proposal_by_region', ['regionCode', 'id'])
export class AssessmentProposal {
  @Key('UNCONDITIONAL', id(40), '建议编号：季度、区划和种类. Its id: quarter, division and kind.') id: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(ProposalKind, 16),
    '种类. Whether an interview, a letter or a circular is proposed.',
  )
  kind: ProposalKind;

  @RefersTo(
    () => Assessment,
    id(24),
    'UNCONDITIONAL',
    '所依据的考核；通报排名的为空. The assessment that it rests on; null for a ranking, which rests on all of them.',
    {
      as: 'assessment',
      optional: true,
      index: true,
      back: {
        name: 'proposals',
        level: 'UNCONDITIONAL',
        says: '处置建议. The interview and the letter that its result proposes, each with its ground.',
      },
    },
  )
  assessmentId: string | null;

  @Fact('UNCONDITIONAL', code(7), '季度，如 2026-Q3. The quarter that was assessed.') quarter: string;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '建议所针对的区划；通报排名的为考核方. The division that it is about; for a ranking the one that assesses.',
    { as: 'region' },
  )
  regionCode: string;

  @Kept(regionCode, '考核方区划代码. The division that assesses, and decides.') parentCode: string;

  @Fact('UNCONDITIONAL', prose(2000), '理由：考核结果. The ground: what the assessment has come to.')
  ground: string;

  @Fact('UNCONDITIONAL', oneOf(ProposalStatus, 16), '状态. Whether it was decided on.')
  status: ProposalStatus;

  @Fact('UNCONDITIONAL', date, '提出日期. The day on which the ranking was confirmed.') proposedOn: string;

  /** Who has confirmed the ranking does not decide what follows from it. */
  @Kept(text(200), '考核确认人. The officer who has confirmed the ranking.', { optional: true })
  confirmedBy: string | null;

  @Fact('UNCONDITIONAL', date, '决定日期. The day of the decision.', { optional: true }) decidedOn:
    string | null;

  @Kept(text(200), '决定人. The officer who has decided.', { optional: true }) decidedBy: string | null;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '决定部门. The department that has decided.',
    {
      as: 'decidingDepartment',
      optional: true,
    },
  )
  decidingDepartmentCode: string | null;

  @Fact('UNCONDITIONAL', documentNumber(64), '采纳的文书号. The document by which it was taken.', {
    optional: true,
  })
  document: string | null;

  @Fact('UNCONDITIONAL', prose(500), '不采纳的理由. The reason why it was dropped.', { optional: true })
  reason: string | null;
}

export const PROPOSALS: List<AssessmentProposal> = {
  name: 'assessmentProposals',
  entity: AssessmentProposal,
  order: ['regionCode', 'id'],
};

const OPTIONAL = { optional: true } as const;

export const ProposalFilter = inputType(
  'AssessmentProposalFilter',
  '处置建议筛选. The proposals for which all of this holds.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    quarter: asked(code(7), '季度. Returns only those of this quarter.', OPTIONAL),
    kind: asked(oneOf(ProposalKind), '种类. Returns only those of this kind.', OPTIONAL),
    status: asked(oneOf(ProposalStatus), '状态. Returns only those in this state.', OPTIONAL),
  },
);
export type ProposalFilter = Partial<InstanceType<typeof ProposalFilter>>;

export const TakeProposalInput = inputType(
  'TakeProposalInput',
  '采纳建议. The decision to do what is proposed.',
  asking(AssessmentProposal, ['id', 'document!']),
);

export const DropProposalInput = inputType(
  'DropProposalInput',
  '不采纳建议. The decision against what is proposed.',
  asking(AssessmentProposal, ['id', 'reason!']),
);
