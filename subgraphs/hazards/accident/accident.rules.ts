import {
  Unreachable,
  addDays,
  checkDay,
  dateInChina,
  deadlineOf,
  declareError,
  ruleOn,
  type CatalogueError,
  type LegalRule,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import { accidentNumbers, type Harm } from './accident-numbers';
import type { Accident } from './accident';
import type {
  AccidentCircumstance,
  AccidentGrade,
  AccidentKind,
  AccidentState,
  AccidentStep,
  InvestigationLevel,
} from './accident.terms';

export const NotAnAccident = declareError(
  'NOT_AN_ACCIDENT',
  '按报告的伤亡、损失和情形，{got} 不构成特种设备事故（特种设备安全监察条例第六十四条）；可作为隐患上报。',
  'By the casualties, loss and circumstances reported, {got} is no accident of special equipment; report it as a hazard.',
);
export const CorrectionTooLate = declareError(
  'ACCIDENT_CORRECTION_LATE',
  '{number} 的补报期限为 {until}（事故发生之日起 {days} 日），今天是 {today}。',
  'The figures of {number} could be corrected until {until}, {days} days from the accident; today is {today}.',
);
export const AccidentStepTaken = declareError(
  'ACCIDENT_STEP_TAKEN',
  '{number} 已经 {step:AccidentStep}，不能重复办理。',
  '{number} has had this step already: {step:AccidentStep}.',
);
export const AccidentNotClosed = declareError(
  'ACCIDENT_NOT_CLOSED',
  '{number} 尚未结案，不能评估整改落实情况。',
  '{number} is not closed yet, so what it led to cannot be evaluated.',
);
export const LevelNotHigher = declareError(
  'INVESTIGATION_LEVEL_NOT_HIGHER',
  '{number} 依法由 {level:InvestigationLevel} 级调查，提级须高于该级，收到：{got}。',
  '{number} is investigated at the level {level:InvestigationLevel} by law; raising it needs a higher one, but got: {got}.',
);

/** What an accident did. */
export interface AccidentFacts {
  kind: AccidentKind;
  occurredAt: Date | string;
  deaths: number;
  seriousInjuries: number;
  /** Direct loss in yuan. */
  directLoss: string;
  evacuated: number;
  strandedPeople: number;
  strandedMinutes: number;
  circumstances: readonly AccidentCircumstance[];
}

const HEAVIEST_FIRST: readonly AccidentGrade[] = ['EXTRAORDINARY', 'MAJOR', 'LARGER', 'GENERAL'];

/**
 * The grade by deaths, serious injuries and loss, the heaviest counts and a threshold itself belongs to it ("以上"包括本数).
 * For special equipment also by its circumstances (条例第六十一至六十四条); other accidents have no lower bound.
 * @throws NOT_AN_ACCIDENT for special equipment below every threshold
 */
export function gradeOf(facts: AccidentFacts): AccidentGrade {
  const isEquipment = facts.kind === 'SPECIAL_EQUIPMENT';
  const found = HEAVIEST_FIRST.find(
    (grade) => harmed(facts, grade) || (isEquipment && byCircumstance(facts).includes(grade)),
  );
  if (found) return found;
  if (isEquipment)
    throw NotAnAccident({ field: 'circumstances', got: facts.circumstances.join(', ') || 'nothing' });
  return 'GENERAL';
}

function harmed(facts: AccidentFacts, grade: AccidentGrade): boolean {
  const reaches = (harm: Harm, got: number) => got >= number(`${grade.toLowerCase()}.${harm}`, facts);
  return (
    reaches('deaths', facts.deaths) ||
    reaches('injuries', facts.seriousInjuries) ||
    reaches('loss', Number(facts.directLoss)) ||
    (facts.kind === 'SPECIAL_EQUIPMENT' && reaches('evacuated', facts.evacuated))
  );
}

const GRADE_OF: Partial<Record<AccidentCircumstance, AccidentGrade>> = {
  BOILER_600MW_EXPLOSION: 'EXTRAORDINARY',
  BOILER_600MW_OUTAGE: 'MAJOR',
  PRESSURE_EXPLOSION: 'LARGER',
  CRANE_OVERTURN: 'LARGER',
  CRANE_MEMBER_BROKEN: 'GENERAL',
  LIFT_TRAPPED: 'GENERAL',
};

function byCircumstance(facts: AccidentFacts): AccidentGrade[] {
  return facts.circumstances.flatMap((each) => GRADE_OF[each] ?? stranded(facts, each) ?? []);
}

/** People high up on a ropeway or a ride: how many, and for how long. */
function stranded(facts: AccidentFacts, circumstance: AccidentCircumstance): AccidentGrade | null {
  const hours = facts.strandedMinutes / 60;
  const isCrowd = facts.strandedPeople >= number('stranded.people', facts);
  if (isCrowd && hours >= number('stranded.extraordinary', facts)) return 'EXTRAORDINARY';
  if (isCrowd && hours >= number('stranded.major', facts)) return 'MAJOR';
  if (hours >= number('stranded.larger', facts)) return 'LARGER';
  const least = circumstance === 'ROPEWAY_STRANDED' ? 'stranded.ropeway' : 'stranded.ride';
  return hours >= number(least, facts) ? 'GENERAL' : null;
}

function number(id: string, { occurredAt }: Pick<AccidentFacts, 'occurredAt'>): number {
  return ruleOn(accidentNumbers, `hazards.accident.${id}`, dayOf(occurredAt), 'occurredAt').value;
}

/** The day in China on which a moment lies. */
export function dayOf(moment: string | Date): string {
  return dateInChina(new Date(moment));
}

/** Whether the head of the unit reported within the hour after learning of it (令493 第九条). */
export function isReportedInTime({ occurredAt, learnedAt, reportedAt }: Times): boolean {
  return within(
    learnedAt ?? occurredAt,
    reportedAt,
    ruleOn(legalNumbers, 'hazards.accident.unit-report', dayOf(occurredAt)),
  );
}

/**
 * Whether the department told the level above in time: two hours (令493 第十一条), one for major and extraordinary accidents
 * since 2024. Null while there is still time. `isReportedUpward` of accident.lists.ts is the same rule in SQL.
 */
export function isReportedUpwardInTime(times: Times, grade: AccidentGrade, now: Date): boolean | null {
  const rule = upwardRule(grade, dayOf(times.occurredAt));
  if (times.reportedUpAt !== null) return within(times.reportedAt, times.reportedUpAt, rule);
  return within(times.reportedAt, now, rule) ? null : false;
}

function upwardRule(grade: AccidentGrade, day: string): LegalRule {
  const isGrave = grade === 'MAJOR' || grade === 'EXTRAORDINARY';
  const isRuled = isGrave && day >= (accidentNumbers.get('hazards.accident.grave-report')?.[0]?.from ?? '');
  return isRuled
    ? ruleOn(accidentNumbers, 'hazards.accident.grave-report', day)
    : ruleOn(legalNumbers, 'hazards.accident.upward-report', day);
}

/** The same for lists, where each rule has one version: by what hours, and since when grave accidents have their own. */
export function upwardHours(today: string) {
  return {
    graveFrom: accidentNumbers.get('hazards.accident.grave-report')?.[0]?.from ?? today,
    grave: ruleOn(accidentNumbers, 'hazards.accident.grave-report', today).value,
    others: ruleOn(legalNumbers, 'hazards.accident.upward-report', today).value,
  };
}

interface Times {
  occurredAt: Date | string;
  /** When the head of the unit learned of it; null if at once. */
  learnedAt: Date | string | null;
  reportedAt: Date | string;
  reportedUpAt: Date | string | null;
  foundUnreportedOn?: string | null;
}

const HOUR_MS = 3_600_000;

function within(from: Date | string, to: Date | string, { value }: LegalRule): boolean {
  return new Date(to).getTime() - new Date(from).getTime() <= value * HOUR_MS;
}

/** Where the case of an accident stands. `isIn` of accident.lists.ts is the same rule in SQL. */
export function accidentState(accident: Pick<Accident, 'closedOn' | 'evaluatedOn'>): AccidentState {
  if (accident.closedOn === null) return 'OPEN';
  return accident.evaluatedOn === null ? 'CLOSED' : 'EVALUATED';
}

/** Why the case of an accident is not closed, or not evaluated. */
export function refusedIn(
  { number }: Pick<Accident, 'number'>,
  step: string,
  state: AccidentState,
): CatalogueError {
  switch (state) {
    case 'OPEN':
      return AccidentNotClosed({ number });
    case 'CLOSED':
      return AccidentStepTaken({ number, step: 'CLOSE' });
    case 'EVALUATED':
      return AccidentStepTaken({ number, step: step === 'closeAccident' ? 'CLOSE' : 'EVALUATE' });
    default:
      throw new Unreachable(state);
  }
}

/** What was done once is not done again. */
export function checkNotTaken(number: string, step: AccidentStep, taken: Date | string | null): void {
  if (taken !== null) throw AccidentStepTaken({ number, step });
}

/** The figures of an accident as its history keeps them when they are corrected. */
export function figuresOf(
  accident: Pick<Accident, 'deaths' | 'seriousInjuries' | 'directLoss' | 'grade'>,
): string {
  const { deaths, seriousInjuries, directLoss, grade } = accident;
  return `deaths ${deaths}, seriousInjuries ${seriousInjuries}, directLoss ${directLoss}, ${grade}`;
}

/** Nothing is reported before it happened, or from the future. */
export function checkTimes(times: Times, now: Date): void {
  const { occurredAt, learnedAt, reportedAt, reportedUpAt, foundUnreportedOn = null } = times;
  const between = (field: string, got: Date | string | null, from: Date | string) =>
    checkDay(field, got && new Date(got).toISOString(), {
      from: new Date(from).toISOString(),
      to: now.toISOString(),
    });
  between('occurredAt', occurredAt, new Date(0));
  between('learnedAt', learnedAt, occurredAt);
  between('reportedAt', reportedAt, learnedAt ?? occurredAt);
  between('reportedUpAt', reportedUpAt, reportedAt);
  checkDay('foundUnreportedOn', foundUnreportedOn, { from: dayOf(occurredAt), to: dayOf(now) });
}

/** The last day on which casualties may be corrected: 30 days from the accident, 7 for fires and road accidents (令493 第十三条). */
export function checkCorrection(
  accident: { number: string; kind: AccidentKind; occurredAt: Date | string },
  today: string,
): void {
  const isShort = accident.kind === 'FIRE' || accident.kind === 'ROAD_TRANSPORT';
  const day = dayOf(accident.occurredAt);
  const { value } = ruleOn(
    legalNumbers,
    isShort ? 'hazards.accident.correction.road-fire' : 'hazards.accident.correction',
    day,
  );
  const until = addDays(day, value);
  if (today > until) throw CorrectionTooLate({ number: accident.number, until, days: value, today });
}

/** What was ordered is evaluated within a year after the case is closed (安全生产法 第八十六条). */
export function evaluationDue(closedOn: string | null): string | null {
  return closedOn && deadlineOf(evaluationRule(closedOn), closedOn).date;
}

export function evaluationRule(closedOn: string) {
  return ruleOn(legalNumbers, 'hazards.accident.evaluation', closedOn);
}

/** The latest day of closing whose evaluation is late today. */
export function evaluationLateSince(today: string): string {
  let closedOn = today;
  while ((evaluationDue(closedOn) ?? today) >= today) closedOn = addDays(closedOn, -1);
  return closedOn;
}

/** Whether the evaluation is owed and late. `isEvaluationOverdue` of accident.lists.ts is the same rule in SQL. */
export function isEvaluationOverdueOn(
  closedOn: string | null,
  evaluatedOn: string | null,
  today: string,
): boolean {
  const due = evaluationDue(closedOn);
  return due !== null && evaluatedOn === null && due < today;
}

const LEVELS: readonly InvestigationLevel[] = [
  'COUNTY',
  'CITY',
  'PROVINCE',
  'NATIONAL_DEPARTMENT',
  'STATE_COUNCIL',
];
const BY_GRADE: Record<'EQUIPMENT' | 'OTHER', Record<AccidentGrade, InvestigationLevel>> = {
  // 特种设备安全监察条例第六十七条
  EQUIPMENT: {
    EXTRAORDINARY: 'STATE_COUNCIL',
    MAJOR: 'NATIONAL_DEPARTMENT',
    LARGER: 'PROVINCE',
    GENERAL: 'CITY',
  },
  // 令493 第十九条
  OTHER: { EXTRAORDINARY: 'STATE_COUNCIL', MAJOR: 'PROVINCE', LARGER: 'CITY', GENERAL: 'COUNTY' },
};

/** Who investigates by law. */
export function investigationLevel(kind: AccidentKind, grade: AccidentGrade): InvestigationLevel {
  return BY_GRADE[kind === 'SPECIAL_EQUIPMENT' ? 'EQUIPMENT' : 'OTHER'][grade];
}

/** 提级调查: an accident of a bad nature may be investigated at a higher level than its grade has it. */
export function checkRaised(number: string, level: InvestigationLevel, got: InvestigationLevel): void {
  if (LEVELS.indexOf(got) <= LEVELS.indexOf(level))
    throw LevelNotHigher({ field: 'level', number, level, got });
}
