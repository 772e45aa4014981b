import { defineNoun } from '../../kernel';
import { AssessmentProposal } from './proposal';
import { ProposalQueries, interviewFields } from './proposal.resolver';
import { proposalSteps } from './proposal.steps';

export const assessmentProposal = defineNoun({
  entity: AssessmentProposal,
  procedure: proposalSteps,
  one: {
    name: 'assessmentProposal',
    says: '按编号查考核处置建议. The proposal with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '建议编号. The id of the proposal.',
  },
  resolvers: [interviewFields, ProposalQueries],
});
