import { readFileSync } from 'node:fs';
import {
  DepartmentKind,
  FieldInvalid,
  arrayOf,
  date,
  flag,
  legalRules,
  objectOf,
  oneOf,
  orNull,
  overrideRules,
  prose,
  regionCode,
  text,
  units,
  versionOf,
  wordOf,
  type Config,
  type LegalRule,
} from './kernel';

/** How a row of an operator's file is written: a version, as docs/legal-rules.md shows those of the product. */
const rows = arrayOf(
  objectOf({
    id: text(100),
    from: date,
    to: orNull(date),
    value: { parse: readNumber },
    unit: wordOf(...units),
    source: prose(500),
    verified: flag,
    department: orNull(oneOf(DepartmentKind)),
    region: orNull(regionCode),
  }),
);

function readNumber(value: unknown, path: string): number {
  if (typeof value === 'number') return value;
  throw FieldInvalid({
    field: path,
    shape: { zh: '不带引号的数字', en: 'a number without quotation marks' },
    got: value,
  });
}

/**
 * Corrects the legal numbers by the operator's file, before any request; all of its rows or, with an error, none. Tells each
 * row that it has corrected or added, beside what the product says.
 */
export function applyLegalRules(
  { legalRulesFile }: Pick<Config, 'legalRulesFile'>,
  say: (line: string) => void = () => undefined,
): void {
  if (legalRulesFile === null) return;
  overrideRules(rows.parse(JSON.parse(readFileSync(legalRulesFile, 'utf8')), 'LEGAL_RULES_FILE'));
  for (const rule of legalRules()) if (rule.corrected) say(told(rule));
}

function told(rule: LegalRule): string {
  const { original } = rule;
  const before = original ? `已更正 corrected, ${numberOf(original)} → ` : '已新增 added, ';
  return `法定数值 legal rule ${versionOf(rule)}: ${before}${numberOf(rule)} (${rule.source})`;
}

function numberOf({ value, unit, to }: LegalRule): string {
  return `${value} ${unit}${to === null ? '' : ` – ${to}`}`;
}
