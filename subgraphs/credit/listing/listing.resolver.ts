import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  Argument,
  PageArgs,
  Shared,
  date,
  fields,
  flag,
  oneOf,
  refuseErased,
  ruleBehind,
  rulesBeside,
  text,
  uscc,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { JointMeasure, measuresOf } from '../measure';
import { Enterprise, LegalRule } from '../others';
import { DishonestyListing, DishonestyListingConnection } from './listing';
import { ListingFilter } from './listing.filter';
import { listingPage, listingsByUscc } from './listing.lists';
import { forAnyone, isOnListOn, publishBy, publishRule, statusOn, termRule } from './listing.rules';
import { DishonestyList, ListingStatus } from './listing.terms';

@Resolver()
export class ListingResolver {
  @Shared('PUBLIC')
  @Query(() => DishonestyListingConnection, {
    nullable: true,
    description: '失信名单，按区划、编号排序. Listings by division and id.',
  })
  dishonestyListings(
    @Arg('filter', () => ListingFilter, {
      nullable: true,
      description: '筛选条件，默认全部可见记录. By default all that the caller may see.',
    })
    filter: ListingFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return listingPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => Boolean, {
    nullable: true,
    description: '当前是否在列. Whether an enterprise is on a list today.',
  })
  async isListed(
    @Argument('uscc', uscc, '统一社会信用代码. The code of the enterprise.') code: string,
    @Ctx() context: RequestContext,
  ) {
    return (await listingsByUscc(context)(code)).some((listing) => isOnListOn(listing, context.today));
  }

  @Shared('PUBLIC')
  @Query(() => [JointMeasure], {
    nullable: true,
    description: '联合惩戒措施及依据. The measures of a list and their legal basis.',
  })
  jointMeasures(
    @Arg('list', () => DishonestyList, {
      nullable: true,
      description: '名单. Returns only the measures of this list.',
    })
    list: DishonestyList | null,
  ) {
    return measuresOf(list);
  }
}

export const listingFields = fields(DishonestyListing, {
  status: workedOut(
    'PUBLIC',
    oneOf(ListingStatus),
    '列入状态（当日）. The state that it is in today.',
    (listing, { today }) => statusOn(listing, today),
    { always: true },
  ),
  subjectName: workedOut(
    'PUBLIC',
    text(200),
    '主体名称；自然人以 张** 显示. The name of the enterprise; a person’s is masked.',
    (listing) => forAnyone(listing, listing.subjectName),
    { always: true },
  ),
  personName: workedOut(
    'CONDITIONAL',
    text(200),
    '自然人姓名. The full name of a person; null for an enterprise.',
    ({ subjectKind, subjectName, subject }) => {
      refuseErased(subject);
      return subjectKind === 'PERSON' ? subjectName : null;
    },
  ),
  cause: workedOut(
    'PUBLIC',
    text(500),
    '列入事由；自然人姓名以 张** 显示. What the subject did to be listed; a person’s name is masked.',
    (listing) => forAnyone(listing, listing.cause),
    { always: true },
  ),
  removalReason: workedOut(
    'PUBLIC',
    text(300),
    '移出或撤销原因；自然人姓名以 张** 显示. The reason for which it was removed or annulled; a person’s name is masked.',
    (listing) => listing.removalReason && forAnyone(listing, listing.removalReason),
  ),
  publishBy: workedOut(
    'PUBLIC',
    date,
    '公示期限. The last day for publishing it.',
    (listing) => publishBy(listing).date,
    { always: true },
  ),
  publishByProvisional: workedOut(
    'PUBLIC',
    flag,
    '公示期限是否暂定（跨入未公布放假安排的年份）. Whether publishBy may move, since that year’s working days are not published.',
    (listing) => publishBy(listing).provisional,
  ),
  ...rulesBeside<DishonestyListing>(() => LegalRule, 'PUBLIC', {
    publishBy: publishRule,
    expiresOn: (listing) => ruleBehind(listing.expiresOn, termRule(listing, 'term'), listing.listedOn),
    earliestRemovalOn: (listing) =>
      ruleBehind(listing.earliestRemovalOn, termRule(listing, 'earliest-removal'), listing.listedOn),
  }),
});

export const enterpriseListings = fields(Enterprise, {
  dishonestyListings: workedOut(
    'PUBLIC',
    () => [DishonestyListing],
    '失信名单列入记录，新的在前；按期间、状态查用 listings. The listings of the enterprise, the latest first; `listings` has them by period and state.',
    ({ uscc }, context) => listingsByUscc(context)(uscc),
    { longest: 30 },
  ),
});
