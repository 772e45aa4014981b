import {
  Unreachable,
  declareError,
  deadlineOf,
  regionPrefix,
  ruleOn,
  termEnd,
  type CatalogueError,
  type LegalDeadline,
} from '../../kernel';
import type { EnforcementCase } from '../case/case';
import { isWorkSafety } from '../case/case-cause';
import { legalNumbers, type LegalNumber } from '../legal-numbers';
import type { PenaltyDecision } from './penalty-decision';
import type { BreachClass, PenaltyKind, PublicityExclusion } from './penalty.terms';

export const NotForPublication = declareError(
  'NOT_FOR_PUBLICATION',
  '{key} 不予公示：{exclusion:PublicityExclusion}。',
  '{key} is never published: {exclusion:PublicityExclusion}.',
);
export const PublishedAlready = declareError(
  'PUBLISHED_ALREADY',
  '{key} 已于 {on} 公示。',
  '{key} was published on {on} already.',
);
export const NotPublic = declareError('NOT_PUBLIC', '{key} 当前不在公示。', '{key} is not public today.');
export const StopTooEarly = declareError(
  'STOP_TOO_EARLY',
  '{key} 最早可于 {from} 提前停止公示。',
  'The publication of {key} may be ended on {from} at the earliest.',
);
export const NeverStopped = declareError(
  'NEVER_STOPPED_EARLY',
  '{key} 含 {kinds:PenaltyKind}，不得提前停止公示。',
  '{key} holds {kinds:PenaltyKind}: its publication is never ended early.',
);
export const NotInAnotherProvince = declareError(
  'NOT_IN_ANOTHER_PROVINCE',
  '{key} 的当事人在本省，无须推送。',
  'The party of {key} is in the same province, there is nothing to push.',
);

export const FineMismatch = declareError(
  'FINE_MISMATCH',
  '有罚款时必须写明金额，无罚款时不得写金额，收到：{got}。',
  'An amount must be given with a fine, and only then, but got: {got}.',
);

export const SummaryTooHeavy = declareError(
  'SUMMARY_PENALTY_TOO_HEAVY',
  '简易程序只适用于警告和不超过 {max} 元的罚款，{field} 收到：{got}。',
  'The summary procedure is for a warning and for fines of at most {max} yuan, but {field} is: {got}.',
);

/** What a decision has of its case: so that figures and publicity need no join. */
export function ofCase(decided: EnforcementCase) {
  const {
    number: caseNumber,
    causeCode,
    procedure,
    departmentCode,
    departmentKind,
    regionCode,
    matterCodes,
    synthetic,
  } = decided;
  const { partyKind, partyUscc, storedPartyName, partyRegionCode, industryCode } = decided;
  const handled = {
    caseNumber,
    causeCode,
    procedure,
    departmentCode,
    departmentKind,
    regionCode,
    matterCodes,
    synthetic,
  };
  return { ...handled, partyKind, partyUscc, storedPartyName, partyRegionCode, industryCode };
}

/** An amount stands with a fine, and only then. */
export function checkFine(kinds: readonly PenaltyKind[], fine: string | null): void {
  if (kinds.includes('FINE') !== (fine !== null && Number(fine) > 0))
    throw FineMismatch({ field: 'fine', got: fine });
}

/** 行政处罚法 第五十一条: on the spot nothing but a warning or a small fine is imposed. */
export function checkSummary(
  { procedure, partyKind }: Pick<EnforcementCase, 'procedure' | 'partyKind'>,
  { kinds, fine, decidedOn }: Pick<PenaltyDecision, 'kinds' | 'fine' | 'decidedOn'>,
): void {
  if (procedure !== 'SUMMARY') return;
  const { value: max } = ruleOn(
    legalNumbers,
    `enforcement.summary-fine.${partyKind}`,
    decidedOn,
    'decidedOn',
  );
  const heavier = kinds.filter((kind) => kind !== 'WARNING' && kind !== 'FINE');
  if (heavier.length > 0) throw SummaryTooHeavy({ field: 'kinds', max, got: heavier.join(', ') });
  if (Number(fine ?? 0) > max) throw SummaryTooHeavy({ field: 'fine', max, got: fine });
}

/** 《市场监督管理信用修复管理办法》: decisions since this day are public by the class of the breach. */
const CLASSES_SINCE = '2025-12-25';

