import {
  NATIONWIDE,
  StepNotAllowed,
  deadlineOf,
  declareError,
  isWithin,
  ruleOn,
  type Caller,
  type CatalogueError,
  type LegalDeadline,
  checkDay,
  wordsOf,
  DeciderMustDiffer,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { DishonestyListing } from '../listing/listing';
import { OWNER } from '../listing/listing.rules';
import { ListingStatus, type DishonestyList, type ListingGround } from '../listing/listing.terms';
import type { DecideListingInput } from './decision.inputs';

export const GroundNotOfList = declareError(
  'GROUND_NOT_OF_LIST',
  '{field} 应为该名单的列入情形：{allowed}；收到：{got}。',
  '{field} must be a case of this list: {allowed}; but got: {got}.',
);
export const AlreadyProposed = declareError(
  'LISTING_ALREADY_PROPOSED',
  '告知书 {got} 已用于 {key}。',
  'The notice {got} was used for {key} already.',
);
export const ObjectionPeriodRunning = declareError(
  'OBJECTION_PERIOD_RUNNING',
  '{key} 的陈述申辩期至 {until} 届满，{field} 不得早于次日，收到：{got}。',
  'The subject of {key} may object until {until}; {field} must be later, but got: {got}.',
);
export const ObjectionLate = declareError(
  'OBJECTION_LATE',
  '陈述申辩应在 {from} 至 {until} 之间提出，收到：{got}。',
  'An objection is made between {from} and {until}, but got: {got}.',
);
export const ObjectionUnanswered = declareError(
  'OBJECTION_UNANSWERED',
  '{key} 有陈述申辩，决定须载明复核意见（{field}）。',
  '{key} was objected to: the decision needs what was found of it, in {field}.',
);
export const PenaltyMissing = declareError(
  'LISTING_PENALTY_MISSING',
  '列入决定须与行政处罚决定一并作出，缺少 {field}。',
  'A listing is decided together with a penalty: {field} is missing.',
);
export const DecidedApart = declareError(
  'LISTING_DECIDED_APART',
  '列入决定应与行政处罚决定同日作出（{date}），{field} 收到：{got}。',
  'A listing is decided on the day of its penalty, {date}; {field} is: {got}.',
);
export const ConsentMissing = declareError(
  'LISTING_CONSENT_MISSING',
  '县级、设区的市级部门作出列入决定须经上一级部门同意，缺少 {field}。',
  'A department of a county or city needs the consent of the level above: {field} is missing.',
);
export const ConsentNotFromAbove = declareError(
  'LISTING_CONSENT_NOT_FROM_ABOVE',
  '{field} 应为 {department} 的同类上级部门，收到：{got}。',
  '{field} must be a department of the same kind above {department}, but got: {got}.',
);

/** 令44号 第五至十条; 令11号 ([G]). */
const GROUNDS: Readonly<Record<DishonestyList, readonly ListingGround[]>> = {
  MARKET_SERIOUS_ILLEGAL: [
    'FOOD',
    'DRUGS',
    'QUALITY_SAFETY',
    'CONSUMER_RIGHTS',
    'FAIR_COMPETITION',
    'OBSTRUCTION',
  ],
  WORK_SAFETY_SERIOUS: [
    'GRAVE_ACCIDENT',
    'REPEATED_ACCIDENTS',
    'CONCEALMENT',
    'UNLICENSED',
    'FALSE_REPORT',
    'REFUSAL',
  ],
};

export function checkGround(list: DishonestyList, ground: ListingGround): void {
  const allowed = GROUNDS[list];
  if (!allowed.includes(ground))
    throw GroundNotOfList({ field: 'ground', allowed: allowed.join(', '), got: ground });
}

/** Why a step is not taken in the state that a listing is in. */
export function refusalOfStep(
  { id, publishedOn }: Pick<DishonestyListing, 'id' | 'publishedOn'>,
  step: string,
  status: ListingStatus,
  allowed: readonly string[],
): CatalogueError {
  const isAgain = step === 'publishListing' && publishedOn !== null;
  const others = allowed.filter((each) => each !== step);
  return StepNotAllowed({
    key: id,
    status: isAgain ? PUBLISHED : wordsOf(ListingStatus, status),
    step,
    allowed: (status === 'LISTED' ? ['applyForRepair', ...others] : others).join(', ') || '–',
  });
}
const PUBLISHED = { zh: '已公示', en: 'published', code: 'PUBLISHED' };

/** The last day on which the subject may object. `decidedOn` of a listing under notice is the day of the notice. */
export function objectionBy({
  list,
  decidedOn,
}: Pick<DishonestyListing, 'list' | 'decidedOn'>): LegalDeadline {
  const whose = { department: OWNER[list] };
  return deadlineOf(ruleOn(legalNumbers, 'credit.objection', decidedOn, 'notifiedOn', whose), decidedOn);
}

export function checkObjection(listing: DishonestyListing, objectedOn: string, today: string): void {
  const until = objectionBy(listing).date;
  if (objectedOn < listing.decidedOn || objectedOn > until)
    throw ObjectionLate({ field: 'objectedOn', from: listing.decidedOn, until, got: objectedOn });
  checkDay('objectedOn', objectedOn, { from: listing.decidedOn, to: today });
}

/** Whoever submits never approves. */
export function checkDecider(key: string, recordedBy: string | null, { subject }: Caller): void {
  if (recordedBy !== null && recordedBy === subject) throw DeciderMustDiffer({ key });
}

/** Everything that must be there before a subject is listed, by the rules of the day of the decision. */
export function checkDecision(
  listing: DishonestyListing,
  input: DecideListingInput,
  caller: Caller,
  today: string,
): void {
  checkDecider(listing.id, listing.proposedBy, caller);
  checkDay('decidedOn', input.decidedOn, { from: listing.decidedOn, to: today });
  const until = objectionBy(listing).date;
  if (input.decidedOn <= until && listing.objection === null)
    throw ObjectionPeriodRunning({ key: listing.id, field: 'decidedOn', until, got: input.decidedOn });
  if (listing.objection !== null && input.objectionFinding === null)
    throw ObjectionUnanswered({ key: listing.id, field: 'objectionFinding' });
  if (!input.listed) return;
  checkPenalty(listing.list, input);
  checkConsent(listing, input);
}

/** 令44号: decided together with a heavy penalty, on its day; 令11号: by the department that has punished. */
function checkPenalty(list: DishonestyList, input: DecideListingInput): void {
  const needed =
    list === 'MARKET_SERIOUS_ILLEGAL'
      ? (['penaltyDocument', 'penaltyOn', 'penalty'] as const)
      : (['penaltyDocument', 'penaltyOn'] as const);
  for (const field of needed) if (input[field] === null) throw PenaltyMissing({ field });
  const { penaltyOn, decidedOn } = input;
  if (penaltyOn === null) return;
  if (list === 'MARKET_SERIOUS_ILLEGAL' && penaltyOn !== decidedOn)
    throw DecidedApart({ field: 'decidedOn', date: penaltyOn, got: decidedOn });
  checkDay('penaltyOn', penaltyOn, { to: decidedOn });
}

/** Whether a department of this division needs the level above to agree, by the rule of the day. */
export function needsConsent(list: DishonestyList, departmentCode: string, decidedOn: string): boolean {
  const place = placeOf(departmentCode);
  return (
    place !== NATIONWIDE &&
    !place.endsWith('0000') &&
    ruleOn(legalNumbers, `credit.${list}.consent`, decidedOn, 'decidedOn').value > 0
  );
}

function checkConsent(
  { list, departmentCode }: DishonestyListing,
  { decidedOn, consentDocument, consentDepartment }: DecideListingInput,
): void {
  if (!needsConsent(list, departmentCode, decidedOn)) return;
  if (consentDocument === null) throw ConsentMissing({ field: 'consentDocument' });
  if (consentDepartment === null) throw ConsentMissing({ field: 'consentDepartment' });
  const [place, above] = [placeOf(departmentCode), placeOf(consentDepartment)];
  if (place === above || !isWithin(place, above) || !consentDepartment.endsWith(`-${OWNER[list]}`))
    throw ConsentNotFromAbove({
      field: 'consentDepartment',
      department: departmentCode,
      got: consentDepartment,
    });
}

/** 430682-MARKET_SUPERVISION → 430682; of the state's own departments the whole country. */
function placeOf(departmentCode: string): string {
  const [place = ''] = departmentCode.split('-');
  return place === 'CN' ? NATIONWIDE : place;
}
