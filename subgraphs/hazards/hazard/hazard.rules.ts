import {
  isWithin,
  type Caller,
  type CatalogueError,
  type DepartmentKind,
  type ErrorDetails,
  type HazardDomain,
  readDepartmentCode,
  checkDay,
} from '../../kernel';
import type { Hazard } from './hazard';
import * as refuse from './refusals.rules';
import type { Escalation, HazardStatus, HazardStep } from './hazard.terms';

/** 管行业必须管安全: which kind of department decides on a domain until a lead is named. Local 三定 may differ: `assignHazard` says. */
export const COMPETENT: Readonly<Record<HazardDomain, DepartmentKind>> = {
  SPECIAL_EQUIPMENT: 'MARKET_SUPERVISION',
  PRODUCT_QUALITY: 'MARKET_SUPERVISION',
  FIRE: 'FIRE_RESCUE',
  CHEMICALS: 'EMERGENCY_MANAGEMENT',
  MINING: 'EMERGENCY_MANAGEMENT',
  CONSTRUCTION: 'HOUSING',
  GAS: 'HOUSING',
  ROAD_TRANSPORT: 'TRANSPORT',
  WATER_TRANSPORT: 'TRANSPORT',
  INDUSTRY_TRADE: 'EMERGENCY_MANAGEMENT',
  FIREWORKS: 'EMERGENCY_MANAGEMENT',
  POWER: 'ENERGY',
  WATER_WORKS: 'WATER',
  AGRICULTURE: 'AGRICULTURE',
  EDUCATION: 'EDUCATION',
  HEALTH: 'HEALTH',
  CIVIL_AFFAIRS: 'CIVIL_AFFAIRS',
  CULTURE_TOURISM: 'CULTURE_TOURISM',
  COMMERCE: 'COMMERCE',
  FORESTRY: 'FORESTRY',
  WELDING: 'EMERGENCY_MANAGEMENT',
  OTHER: 'EMERGENCY_MANAGEMENT',
};

/** 安委会 and the government may supervise any hazard of their region. */
const COORDINATING: readonly DepartmentKind[] = ['SAFETY_COMMITTEE', 'GOVERNMENT'];

/** The ladder of 函告、通报、约谈、曝光; no rung is left out. */
export const LADDER: readonly Escalation[] = ['NONE', 'LETTER', 'CIRCULAR', 'INTERVIEW', 'EXPOSURE'];

/** What the rules look at: a hazard as it stands. */
export type HazardCase = Pick<
  Hazard,
  | 'number'
  | 'grade'
  | 'status'
  | 'competentKind'
  | 'supervisorCodes'
  | 'regionCode'
  | 'reportedBy'
  | 'rectifiedBy'
  | 'closedBy'
  | 'planned'
  | 'dueOn'
  | 'escalation'
  | 'listedOn'
  | 'haltedOn'
>;
export type Actor = Pick<Caller, 'subject' | 'department'>;
/** Steps of a hazard that is there already. */
export type Taken = Exclude<HazardStep, 'RECORD' | 'REPORT'>;

interface Course {
  from: readonly HazardStatus[];
  /** The state that the step leads to; none if it stays as it is. */
  to?: HazardStatus;
  /** What is said of a hazard in any other state. */
  else: (details: ErrorDetails) => CatalogueError;
  by: 'competent' | 'supervising' | 'anyone';
}

const IN_WORK: readonly HazardStatus[] = ['NOTIFIED', 'RECTIFYING'];
const OPEN: readonly HazardStatus[] = ['VERIFIED', 'NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'];

/** The closed loop: from which states a step is possible, where it leads, who may take it. */
export const COURSE: Readonly<Record<Taken, Course>> = {
  VERIFY: { from: ['REPORTED'], to: 'VERIFIED', else: refuse.NotReported, by: 'competent' },
  DISMISS: { from: ['REPORTED'], to: 'DISMISSED', else: refuse.NotReported, by: 'competent' },
  ASSIGN: { from: OPEN, else: refuse.NotOpen, by: 'supervising' },
  NOTIFY: { from: ['VERIFIED', 'REOPENED'], to: 'NOTIFIED', else: refuse.NotVerified, by: 'competent' },
  ACKNOWLEDGE: { from: [...IN_WORK, 'SUBMITTED'], else: refuse.NotNotified, by: 'anyone' },
  PLAN: { from: IN_WORK, to: 'RECTIFYING', else: refuse.NotNotified, by: 'anyone' },
  EXTEND: { from: IN_WORK, else: refuse.NotNotified, by: 'competent' },
  ESCALATE: { from: OPEN, else: refuse.NotOpen, by: 'supervising' },
  LIST: { from: OPEN, else: refuse.NotOpen, by: 'supervising' },
  HALT: { from: OPEN, else: refuse.NotOpen, by: 'competent' },
  SUBMIT: { from: IN_WORK, to: 'SUBMITTED', else: refuse.NotNotified, by: 'anyone' },
  REFUSE: { from: ['SUBMITTED'], to: 'RECTIFYING', else: refuse.NotSubmitted, by: 'competent' },
  CLOSE: { from: ['SUBMITTED'], to: 'CLOSED', else: refuse.NotSubmitted, by: 'competent' },
  RESUME: { from: ['CLOSED'], else: refuse.NotReviewed, by: 'competent' },
  LOOK_BACK: { from: ['CLOSED'], else: refuse.NotClosed, by: 'supervising' },
  REOPEN: { from: ['CLOSED'], to: 'REOPENED', else: refuse.NotClosed, by: 'supervising' },
};

