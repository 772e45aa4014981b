import { procedure, type Acting } from '../../kernel';
import { requireCommittee } from '../assessment/assessment.rules';
import { AssessmentProposal, DropProposalInput, ProposalStatus, TakeProposalInput } from './proposal';
import { checkDecider } from './proposal.rules';

/** What both decisions keep. */
const decidedBy = ({ caller, today }: Acting) => ({
  decidedOn: today,
  decidedBy: caller.subject,
  decidingDepartmentCode: caller.departmentCode,
});

/** What the committee above decides on a proposal, once, never by who has confirmed the ranking. */
export const proposalSteps = procedure(
  AssessmentProposal,
  {
    scope: 'matters',
    key: 'id',
    place: 'parentCode',
    states: ProposalStatus,
    admit: (_, { caller }) => requireCommittee(caller),
  },
  {
    takeProposal: {
      from: ['PROPOSED'],
      to: 'TAKEN',
      scope: 'decide',
      says: '采纳考核处置建议（安委会），载明文书. Decides to do what is proposed, with the document; by the committee.',
      input: TakeProposalInput,
      check: (proposal, { caller }) => checkDecider(proposal, caller),
      decide: (_, { document }, acting) => ({ document, ...decidedBy(acting) }),
    },
    dropProposal: {
      from: ['PROPOSED'],
      to: 'DROPPED',
      scope: 'decide',
      says: '不采纳考核处置建议（安委会），说明理由. Decides against what is proposed, with the reason; by the committee.',
      input: DropProposalInput,
      check: (proposal, { caller }) => checkDecider(proposal, caller),
      decide: (_, { reason }, acting) => ({ reason, ...decidedBy(acting) }),
    },
  },
);
