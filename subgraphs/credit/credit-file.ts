import { Field, Int, ObjectType } from 'type-graphql';
import { Shared } from '../kernel';
import { DishonestyList, DishonestyListing } from './listing';
import { statusOn } from './listing.rules';

@ObjectType({ description: '信用档案. What the lists say of an enterprise.', simpleResolvers: true })
export class CreditFile {
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '当前是否在列. Whether it is on a list today.' })
  listedNow: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, {
    nullable: true,
    description: '累计列入次数，不含已告知和已撤销的. How often it was listed, without notices and annulled decisions.',
  })
  listingsEver: number;

  @Shared('UNCONDITIONAL')
  @Field(() => [DishonestyList], { nullable: true, description: '当前所在名单. The lists that it is on today.' })
  lists: DishonestyList[];

  @Shared('UNCONDITIONAL')
  @Field(() => DishonestyListing, { nullable: true, description: '最近一次列入. The latest time that it was listed.' })
  latest: DishonestyListing | null;
}

/** What an enterprise's listings add up to on a day; `listings` are the latest first. */
export function creditFileOf(listings: readonly DishonestyListing[], today: string): CreditFile {
  const ever = listings.filter(({ status }) => status !== 'NOTIFIED' && status !== 'REVOKED');
  const now = ever.filter((listing) => statusOn(listing, today) === 'LISTED');
  return {
    listedNow: now.length > 0,
    listingsEver: ever.length,
    lists: [...new Set(now.map(({ list }) => list))].sort(),
    latest: ever[0] ?? null,
  };
}
