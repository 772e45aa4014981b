import { addWorkingDays, declareError, deadlineOf, regionPrefix, ruleOn, type Deadline } from '../../kernel';
import type { PenaltyKind } from '../case/case.terms';
import { legalNumbers, type LegalNumber } from '../legal-numbers';
import type { PenaltyDecision, PublicityExclusion } from './penalty-decision';

export const NotForPublication = declareError(
  'NOT_FOR_PUBLICATION',
  '{key} 不予公示：{exclusion:PublicityExclusion}。',
  '{key} is never published: {exclusion:PublicityExclusion}.',
);
export const PublishedAlready = declareError('PUBLISHED_ALREADY', '{key} 已于 {on} 公示。', '{key} was published on {on} already.');
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

/** An amount stands with a fine, and only then. */
export function checkFine(kinds: readonly PenaltyKind[], fine: string | null): void {
  if (kinds.includes('FINE') !== (fine !== null && Number(fine) > 0)) throw FineMismatch({ field: 'fine', got: fine });
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

type Decided = Pick<PenaltyDecision, 'decidedOn' | 'departmentKind' | 'regionCode' | 'partyRegionCode' | 'pushedOn' | 'exclusion'>;

export function isInAnotherProvince({ regionCode, partyRegionCode }: Pick<Decided, 'regionCode' | 'partyRegionCode'>): boolean {
  return regionPrefix(regionCode) !== '' && regionCode.slice(0, 2) !== partyRegionCode.slice(0, 2);
}

/** The last day for pushing a decision to the party’s province (令45号 第十条); null where there is nothing to push. */
export function pushBy(one: Decided): Deadline | null {
  if (one.exclusion !== null || one.departmentKind !== 'MARKET_SUPERVISION' || !isInAnotherProvince(one)) return null;
  return after('enforcement.publish.push', one.decidedOn);
}

/**
 * The last day for publishing, by the department that decided: 令45号 for market supervision, 安全生产法 第七十八条 for
 * emergency management, 政府信息公开条例 for the others. Not stored: the notice of a new year may move it.
 */
export function publishBy(one: Decided): Deadline | null {
  if (one.exclusion !== null) return null;
  if (one.departmentKind === 'EMERGENCY_MANAGEMENT') return after('enforcement.publish.work-safety', one.decidedOn);
  if (one.departmentKind !== 'MARKET_SUPERVISION') return after('enforcement.publish.other', one.decidedOn);
  const push = pushBy(one);
  if (push === null) return after('enforcement.publish.same-province', one.decidedOn);
  const { value } = ruleOn(legalNumbers, 'enforcement.publish.receive', one.decidedOn, 'decidedOn');
  return addWorkingDays(one.pushedOn ?? push.date, value);
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
export function publicUntil(one: Weight & Pick<PenaltyDecision, 'restrictedUntil'>, publishedOn: string): string {
  const term = deadlineOf(ruleOn(legalNumbers, `enforcement.public.${classOf(one)}`, one.decidedOn, 'decidedOn'), publishedOn).date;
  return one.restrictedUntil !== null && one.restrictedUntil > term ? one.restrictedUntil : term;
}

/** 令45号 第十四条: these are public to the end. */
const NEVER: readonly PenaltyKind[] = [
  'PRODUCTION_SUSPENSION',
  'ACTIVITY_RESTRICTION',
  'EMPLOYMENT_BAN',
  'QUALIFICATION_DOWNGRADE',
  'LICENCE_REVOCATION',
];

/** Whether, and from when, a publication may be ended early; the repair rule of 2025-12-25 sets a least time. */
export function checkStop(one: PenaltyDecision, today: string): void {
  const { documentNumber: key, kinds, decidedOn, publishedOn } = one;
  if (!isPublicOn(one, today)) throw NotPublic({ key });
  const never = kinds.filter((kind) => NEVER.includes(kind));
  if (never.length > 0) throw NeverStopped({ key, kinds: never.join(', ') });
  const least = legalNumbers.get(`enforcement.public-least.${classOf(one)}`)?.[0];
  if (!least || decidedOn < least.from) return;
  const from = deadlineOf(ruleOn(legalNumbers, least.id, decidedOn), publishedOn ?? today).date;
  if (today < from) throw StopTooEarly({ key, from });
}

type Publication = Pick<PenaltyDecision, 'publishedOn' | 'publicUntil' | 'stoppedOn' | 'withdrawnOn' | 'exclusion'>;

/** Whether anyone may see it on a day, its last day included. `isPublic` of penalty.loaders.ts is the same rule in SQL. */
export function isPublicOn({ publishedOn, publicUntil, stoppedOn, withdrawnOn, exclusion }: Publication, today: string): boolean {
  if (exclusion !== null || stoppedOn !== null || withdrawnOn !== null) return false;
  return publishedOn !== null && publicUntil !== null && publishedOn <= today && today <= publicUntil;
}

/** 三个工作日内撤回 (行政处罚法 第四十八条). */
export function withdrawBy(annulledOn: string): Deadline {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.withdraw', annulledOn, 'annulledOn'), annulledOn);
}
