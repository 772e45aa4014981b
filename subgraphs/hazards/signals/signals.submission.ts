import { checkDay, submissionOf } from '../../kernel';
import { HazardPenalty, HazardPenaltyInput, PrincipalCheck, PrincipalCheckInput } from './signal';

export const hazardPenaltySubmission = submissionOf(HazardPenalty, HazardPenaltyInput, {
  kind: 'hazard-penalties',
  decided: 'always',
  document: 'documentNumber',
  row({ decidedOn }, { today }) {
    checkDay('decidedOn', decidedOn, { to: today });
    return {};
  },
});

export const principalCheckSubmission = submissionOf(PrincipalCheck, PrincipalCheckInput, {
  kind: 'principal-checks',
  row({ checkedOn, majorHazardsFound }, { today }) {
    checkDay('checkedOn', checkedOn, { to: today });
    return { majorHazardsFound: majorHazardsFound ?? 0 };
  },
});
