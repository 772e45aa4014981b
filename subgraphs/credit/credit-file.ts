import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Shared, Uscc, type RequestContext } from '../kernel';
import { DishonestyList, DishonestyListing } from './listing/listing';
import { listingsByUscc } from './listing/listing.loaders';
import { statusOn } from './listing/listing.rules';

/** Other departments add what they know of the enterprise. */
@ObjectType({ description: '质量安全信用档案. What is on record of an enterprise.', simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class CreditFile {
  @Shared('PUBLIC')
  @Field(() => Uscc, { description: '统一社会信用代码. Whose file it is.' })
  uscc: string;

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
export function creditFileOf(uscc: string, listings: readonly DishonestyListing[], today: string): CreditFile {
  const ever = listings.filter(({ status }) => status !== 'NOTIFIED' && status !== 'REVOKED');
  const now = ever.filter((listing) => statusOn(listing, today) === 'LISTED');
  return {
    uscc,
    listedNow: now.length > 0,
    listingsEver: ever.length,
    lists: [...new Set(now.map(({ list }) => list))].sort(),
    latest: ever[0] ?? null,
  };
}

export async function creditFileByUscc(context: RequestContext, uscc: string): Promise<CreditFile> {
  return creditFileOf(uscc, (await listingsByUscc(context).load(uscc))?.listings ?? [], context.today);
}
