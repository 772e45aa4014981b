import {
  SourceNotYours,
  again,
  audit,
  checkDay,
  defineVerb,
  insertRows,
  journalSubject,
  refuseDuplicate,
  requireRegion,
  requireScope,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { publishRule, subjectOf, termOf } from '../listing/listing.rules';
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
  const { noticeDocument, notifiedOn: takenOn } = input;
  const about = proposed(context, input);
  const work = async (tx: Transaction) => {
    const sourceId = await numberOf(tx, about);
    const id = `${DECIDED_HERE}/${sourceId}`;
    const row = { ...about, id, sourceId };
    await refuseDuplicate(tx, DishonestyListing, row);
    await insertRows(tx, context, DishonestyListing, [row]);
    await recordStep(tx, context, { listingId: id, step: 'NOTICE', takenOn, document: noticeDocument });
    await audit(tx, context, {
      operation: 'proposeListing',
      subjects: [journalSubject(DishonestyListing, row)],
      outcome: 'done',
    });
    const [stored] = await tx.query<DishonestyListing>(
      `SELECT ${db.columns(DishonestyListing)} FROM dishonesty_listing WHERE id = $1`,
      [id],
    );
    return stored ?? null;
  };
  return again(() => db.transaction(work));
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
    subject: subjectOf(stated),
    status: 'NOTIFIED' as const,
    basisDocument: noticeDocument,
    noticeDocument,
    decidedOn: notifiedOn,
    listedOn: null,
    measures,
    matterCodes: stated.matterCodes ?? [],
    synthetic: false,
    proposedBy: caller.subject,
    source: DECIDED_HERE,
    revision: 1,
    contentDigest: '',
  };
}

/**
 * What a listing is called here: by its notice, and by its place among those of the notice if that is about several
 * subjects. The number of the notice is held until the commit, so that of two who use it at once the second is told.
 */
async function numberOf(
  tx: Transaction,
  { noticeDocument, list, subject }: Pick<DishonestyListing, 'list' | 'subject'> & { noticeDocument: string },
): Promise<string> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`proposal ${noticeDocument}`]);
  const known = await tx.query<Pick<DishonestyListing, 'id' | 'list' | 'subject'>>(
    'SELECT id, list, subject FROM dishonesty_listing WHERE notice_document = $1',
    [noticeDocument],
  );
  const same = known.find((each) => each.list === list && each.subject === subject);
  if (same) throw AlreadyProposed({ field: 'noticeDocument', key: same.id, got: noticeDocument });
  return known.length === 0 ? noticeDocument : `${noticeDocument.slice(0, 60)}#${known.length + 1}`;
}
