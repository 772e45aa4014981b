import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Shared, type RequestContext } from '../kernel';
import { CreditFile, creditFileByUscc } from './credit-file';
import { DishonestyListing } from './listing/listing';
import { listingsByUscc } from './listing/listing.loaders';
import { listedEnterprises } from './overview.loaders';
import { Enterprise, MatterOverview } from './references';

@Resolver(() => Enterprise)
export class EnterpriseResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => [DishonestyListing], { nullable: true, description: '失信名单列入记录，新的在前. Its listings, the latest first.' })
  async dishonestyListings(@Root() { uscc }: Enterprise, @Ctx() context: RequestContext) {
    return (await listingsByUscc(context).load(uscc))?.listings ?? [];
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CreditFile, { nullable: true, description: '信用档案. What the lists say of it.' })
  creditFile(@Root() { uscc }: Enterprise, @Ctx() context: RequestContext) {
    return creditFileByUscc(context, uscc);
  }
}

@Resolver(() => MatterOverview)
export class MatterOverviewResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => Int, { nullable: true, description: '在列失信企业数. The enterprises that are on a list today.' })
  @Directive('@requires(fields: "scope { industries }")')
  listedEnterprises(@Root() overview: MatterOverview, @Ctx() context: RequestContext) {
    return listedEnterprises(context, overview);
  }
}
