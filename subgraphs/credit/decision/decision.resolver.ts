import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { DateOnly, Shared, type RequestContext } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { DecideListingInput, ObjectionInput, ProposeListingInput, PublishListingInput, RevokeListingInput } from './decision.inputs';
import { objectionBy } from './decision.rules';
import { decideListing, objectToListing, proposeListing, publishListing, revokeListing } from './decision.service';
import { ListingStep, stepsOf } from './listing-step';
import { isPublicationOverdue } from './publication.rules';

@Resolver(() => DishonestyListing)
export class DecisionResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => DishonestyListing, { nullable: true, description: '列入事先告知. Tells a subject that it is to be listed.' })
  proposeListing(
    @Arg('input', () => ProposeListingInput, { description: '告知内容. The notice.' }) input: ProposeListingInput,
    @Ctx() context: RequestContext,
  ) {
    return proposeListing(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => DishonestyListing, { nullable: true, description: '登记陈述申辩. Records what the subject objects.' })
  objectToListing(
    @Arg('input', () => ObjectionInput, { description: '陈述申辩. The objection.' }) input: ObjectionInput,
    @Ctx() context: RequestContext,
  ) {
    return objectToListing(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => DishonestyListing, { nullable: true, description: '列入决定. Decides whether a subject under notice is listed.' })
  decideListing(
    @Arg('input', () => DecideListingInput, { description: '决定. The decision.' }) input: DecideListingInput,
    @Ctx() context: RequestContext,
  ) {
    return decideListing(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => DishonestyListing, {
    nullable: true,
    description: '登记在国家企业信用信息公示系统公示. Records that a listing was put on the national publicity system.',
  })
  publishListing(
    @Arg('input', () => PublishListingInput, { description: '公示. The publication.' }) input: PublishListingInput,
    @Ctx() context: RequestContext,
  ) {
    return publishListing(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => DishonestyListing, {
    nullable: true,
    description: '撤销列入决定. Annuls a decision; the subject leaves the list at once.',
  })
  revokeListing(
    @Arg('input', () => RevokeListingInput, { description: '撤销. The annulment.' }) input: RevokeListingInput,
    @Ctx() context: RequestContext,
  ) {
    return revokeListing(context, input);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [ListingStep], { nullable: true, description: '办理记录，按先后. What was done about it, in order.' })
  async history(@Root() { id }: DishonestyListing, @Ctx() context: RequestContext) {
    return (await stepsOf(context).load(id))?.steps ?? [];
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '陈述申辩截止日；仅告知阶段. Until when the subject under notice may object.',
  })
  objectionBy(@Root() listing: DishonestyListing) {
    return listing.status === 'NOTIFIED' ? objectionBy(listing).date : null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期未公示. Whether its publication is overdue.' })
  publicationOverdue(@Root() listing: DishonestyListing, @Ctx() { today }: RequestContext) {
    return isPublicationOverdue(listing, today);
  }
}
