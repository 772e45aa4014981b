import { defineSubgraph, echo } from '../kernel';
import { CreditFile, creditFileByUscc } from './credit-file';
import { CursorExpired, CursorInvalid, DishonestyChange, DishonestyChangePage, DishonestyFeed } from './feed/change';
import { ChangeResolver, FeedResolver, PageResolver } from './feed/feed.resolver';
import { csvSnapshot, ndjsonSnapshot, publicKeys } from './feed/snapshot';
import { DishonestyListing } from './listing/listing';
import { listingById } from './listing/listing.loaders';
import { ListingResolver } from './listing/listing.resolver';
import { listingSubmission } from './listing/listing.submission';
import { JointMeasure } from './measure';
import { Department, Enterprise, MatterOverview, MatterScope, Region } from './references';
import { EnterpriseResolver, MatterOverviewResolver } from './stub.resolver';

export const credit = defineSubgraph({
  name: 'credit',
  title: '信用监管. Credit: the lists of those who gravely break the law',
  port: 4006,
  resolvers: [ListingResolver, FeedResolver, ChangeResolver, PageResolver, EnterpriseResolver, MatterOverviewResolver],
  types: [DishonestyListing, CreditFile, JointMeasure, Enterprise, Region, Department, MatterOverview, MatterScope],
  entities: [DishonestyListing],
  references: {
    DishonestyListing: ({ id }: { id: string }, context) => listingById(context).load(id),
    CreditFile: ({ uscc }: { uscc: string }, context) => creditFileByUscc(context, uscc),
    Enterprise: echo,
    Region: echo,
    Department: echo,
    MatterOverview: echo,
  },
  submissions: [listingSubmission],
  resources: [ndjsonSnapshot, csvSnapshot, publicKeys],
  needs: { setting: 'SIGNING_KEY', of: 'signingKey' },
});
