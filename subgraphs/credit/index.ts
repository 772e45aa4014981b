import { defineSubgraph, echo } from '../kernel';
import { PrincipalAppointment, PrincipalBan, PrincipalBanCheck } from './ban/ban';
import { CreditFileBanResolver, PrincipalAppointmentResolver, PrincipalBanResolver } from './ban/ban.resolver';
import { principalBanSubmission, principalSubmission } from './ban/ban.submission';
import { MeasureFeedback } from './feedback/feedback';
import { ListingFeedbackResolver, MeasureFeedbackResolver } from './feedback/feedback.resolver';
import { feedbackSubmission } from './feedback/feedback.submission';
import { InsuranceCoverage, SafetyInsurance } from './insurance/insurance';
import { CreditFileInsuranceResolver } from './insurance/insurance.resolver';
import { insuranceSubmission } from './insurance/insurance.submission';
import { Incentive, SafetyStandard } from './standard/standard';
import { CreditFileStandardResolver } from './standard/standard.resolver';
import { standardSubmission } from './standard/standard.submission';
import { CreditFile, creditFileByUscc } from './credit-file';
import { DecisionResolver } from './decision/decision.resolver';
import { ListingStep } from './decision/listing-step';
import { ChangeResolver, FeedResolver, PageResolver } from './feed/feed.resolver';
import { csvSnapshot, feedMetrics, ndjsonSnapshot, publicKeys } from './feed/snapshot';
import { DishonestyListing } from './listing/listing';
import { listingById } from './listing/listing.loaders';
import { ListingResolver } from './listing/listing.resolver';
import { listingSubmission } from './listing/listing.submission';
import { JointMeasure } from './measure';
import { Department, Enterprise, MatterOverview, MatterScope, Region } from './references';
import { CreditRepair } from './repair/credit-repair';
import { repairById } from './repair/repair.loaders';
import { ListingRepairsResolver, RepairResolver } from './repair/repair.resolver';
import { EnterpriseResolver, MatterOverviewResolver } from './stub.resolver';

/** For `npm run export`. */
export { csvOf, takeSnapshot } from './feed/snapshot';

export const credit = defineSubgraph({
  name: 'credit',
  title: '信用监管. Credit: the lists of those who gravely break the law',
  port: 4006,
  resolvers: [
    ListingResolver,
    DecisionResolver,
    RepairResolver,
    ListingRepairsResolver,
    FeedResolver,
    ChangeResolver,
    PageResolver,
    EnterpriseResolver,
    MatterOverviewResolver,
    CreditFileBanResolver,
    PrincipalBanResolver,
    PrincipalAppointmentResolver,
    CreditFileInsuranceResolver,
    CreditFileStandardResolver,
    ListingFeedbackResolver,
    MeasureFeedbackResolver,
  ],
  types: [
    DishonestyListing,
    CreditRepair,
    CreditFile,
    JointMeasure,
    Enterprise,
    Region,
    Department,
    MatterOverview,
    MatterScope,
    PrincipalBan,
    PrincipalAppointment,
    PrincipalBanCheck,
    SafetyInsurance,
    InsuranceCoverage,
    SafetyStandard,
    Incentive,
    MeasureFeedback,
  ],
  entities: [
    DishonestyListing,
    ListingStep,
    CreditRepair,
    PrincipalBan,
    PrincipalAppointment,
    SafetyInsurance,
    SafetyStandard,
    MeasureFeedback,
  ],
  references: {
    DishonestyListing: ({ id }: { id: string }, context) => listingById(context).load(id),
    CreditRepair: ({ id }: { id: string }, context) => repairById(context).load(id),
    CreditFile: ({ uscc }: { uscc: string }, context) => creditFileByUscc(context, uscc),
    Enterprise: echo,
    Region: echo,
    Department: echo,
    MatterOverview: echo,
  },
  submissions: [
    listingSubmission,
    principalBanSubmission,
    principalSubmission,
    insuranceSubmission,
    standardSubmission,
    feedbackSubmission,
  ],
  resources: [ndjsonSnapshot, csvSnapshot, publicKeys, feedMetrics],
  needs: { setting: 'SIGNING_KEY', of: 'signingKey' },
});
