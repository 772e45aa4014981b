import {
  audit,
  insertRows,
  readRecord,
  requireRegion,
  requireScope,
  takeStep,
  SourceNotYours,
  type RequestContext,
  type Transaction,
  checkDay,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { publishRule, termOf } from '../listing/listing.rules';
import { checkDepartment, checkOwner, checkSubject } from '../listing/submission.rules';
import { checkMeasures } from '../measure';
import { DecideListingInput, ObjectionInput, ProposeListingInput, PublishListingInput, RevokeListingInput } from './decision.inputs';
import { AlreadyProposed, checkDecision, checkGround, checkObjection } from './decision.rules';
import { ListingStep, type ListingStepKind } from './listing-step';
import { checkPublication, checkRevocation } from './publication.rules';

/** The source of listings that are decided here: no agency submits under it. */
const DECIDED_HERE = 'decision';

export function checkSource(_: RequestContext, source: string): void {
  if (source === DECIDED_HERE) throw SourceNotYours({ field: 'source', owner: 'proposeListing', got: source });
}

/** What was done, in the transaction that does it. */
export function recordStep(
  tx: Transaction,
  { caller }: RequestContext,
  listingId: string,
  step: ListingStepKind,
  takenOn: string,
  document: string | null,
): Promise<void> {
  const departmentCode = caller.departmentCode ?? `${caller.region}-${caller.department}`;
  return insertRows(tx, ListingStep, [{ listingId, step, takenOn, document, departmentCode: departmentCode.slice(0, 40) }]);
}

/** 事先告知: the subject is told of facts, grounds and rights; nobody but the department that keeps the list sees it. */
export async function proposeListing(context: RequestContext, sent: object): Promise<DishonestyListing | null> {
  const { caller, today, db } = context;
  requireScope(caller, 'write:credit');
  const { notifiedOn, noticeDocument, ...stated } = readRecord(ProposeListingInput, sent);
  requireRegion(caller, stated.regionCode, 'regionCode');
  checkOwner(stated.list, caller);
  checkDepartment(stated, caller);
  checkSubject(stated);
  checkGround(stated.list, stated.ground);
  const measures = checkMeasures(stated.measures ?? [], stated.list);
  const id = `${DECIDED_HERE}/${noticeDocument}`;
  const term = termOf(stated.list, null);
  const course = { id, status: 'NOTIFIED', basisDocument: noticeDocument, decidedOn: notifiedOn, listedOn: null, ...term } as const;
  const row = { ...stated, ...course, measures, matterCodes: stated.matterCodes ?? [], synthetic: false, proposedBy: caller.subject };
  checkDay('notifiedOn', notifiedOn, { from: publishRule(row).from, to: today });
  const source = { source: DECIDED_HERE, sourceId: noticeDocument, revision: 1, contentDigest: '' };
  return db.transaction(async (tx) => {
    await refuseKnown(tx, id, noticeDocument);
    await insertRows(tx, DishonestyListing, [{ ...row, ...source }]);
    await recordStep(tx, context, id, 'NOTICE', notifiedOn, noticeDocument);
    await audit(tx, context, { operation: 'proposeListing', subjects: [id], outcome: 'done' });
    const [stored] = await tx.query<DishonestyListing>(`SELECT ${db.columns(DishonestyListing)} FROM dishonesty_listing WHERE id = $1`, [
      id,
    ]);
    return stored ?? null;
  });
}

/** Holds the number of the notice until the commit, so that of two who use it at once the second is told. */
async function refuseKnown(tx: Transaction, id: string, noticeDocument: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`proposal ${id}`]);
  const [known] = await tx.query('SELECT FROM dishonesty_listing WHERE id = $1', [id]);
  if (known) throw AlreadyProposed({ field: 'noticeDocument', key: id, got: noticeDocument });
}

const LISTING = { term: { zh: '列入记录', en: 'listing' }, entity: DishonestyListing, key: 'id' } as const;

export function objectToListing(context: RequestContext, sent: object): Promise<DishonestyListing> {
  const { listingId, objection, objectedOn } = readRecord(ObjectionInput, sent);
  return takeStep(context, { ...LISTING, operation: 'objectToListing', scope: 'write:credit', value: listingId }, async (listing, tx) => {
    checkOwner(listing.list, context.caller);
    checkObjection(listing, objectedOn, context.today);
    await recordStep(tx, context, listingId, 'OBJECTION', objectedOn, null);
    return { objection };
  });
}

/** 列入决定: on the list, and in the feed, from the commit on. */
export function decideListing(context: RequestContext, sent: object): Promise<DishonestyListing> {
  const input = readRecord(DecideListingInput, sent);
  const { listingId, listed, document, decidedOn, penaltyDocument, consentDocument, objectionFinding } = input;
  return takeStep(context, { ...LISTING, operation: 'decideListing', scope: 'decide:credit', value: listingId }, async (listing, tx) => {
    checkOwner(listing.list, context.caller);
    checkDepartment(listing, context.caller);
    checkDecision(listing, input, context.caller, context.today);
    await recordStep(tx, context, listingId, listed ? 'DECISION' : 'DROPPED', decidedOn, document);
    if (!listed) return { status: 'REVOKED', decidedOn, objectionFinding, removedOn: decidedOn, removalReason: '不予列入' };
    const term = termOf(listing.list, decidedOn);
    const documents = { basisDocument: document, penaltyDocument, consentDocument, objectionFinding };
    return { status: 'LISTED', decidedOn, listedOn: decidedOn, ...term, ...documents };
  });
}

/** 公示: market supervision puts the listings of either department on the national system (CRD-02). */
export function publishListing(context: RequestContext, sent: object): Promise<DishonestyListing> {
  const { listingId, publishedOn } = readRecord(PublishListingInput, sent);
  return takeStep(context, { ...LISTING, operation: 'publishListing', scope: 'write:credit', value: listingId }, async (listing, tx) => {
    checkPublication(listing, publishedOn, context.caller, context.today);
    await recordStep(tx, context, listingId, 'PUBLICATION', publishedOn, null);
    return { publishedOn };
  });
}

export function revokeListing(context: RequestContext, sent: object): Promise<DishonestyListing> {
  const { listingId, document, reason, revokedOn } = readRecord(RevokeListingInput, sent);
  return takeStep(context, { ...LISTING, operation: 'revokeListing', scope: 'decide:credit', value: listingId }, async (listing, tx) => {
    checkOwner(listing.list, context.caller);
    checkRevocation(listing, revokedOn, context.today);
    await recordStep(tx, context, listingId, 'REVOCATION', revokedOn, document);
    return { status: 'REVOKED', removedOn: revokedOn, removalReason: reason };
  });
}
