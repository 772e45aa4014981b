import {
  FieldInvalid,
  Unreachable,
  addDays,
  addMonths,
  deadlineOf,
  ruleOn,
  type LegalRule,
} from '../../kernel';
import { dutyNumbers } from '../legal-numbers';
import type { DutyActivity, DutyStatus, DutyTrigger, TrainingDuty } from './training-duty';

/** A duty that arises once can be done late; what is late is said by its date. */
const FOR_GOOD = '9999-12-31';
/** School terms begin in February and in August, other periods with the year. */
const TERM_OFFSET = 1;

export interface Period {
  fromOn: string;
  dueOn: string;
  countsUntil: string;
  year: number;
}

/**
 * The days of a duty: of one that arises once, from its event by the rule of that day; of a recurring one, the period that
 * the day lies in. It counts in the year in which it is due, or for a term in which it begins.
 */
export function periodOf(trigger: DutyTrigger, eventOn: string): Period {
  switch (trigger) {
    case 'NEW_ENTERPRISE':
    case 'NEW_PRINCIPAL':
    case 'NEW_EMPLOYEE': {
      const { date } = deadlineOf(dutyRule(trigger, eventOn), eventOn);
      return { fromOn: eventOn, dueOn: date, countsUntil: FOR_GOOD, year: yearOf(date) };
    }
    case 'YEARLY':
    case 'HALF_YEARLY':
    case 'TERM':
    case 'MONTHLY': {
      const { value: months } = dutyRule(trigger, eventOn);
      const fromOn = periodStart(eventOn, months, trigger === 'TERM' ? TERM_OFFSET : 0);
      const dueOn = addDays(addMonths(fromOn, months), -1);
      return { fromOn, dueOn, countsUntil: dueOn, year: yearOf(fromOn) };
    }
    default:
      throw new Unreachable(trigger);
  }
}

function dutyRule(trigger: DutyTrigger, eventOn: string): LegalRule {
  switch (trigger) {
    case 'NEW_ENTERPRISE':
    case 'NEW_PRINCIPAL':
    case 'NEW_EMPLOYEE':
      return ruleOn(dutyNumbers, `training.${trigger}.due`, eventOn, 'eventOn');
    case 'YEARLY':
    case 'HALF_YEARLY':
    case 'TERM':
    case 'MONTHLY':
      return ruleOn(dutyNumbers, `training.${trigger}.period`, eventOn, 'eventOn');
    default:
      throw new Unreachable(trigger);
  }
}

/** The rule that the last day of a duty follows from. */
export function ruleOfDuty({
  trigger,
  fromOn,
  dueOn,
}: Pick<TrainingDuty, 'trigger' | 'fromOn' | 'dueOn'>): LegalRule | null {
  return periodOf(trigger, fromOn).dueOn === dueOn ? dutyRule(trigger, fromOn) : null;
}

/** The first day of the period of so many months that a day lies in, counted from January or, by the offset, later. */
function periodStart(day: string, months: number, offset: number): string {
  const since = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 - offset;
  const first = since - (since % months) + offset;
  return `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}-01`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** A drill recurs, and is held by everybody of a unit. */
export function checkActivity(activity: DutyActivity, trigger: DutyTrigger, personId: string | null): void {
  if (activity !== 'DRILL') return;
  if (trigger.startsWith('NEW_'))
    throw FieldInvalid({
      field: 'trigger',
      shape: {
        zh: 'YEARLY、HALF_YEARLY、TERM 或 MONTHLY（演练）',
        en: 'YEARLY, HALF_YEARLY, TERM or MONTHLY for a drill',
      },
      got: trigger,
    });
  if (personId !== null)
    throw FieldInvalid({
      field: 'idNumber',
      shape: { zh: '空（演练不针对个人）', en: 'nothing for a drill' },
      got: '***',
    });
}

/** Where a duty stands on a day, by when it was done. */
export function dutyStatus(
  { dueOn }: Pick<TrainingDuty, 'dueOn'>,
  fulfilledOn: string | null,
  today: string,
): DutyStatus {
  if (fulfilledOn !== null) return 'FULFILLED';
  return today > dueOn ? 'OVERDUE' : 'OPEN';
}
