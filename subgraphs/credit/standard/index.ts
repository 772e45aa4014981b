import { checkDay, defineNoun, submissionOf } from '../../kernel';
import { SafetyStandard, SafetyStandardInput } from './standard';
import { IncentivesResolver, creditFileStandard } from './standard.resolver';

export const standard = defineNoun({
  entity: SafetyStandard,
  find: false,
  submission: submissionOf(SafetyStandard, SafetyStandardInput, {
    kind: 'safety-standards',
    decided: 'always',
    document: 'certificateNumber',
    row({ awardedOn, validUntil }) {
      checkDay('validUntil', validUntil, { from: awardedOn });
      return {};
    },
  }),
  resolvers: [IncentivesResolver, creditFileStandard],
});
