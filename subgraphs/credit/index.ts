import { defineSubgraph } from '../kernel';
import { PrincipalAppointment, PrincipalBan, PrincipalBanCheck } from './ban/ban';
import { CreditFileBanResolver, PrincipalAppointmentResolver, PrincipalBanResolver } from './ban/ban.resolver';
import { principalBanSubmission, principalSubmission } from './ban/ban.submission';
import { creditFile } from './credit-file';
import { ChangeResolver, FeedResolver, PageResolver } from './feed/feed.resolver';
import { csvSnapshot, feedMetrics, ndjsonSnapshot, publicKeys } from './feed/snapshot';
import { MeasureFeedback } from './feedback/feedback';
import { ListingFeedbackResolver, MeasureFeedbackResolver } from './feedback/feedback.resolver';
import { feedbackSubmission } from './feedback/feedback.submission';
import { InsuranceCoverage, SafetyInsurance } from './insurance/insurance';
import { CreditFileInsuranceResolver } from './insurance/insurance.resolver';
import { insuranceSubmission } from './insurance/insurance.submission';
import { listing } from './listing';
import { Department, Enterprise, MatterOverview, MatterScope, Region } from './others';
import { overviewFields } from './overview';
import { repair } from './repair';
import { Incentive, SafetyStandard } from './standard/standard';
import { CreditFileStandardResolver } from './standard/standard.resolver';
import { standardSubmission } from './standard/standard.submission';

/** For `npm run export`. */
export { csvOf, takeSnapshot } from './feed/snapshot';

export const credit = defineSubgraph({
  name: 'credit',
  title: '信用监管. Credit: the lists of those who gravely break the law',
  port: 4006,
  nouns: [listing, repair, creditFile],
  others: [Enterprise, Region, Department, MatterOverview, MatterScope],
  resolvers: [
    overviewFields,
    FeedResolver,
    ChangeResolver,
    PageResolver,
    CreditFileBanResolver,
    PrincipalBanResolver,
    PrincipalAppointmentResolver,
    CreditFileInsuranceResolver,
    CreditFileStandardResolver,
    ListingFeedbackResolver,
    MeasureFeedbackResolver,
  ],
  types: [
    PrincipalBan,
    PrincipalAppointment,
    PrincipalBanCheck,
    SafetyInsurance,
    InsuranceCoverage,
    SafetyStandard,
    Incentive,
    MeasureFeedback,
  ],
  entities: [PrincipalBan, PrincipalAppointment, SafetyInsurance, SafetyStandard, MeasureFeedback],
  submissions: [principalBanSubmission, principalSubmission, insuranceSubmission, standardSubmission, feedbackSubmission],
  resources: [ndjsonSnapshot, csvSnapshot, publicKeys, feedMetrics],
  needs: { setting: 'SIGNING_KEY', of: 'signingKey' },
});
