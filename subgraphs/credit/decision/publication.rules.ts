import { StepNotAllowed, declareError, type Caller, checkDay, wordsOf } from '../../kernel';
import { ListingStatus, type DishonestyListing } from '../listing/listing';
import { publishBy, statusOn } from '../listing/listing.rules';

export const PublisherWrong = declareError(
  'PUBLISHER_WRONG',
  '国家企业信用信息公示系统由 {owner:DepartmentKind} 公示，{department:DepartmentKind} 不得登记公示。',
  'The national publicity system is kept by {owner:DepartmentKind}; {department:DepartmentKind} does not publish there.',
);

/** Published by market supervision, whichever department has decided; only what is on the list, once. */
export function checkPublication(listing: DishonestyListing, publishedOn: string, { department }: Caller, today: string): void {
  const { id, publishedOn: before, decidedOn } = listing;
  if (department !== 'MARKET_SUPERVISION') throw PublisherWrong({ owner: 'MARKET_SUPERVISION', department });
  const status = statusOn(listing, today);
  if (before !== null || status !== 'LISTED') {
    const standing = before === null ? wordsOf(ListingStatus, status) : { zh: '已公示', en: 'published', code: 'PUBLISHED' };
    throw StepNotAllowed({ key: id, status: standing, step: 'publishListing', allowed: '–' });
  }
  checkDay('publishedOn', publishedOn, { from: decidedOn, to: today });
}

/** A decision is annulled whether its subject is on the list or was; what is under notice only has none. */
export function checkRevocation({ id, status, decidedOn }: DishonestyListing, revokedOn: string, today: string): void {
  if (status === 'NOTIFIED' || status === 'REVOKED')
    throw StepNotAllowed({
      key: id,
      status: wordsOf(ListingStatus, status),
      step: 'revokeListing',
      allowed: status === 'NOTIFIED' ? 'decideListing' : '–',
    });
  checkDay('revokedOn', revokedOn, { from: decidedOn, to: today });
}

/** Whether publication on the national system is due and was not made. */
export function isPublicationOverdue(listing: DishonestyListing, today: string): boolean {
  return statusOn(listing, today) === 'LISTED' && listing.publishedOn === null && publishBy(listing).date < today;
}
