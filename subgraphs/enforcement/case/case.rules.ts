import {
  AuthenticationRequired,
  DeciderMustDiffer,
  FieldInvalid,
  StepNotAllowed,
  addDays,
  addWorkingDays,
  alike,
  declareError,
  deadlineOf,
  masked,
  readDepartmentCode,
  ruleOn,
  wordsOf,
  type Caller,
  type Deadline,
  type DepartmentKind,
} from '../../kernel';
import { legalNumbers, type LegalNumber } from '../legal-numbers';
import type { EnforcementCase } from './case';
import { CaseStatus, type CaseStep, type PartyKind, type PenaltyKind } from './case.terms';

export const CaseNotYours = declareError(
  'CASE_NOT_YOURS',
  '{key} 由 {owner:DepartmentKind} 办理，{department:DepartmentKind} 不得办理。',
  '{key} is handled by {owner:DepartmentKind}; {department:DepartmentKind} may not act on it.',
);
export const InvestigatorsTooFew = declareError(
  'INVESTIGATORS_TOO_FEW',
  '{field} 不得少于 {least} 人，收到：{got} 人。',
  '{field} must name {least} officers at least, but got: {got}.',
);
export const ExtendedAlready = declareError(
  'EXTENDED_ALREADY',
  '{key} 的期限已延长过一次。',
  'The period of {key} was extended once already.',
);
export const ClockStands = declareError(
  'CLOCK_STANDS',
  '{key} 的办案期限自 {since} 起暂停计算，须先恢复。',
  'The clock of {key} stands since {since}; let it run first.',
);
export const ClockRuns = declareError('CLOCK_RUNS', '{key} 的办案期限正在计算，未暂停。', 'The clock of {key} runs, it was not stopped.');
export const PeriodOver = declareError(
  'PERIOD_OVER',
  '{key} 的{term:words}已于 {due} 届满。',
  'For {key} the period {term:words} was over on {due}.',
);
export const TooEarly = declareError(
  'TOO_EARLY',
  '{key} 须待 {from}（{term:words}）。',
  '{key} is not ready before {from} ({term:words}).',
);
export const LegalReviewMissing = declareError(
  'LEGAL_REVIEW_MISSING',
  '{key} 须先经法制审核（{grounds:LegalReviewGround}）。',
  '{key} needs a legal review first ({grounds:LegalReviewGround}).',
);
export const HearingPending = declareError('HEARING_PENDING', '{key} 的听证尚未举行。', 'The hearing of {key} was not held yet.');
export const LimitationPassed = declareError(
  'LIMITATION_PASSED',
  '{key} 的违法行为终了于 {got}，已过 {due} 的追责时效。',
  'The act in {key} ended on {got}; it could be punished until {due}.',
);
export const FineMismatch = declareError(
  'FINE_MISMATCH',
  '有罚款时必须写明金额，无罚款时不得写金额，收到：{got}。',
  'An amount must be given with a fine, and only then, but got: {got}.',
);
export const StepIncomplete = declareError('STEP_INCOMPLETE', '{key} 尚缺：{missing}。', '{key} still lacks: {missing}.');

/** Which step leads from which states to which; null: it stays where it is. The whole procedure, in one table. */
const STEPS: Readonly<Record<CaseStep, { from: readonly CaseStatus[]; to: CaseStatus | null }>> = {
  REGISTER: { from: [], to: 'LEAD' },
  EXTEND_FILING: { from: ['LEAD'], to: null },
  FILE: { from: ['LEAD'], to: 'FILED' },
  DECLINE: { from: ['LEAD'], to: 'NOT_FILED' },
  INVESTIGATE: { from: ['FILED'], to: 'INVESTIGATING' },
  STOP_CLOCK: { from: ['FILED', 'INVESTIGATING', 'NOTIFIED'], to: null },
  RESUME_CLOCK: { from: ['FILED', 'INVESTIGATING', 'NOTIFIED'], to: null },
  EXTEND: { from: ['FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'], to: null },
  NOTIFY: { from: ['INVESTIGATING'], to: 'NOTIFIED' },
  REQUEST_HEARING: { from: ['NOTIFIED'], to: 'HEARING' },
  SCHEDULE_HEARING: { from: ['HEARING'], to: null },
  HOLD_HEARING: { from: ['HEARING'], to: null },
  REVIEW: { from: ['NOTIFIED', 'HEARING'], to: null },
  DECIDE: { from: ['NOTIFIED', 'HEARING'], to: 'DECIDED' },
  DELIVER: { from: ['DECIDED'], to: null },
  PAY: { from: ['DECIDED'], to: null },
  EXECUTE: { from: ['DECIDED'], to: 'EXECUTED' },
  CLOSE: { from: ['INVESTIGATING', 'EXECUTED'], to: 'CLOSED' },
  TRANSFER: { from: ['LEAD', 'FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'], to: 'TRANSFERRED' },
  TAKE_BACK: { from: ['TRANSFERRED'], to: 'INVESTIGATING' },
};

