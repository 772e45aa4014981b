import { defineNoun, fields } from '../../kernel';
import { LegalRule } from './legal-rule';
import { LegalRuleResolver, legalRuleFields, legalRuleOf } from './legal-rule.resolver';

export const legalRule = defineNoun({
  types: [LegalRule],
  resolvers: [fields(LegalRule, legalRuleFields), LegalRuleResolver],
  references: { LegalRule: legalRuleOf },
});
