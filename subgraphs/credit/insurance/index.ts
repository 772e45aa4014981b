import { defineNoun, submissionOf } from '../../kernel';
import { InsuranceCoverage, SafetyInsurance, SafetyInsuranceInput } from './insurance';
import { InsuranceCoverageResolver, creditFileInsurance } from './insurance.resolver';
import { checkPolicy } from './insurance.rules';

export const insurance = defineNoun({
  entity: SafetyInsurance,
  find: false,
  submission: submissionOf(SafetyInsurance, SafetyInsuranceInput, {
    kind: 'safety-insurances',
    row(record) {
      checkPolicy(record);
      return {};
    },
  }),
  resolvers: [InsuranceCoverageResolver, creditFileInsurance],
  types: [InsuranceCoverage],
});
