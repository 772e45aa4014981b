import { defineNoun, oneOf } from '../../kernel';
import { listingSteps } from '../decision/decision.steps';
import { proposeListing } from '../decision/propose';
import { decisionFields } from '../decision/decision.resolver';
import { ListingStep } from '../decision/listing-step';
import { DishonestyListing } from './listing';
import { inStatus, listedAhead, visible } from './listing.lists';
import { ListingResolver, enterpriseListings, listingFields } from './listing.resolver';
import { listingSubmission } from './listing.submission';
import { ListingStatus } from './listing.terms';

export const listing = defineNoun({
  entity: DishonestyListing,
  shown: visible,
  inState: { kind: oneOf(ListingStatus), condition: inStatus },
  submission: listingSubmission,
  procedure: listingSteps,
  verbs: [proposeListing],
  one: {
    name: 'dishonestyListing',
    says: '按编号查列入记录. The listing with this id.',
    level: 'PUBLIC',
    key: 'id',
    keySays: '列入记录编号. The id of the listing.',
  },
  resolvers: [ListingResolver, listingFields, decisionFields, enterpriseListings],
  tables: [ListingStep],
  counts: [listedAhead],
});
