import { createHash } from 'node:crypto';
import {
  addDays,
  addedHolidays,
  addMonths,
  addWorkingDays,
  addYears,
  toWorkingDay,
  type Deadline,
} from './calendar';
import { Unreachable, declareError } from './errors';
import { isWithin, regionPrefix } from './region-code';
import type { DepartmentKind } from './vocabulary';

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
  /** The kind of department that it binds; left out where it binds all. */
  department?: DepartmentKind | null;
  /** The division whose document says it; left out where it holds in the whole country. */
  region?: string | null;
}

/** Whom a rule is asked for. */
export type Whose = Pick<LegalRow, 'department' | 'region'>;

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
  'departments',
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

/** The versions of a rule, the earliest first; two for the same department and division must not hold on one day. */
function inOrder<Row extends LegalRow>(versions: readonly Row[]): Row[] {
  const sorted = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  const lastOf = new Map<string, Row>();
  for (const row of sorted) {
    const name = nameOf(row);
    const last = lastOf.get(name);
    if (last && (last.to === null || last.to >= row.from))
      throw new Error(
        `two versions of the rule ${name} hold on ${row.from}: end the one from ${last.from} before`,
      );
    lastOf.set(name, row);
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
  whose: Whose = {},
): LegalRule<Id> {
  const row = ruleFor(rules, id, date, whose);
  if (!row) throw RuleMissing({ field, rule: id, got: date });
  return row;
}

/** The same where it may be that none is known: of those that bind this department in this division the closest, or null. */
export function ruleFor<Id extends string>(
  rules: LegalRules<Id>,
  id: Id,
  date: string,
  whose: Whose,
): LegalRule<Id> | null {
  const versions = rules.has(id) ? versionsOf(id) : [];
  const binding = versions.filter(
    (row) => row.from <= date && (row.to === null || date <= row.to) && binds(row, whose),
  );
  return binding.sort((a, b) => closeness(b) - closeness(a))[0] ?? null;
}

function binds(row: Whose, { department, region }: Whose): boolean {
  if (row.department && row.department !== department) return false;
  return !row.region || (!!region && isWithin(region, row.region));
}

/** Of two rules the one of the smaller division is closer, and of the same division the one of the department. */
function closeness({ department, region }: Whose): number {
  return 2 * (region ? regionPrefix(region).length : 0) + (department ? 1 : 0);
}

/** The last day of a period, and the rule that says how long it is. */
export interface LegalDeadline extends Deadline {
  rule: LegalRule;
}

/**
 * By when something must or may be done, from the day on which the period starts: one that would end on a day off ends on
 * the next working day (民法典 第二百零三条); hours run on through days off.
 */
export function deadlineOf(rule: LegalRule, start: string): LegalDeadline {
  if (rule.unit === 'working days') return { ...addWorkingDays(start, rule.value), rule };
  if (rule.unit === 'hours') return { date: termEnd(rule, start), provisional: false, rule };
  return { ...toWorkingDay(termEnd(rule, start)), rule };
}

const HOURS_OF_A_DAY = 24;

/**
 * The last day of what runs out by itself, such as a ban or a certificate: a day off does not move it. Hours are counted
 * from some hour of the first day; they end on the day that this gives.
 */
export function termEnd({ id, value, unit }: LegalRule, start: string): string {
  switch (unit) {
    case 'working days':
      return addWorkingDays(start, value).date;
    case 'days':
      return addDays(start, value);
    case 'months':
      return addMonths(start, value);
    case 'years':
      return addYears(start, value);
    case 'hours':
      return addDays(start, Math.ceil(value / HOURS_OF_A_DAY));
    case 'percent':
    case 'yuan':
    case 'times':
    case 'points':
    case 'people':
    case 'departments':
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
  const rules = legalRules().map((rule) => `${versionOf(rule)} ${JSON.stringify(rule)}`);
  const lines = [...rules, ...addedHolidays().map((notice) => JSON.stringify(notice))];
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

/** What tells a version of a rule from all others: `enforcement.tip.check:FIRE_RESCUE@2009-05-01`. */
export function versionOf(row: Pick<LegalRow, 'id' | 'from'> & Whose): string {
  return `${nameOf(row)}@${row.from}`;
}

function nameOf({ id, department, region }: Pick<LegalRow, 'id'> & Whose): string {
  return [id, department, region].filter(Boolean).join(':');
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
  const own = new Set(rows.map(versionOf));
  if (own.size < rows.length) throw new Error(`a version of the rule ${rows[0]?.id} stands twice`);
  const versions = new Map(shipped.map((row) => [versionOf(row), asShipped(row, name)]));
  for (const row of rows) {
    const version = versionOf(row);
    versions.set(version, { ...row, name, original: versions.get(version) ?? null, corrected: true });
  }
  return inOrder([...versions.values()]);
}

function asShipped<Id extends string>(row: LegalRow<Id>, name: string): LegalRule<Id> {
  return { ...row, name, original: null, corrected: false };
}