/**
 * The state after a step.
 * @throws why this officer may not take it, or why the hazard does not stand where it begins
 */
export function stepFrom(hazard: HazardCase, step: Taken, actor: Actor): HazardStatus {
  const { from, to, by, ...course } = COURSE[step];
  checkActor(hazard, by, actor);
  if (!from.includes(hazard.status)) throw course.else({ number: hazard.number, status: hazard.status });
  checkOfficer(hazard, step, actor);
  if (step === 'SUBMIT' && hazard.grade === 'MAJOR' && !hazard.planned) throw refuse.PlanMissing({ number: hazard.number });
  if (step === 'RESUME' && hazard.haltedOn === null) throw refuse.NotHalted({ number: hazard.number });
  if (step === 'HALT' && hazard.haltedOn !== null) throw refuse.AlreadyHalted({ number: hazard.number, since: hazard.haltedOn });
  if (step === 'LIST') checkListing(hazard);
  return to ?? hazard.status;
}

function checkActor({ number, competentKind, supervisorCodes }: HazardCase, by: Course['by'], { department }: Actor): void {
  if (by === 'anyone' || department === competentKind) return;
  if (by === 'competent') throw refuse.NotCompetent({ number, competent: competentKind, department });
  const kinds = [...COORDINATING, ...supervisorCodes.map((code) => readDepartmentCode(code)?.kind)];
  if (!kinds.includes(department ?? undefined)) throw refuse.NotSupervisor({ number, department });
}

/** 提交与审核分离: nobody judges what they have found, submitted or closed themselves. */
function checkOfficer({ number, reportedBy, rectifiedBy, closedBy }: HazardCase, step: Taken, { subject }: Actor): void {
  switch (step) {
    case 'VERIFY':
    case 'DISMISS':
      if (subject === reportedBy) throw refuse.VerifierMustDiffer({ number });
      return;
    case 'CLOSE':
      if (subject === reportedBy) throw refuse.CloserFoundIt({ number });
      if (subject === rectifiedBy) throw refuse.CloserMustDiffer({ number });
      return;
    case 'REFUSE':
      if (subject === rectifiedBy) throw refuse.CloserMustDiffer({ number });
      return;
    case 'LOOK_BACK':
    case 'REOPEN':
      if (subject === closedBy) throw refuse.LookBackMustDiffer({ number });
      return;
    default:
      return;
  }
}

function checkListing({ number, grade, listedOn }: HazardCase): void {
  if (grade !== 'MAJOR') throw refuse.NotMajor({ number, grade });
  if (listedOn !== null) throw refuse.AlreadyListed({ number, since: listedOn });
}

/** What is not verified is for the competent kind of department only: `visible` in hazard.loaders.ts is the same rule in SQL. */
export function isHidden({ status, competentKind }: Pick<Hazard, 'status' | 'competentKind'>, { department }: Pick<Caller, 'department'>) {
  return (status === 'REPORTED' || status === 'DISMISSED') && department !== competentKind;
}

/** The last day counts: overdue from the day after. `isOverdue` in hazard.loaders.ts is the same rule in SQL. */
export function isOverdueOn({ status, dueOn }: Pick<Hazard, 'status' | 'dueOn'>, today: string): boolean {
  return OPEN.includes(status) && dueOn !== null && dueOn < today;
}

/** On time: closed on the last day or before. */
export function isOnTime(closedOn: string | null, dueOn: string | null): boolean | null {
  return closedOn === null || dueOn === null ? null : closedOn <= dueOn;
}

export function checkDeadline(dueOn: string, today: string): void {
  checkDay('dueOn', dueOn, { from: today });
}

/** An extension lies after the present deadline, and is decided before that has passed. */
export function checkExtension({ number, dueOn }: HazardCase, extended: string, today: string): void {
  if (dueOn !== null && dueOn < today) throw refuse.ExtensionTooLate({ number, dueOn });
  if (dueOn === null || extended <= dueOn) throw refuse.ExtensionNotLater({ field: 'dueOn', dueOn, got: extended });
}

export function checkEscalation({ escalation }: HazardCase, to: Escalation): void {
  const next = LADDER[LADDER.indexOf(escalation) + 1] ?? 'none';
  if (to !== next) throw refuse.EscalationOutOfOrder({ field: 'to', next, got: to });
}

/** The kind of a department that is named for a hazard. */
export function checkDepartment(field: string, code: string, regionCode: string): DepartmentKind {
  const found = readDepartmentCode(code);
  if (!found || !isWithin(regionCode, found.place)) throw refuse.DepartmentElsewhere({ field, got: code });
  return found.kind;
}

/** 双督办: two supervising departments at least for a major hazard, the lead not among them. */
export function checkSupervisors({ grade }: HazardCase, lead: string, supervisors: readonly string[]): void {
  const others = new Set(supervisors.filter((code) => code !== lead));
  if (others.size < supervisors.length || (grade === 'MAJOR' && others.size < 2)) {
    throw refuse.SupervisorsTooFew({ field: 'supervisorCodes', got: supervisors.join(', ') });
  }
}
