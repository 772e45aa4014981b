import { defineNoun, fields } from '../../kernel';
import { LegalRule } from './legal-rule';
import { LegalRuleResolver, legalRuleFields } from './legal-rule.resolver';
import { legalRuleOf } from './legal-rule.rules';

export const legalRule = defineNoun({
  types: [LegalRule],
  resolvers: [fields(LegalRule, legalRuleFields), LegalRuleResolver],
  references: { LegalRule: legalRuleOf },
});
