import { readFileSync } from 'node:fs';
import { overrideRules, type Config, type LegalRow } from './kernel';

/** Puts the operator's rows in place of unverified legal numbers, before any request; all of them or, with an error, none. */
export function applyLegalRules({ legalRulesFile }: Pick<Config, 'legalRulesFile'>): void {
  if (legalRulesFile === null) return;
  overrideRules(JSON.parse(readFileSync(legalRulesFile, 'utf8')) as LegalRow[]);
}
