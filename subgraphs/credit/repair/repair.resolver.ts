import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, Shared, type RequestContext } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { listingById } from '../listing/listing.loaders';
import { CreditRepair } from './credit-repair';
import { DecideRepairInput, RepairInput } from './repair.inputs';
import { repairById, repairsOf } from './repair.loaders';
import { acceptBy, decideBy, isLate } from './repair.rules';
import { applyForRepair, decideRepair } from './repair.service';

@Resolver(() => CreditRepair)
export class RepairResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => CreditRepair, { nullable: true, description: '登记信用修复申请. Records an application for early removal.' })
  applyForRepair(
    @Arg('input', () => RepairInput, { description: '申请. The application.' }) input: RepairInput,
    @Ctx() context: RequestContext,
  ) {
    return applyForRepair(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CreditRepair, { nullable: true, description: '办理信用修复. Decides about an application for early removal.' })
  decideRepair(
    @Arg('input', () => DecideRepairInput, { description: '办理. The decision.' }) input: DecideRepairInput,
    @Ctx() context: RequestContext,
  ) {
    return decideRepair(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => CreditRepair, { nullable: true, description: '按编号查信用修复. The application for repair with this id.' })
  creditRepair(@Arg('id', () => ID, { description: '修复申请编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return repairById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DishonestyListing, { nullable: true, description: '列入记录. The listing.' })
  listing(@Root() { listingId }: CreditRepair, @Ctx() context: RequestContext) {
    return listingById(context).load(listingId);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '受理期限. The last day for accepting it.' })
  acceptBy(@Root() repair: CreditRepair) {
    return acceptBy(repair).date;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '决定期限；受理后起算. The last day for deciding it, once it is accepted.',
  })
  decideBy(@Root() repair: CreditRepair) {
    return decideBy(repair)?.date ?? null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '办理是否逾期. Whether its next step is late.' })
  late(@Root() repair: CreditRepair, @Ctx() { today }: RequestContext) {
    return isLate(repair, today);
  }
}

@Resolver(() => DishonestyListing)
export class ListingRepairsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [CreditRepair], { nullable: true, description: '信用修复申请，按先后. The applications for its early removal.' })
  async repairs(@Root() { id }: DishonestyListing, @Ctx() context: RequestContext) {
    return (await repairsOf(context).load(id))?.repairs ?? [];
  }
}
