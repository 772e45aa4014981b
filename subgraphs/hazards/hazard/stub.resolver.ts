import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { Enterprise, Equipment, Matter } from '../others';
import { HazardConnection } from './hazard';
import { HazardFilter } from './hazard.filter';
import { hazardsOfEnterprise, hazardsOfEquipment, hazardsOfMatter } from './hazard.loaders';

@Resolver(() => Enterprise)
export class EnterpriseHazardsResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => HazardConnection, {
    nullable: true,
    description: '隐患；公众仅见曝光的. Its hazards; the public sees those exposed.',
  })
  hazards(
    @Root() { uscc }: Enterprise,
    @Arg('filter', () => HazardFilter, { nullable: true, description: '筛选. Which.' }) filter: HazardFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return hazardsOfEnterprise(context, uscc, filter, args);
  }
}

@Resolver(() => Equipment)
export class EquipmentHazardsResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => HazardConnection, {
    nullable: true,
    description: '隐患；公众仅见曝光的. Its hazards; the public sees those exposed.',
  })
  hazards(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return hazardsOfEquipment(context, code, args);
  }
}

@Resolver(() => Matter)
export class MatterHazardsResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => HazardConnection, {
    nullable: true,
    description: '范围内的隐患；公众仅见曝光的. The hazards that belong to it; the public sees those exposed.',
  })
  @Directive('@requires(fields: "scope { hazardDomains industries }")')
  hazards(
    @Root() { code, scope }: Matter,
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return scope && hazardsOfMatter(context, { code, ...scope }, region, args);
  }
}
