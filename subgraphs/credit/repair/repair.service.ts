import { randomUUID } from 'node:crypto';
import { NotFound, insertRows, lockRow, readRecord, takeStep, type RequestContext, type Transaction } from '../../kernel';
import { checkDecider } from '../decision/decision.rules';
import { recordStep } from '../decision/decision.service';
import type { ListingStepKind } from '../decision/listing-step';
import { DishonestyListing } from '../listing/listing';
import { checkOwner } from '../listing/submission.rules';
import { CreditRepair } from './credit-repair';
import { DecideRepairInput, RepairInput, type RepairVerdict } from './repair.inputs';
import { RepairOpen, checkApplication, listingAfter, nextOf } from './repair.rules';

/** 申请提前移出, as the department that keeps the list records it. The listing is locked, so that only one is open. */
export async function applyForRepair(context: RequestContext, sent: object): Promise<CreditRepair> {
  const input = readRecord(RepairInput, sent);
  const { listingId, appliedOn } = input;
  const { caller } = context;
  const repair = { id: randomUUID(), listingId, status: 'APPLIED', appliedOn, acceptedOn: null, decidedOn: null, document: null } as const;
  const step = {
    operation: 'applyForRepair',
    scope: 'write:credit',
    term: { zh: '列入记录', en: 'listing' },
    entity: DishonestyListing,
    key: 'id',
  } as const;
  const by = {
    departmentCode: (caller.departmentCode ?? `${caller.region}-${caller.department}`).slice(0, 40),
    recordedBy: caller.subject,
  };
  const { regionCode } = await takeStep(context, { ...step, value: listingId }, async (listing, tx) => {
    checkOwner(listing.list, caller);
    checkApplication(listing, input, context.today);
    await refuseSecond(tx, listingId);
    await insertRows(tx, CreditRepair, [{ ...repair, ...by, regionCode: listing.regionCode }]);
    await recordStep(tx, context, listingId, 'REPAIR_APPLIED', appliedOn, null);
    return {};
  });
  return { ...repair, ...by, regionCode };
}

async function refuseSecond(tx: Transaction, listingId: string): Promise<void> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT id FROM credit_repair WHERE listing_id = $1 AND status IN ('APPLIED', 'ACCEPTED')`,
    [listingId],
  );
  if (open) throw RepairOpen({ field: 'listingId', key: listingId, repair: open.id });
}

const STEP_OF: Readonly<Record<RepairVerdict, ListingStepKind>> = {
  ACCEPT: 'REPAIR_ACCEPTED',
  NOT_ACCEPT: 'REPAIR_NOT_ACCEPTED',
  GRANT: 'REPAIR_GRANTED',
  REFUSE: 'REPAIR_REFUSED',
  FALSE: 'RESTORED',
};

/** 受理、准予或者不予修复, or 认定弄虚作假: the listing leaves the list, or comes back, in the same transaction. */
export function decideRepair(context: RequestContext, sent: object): Promise<CreditRepair> {
  const { repairId, verdict, decidedOn, document } = readRecord(DecideRepairInput, sent);
  const { caller, today, db } = context;
  const step = {
    operation: 'decideRepair',
    scope: 'decide:credit',
    term: { zh: '信用修复', en: 'credit repair' },
    entity: CreditRepair,
    key: 'id',
  } as const;
  return takeStep(context, { ...step, value: repairId }, async (repair, tx) => {
    const listing = await lockRow(tx, db, DishonestyListing, 'id', repair.listingId);
    if (!listing) throw NotFound({ field: 'listingId', term: { zh: '列入记录', en: 'listing' }, got: repair.listingId });
    checkOwner(listing.list, caller);
    checkDecider(repairId, repair.recordedBy, caller);
    const status = nextOf(repair, verdict, decidedOn, today);
    const changes = listingAfter(listing, verdict, decidedOn, today);
    if (changes) await changeListing(tx, repair.listingId, changes);
    await recordStep(tx, context, repair.listingId, STEP_OF[verdict], decidedOn, document);
    return verdict === 'ACCEPT' ? { status, acceptedOn: decidedOn } : { status, decidedOn, document };
  });
}

async function changeListing(tx: Transaction, id: string, changes: Partial<DishonestyListing>): Promise<void> {
  const { status, removedOn = null, removalReason = null, listedOn = null, expiresOn = null, earliestRemovalOn = null } = changes;
  await tx.query(
    `UPDATE dishonesty_listing SET status = $2, removed_on = $3, removal_reason = $4, listed_on = coalesce($5, listed_on),
       expires_on = coalesce($6, expires_on), earliest_removal_on = coalesce($7, earliest_removal_on) WHERE id = $1`,
    [id, status, removedOn, removalReason, listedOn, expiresOn, earliestRemovalOn],
  );
}
