import { StepNotAllowed, declareError, type Caller, checkDay } from '../../kernel';
import type { DishonestyListing } from '../listing/listing';
import { publishBy, statusOn } from '../listing/listing.rules';

export const PublisherWrong = declareError(
  'PUBLISHER_WRONG',
  '国家企业信用信息公示系统由 {owner} 公示，{department} 不得登记公示。',
  'The national publicity system is kept by {owner}; {department} does not publish there.',
);

/** Published by market supervision, whichever department has decided; only what is on the list, once. */
export function checkPublication(listing: DishonestyListing, publishedOn: string, { department }: Caller, today: string): void {
  const { id, publishedOn: before, decidedOn } = listing;
  if (department !== 'MARKET_SUPERVISION') throw PublisherWrong({ owner: 'MARKET_SUPERVISION', department });
  const status = before === null ? statusOn(listing, today) : 'PUBLISHED';
  if (status !== 'LISTED') throw StepNotAllowed({ key: id, status, step: 'publishListing', allowed: 'none' });
  checkDay('publishedOn', publishedOn, { from: decidedOn, to: today });
}

/** A decision is annulled whether its subject is on the list or was; what is under notice only has none. */
export function checkRevocation({ id, status, decidedOn }: DishonestyListing, revokedOn: string, today: string): void {
  if (status === 'NOTIFIED' || status === 'REVOKED')
    throw StepNotAllowed({ key: id, status, step: 'revokeListing', allowed: status === 'NOTIFIED' ? 'decideListing' : 'none' });
  checkDay('revokedOn', revokedOn, { from: decidedOn, to: today });
}

/** Whether publication on the national system is due and was not made. */
export function isPublicationOverdue(listing: DishonestyListing, today: string): boolean {
  return statusOn(listing, today) === 'LISTED' && listing.publishedOn === null && publishBy(listing).date < today;
}
