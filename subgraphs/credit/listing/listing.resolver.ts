import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, Shared, Uscc, type RequestContext } from '../../kernel';
import { DishonestyList, DishonestyListing, DishonestyListingConnection, ListingFilter, ListingStatus } from './listing';
import { listingById, listingPage, listingsByUscc } from './listing.loaders';
import { forAnyone, publishBy, statusOn } from './listing.rules';
import { JointMeasure, measuresOf } from '../measure';
import { Department, Enterprise, Region } from '../references';

@Resolver(() => DishonestyListing)
export class ListingResolver {
  @Shared('PUBLIC')
  @Query(() => DishonestyListing, { nullable: true, description: '按编号查列入记录. The listing with this id.' })
  dishonestyListing(@Arg('id', () => ID, { description: '列入记录编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return listingById(context).load(id);
  }

  @Shared('PUBLIC')
  @Query(() => DishonestyListingConnection, { nullable: true, description: '失信名单，按区划、编号排序. Listings by division and id.' })
  dishonestyListings(
    @Arg('filter', () => ListingFilter, { nullable: true, description: '筛选. Which.' }) filter: ListingFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return listingPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => Boolean, { nullable: true, description: '当前是否在列. Whether an enterprise is on a list today.' })
  async isListed(@Arg('uscc', () => Uscc, { description: '统一社会信用代码. Its code.' }) uscc: string, @Ctx() context: RequestContext) {
    const found = await listingsByUscc(context).load(uscc);
    return (found?.listings ?? []).some((listing) => statusOn(listing, context.today) === 'LISTED');
  }

  @Shared('PUBLIC')
  @Query(() => [JointMeasure], { nullable: true, description: '联合惩戒措施及依据. The measures of a list and their legal basis.' })
  jointMeasures(@Arg('list', () => DishonestyList, { nullable: true, description: '名单. Of this list.' }) list: DishonestyList | null) {
    return measuresOf(list);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => ListingStatus, { description: '列入状态（当日）. Where it stands today.' })
  status(@Root() listing: DishonestyListing, @Ctx() { today }: RequestContext) {
    return statusOn(listing, today);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => String, { description: '主体名称；自然人以 张** 显示. The name of the enterprise; a person’s is masked.' })
  subjectName(@Root() listing: DishonestyListing) {
    return forAnyone(listing, listing.subjectName);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '自然人姓名. The full name of a person; null for an enterprise.' })
  personName(@Root() { subjectKind, subjectName }: DishonestyListing) {
    return subjectKind === 'PERSON' ? subjectName : null;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => String, { description: '列入事由. Why it is listed.' })
  cause(@Root() listing: DishonestyListing) {
    return forAnyone(listing, listing.cause);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => String, { nullable: true, description: '移出或撤销原因. Why it was removed or annulled.' })
  removalReason(@Root() listing: DishonestyListing) {
    return listing.removalReason && forAnyone(listing, listing.removalReason);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, { description: '公示期限. The last day for publishing it.' })
  publishBy(@Root() listing: DishonestyListing) {
    return publishBy(listing).date;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '公示期限是否暂定（跨入未公布放假安排的年份）. Whether publishBy may move, since that year’s working days are not published.',
  })
  publishByProvisional(@Root() listing: DishonestyListing) {
    return publishBy(listing).provisional;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被列入单位. The enterprise that is listed; null for a person.' })
  enterprise(@Root() { uscc }: DishonestyListing) {
    return uscc && { uscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '决定部门. The department that decided.' })
  department(@Root() { departmentCode }: DishonestyListing) {
    return { code: departmentCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '主体所在地. The division of the subject.' })
  region(@Root() { regionCode }: DishonestyListing) {
    return { code: regionCode };
  }
}