/** The class of a breach: stated, or general; nothing but a warning or a criticism is minor. Older decisions have none. */
export function breachOf({
  kinds,
  decidedOn,
  breachClass,
}: Pick<PenaltyDecision, 'kinds' | 'decidedOn' | 'breachClass'>): BreachClass | null {
  if (decidedOn < CLASSES_SINCE) return null;
  if (breachClass !== null) return breachClass;
  return kinds.every((kind) => kind === 'WARNING' || kind === 'CRITICISM') ? 'MINOR' : 'GENERAL';
}

/** 令45号 第二条, a minor breach and what may never be shown; `stated` is what the officer says of the party. */
export function exclusionOf(
  {
    kinds,
    procedure,
    decidedOn,
    breachClass,
  }: Pick<PenaltyDecision, 'kinds' | 'procedure' | 'decidedOn' | 'breachClass'>,
  stated: PublicityExclusion | null,
): PublicityExclusion | null {
  if (stated !== null) return stated;
  if (procedure === 'SUMMARY') return 'SUMMARY_PROCEDURE';
  if (kinds.every((kind) => kind === 'WARNING')) return 'WARNING_ONLY';
  return breachOf({ kinds, decidedOn, breachClass }) === 'MINOR' ? 'SLIGHT_BREACH' : null;
}

type Decided = Pick<
  PenaltyDecision,
  'decidedOn' | 'departmentKind' | 'causeCode' | 'regionCode' | 'partyRegionCode' | 'pushedOn' | 'exclusion'
>;

export function isInAnotherProvince({
  regionCode,
  partyRegionCode,
}: Pick<Decided, 'regionCode' | 'partyRegionCode'>): boolean {
  return regionPrefix(regionCode) !== '' && regionCode.slice(0, 2) !== partyRegionCode.slice(0, 2);
}

/** Only what concerns another province is pushed there. */
export function checkElsewhere(decision: PenaltyDecision): void {
  if (!isInAnotherProvince(decision)) throw NotInAnotherProvince({ key: decision.documentNumber });
}

/** The last day for pushing a decision to the party’s province (令45号 第十条); null where there is nothing to push. */
export function pushBy(decision: Decided): LegalDeadline | null {
  if (
    decision.exclusion !== null ||
    decision.departmentKind !== 'MARKET_SUPERVISION' ||
    !isInAnotherProvince(decision)
  )
    return null;
  return after('enforcement.publish.push', decision.decidedOn);
}

/**
 * The last day for publishing: 安全生产法 第七十八条第二款 for penalties under that law by any department, and for emergency
 * management; else 令45号 for market supervision, 政府信息公开条例 for the others. Not stored: the notice of a new year may move it.
 */
export function publishBy(decision: Decided): LegalDeadline | null {
  if (decision.exclusion !== null) return null;
  if (decision.departmentKind === 'EMERGENCY_MANAGEMENT' || isWorkSafety(decision.causeCode))
    return after('enforcement.publish.work-safety', decision.decidedOn);
  if (decision.departmentKind !== 'MARKET_SUPERVISION')
    return after('enforcement.publish.other', decision.decidedOn);
  const push = pushBy(decision);
  if (push === null) return after('enforcement.publish.same-province', decision.decidedOn);
  const rule = ruleOn(legalNumbers, 'enforcement.publish.receive', decision.decidedOn, 'decidedOn');
  return deadlineOf(rule, decision.pushedOn ?? push.date);
}

function after(id: LegalNumber, decidedOn: string): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, id, decidedOn, 'decidedOn'), decidedOn);
}

type Weight = Pick<PenaltyDecision, 'kinds' | 'fine' | 'partyKind' | 'decidedOn' | 'breachClass'>;

/** The class by which it is public: since 2025-12-25 that of the breach, before that of the penalty (令45号 第十三条). */
function publicityClass(decision: Weight): 'LOWER' | 'HIGHER' | 'GENERAL' | 'SERIOUS' {
  const breach = breachOf(decision);
  if (breach === null) return classOf(decision);
  return breach === 'SERIOUS' ? 'SERIOUS' : 'GENERAL';
}

/** How long it is public at most. */
export function publicityRule(decision: Weight) {
  const { decidedOn } = decision;
  return ruleOn(legalNumbers, `enforcement.public.${publicityClass(decision)}`, decidedOn, 'decidedOn');
}

