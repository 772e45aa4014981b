import {
  Unreachable,
  addWorkingDays,
  declareError,
  deadlineOf,
  regionPrefix,
  ruleOn,
  type CatalogueError,
  type Deadline,
} from '../../kernel';
import type { EnforcementCase } from '../case/case';
import { legalNumbers, type LegalNumber } from '../legal-numbers';
import type { PenaltyDecision } from './penalty-decision';
import type { PenaltyKind, PublicityExclusion } from './penalty.terms';

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

/** 令45号 第二条 and what may never be shown; `stated` is what the officer says of the party. */
export function exclusionOf(
  { kinds, procedure }: Pick<PenaltyDecision, 'kinds' | 'procedure'>,
  stated: PublicityExclusion | null,
): PublicityExclusion | null {
  if (stated !== null) return stated;
  if (procedure === 'SUMMARY') return 'SUMMARY_PROCEDURE';
  return kinds.every((kind) => kind === 'WARNING') ? 'WARNING_ONLY' : null;
}

type Decided = Pick<
  PenaltyDecision,
  'decidedOn' | 'departmentKind' | 'regionCode' | 'partyRegionCode' | 'pushedOn' | 'exclusion'
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
export function pushBy(decision: Decided): Deadline | null {
  if (
    decision.exclusion !== null ||
    decision.departmentKind !== 'MARKET_SUPERVISION' ||
    !isInAnotherProvince(decision)
  )
    return null;
  return after('enforcement.publish.push', decision.decidedOn);
}

/**
 * The last day for publishing, by the department that decided: 令45号 for market supervision, 安全生产法 第七十八条 for
 * emergency management, 政府信息公开条例 for the others. Not stored: the notice of a new year may move it.
 */
export function publishBy(decision: Decided): Deadline | null {
  if (decision.exclusion !== null) return null;
  if (decision.departmentKind === 'EMERGENCY_MANAGEMENT')
    return after('enforcement.publish.work-safety', decision.decidedOn);
  if (decision.departmentKind !== 'MARKET_SUPERVISION')
    return after('enforcement.publish.other', decision.decidedOn);
  const push = pushBy(decision);
  if (push === null) return after('enforcement.publish.same-province', decision.decidedOn);
  const { value } = ruleOn(legalNumbers, 'enforcement.publish.receive', decision.decidedOn, 'decidedOn');
  return addWorkingDays(decision.pushedOn ?? push.date, value);
}

function after(id: LegalNumber, decidedOn: string): Deadline {
  return deadlineOf(ruleOn(legalNumbers, id, decidedOn, 'decidedOn'), decidedOn);
}

type Weight = Pick<PenaltyDecision, 'kinds' | 'fine' | 'partyKind' | 'decidedOn'>;

/** 通报批评 or a fine of a lower amount and nothing worse (a warning beside it changes nothing); else the higher class. */
export function classOf({ kinds, fine, partyKind, decidedOn }: Weight): 'LOWER' | 'HIGHER' {
  const isLight = kinds.every((kind) => kind === 'WARNING' || kind === 'CRITICISM' || kind === 'FINE');
  const most = ruleOn(legalNumbers, `enforcement.lower-fine.${partyKind}`, decidedOn, 'decidedOn').value;
  return isLight && Number(fine ?? 0) <= most ? 'LOWER' : 'HIGHER';
}

/** The last day on which it is public: the term of its class from its publication, or of the restriction that lasts longer. */
export function publicUntil(
  decision: Weight & Pick<PenaltyDecision, 'restrictedUntil'>,
  publishedOn: string,
): string {
  const term = deadlineOf(
    ruleOn(legalNumbers, `enforcement.public.${classOf(decision)}`, decision.decidedOn, 'decidedOn'),
    publishedOn,
  ).date;
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

/** Whether, and from when, what is public may be ended early; the repair rule of 2025-12-25 sets a least time. */
export function checkStop(decision: PenaltyDecision, today: string): void {
  const { documentNumber: key, kinds, decidedOn, publishedOn } = decision;
  const never = kinds.filter((kind) => NEVER.includes(kind));
  if (never.length > 0) throw NeverStopped({ key, kinds: never.join(', ') });
  const least = legalNumbers.get(`enforcement.public-least.${classOf(decision)}`)?.[0];
  if (!least || decidedOn < least.from) return;
  const from = deadlineOf(ruleOn(legalNumbers, least.id, decidedOn), publishedOn ?? today).date;
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
export function withdrawBy(annulledOn: string): Deadline {
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
