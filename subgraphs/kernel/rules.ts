import { addDays, addMonths, addWorkingDays, addYears, type Deadline } from './calendar';
import { Unreachable, declareError } from './errors';

/**
 * Legal numbers: days to publish, years on a list, inspection cycles, on-time targets. Each is a row with the period in
 * which it holds, so that a case is judged by the number of its own day, whatever holds today.
 */
export interface LegalRow<Id extends string = string> {
  /** subgraph.what-it-limits */
  id: Id;
  /** The first day on which it holds. */
  from: string;
  /** The last day on which it holds; null while it is in force. */
  to: string | null;
  value: number;
  unit: LegalUnit;
  /** The law and its article, or where the number was found. */
  source: string;
  /** Whether its text was seen. An operator may replace a number that was not. */
  verified: boolean;
}

export interface LegalRule<Id extends string = string> extends LegalRow<Id> {
  /** What it is a number of, in both languages. */
  name: string;
}

export type LegalUnit =
  'working days' | 'days' | 'months' | 'years' | 'hours' | 'percent' | 'yuan' | 'times' | 'points' | 'people';

type LegalRules<Id extends string = string> = ReadonlyMap<Id, readonly LegalRule<Id>[]>;

const NUMBER = '[〇零一二三四五六七八九十百千]+';
const ARTICLE = new RegExp(`第${NUMBER}(?:至第?${NUMBER})?条(?:第${NUMBER}款)?(?:第${NUMBER}项)?`, 'g');

const RuleMissing = declareError(
  'RULE_MISSING',
  '{field} 的日期 {got} 不在规则 {rule} 的任何有效期内。',
  '{field} is {got}, a date on which no version of the rule {rule} was in force.',
);

/** Every rule that any subgraph has declared; docs are printed from it. */
const declared: LegalRule[] = [];
/** Rows of the operator, which stand in place of declared ones. */
const replaced = new Map<string, LegalRule>();

/** Declares the legal numbers of a subgraph, and what each is called. Two versions of a rule must not hold on the same day. */
export function defineRules<Id extends string>(
  names: Readonly<Record<Id, string>>,
  rows: readonly LegalRow<Id>[],
): LegalRules<Id> {
  const rules = new Map<Id, LegalRule<Id>[]>();
  const named = rows.map((row) => ({ ...row, name: names[row.id] }));
  for (const row of [...named].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const earlier = rules.get(row.id) ?? [];
    const last = earlier.at(-1);
    if (last && (last.to === null || last.to >= row.from))
      throw new Error(`two versions of the rule ${row.id} hold on ${row.from}`);
    rules.set(row.id, [...earlier, row]);
  }
  declared.push(...named);
  return rules;
}

/**
 * The version of a rule that held on the date of the event: never today's, unless the event is today's.
 * @throws RULE_MISSING with the rule and the date, when none did; `field` is what the caller calls the date
 */
export function ruleOn<Id extends string>(
  rules: LegalRules<Id>,
  id: Id,
  date: string,
  field = 'date',
): LegalRule<Id> {
  const row = rules.get(id)?.find(({ from, to }) => from <= date && (to === null || date <= to));
  if (!row) throw RuleMissing({ field, rule: id, got: date });
  return (replaced.get(versionOf(row)) as LegalRule<Id> | undefined) ?? row;
}

/** The last day of the period that a rule gives, from the day on which it starts. */
export function deadlineOf({ id, value, unit }: LegalRule, start: string): Deadline {
  const exact = (date: string): Deadline => ({ date, provisional: false });
  switch (unit) {
    case 'working days':
      return addWorkingDays(start, value);
    case 'days':
      return exact(addDays(start, value));
    case 'months':
      return exact(addMonths(start, value));
    case 'years':
      return exact(addYears(start, value));
    case 'hours':
    case 'percent':
    case 'yuan':
    case 'times':
    case 'points':
    case 'people':
      throw new Error(`the rule ${id} is a number of ${unit}, not a period of days`);
    default:
      throw new Unreachable(unit);
  }
}

/** All versions of all rules as they count now: what the documentation prints. */
export function legalRules(): readonly LegalRule[] {
  return declared.map((row) => replaced.get(versionOf(row)) ?? row);
}

/** What tells a version of a rule from all others. */
export function versionOf({ id, from }: Pick<LegalRow, 'id' | 'from'>): string {
  return `${id}@${from}`;
}

/** The articles that a source names, as it writes them; null where it names none. */
export function articleOf({ source }: Pick<LegalRow, 'source'>): string | null {
  return source.match(ARTICLE)?.join('、') ?? null;
}

/** Those that are from general knowledge, and wait for an operator who has seen the text. */
export function unverifiedRules(): readonly LegalRule[] {
  return legalRules().filter(({ verified }) => !verified);
}

/**
 * Puts an operator's rows in place of unverified ones. The rows are those of the JSON file that the setting
 * LEGAL_RULES_FILE names: a list of objects like LegalRule, each naming its version by `id` and `from`, e.g.
 * `[{"id": "credit.market.publish", "from": "2021-09-01", "to": null, "value": 20, "unit": "working days",
 * "source": "市场监管总局令第44号 第…条", "verified": true}]`. All are taken or, with an error that names the row, none;
 * called once at start, before any request.
 */
export function overrideRules(rows: readonly LegalRow[]): void {
  for (const row of rows) {
    const known = declared.find((each) => versionOf(each) === versionOf(row));
    if (!known) throw new Error(`LEGAL_RULES_FILE: there is no rule ${row.id} from ${row.from}`);
    if (known.verified)
      throw new Error(
        `LEGAL_RULES_FILE: ${row.id} from ${row.from} is verified (${known.source}) and stands`,
      );
    if (row.unit !== known.unit)
      throw new Error(`LEGAL_RULES_FILE: ${row.id} counts ${known.unit}, but got: ${row.unit}`);
    if (row.to !== known.to)
      throw new Error(`LEGAL_RULES_FILE: ${row.id} from ${row.from} ends on ${known.to}, but got: ${row.to}`);
    if (!Number.isFinite(row.value) || row.value < 0)
      throw new Error(`LEGAL_RULES_FILE: ${row.id} needs a value, but got: ${row.value}`);
    if (!row.source) throw new Error(`LEGAL_RULES_FILE: ${row.id} needs a source`);
  }
  for (const row of rows) {
    const known = declared.find((each) => versionOf(each) === versionOf(row));
    if (known) replaced.set(versionOf(row), { ...row, name: known.name });
  }
}