export function stepsFrom(status: CaseStatus): CaseStep[] {
  return (Object.keys(STEPS) as CaseStep[]).filter((step) => STEPS[step].from.includes(status));
}

/** Where a step leads. @throws STEP_NOT_ALLOWED with what is possible */
export function statusAfter({ number, status }: Pick<EnforcementCase, 'number' | 'status'>, step: CaseStep): CaseStatus {
  const { from, to } = STEPS[step];
  if (!from.includes(status))
    throw StepNotAllowed({ key: number, status: wordsOf(CaseStatus, status), step, allowed: stepsFrom(status).join(', ') || '—' });
  return to ?? status;
}

/** Only officers of the kind of department that handles a case act on it. */
export function checkHandler({ number, departmentKind }: { number: string; departmentKind: DepartmentKind }, caller: Caller): void {
  if (caller.department !== departmentKind) {
    throw CaseNotYours({ key: number, owner: departmentKind, department: caller.department });
  }
}

/** The division and kind that a department code says: 430682-FIRE_RESCUE. It must be of the caller’s kind. */
export function handlerOf(
  departmentCode: string,
  department: DepartmentKind | null,
): { regionCode: string; departmentKind: DepartmentKind } {
  const found = readDepartmentCode(departmentCode);
  if (!found) throw FieldInvalid({ field: 'departmentCode', shape: alike(`430682-${department}`), got: departmentCode });
  if (found.kind !== department) throw CaseNotYours({ field: 'departmentCode', key: departmentCode, owner: found.kind, department });
  return { regionCode: found.place, departmentKind: found.kind };
}

/** The account that a step is put down to. */
export function officerOf({ subject }: Caller): string {
  if (subject === null) throw AuthenticationRequired();
  return subject;
}

/** 调查、审核、决定分离: who investigates neither reviews nor decides. */
export function checkDecider({ number, investigators }: Pick<EnforcementCase, 'number' | 'investigators'>, officer: string): void {
  if (investigators.includes(officer)) throw DeciderMustDiffer({ key: number, officer });
}

/** 行政处罚法 第四十二条. */
export function checkInvestigators(investigators: readonly string[], today: string): void {
  const least = ruleOn(legalNumbers, 'enforcement.investigators', today, 'today').value;
  const got = new Set(investigators).size;
  if (got < least) throw InvestigatorsTooFew({ field: 'investigators', least, got });
}

/** 行政处罚法 第三十六条: two years after the act ended, five where life, health or financial safety was harmed. */
export function checkLimitation(number: string, actEndedOn: string | null, grave: boolean, on: string): void {
  if (actEndedOn === null) return;
  const due = deadlineOf(ruleOn(legalNumbers, grave ? 'enforcement.limitation.grave' : 'enforcement.limitation', on, 'today'), actEndedOn);
  if (due.date < on) throw LimitationPassed({ field: 'actEndedOn', key: number, due: due.date, got: actEndedOn });
}

/** The last day of a period that began when the party was told. */
export function sinceNotice(
  id: Extract<LegalNumber, 'enforcement.statement' | 'enforcement.hearing-request'>,
  notifiedOn: string,
): Deadline {
  return deadlineOf(ruleOn(legalNumbers, id, notifiedOn, 'notifiedOn'), notifiedOn);
}

/** 行政处罚法 第六十四条: the party is told of the hearing seven working days before. */
export function earliestHearing(today: string): string {
  return addWorkingDays(today, ruleOn(legalNumbers, 'enforcement.hearing-notice', today, 'today').value).date;
}

/** What must be done before a decision: the party's days are over or waived, the hearing held, the review done. */
export function checkReady(one: EnforcementCase, waived: boolean, today: string): void {
  const { number, status, notifiedOn, hearingHeld, legalReviewGrounds, legallyReviewedOn, clockStoppedOn } = one;
  if (status === 'HEARING' && !hearingHeld) throw HearingPending({ key: number });
  if (clockStoppedOn !== null) throw ClockStands({ key: number, since: clockStoppedOn });
  const told = sinceNotice('enforcement.statement', notifiedOn ?? today).date;
  if (status === 'NOTIFIED' && !waived && today <= told)
    throw TooEarly({ key: number, from: addDays(told, 1), term: { zh: '陈述申辩期未满', en: 'the party may still object' } });
  if (legalReviewGrounds.length > 0 && legallyReviewedOn === null) {
    throw LegalReviewMissing({ key: number, grounds: legalReviewGrounds.join(', ') });
  }
}

/** An amount stands with a fine, and only then. */
export function checkFine(kinds: readonly PenaltyKind[], fine: string | null): void {
  if (kinds.includes('FINE') !== (fine !== null && Number(fine) > 0)) throw FineMismatch({ field: 'fine', got: fine });
}

/** 张三丰 → 张**: the length of a name is not told either. */
export function shownName(partyKind: PartyKind, name: string): string {
  return partyKind === 'PERSON' ? masked(name) : name;
}
