import { Directive, ObjectType } from 'type-graphql';
import {
  Served,
  defineNoun,
  fields,
  flag,
  listOf,
  oneOf,
  uscc,
  whole,
  workedOut,
  type RequestContext,
} from '../kernel';
import { DishonestyListing } from './listing/listing';
import { listingsByUscc } from './listing/listing.lists';
import { statusOn } from './listing/listing.rules';
import { DishonestyList } from './listing/listing.terms';
import { Enterprise } from './others';

/** Other departments add what they know of the enterprise. */
@ObjectType({ description: '质量安全信用档案. What is on record of an enterprise.', simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class CreditFile {
  @Served('PUBLIC', uscc, '统一社会信用代码. The code of the enterprise whose file it is.', { always: true })
  uscc: string;

  @Served('UNCONDITIONAL', flag, '当前是否在列. Whether it is on a list today.')
  listedNow: boolean;

  @Served(
    'UNCONDITIONAL',
    whole(0, 1_000_000),
    '累计列入次数，不含已告知和已撤销的. The number of times that it was listed, without notices and annulled decisions.',
  )
  listingsEver: number;

  @Served('UNCONDITIONAL', listOf(oneOf(DishonestyList)), '当前所在名单. The lists that it is on today.')
  lists: DishonestyList[];

  @Served('UNCONDITIONAL', () => DishonestyListing, '最近一次列入. The latest time that it was listed.')
  latest: DishonestyListing | null;
}

/** What an enterprise's listings add up to on a day; `listings` are the latest first. */
export function creditFileOf(
  uscc: string,
  listings: readonly DishonestyListing[],
  today: string,
): CreditFile {
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

async function creditFileByUscc(context: RequestContext, uscc: string): Promise<CreditFile> {
  return creditFileOf(uscc, await listingsByUscc(context)(uscc), context.today);
}

export const creditFile = defineNoun({
  types: [CreditFile],
  resolvers: [
    fields(Enterprise, {
      creditFile: workedOut(
        'UNCONDITIONAL',
        () => CreditFile,
        '信用档案. What the lists say of the enterprise.',
        ({ uscc }, context) => creditFileByUscc(context, uscc),
      ),
    }),
  ],
  references: { CreditFile: ({ uscc }: { uscc: string }, context) => creditFileByUscc(context, uscc) },
});
