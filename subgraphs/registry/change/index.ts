import { defineNoun } from '../../kernel';
import { EnterpriseChangeResolver } from './change.resolver';
import { enterpriseSteps } from './change.steps';
import { EnterpriseChange } from './enterprise-change';

export const enterpriseChange = defineNoun({
  entity: EnterpriseChange,
  find: false,
  resolvers: [EnterpriseChangeResolver],
  procedure: enterpriseSteps,
});
