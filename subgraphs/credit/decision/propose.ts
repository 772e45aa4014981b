import {
  SourceNotYours,
  audit,
  checkDay,
  defineVerb,
  insertRows,
  requireRegion,
  requireScope,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { publishRule, termOf } from '../listing/listing.rules';
import { checkDepartment, checkOwner, checkSubject } from '../listing/submission.rules';
import { checkMeasures } from '../measure';
import { ProposeListingInput } from './decision.inputs';
import { AlreadyProposed, checkGround } from './decision.rules';
import { recordStep } from './listing-step';

/** The source of listings that are decided here: no agency submits under it. */
const DECIDED_HERE = 'decision';

export function checkSource(_: RequestContext, source: string): void {
  if (source === DECIDED_HERE)
    throw SourceNotYours({ field: 'source', owner: 'proposeListing', got: source });
}

export const proposeListing = defineVerb({
  name: 'proposeListing',
  says: '列入事先告知. Tells a subject that it is to be listed.',
  input: ProposeListingInput,
  returns: () => DishonestyListing,
  run: propose,
});

/** 事先告知: the subject is told of facts, grounds and rights; nobody but the department that keeps the list sees it. */
async function propose(
  context: RequestContext,
  input: ProposeListingInput,
): Promise<DishonestyListing | null> {
  const { db } = context;
  requireScope(context.caller, 'write:credit');
  const row = proposed(context, input);
  const { id, sourceId: noticeDocument, decidedOn: takenOn } = row;
  return db.transaction(async (tx) => {
    await refuseKnown(tx, id, noticeDocument);
    await insertRows(tx, DishonestyListing, [row]);
    await recordStep(tx, context, { listingId: id, step: 'NOTICE', takenOn, document: noticeDocument });
    await audit(tx, context, { operation: 'proposeListing', subjects: [id], outcome: 'done' });
    const [stored] = await tx.query<DishonestyListing>(
      `SELECT ${db.columns(DishonestyListing)} FROM dishonesty_listing WHERE id = $1`,
      [id],
    );
    return stored ?? null;
  });
}

/** The row of a listing under notice: `decidedOn` is the day of the notice until there is a decision. */
function proposed(
  { caller, today }: RequestContext,
  { notifiedOn, noticeDocument, ...stated }: ProposeListingInput,
) {
  requireRegion(caller, stated.regionCode, 'regionCode');
  checkOwner(stated.list, caller);
  checkDepartment(stated, caller);
  checkSubject(stated);
  checkGround(stated.list, stated.ground);
  const measures = checkMeasures(stated.measures ?? [], stated.list);
  checkDay('notifiedOn', notifiedOn, {
    from: publishRule({ list: stated.list, decidedOn: notifiedOn }).from,
    to: today,
  });
  const term = termOf(stated.list, null);
  return {
    ...stated,
    ...term,
    id: `${DECIDED_HERE}/${noticeDocument}`,
    status: 'NOTIFIED' as const,
    basisDocument: noticeDocument,
    decidedOn: notifiedOn,
    listedOn: null,
    measures,
    matterCodes: stated.matterCodes ?? [],
    synthetic: false,
    proposedBy: caller.subject,
    source: DECIDED_HERE,
    sourceId: noticeDocument,
    revision: 1,
    contentDigest: '',
  };
}

/** Holds the number of the notice until the commit, so that of two who use it at once the second is told. */
async function refuseKnown(tx: Transaction, id: string, noticeDocument: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`proposal ${id}`]);
  const [known] = await tx.query('SELECT FROM dishonesty_listing WHERE id = $1', [id]);
  if (known) throw AlreadyProposed({ field: 'noticeDocument', key: id, got: noticeDocument });
}
