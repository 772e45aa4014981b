import {
  addDays,
  daysBetween,
  deadlineOf,
  declareError,
  legalRules,
  ruleFor,
  ruleOn,
  toWorkingDay,
  type DepartmentKind,
  type LegalDeadline,
} from '../../kernel';
import { legalNumbers, type LegalNumber } from '../legal-numbers';
import type { EnforcementCase } from './case';
import type { CaseStatus } from './case.terms';

export const RuleUnknown = declareError(
  'RULE_UNKNOWN',
  '未见{department:DepartmentKind}的 {rule}，无从延长；请由运维按该部门的规章补充。',
  'The {rule} of {department:DepartmentKind} is not known, so nothing can be extended by it; have an operator add it from the order of that department.',
);

/** By whom; null stands for a department whose order gives no clock of its own. */
interface Handled {
  departmentKind: DepartmentKind | null;
}
type Lead = Handled & Pick<EnforcementCase, 'leadReceivedOn' | 'filingExtended'>;

/**
 * 立案期限, from the lead, and longer when extended: by the order of the department, 程序规定 for market supervision. Null
 * where the order of a department was not seen: its period is not known, and that of another does not count.
 */
export function filingDue({ leadReceivedOn, filingExtended, departmentKind }: Lead): LegalDeadline | null {
  const of = (id: LegalNumber) => ruleFor(legalNumbers, id, leadReceivedOn, { department: departmentKind });
  const rule = of('enforcement.filing');
  if (!rule) return null;
  const end = deadlineOf(rule, leadReceivedOn);
  const more = of('enforcement.filing-extension');
  return filingExtended && more ? { ...deadlineOf(more, end.date), rule } : end;
}

/** The last day of a lead: for filing it or, where that period is not known, for deciding it if it was filed at once. */
function leadDue(lead: Lead): LegalDeadline {
  const { leadReceivedOn } = lead;
  return filingDue(lead) ?? deadlineOf(decisionRule(lead, leadReceivedOn), leadReceivedOn);
}

/** The latest day of a lead whose period is over today; for leads that were extended or not. */
export function leadsOverdue(
  departmentKind: DepartmentKind | null,
  filingExtended: boolean,
  today: string,
): string {
  let start = today;
  while (leadDue({ leadReceivedOn: start, filingExtended, departmentKind }).date >= today)
    start = addDays(start, -1);
  return start;
}

/** The kinds of department whose orders give a clock of their own; all others have the same. */
export function departmentsWithClock(): DepartmentKind[] {
  const clocks = legalRules().filter(({ id }) => /^enforcement\.(?:filing|decision)/.test(id));
  return [...new Set(clocks.flatMap(({ department }) => department ?? []))];
}

/** How long deciding takes, by 行政处罚法 第六十条 or what the order of the department says instead. */
export function decisionRule({ departmentKind }: Handled, filingDate: string) {
  const whose = { department: departmentKind };
  return ruleOn(legalNumbers, 'enforcement.decision', filingDate, 'filedOn', whose);
}

/** 办案期限, 90 days from filing by 行政处罚法; null before filing. Before a stop, an extension or a day off moves it on. */
export function lastDayFrom(filingDate: string | null, departmentKind: DepartmentKind): string | null {
  return filingDate && addDays(filingDate, decisionRule({ departmentKind }, filingDate).value);
}

/**
 * By how many days deciding may be extended.
 * @throws RULE_UNKNOWN where the order of the department was not seen
 */
export function extensionDays({ departmentKind: department }: Handled, filingDate: string): number {
  const id = 'enforcement.decision-extension';
  const rule = ruleFor(legalNumbers, id, filingDate, { department });
  if (!rule) throw RuleUnknown({ rule: id, department });
  return rule.value;
}

type Due = Lead & Pick<EnforcementCase, 'lastDay' | 'clockStoppedOn' | 'decidedOn' | 'filingDate'>;

/** The last day for deciding; of a lead, for filing it. While the clock stands it moves on with every day. */
export function decisionDue(one: Due, today: string): LegalDeadline {
  if (one.lastDay === null || one.filingDate === null) return leadDue(one);
  const standing =
    one.clockStoppedOn !== null && one.decidedOn === null ? daysBetween(one.clockStoppedOn, today) : 0;
  const rule = decisionRule(one, one.filingDate);
  return { ...toWorkingDay(addDays(one.lastDay, standing)), rule };
}

/** States in which the clock of filing or deciding runs. */
export const OPEN: readonly CaseStatus[] = ['FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'];

/**
 * 超期, worked out when it is read; `isOverdue` of case.lists.ts is the same rule in SQL. A clock is stopped only before
 * its last day is over, so what stands is not overdue.
 */
export function isOverdue(one: Due & Pick<EnforcementCase, 'status'>, today: string): boolean {
  if (one.status === 'LEAD') return leadDue(one).date < today;
  if (!OPEN.includes(one.status) || one.clockStoppedOn !== null) return false;
  return one.lastDay !== null && toWorkingDay(one.lastDay).date < today;
}

/** 送达、缴款期限. */
export function deliveryDue(decidedOn: string): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.delivery', decidedOn, 'decidedOn'), decidedOn);
}
export function paymentDue(deliveredOn: string): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.payment', deliveredOn, 'deliveredOn'), deliveredOn);
}

/** Whether a decision came within its period; null before it is made. */
export function decidedOnTime(lastDayOf: string | null, decidedOn: string | null): boolean | null {
  return decidedOn === null || lastDayOf === null ? null : decidedOn <= toWorkingDay(lastDayOf).date;
}
