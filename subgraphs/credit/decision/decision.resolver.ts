import { date, fields, flag, rulesBeside, workedOut } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { LegalRule } from '../others';
import { objectionBy } from './decision.rules';
import { ListingStep, stepsOfListing } from './listing-step';
import { isPublicationOverdue } from './publication.rules';

export const decisionFields = fields(DishonestyListing, {
  history: workedOut(
    'UNCONDITIONAL',
    () => [ListingStep],
    '办理记录，按先后. The steps that were taken about it, in order.',
    ({ id }, context) => stepsOfListing(context)(id),
  ),
  objectionBy: workedOut(
    'PUBLIC',
    date,
    '陈述申辩截止日；仅告知阶段. The last day on which the subject may object; null unless it is under notice.',
    (listing) => (listing.status === 'NOTIFIED' ? objectionBy(listing).date : null),
  ),
  ...rulesBeside<DishonestyListing>(() => LegalRule, 'PUBLIC', {
    objectionBy: (listing) => (listing.status === 'NOTIFIED' ? objectionBy(listing).rule : null),
  }),
  publicationOverdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否逾期未公示. Whether its publication on the national system is overdue.',
    (listing, { today }) => isPublicationOverdue(listing, today),
  ),
});