/** 通报批评 or a fine of a lower amount and nothing worse (a warning beside it changes nothing); else the higher class. */
export function classOf({
  kinds,
  fine,
  partyKind,
  decidedOn,
}: Omit<Weight, 'breachClass'>): 'LOWER' | 'HIGHER' {
  const isLight = kinds.every((kind) => kind === 'WARNING' || kind === 'CRITICISM' || kind === 'FINE');
  const most = ruleOn(legalNumbers, `enforcement.lower-fine.${partyKind}`, decidedOn, 'decidedOn').value;
  return isLight && Number(fine ?? 0) <= most ? 'LOWER' : 'HIGHER';
}

/** The last day on which it is public: the term of its class from its publication, or of the restriction that lasts longer. */
export function publicUntil(
  decision: Weight & Pick<PenaltyDecision, 'restrictedUntil'>,
  publishedOn: string,
): string {
  const term = termEnd(publicityRule(decision), publishedOn);
  return decision.restrictedUntil !== null && decision.restrictedUntil > term
    ? decision.restrictedUntil
    : term;
}

/** 令45号 第十四条: these are public to the end. */
const NEVER: readonly PenaltyKind[] = [
  'PRODUCTION_SUSPENSION',
  'ACTIVITY_RESTRICTION',
  'EMPLOYMENT_BAN',
  'QUALIFICATION_DOWNGRADE',
  'LICENCE_REVOCATION',
];

/** From when what is public may be ended early: the least time of the class, which there is since 2025-12-25. */
export function checkStop(decision: PenaltyDecision, today: string): void {
  const { documentNumber: key, kinds, decidedOn, publishedOn } = decision;
  const never = kinds.filter((kind) => NEVER.includes(kind));
  if (never.length > 0) throw NeverStopped({ key, kinds: never.join(', ') });
  const breach = publicityClass(decision);
  if (breach === 'LOWER' || breach === 'HIGHER') return;
  const least = ruleOn(legalNumbers, `enforcement.public-least.${breach}`, decidedOn, 'decidedOn');
  const from = termEnd(least, publishedOn ?? today);
  if (today < from) throw StopTooEarly({ key, from });
}

type Publication = Pick<
  PenaltyDecision,
  'publishedOn' | 'publicUntil' | 'stoppedOn' | 'withdrawnOn' | 'exclusion'
>;

/** Whether anyone may see it on a day, its last day included. `isPublic` of penalty.lists.ts is the same rule in SQL. */
export function isPublicOn(
  { publishedOn, publicUntil, stoppedOn, withdrawnOn, exclusion }: Publication,
  today: string,
): boolean {
  if (exclusion !== null || stoppedOn !== null || withdrawnOn !== null) return false;
  return publishedOn !== null && publicUntil !== null && publishedOn <= today && today <= publicUntil;
}

/** 三个工作日内撤回 (行政处罚法 第四十八条). */
export function withdrawBy(annulledOn: string): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.withdraw', annulledOn, 'annulledOn'), annulledOn);
}

/** How far the publication of a decision is on a day. */
export type Publicity = 'EXCLUDED' | 'UNPUBLISHED' | 'PUBLIC' | 'ENDED';

export function publicityOn(decision: Publication, today: string): Publicity {
  if (decision.exclusion !== null) return 'EXCLUDED';
  if (decision.publishedOn === null) return 'UNPUBLISHED';
  return isPublicOn(decision, today) ? 'PUBLIC' : 'ENDED';
}

/** Why a decision is not published, or its publication not ended, on such a day. */
export function refusedIn(decision: PenaltyDecision, step: string, publicity: Publicity): CatalogueError {
  const { documentNumber: key, exclusion, publishedOn } = decision;
  if (step === 'stopPublicity') return NotPublic({ key });
  switch (publicity) {
    case 'EXCLUDED':
      return NotForPublication({ key, exclusion });
    case 'PUBLIC':
    case 'ENDED':
      return PublishedAlready({ key, on: publishedOn });
    case 'UNPUBLISHED':
      return NotPublic({ key });
    default:
      throw new Unreachable(publicity);
  }
}

/** Whether a decision should have been published before this day. */
export function isPublicationOverdue(decision: Decided & Publication, today: string): boolean {
  return (
    decision.publishedOn === null &&
    decision.withdrawnOn === null &&
    (publishBy(decision)?.date ?? today) < today
  );
}
