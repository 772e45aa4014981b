import { defineNoun } from '../../kernel';
import { GateListing, GateReason, LicenceRequirement, RegistrationGate } from './gate';
import { GateResolver } from './gate.resolver';
import { IndustryRestriction, industryRestrictionSubmission } from './industry-restriction';

export const industryRestriction = defineNoun({
  entity: IndustryRestriction,
  submission: industryRestrictionSubmission,
  find: false,
  lists: {
    industryRestrictions: {
      says: '禁止和限制类产业目录. The industries that places forbid or restrict.',
      level: 'PUBLIC',
    },
  },
  resolvers: [GateResolver],
  types: [GateListing, GateReason, LicenceRequirement, RegistrationGate],
});
