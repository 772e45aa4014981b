import { randomUUID } from 'node:crypto';
import {
  NotFound,
  changeRow,
  defineVerb,
  insertRows,
  lockRow,
  procedure,
  takeStep,
  termOf,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { actingDepartment } from '../acting-department';
import { checkDecider } from '../decision/decision.rules';
import { recordStep } from '../decision/listing-step';
import { DishonestyListing } from '../listing/listing';
import { checkOwner } from '../listing/submission.rules';
import { CreditRepair, DecideRepairInput, RepairInput, type RepairStatus } from './credit-repair';
import {
  RepairDocumentUsed,
  RepairOpen,
  VERDICTS,
  checkApplication,
  checkVerdict,
  listingAfter,
  refusalOfVerdict,
} from './repair.rules';

export const applyForRepair = defineVerb({
  name: 'applyForRepair',
  says: '登记信用修复申请. Records an application for early removal.',
  input: RepairInput,
  returns: () => CreditRepair,
  run: apply,
});

/** 申请提前移出, as the department that keeps the list records it. The listing is locked, so that only one is open. */
async function apply(context: RequestContext, input: RepairInput): Promise<CreditRepair> {
  const { caller, today } = context;
  const { listingId, appliedOn } = input;
  const repair = {
    id: randomUUID(),
    listingId,
    status: 'APPLIED' as const,
    appliedOn,
    acceptedOn: null,
    decidedOn: null,
    document: null,
    departmentCode: actingDepartment(caller),
    recordedBy: caller.subject,
  };
  const on = {
    term: termOf(DishonestyListing),
    entity: DishonestyListing,
    key: 'id',
    value: listingId,
  } as const;
  const { regionCode } = await takeStep(
    context,
    { operation: 'applyForRepair', scope: 'write:credit', ...on },
    async (listing, tx) => {
      checkOwner(listing.list, caller);
      checkApplication(listing, input, today);
      await refuseSecond(tx, listingId);
      await insertRows(tx, context, CreditRepair, [{ ...repair, regionCode: listing.regionCode }]);
      await recordStep(tx, context, {
        listingId,
        step: 'REPAIR_APPLIED',
        takenOn: appliedOn,
        document: null,
      });
      return {};
    },
  );
  return { ...repair, regionCode };
}

async function refuseSecond(tx: Transaction, listingId: string): Promise<void> {
  const [open] = await tx.query<{ id: string }>(
    `SELECT id FROM credit_repair WHERE listing_id = $1 AND status IN ('APPLIED', 'ACCEPTED')`,
    [listingId],
  );
  if (open) throw RepairOpen({ field: 'listingId', key: listingId, repair: open.id });
}

/** A document may decide about several listings, and about each of them once. The listing is locked. */
async function refuseUsed(tx: Transaction, listingId: string, document: string): Promise<void> {
  const [decided] = await tx.query<{ id: string }>(
    'SELECT id FROM credit_repair WHERE listing_id = $1 AND document = $2',
    [listingId, document],
  );
  if (decided) throw RepairDocumentUsed({ field: 'document', repair: decided.id, got: document });
}

/** 受理、准予或者不予修复, or 认定弄虚作假: the listing leaves the list, or comes back, in the same transaction. */
export const repairSteps = procedure(
  CreditRepair,
  {
    scope: 'credit',
    key: 'id',
    keyAs: 'repairId',
    // which states it begins in depends on the verdict: `checkVerdict` looks
    refuse: refusalOfVerdict,
    remember: (tx, context, { listingId }, _, { verdict, decidedOn: takenOn, document }) =>
      recordStep(tx, context, { listingId, step: VERDICTS[verdict].event, takenOn, document }),
  },
  {
    decideRepair: {
      to: ({ verdict }): RepairStatus => VERDICTS[verdict].to,
      scope: 'decide',
      says: '办理信用修复. Decides about an application for early removal.',
      input: DecideRepairInput,
      async decide(repair, input, context, tx) {
        const { caller, today, db } = context;
        const { verdict, decidedOn, document } = input;
        const listing = await lockRow(tx, db, DishonestyListing, 'id', repair.listingId);
        if (!listing)
          throw NotFound({ field: 'listingId', term: termOf(DishonestyListing), got: repair.listingId });
        checkOwner(listing.list, caller);
        checkDecider(repair.id, repair.recordedBy, caller);
        checkVerdict(repair, input, today);
        await refuseUsed(tx, listing.id, document);
        await changeRow(
          tx,
          context,
          DishonestyListing,
          'id',
          listing.id,
          listingAfter(listing, verdict, decidedOn, today),
        );
        return verdict === 'ACCEPT' ? { acceptedOn: decidedOn } : { decidedOn, document };
      },
    },
  },
);
