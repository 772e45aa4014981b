import { StepNotAllowed, Unreachable, deadlineOf, declareError, ruleOn, type Deadline, checkDay, wordsOf } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import { ListingStatus, type DishonestyListing } from '../listing/listing';
import { statusOn, termOf } from '../listing/listing.rules';
import { RepairStatus, type CreditRepair } from './credit-repair';
import type { RepairInput, RepairVerdict } from './repair.inputs';

export const RepairTooEarly = declareError(
  'REPAIR_TOO_EARLY',
  '{key} 自 {from} 起方可申请提前移出，{field} 收到：{got}。',
  'Early removal of {key} may be asked for from {from} on; {field} is: {got}.',
);
export const RepairConditionUnmet = declareError(
  'REPAIR_CONDITION_UNMET',
  '申请提前移出须满足 {field}。',
  'Early removal may be asked for only when {field} holds.',
);
export const RepairOpen = declareError(
  'REPAIR_OPEN',
  '{key} 已有在办的修复申请 {repair}。',
  '{key} has an application for repair that is still open: {repair}.',
);

/** Early removal: after a year (令44号) or twelve months (令11号), the duties done, the harm removed, no further heavy penalty. */
export function checkApplication(listing: DishonestyListing, input: RepairInput, today: string): void {
  const { id: key, earliestRemovalOn } = listing;
  const status = statusOn(listing, today);
  if (status !== 'LISTED') throw StepNotAllowed({ key, status: wordsOf(ListingStatus, status), step: 'applyForRepair', allowed: '–' });
  const { appliedOn } = input;
  if (earliestRemovalOn === null || appliedOn < earliestRemovalOn)
    throw RepairTooEarly({ field: 'appliedOn', key, from: earliestRemovalOn, got: appliedOn });
  checkDay('appliedOn', appliedOn, { from: earliestRemovalOn, to: today });
  for (const field of ['obligationsDone', 'harmRemoved', 'noFurtherPenalty'] as const)
    if (!input[field]) throw RepairConditionUnmet({ field, got: false });
}

/** The last day for accepting or refusing an application. */
export function acceptBy({ appliedOn }: Pick<CreditRepair, 'appliedOn'>): Deadline {
  return deadlineOf(ruleOn(legalNumbers, 'credit.repair.accept', appliedOn, 'appliedOn'), appliedOn);
}

/** The last day for deciding it, by the rule of the day on which it was accepted; none before that. */
export function decideBy({ acceptedOn }: Pick<CreditRepair, 'acceptedOn'>): Deadline | null {
  return acceptedOn === null ? null : deadlineOf(ruleOn(legalNumbers, 'credit.repair.decide', acceptedOn, 'acceptedOn'), acceptedOn);
}

/** Whether the step that is next is late. */
export function isLate(repair: Pick<CreditRepair, 'status' | 'appliedOn' | 'acceptedOn'>, today: string): boolean {
  if (repair.status === 'APPLIED') return acceptBy(repair).date < today;
  return repair.status === 'ACCEPTED' && (decideBy(repair)?.date ?? today) < today;
}

/** Which verdicts may follow which state, and the state that they lead to. */
const NEXT: Readonly<Record<RepairStatus, Partial<Record<RepairVerdict, RepairStatus>>>> = {
  APPLIED: { ACCEPT: 'ACCEPTED', NOT_ACCEPT: 'NOT_ACCEPTED' },
  ACCEPTED: { GRANT: 'GRANTED', REFUSE: 'REFUSED' },
  GRANTED: { FALSE: 'FALSE' },
  NOT_ACCEPTED: {},
  REFUSED: {},
  FALSE: {},
};

/** The state that a verdict leads to, on a day that is not before the last step. */
export function nextOf(repair: CreditRepair, verdict: RepairVerdict, on: string, today: string): RepairStatus {
  const { id: key, status } = repair;
  const next = NEXT[status][verdict];
  if (!next)
    throw StepNotAllowed({
      key,
      status: wordsOf(RepairStatus, status),
      step: verdict,
      allowed: Object.keys(NEXT[status]).join(', ') || '–',
    });
  checkDay('decidedOn', on, { from: repair.decidedOn ?? repair.acceptedOn ?? repair.appliedOn, to: today });
  return next;
}

/** What a verdict makes of the listing; null if nothing. A false application restores it, and its term begins on that day. */
export function listingAfter(
  listing: DishonestyListing,
  verdict: RepairVerdict,
  on: string,
  today: string,
): Partial<DishonestyListing> | null {
  const { id: key } = listing;
  const status = statusOn(listing, today);
  switch (verdict) {
    case 'ACCEPT':
    case 'NOT_ACCEPT':
    case 'REFUSE':
      return null;
    case 'GRANT':
      if (status !== 'LISTED')
        throw StepNotAllowed({ key, status: wordsOf(ListingStatus, status), step: verdict, allowed: 'NOT_ACCEPT, REFUSE' });
      return { status: 'REMOVED_EARLY', removedOn: on, removalReason: '信用修复，提前移出' };
    case 'FALSE':
      if (status !== 'REMOVED_EARLY') throw StepNotAllowed({ key, status: wordsOf(ListingStatus, status), step: verdict, allowed: '–' });
      return { status: 'LISTED', removedOn: null, removalReason: null, listedOn: on, ...termOf(listing.list, on) };
    default:
      throw new Unreachable(verdict);
  }
}
