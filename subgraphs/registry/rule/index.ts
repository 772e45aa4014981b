import { defineNoun } from '../../kernel';
import { LegalRule } from './legal-rule';
import { LegalRuleResolver, legalRuleOf } from './legal-rule.resolver';

export const legalRule = defineNoun({
  types: [LegalRule],
  resolvers: [LegalRuleResolver],
  references: { LegalRule: legalRuleOf },
});
