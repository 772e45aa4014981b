import {
  AuthenticationRequired,
  alike,
  documentNumber,
  isTipNumber,
  isWithin,
  knowsOfTip,
  readDepartmentCode,
  ruleFor,
  shaped,
  undashedCode,
  type Acting,
  type Caller,
  type DepartmentKind,
  type HazardDomain,
  type TipWord,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { Hazard } from './hazard';
import * as refuse from './refusals.rules';
import type { Escalation, HazardChannel, HazardOrigin, HazardStatus } from './hazard.terms';

/** Once a step was taken here, the record is ours: what another system sends of it no longer replaces it. */
export const OURS = 'onematter';

/** Numbers that this system gives end in small letters, and those of other systems are as they gave them. */
export const hazardNumber = documentNumber(
  64,
  shaped((each) => /^[\w〔〕()第号\-.:]{1,64}$/.test(each), alike('YH430682-2026-0001')),
);
export const deviceCode = undashedCode(
  20,
  shaped((each) => /^[0-9A-Z]{4,20}$/.test(each), alike('31104310220240001')),
);

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
  | 'domain'
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
export const OPEN: readonly HazardStatus[] = ['VERIFIED', 'NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'];
export const IN_WORK: readonly HazardStatus[] = ['NOTIFIED', 'RECTIFYING'];

/** The agency that reports a hazard; nobody else may write. */
export function reporterOf({ subject, department, departmentCode }: Caller) {
  if (department === null) throw AuthenticationRequired();
  return { reportedBy: subject, reporterKind: department, reporterDepartmentCode: departmentCode };
}

/** A decision is for the kind of department that is competent. */
export function checkCompetent(
  { number, competentKind }: HazardCase,
  { caller: { department } }: Acting,
): void {
  if (department !== competentKind)
    throw refuse.NotCompetent({ number, competent: competentKind, department });
}

/** Supervision is for those who decide, those who were named to supervise, 安委会 and the government. */
export function checkSupervising(
  { number, competentKind, supervisorCodes }: HazardCase,
  { caller: { department } }: Acting,
): void {
  if (department === competentKind) return;
  const kinds = [...COORDINATING, ...supervisorCodes.map((code) => readDepartmentCode(code)?.kind)];
  if (!kinds.includes(department ?? undefined)) throw refuse.NotSupervisor({ number, department });
}

/** 提交与审核分离: nobody judges what they have found, submitted or closed themselves. */
export function checkVerifier({ number, reportedBy }: HazardCase, { caller: { subject } }: Acting): void {
  if (subject === reportedBy) throw refuse.VerifierMustDiffer({ number });
}

export function checkReviewer({ number, rectifiedBy }: HazardCase, { caller: { subject } }: Acting): void {
  if (subject === rectifiedBy) throw refuse.CloserMustDiffer({ number });
}

export function checkCloser(hazard: HazardCase, acting: Acting): void {
  const { number, reportedBy } = hazard;
  if (acting.caller.subject === reportedBy) throw refuse.CloserFoundIt({ number });
  checkReviewer(hazard, acting);
}

export function checkLookBack({ number, closedBy }: HazardCase, { caller: { subject } }: Acting): void {
  if (subject === closedBy) throw refuse.LookBackMustDiffer({ number });
}

/** A major hazard has a plan before it is submitted. */
export function checkPlanned({ number, grade, planned }: HazardCase): void {
  if (grade === 'MAJOR' && !planned) throw refuse.PlanMissing({ number });
}

/** Listed supervision is for major hazards, and once. */
export function checkListing({ number, grade, listedOn }: HazardCase): void {
  if (grade !== 'MAJOR') throw refuse.NotMajor({ number, grade });
  if (listedOn !== null) throw refuse.AlreadyListed({ number, since: listedOn });
}

export function checkHalted({ number, haltedOn }: HazardCase): void {
  if (haltedOn === null) throw refuse.NotHalted({ number });
}

export function checkNotHalted({ number, haltedOn }: HazardCase): void {
  if (haltedOn !== null) throw refuse.AlreadyHalted({ number, since: haltedOn });
}

/** What a hazard says of its source, where that was a tip, to all but the department that has reported it. */
export const BY_TIP = {
  channel: { tip: 'TIP_VERIFIED', reads: 'INSPECTION' },
  origin: { tip: 'TIP', reads: 'INSPECTION' },
} as const satisfies { channel: TipWord<HazardChannel>; origin: TipWord<HazardOrigin> };

export function knowsTipOf(
  { reporterKind, regionCode }: Pick<Hazard, 'reporterKind' | 'regionCode'>,
  caller: Caller,
): boolean {
  return knowsOfTip(caller, reporterKind, regionCode);
}

export function goesBackToTip({
  origin,
  originReference,
}: Pick<Hazard, 'origin' | 'originReference'>): boolean {
  return origin === BY_TIP.origin.tip || isTipNumber(originReference);
}

/** The last day counts: overdue from the day after. `isOverdue` in hazard.lists.ts is the same rule in SQL. */
export function isOverdueOn({ status, dueOn }: Pick<Hazard, 'status' | 'dueOn'>, today: string): boolean {
  return OPEN.includes(status) && dueOn !== null && dueOn < today;
}

/**
 * What a verified hazard is about may not be used until it is closed, once a criterion judges it major or severe (GB 45067-2024:
 * 仍继续使用的; 令57号 第三十条). `againstUse` of standing.lists.ts is the same rule in SQL.
 */
export function isAgainstUse({
  status,
  grade,
  criterionCode,
}: Pick<Hazard, 'status' | 'grade' | 'criterionCode'>): boolean {
  return OPEN.includes(status) && grade !== 'GENERAL' && criterionCode !== null;
}

/** On time: closed on the last day or before. */
export function isOnTime(closedOn: string | null, dueOn: string | null): boolean | null {
  return closedOn === null || dueOn === null ? null : closedOn <= dueOn;
}

/** An extension lies after the present deadline, and is decided before that has passed. */
export function checkExtension({ number, dueOn }: HazardCase, extended: string, today: string): void {
  if (dueOn !== null && dueOn < today) throw refuse.ExtensionTooLate({ number, dueOn });
  if (dueOn === null || extended <= dueOn)
    throw refuse.ExtensionNotLater({ field: 'dueOn', dueOn, got: extended });
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

/** 双督办: how many departments supervise a major fire hazard, where a document of its division, or of one above, says so. */
function leastSupervisors({ grade, domain, regionCode }: HazardCase, today: string): number {
  if (grade !== 'MAJOR' || domain !== 'FIRE') return 0;
  return ruleFor(legalNumbers, 'hazards.supervisors', today, { region: regionCode })?.value ?? 0;
}

/** Departments that supervise are not the one that leads, nor one of them twice. */
export function checkSupervisors(
  hazard: HazardCase,
  lead: string,
  supervisors: readonly string[],
  today: string,
): void {
  const others = new Set(supervisors.filter((code) => code !== lead));
  const least = leastSupervisors(hazard, today);
  if (others.size < supervisors.length || others.size < least) {
    throw refuse.SupervisorsTooFew({ field: 'supervisorCodes', least, got: supervisors.join(', ') });
  }
}

/** Who leads and who supervises a hazard from now on; the kind of the lead is competent. */
export function assigned(
  hazard: HazardCase,
  leadDepartmentCode: string,
  supervisors: readonly string[],
  today: string,
): Pick<Hazard, 'leadDepartmentCode' | 'competentKind' | 'supervisorCodes'> {
  for (const code of supervisors) checkDepartment('supervisorCodes', code, hazard.regionCode);
  checkSupervisors(hazard, leadDepartmentCode, supervisors, today);
  const competentKind = checkDepartment('leadDepartmentCode', leadDepartmentCode, hazard.regionCode);
  return { leadDepartmentCode, competentKind, supervisorCodes: [...new Set(supervisors)] };
}
