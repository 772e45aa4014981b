import { defineNoun, fields } from '../../kernel';
import { LegalRule } from './legal-rule';
import { LegalRuleResolver, legalRuleFields } from './legal-rule.resolver';
import { legalRuleOf } from './legal-rule.rules';
import { RuleCorrection } from './rule-corrections';

export { recordCorrections } from './rule-corrections';

export const legalRule = defineNoun({
  tables: [RuleCorrection],
  types: [LegalRule],
  resolvers: [fields(LegalRule, legalRuleFields), LegalRuleResolver],
  references: { LegalRule: legalRuleOf },
});
