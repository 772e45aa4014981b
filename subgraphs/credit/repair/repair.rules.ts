import {
  StepNotAllowed,
  Unreachable,
  checkDay,
  deadlineOf,
  declareError,
  readDepartmentCode,
  ruleOn,
  valuesOf,
  wordsOf,
  type CatalogueError,
  type LegalDeadline,
} from '../../kernel';
import type { ListingStepKind } from '../decision/listing-step';
import { legalNumbers } from '../legal-numbers';
import type { DishonestyListing } from '../listing/listing';
import { statusOn, termOf } from '../listing/listing.rules';
import { ListingStatus } from '../listing/listing.terms';
import {
  RepairStatus,
  RepairVerdict,
  type CreditRepair,
  type DecideRepairInput,
  type RepairInput,
} from './credit-repair';

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
export const RepairDocumentUsed = declareError(
  'REPAIR_DOCUMENT_USED',
  '{field} {got} 已用于修复申请 {repair}：同一列入的两次申请不得以一份决定书办理。',
  '{field} {got} has decided the application {repair}: one document does not decide two about the same listing.',
);

/** Early removal: after a year (令44号) or twelve months (令11号), the duties done, the harm removed, no further heavy penalty. */
export function checkApplication(listing: DishonestyListing, input: RepairInput, today: string): void {
  const { id: key, earliestRemovalOn } = listing;
  const status = statusOn(listing, today);
  if (status !== 'LISTED')
    throw StepNotAllowed({
      key,
      status: wordsOf(ListingStatus, status),
      step: 'applyForRepair',
      allowed: '–',
    });
  const { appliedOn } = input;
  if (earliestRemovalOn === null || appliedOn < earliestRemovalOn)
    throw RepairTooEarly({ field: 'appliedOn', key, from: earliestRemovalOn, got: appliedOn });
  checkDay('appliedOn', appliedOn, { from: earliestRemovalOn, to: today });
  for (const field of ['obligationsDone', 'harmRemoved', 'noFurtherPenalty'] as const)
    if (!input[field]) throw RepairConditionUnmet({ field, got: false });
}

/** The last day for accepting or refusing an application. */
export function acceptBy(repair: Pick<CreditRepair, 'departmentCode' | 'appliedOn'>): LegalDeadline {
  const { appliedOn } = repair;
  const rule = ruleOn(legalNumbers, 'credit.repair.accept', appliedOn, 'appliedOn', keeperOf(repair));
  return deadlineOf(rule, appliedOn);
}

/** Who keeps a list receives the applications for it, and follows the order of that list. */
function keeperOf({ departmentCode }: Pick<CreditRepair, 'departmentCode'>) {
  return { department: readDepartmentCode(departmentCode)?.kind };
}

/** The last day for deciding it, by the rule of the day on which it was accepted; none before that. */
export function decideBy(repair: Pick<CreditRepair, 'departmentCode' | 'acceptedOn'>): LegalDeadline | null {
  const { acceptedOn } = repair;
  if (acceptedOn === null) return null;
  const rule = ruleOn(legalNumbers, 'credit.repair.decide', acceptedOn, 'acceptedOn', keeperOf(repair));
  return deadlineOf(rule, acceptedOn);
}

/** Whether the step that is next is late. */
export function isLate(
  repair: Pick<CreditRepair, 'departmentCode' | 'status' | 'appliedOn' | 'acceptedOn'>,
  today: string,
): boolean {
  if (repair.status === 'APPLIED') return acceptBy(repair).date < today;
  return repair.status === 'ACCEPTED' && (decideBy(repair)?.date ?? today) < today;
}

interface Verdict {
  from: RepairStatus;
  to: RepairStatus;
  /** What the history of the listing calls it. */
  event: ListingStepKind;
}
/** What may be decided about an application: in which state, and the state that it leads to. */
export const VERDICTS: Readonly<Record<RepairVerdict, Verdict>> = {
  ACCEPT: { from: 'APPLIED', to: 'ACCEPTED', event: 'REPAIR_ACCEPTED' },
  NOT_ACCEPT: { from: 'APPLIED', to: 'NOT_ACCEPTED', event: 'REPAIR_NOT_ACCEPTED' },
  GRANT: { from: 'ACCEPTED', to: 'GRANTED', event: 'REPAIR_GRANTED' },
  REFUSE: { from: 'ACCEPTED', to: 'REFUSED', event: 'REPAIR_REFUSED' },
  FALSE: { from: 'GRANTED', to: 'FALSE', event: 'RESTORED' },
};

/** Why something is not decided in the state that an application is in. */
export function refusalOfVerdict(
  { id: key, status }: Pick<CreditRepair, 'id' | 'status'>,
  step: string,
): CatalogueError {
  const allowed = valuesOf(RepairVerdict).filter((each) => VERDICTS[each].from === status);
  return StepNotAllowed({
    key,
    status: wordsOf(RepairStatus, status),
    step,
    allowed: allowed.join(', ') || '–',
  });
}

/** A verdict is given in the state that it follows, and not before the last one. */
export function checkVerdict(
  repair: CreditRepair,
  { verdict, decidedOn }: DecideRepairInput,
  today: string,
): void {
  if (VERDICTS[verdict].from !== repair.status) throw refusalOfVerdict(repair, verdict);
  checkDay('decidedOn', decidedOn, {
    from: repair.decidedOn ?? repair.acceptedOn ?? repair.appliedOn,
    to: today,
  });
}

/** What a verdict makes of the listing; nothing, for most. A false application restores it, and its term begins on that day. */
export function listingAfter(
  listing: DishonestyListing,
  verdict: RepairVerdict,
  on: string,
  today: string,
): Partial<DishonestyListing> {
  const { id: key } = listing;
  const status = statusOn(listing, today);
  switch (verdict) {
    case 'ACCEPT':
    case 'NOT_ACCEPT':
    case 'REFUSE':
      return {};
    case 'GRANT':
      if (status !== 'LISTED')
        throw StepNotAllowed({
          key,
          status: wordsOf(ListingStatus, status),
          step: verdict,
          allowed: 'NOT_ACCEPT, REFUSE',
        });
      return { status: 'REMOVED_EARLY', removedOn: on, removalReason: '信用修复，提前移出' };
    case 'FALSE':
      if (status !== 'REMOVED_EARLY')
        throw StepNotAllowed({ key, status: wordsOf(ListingStatus, status), step: verdict, allowed: '–' });
      return {
        status: 'LISTED',
        removedOn: null,
        removalReason: null,
        listedOn: on,
        ...termOf(listing.list, on),
      };
    default:
      throw new Unreachable(verdict);
  }
}
