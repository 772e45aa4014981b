import { procedure } from '../../kernel';
import { ReviewTrainingBodyInput, TrainingBody, WithdrawTrainingBodyInput } from './training-body';
import { checkSupervisor, refusedIn, reviewed } from './training-body.rules';

/** 复核、清退: a review finds conditions unmet or not, as often as it is held; what lacks some is mended or withdrawn. */
export const trainingBodySteps = procedure(
  TrainingBody,
  {
    scope: 'training',
    key: 'id',
    admit: (body, { caller }) => checkSupervisor(body, caller),
    refuse: refusedIn,
  },
  {
    reviewTrainingBody: {
      from: ['UNREVIEWED', 'QUALIFIED', 'UNQUALIFIED'],
      to: ({ unmetConditions }) => (unmetConditions.length === 0 ? 'QUALIFIED' : 'UNQUALIFIED'),
      scope: 'decide',
      says: '复核培训机构. Records the review of a body’s conditions; scope decide:training.',
      input: ReviewTrainingBodyInput,
      decide: (body, input, { today }) => reviewed(body, input, today),
    },
    withdrawTrainingBody: {
      from: ['UNQUALIFIED'],
      to: 'WITHDRAWN',
      scope: 'decide',
      says: '清退培训机构. Withdraws a body that lacks conditions; scope decide:training.',
      input: WithdrawTrainingBodyInput,
      decide: (_, { reason }, { today }) => ({ withdrawnOn: today, remark: reason }),
    },
  },
);
