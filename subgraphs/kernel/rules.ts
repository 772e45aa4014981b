import { createHash } from 'node:crypto';
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
  /** Whether its text was seen. */
  verified: boolean;
}

export interface LegalRule<Id extends string = string> extends LegalRow<Id> {
  /** What it is a number of, in both languages. */
  name: string;
  /** What the product says, where an operator has corrected it. */
  original: LegalRule<Id> | null;
  /** Whether an operator has corrected or added it. */
  corrected: boolean;
}

/** What legal numbers are counted in; the first four are periods that end with a day. */
export const units = [
  'working days',
  'days',
  'months',
  'years',
  'hours',
  'percent',
  'yuan',
  'times',
  'points',
  'people',
] as const;
export type LegalUnit = (typeof units)[number];
const PERIODS: readonly LegalUnit[] = units.slice(0, 4);

type LegalRules<Id extends string = string> = ReadonlyMap<Id, readonly LegalRule<Id>[]>;

const NUMBER = '[〇零一二三四五六七八九十百千]+';
const ARTICLE = new RegExp(`第${NUMBER}(?:至第?${NUMBER})?条(?:第${NUMBER}款)?(?:第${NUMBER}项)?`, 'g');

const RuleMissing = declareError(
  'RULE_MISSING',
  '{field} 的日期 {got} 不在规则 {rule} 的任何有效期内。',
  '{field} is {got}, a date on which no version of the rule {rule} was in force.',
);

/** Every rule that any subgraph has declared, in the versions that count now. */
const declared = new Map<string, DeclaredRule>();

interface DeclaredRule {
  name: string;
  /** As the product ships it, from the first version to the last. */
  shipped: readonly LegalRow[];
  /** Whether all that is computed by it takes any unit of days, months or years. */
  isPeriod: boolean;
  /** As it counts. */
  versions: readonly LegalRule[];
}

/**
 * Declares the legal numbers of a subgraph, and what each is called. Two versions of a rule must not hold on the same day.
 * Of `periods` only `deadlineOf` is asked, so that an operator may count them in another unit; the code counts `numbers` in theirs.
 */
export function defineRules<Period extends string = never, Counted extends string = never>(
  named: { periods: Readonly<Record<Period, string>>; numbers: Readonly<Record<Counted, string>> },
  rows: readonly LegalRow<NoInfer<Period | Counted>>[],
): LegalRules<Period | Counted> {
  type Id = Period | Counted;
  const names: Record<Id, string> = { ...named.periods, ...named.numbers };
  const ids = [...new Set(rows.map(({ id }) => id))];
  for (const id of ids) {
    const shipped = inOrder(rows.filter((row) => row.id === id));
    const versions = shipped.map((row) => asShipped(row, names[id]));
    declared.set(id, { name: names[id], shipped, isPeriod: id in named.periods, versions });
  }
  return new Map(ids.map((id) => [id, versionsOf(id)]));
}

function versionsOf<Id extends string>(id: Id): readonly LegalRule<Id>[] {
  return (declared.get(id)?.versions ?? []) as LegalRule<Id>[];
}

/** The versions of a rule, the earliest first. */
function inOrder<Row extends LegalRow>(versions: readonly Row[]): Row[] {
  const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [at, { id, from }] of sorted.entries()) {
    const last = sorted[at - 1];
    if (last && (last.to === null || last.to >= from))
      throw new Error(`two versions of the rule ${id} hold on ${from}: end the one from ${last.from} before`);
  }
  return sorted;
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
  const versions = rules.has(id) ? versionsOf(id) : [];
  const row = versions.find(({ from, to }) => from <= date && (to === null || date <= to));
  if (!row) throw RuleMissing({ field, rule: id, got: date });
  return row;
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

/** All versions of all rules as they count now: what the documentation prints and the API answers. */
export function legalRules(): readonly LegalRule[] {
  return [...declared.values()].flatMap(({ versions }) => versions);
}

/** Tells whether two processes count by the same numbers, in whatever order they have loaded them. */
export function legalRulesDigest(): string {
  const lines = legalRules().map((rule) => `${versionOf(rule)} ${JSON.stringify(rule)}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
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
 * What an operator's file says: each row corrects the version of its id and first day, ends it by its `to`, or adds one. All
 * are taken or, with an error that names the row, none; whatever a file said before is forgotten. Called at start, before
 * any request.
 */
export function overrideRules(rows: readonly LegalRow[]): void {
  for (const row of rows) checkRow(row);
  const changed = [...declared].map(([id, rule]) => {
    const own = rows.filter((row) => row.id === id);
    return [id, { ...rule, versions: corrected(rule, own) }] as const;
  });
  for (const [id, rule] of changed) declared.set(id, rule);
}

function checkRow(row: LegalRow): void {
  const known = declared.get(row.id);
  if (!known) throw new Error(`there is no rule ${row.id}`);
  const version = versionOf(row);
  if (row.to !== null && row.to < row.from) throw new Error(`${version} ends before it begins: ${row.to}`);
  if (!Number.isFinite(row.value) || row.value < 0)
    throw new Error(`${version} needs a value of at least 0, but got: ${row.value}`);
  if (!row.source.trim()) throw new Error(`${version} needs a source`);
  const units = known.isPeriod ? PERIODS : [...new Set(known.shipped.map(({ unit }) => unit))];
  if (!units.includes(row.unit))
    throw new Error(`${version} is counted in ${units.join(' or ')}, but got: ${row.unit}`);
}

/** The versions of a rule with an operator's rows over them. */
function corrected({ name, shipped }: DeclaredRule, rows: readonly LegalRow[]): LegalRule[] {
  const own = new Map(rows.map((row) => [row.from, row]));
  if (own.size < rows.length) throw new Error(`a version of the rule ${rows[0]?.id} stands twice`);
  const versions = new Map(shipped.map((row) => [row.from, asShipped(row, name)]));
  for (const row of rows)
    versions.set(row.from, { ...row, name, original: versions.get(row.from) ?? null, corrected: true });
  return inOrder([...versions.values()]);
}

function asShipped<Id extends string>(row: LegalRow<Id>, name: string): LegalRule<Id> {
  return { ...row, name, original: null, corrected: false };
}
