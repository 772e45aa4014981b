import { procedure, refuseDuplicate } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { statusOn, termOf } from '../listing/listing.rules';
import type { ListingStatus } from '../listing/listing.terms';
import { checkDepartment, checkOwner } from '../listing/submission.rules';
import {
  DecideListingInput,
  ObjectionInput,
  PublishListingInput,
  RevokeListingInput,
} from './decision.inputs';
import { checkDecision, checkObjection, refusalOfStep } from './decision.rules';
import { recordStep, type ListingStepKind } from './listing-step';
import { checkNotPublished, checkPublication, checkPublisher, checkRevocation } from './publication.rules';

/** What a step's input says of it for the record, whatever the day is called there. */
interface OnRecord {
  objectedOn?: string;
  decidedOn?: string;
  publishedOn?: string;
  revokedOn?: string;
  document?: string;
}

/** The life of a listing from its notice on; its early removal is the repair's to decide. */
export const listingSteps = procedure(
  DishonestyListing,
  {
    scope: 'credit',
    key: 'id',
    keyAs: 'listingId',
    stateOf: (listing, { today }): ListingStatus => statusOn(listing, today),
    refuse: refusalOfStep,
    async remember(tx, context, { id }, { event }: { event?: ListingStepKind }, input: OnRecord) {
      const takenOn = input.objectedOn ?? input.decidedOn ?? input.publishedOn ?? input.revokedOn;
      if (event && takenOn)
        await recordStep(tx, context, {
          listingId: id,
          step: event,
          takenOn,
          document: input.document ?? null,
        });
    },
  },
  {
    objectToListing: {
      from: ['NOTIFIED'],
      to: null,
      scope: 'write',
      says: '登记陈述申辩. Records what the subject objects.',
      input: ObjectionInput,
      event: 'OBJECTION',
      admit: ({ list }, { caller }) => checkOwner(list, caller),
      decide(listing, { objection, objectedOn }, { today }) {
        checkObjection(listing, objectedOn, today);
        return { objection };
      },
    },
    // on the list, and in the feed, from the commit on
    decideListing: {
      from: ['NOTIFIED'],
      to: ({ listed }) => (listed ? 'LISTED' : 'REVOKED'),
      scope: 'decide',
      says: '列入决定. Decides whether a subject under notice is listed.',
      input: DecideListingInput,
      event: ({ listed }) => (listed ? 'DECISION' : 'DROPPED'),
      admit(listing, { caller }) {
        checkOwner(listing.list, caller);
        checkDepartment(listing, caller);
      },
      async decide(listing, input, { caller, today }, tx) {
        checkDecision(listing, input, caller, today);
        const { listed, document, decidedOn, penaltyDocument, consentDocument, objectionFinding } = input;
        if (!listed) return { decidedOn, objectionFinding, removedOn: decidedOn, removalReason: '不予列入' };
        const term = termOf(listing.list, decidedOn);
        await refuseDuplicate(tx, DishonestyListing, {
          ...listing,
          status: 'LISTED',
          basisDocument: document,
        });
        return {
          decidedOn,
          listedOn: decidedOn,
          ...term,
          basisDocument: document,
          penaltyDocument,
          consentDocument,
          objectionFinding,
        };
      },
    },
    // market supervision puts the listings of either department on the national system
    publishListing: {
      from: ['LISTED'],
      to: null,
      scope: 'write',
      says: '登记在国家企业信用信息公示系统公示. Records that a listing was put on the national publicity system.',
      input: PublishListingInput,
      event: 'PUBLICATION',
      admit: (_, { caller }) => checkPublisher(caller),
      check: checkNotPublished,
      decide(listing, { publishedOn }, { today }) {
        checkPublication(listing, publishedOn, today);
        return { publishedOn };
      },
    },
    revokeListing: {
      from: ['LISTED', 'REMOVED_EARLY', 'EXPIRED'],
      to: 'REVOKED',
      scope: 'decide',
      says: '撤销列入决定. Annuls a decision; the subject leaves the list at once.',
      input: RevokeListingInput,
      event: 'REVOCATION',
      admit: ({ list }, { caller }) => checkOwner(list, caller),
      decide(listing, { reason, revokedOn }, { today }) {
        checkRevocation(listing, revokedOn, today);
        return { removedOn: revokedOn, removalReason: reason };
      },
    },
  },
);
