import { checkDay, declareError, type Caller } from '../../kernel';
import type { DishonestyListing } from '../listing/listing';
import { publishBy, statusOn } from '../listing/listing.rules';
import { refusalOfStep } from './decision.rules';

export const PublisherWrong = declareError(
  'PUBLISHER_WRONG',
  '国家企业信用信息公示系统由 {owner:DepartmentKind} 公示，{department:DepartmentKind} 不得登记公示。',
  'The national publicity system is kept by {owner:DepartmentKind}; {department:DepartmentKind} does not publish there.',
);

/** Published by market supervision, whichever department has decided. */
export function checkPublisher({ department }: Caller): void {
  if (department !== 'MARKET_SUPERVISION') throw PublisherWrong({ owner: 'MARKET_SUPERVISION', department });
}

/** And once. */
export function checkNotPublished(listing: Pick<DishonestyListing, 'id' | 'publishedOn'>): void {
  if (listing.publishedOn !== null)
    throw refusalOfStep(listing, 'publishListing', 'LISTED', ['revokeListing']);
}

export function checkPublication({ decidedOn }: DishonestyListing, publishedOn: string, today: string): void {
  checkDay('publishedOn', publishedOn, { from: decidedOn, to: today });
}

/** A decision is annulled whether its subject is on the list or was. */
export function checkRevocation({ decidedOn }: DishonestyListing, revokedOn: string, today: string): void {
  checkDay('revokedOn', revokedOn, { from: decidedOn, to: today });
}

/** Whether publication on the national system is due and was not made. */
export function isPublicationOverdue(listing: DishonestyListing, today: string): boolean {
  return (
    statusOn(listing, today) === 'LISTED' && listing.publishedOn === null && publishBy(listing).date < today
  );
}
