import { asId, asked, asking, flag, inputType, issueNumber, oneOf, prose } from '../../kernel';
import { PenaltyDecision } from './penalty-decision';
import { WithdrawalGround } from './penalty.terms';

const decisionAndReason = {
  documentNumber: asked(asId(issueNumber), '处罚决定书文号. The number of the decision.'),
  reason: asked(prose(500), '事由. The reason for the step.'),
};

export const PublicationInput = inputType(
  'PublicationInput',
  '处罚信息公示. A step of the publication of a decision.',
  decisionAndReason,
);

export const StopPublicityInput = inputType(
  'StopPublicityInput',
  '提前停止公示. The early end of a publication.',
  {
    ...decisionAndReason,
    harmRemoved: asked(flag, '危害后果是否已消除. Whether the harm is removed.'),
    notListed: asked(flag, '是否未列入经营异常名录或严重违法失信名单. Whether the party is on no list.'),
  },
);

export const WithdrawDecisionInput = inputType(
  'WithdrawDecisionInput',
  '撤回处罚决定. The withdrawal of a decision.',
  {
    ...decisionAndReason,
    ...asking(PenaltyDecision, ['annulledOn!']),
    ground: asked(oneOf(WithdrawalGround), '撤回情形. The reason why it is withdrawn.'),
  },
);
