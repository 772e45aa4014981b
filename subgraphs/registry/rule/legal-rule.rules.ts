import { articleOf, legalRules, versionOf, type LegalRule as Rule } from '../../kernel';
import type { LegalRule } from './legal-rule';

/** A version that another subgraph has named. */
export function legalRuleOf({ version }: Pick<LegalRule, 'version'>): LegalRule | null {
  const rule = legalRules().find((each) => versionOf(each) === version);
  return rule ? served(rule) : null;
}

/** A rule as anyone may read it. */
export function served(rule: Rule): LegalRule {
  return {
    ...rule,
    version: versionOf(rule),
    value: String(rule.value),
    article: articleOf(rule),
    department: rule.department ?? null,
    regionCode: rule.region ?? null,
    original: rule.original && served(rule.original),
  };
}
