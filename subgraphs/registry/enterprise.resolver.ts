import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, Uscc, type RequestContext } from '../kernel';
import { Enterprise, EnterpriseConnection, EnterpriseFilter } from './enterprise';
import { enterpriseByUscc, enterprisePage, enterprisesInScope, priorLicencesByUscc } from './enterprise.loaders';
import { PriorLicence } from './prior-licence';
import { places } from './reference';
import { Matter } from './references';
import { Region } from './region';

@Resolver(() => Enterprise)
export class EnterpriseResolver {
  @Shared('PUBLIC')
  @Query(() => Enterprise, { nullable: true, description: '按信用代码查市场主体. The enterprise with this code.' })
  enterprise(@Arg('uscc', () => Uscc, { description: '统一社会信用代码. Its code.' }) uscc: string, @Ctx() context: RequestContext) {
    return enterpriseByUscc(context).load(uscc);
  }

  @Shared('PUBLIC')
  @Query(() => EnterpriseConnection, {
    nullable: true,
    description: '市场主体列表，按区划、信用代码排序. Enterprises by division and code.',
  })
  enterprises(
    @Arg('filter', () => EnterpriseFilter, { nullable: true, description: '筛选. Which.' }) filter: EnterpriseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return enterprisePage(context, filter, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '登记地. The division that it is registered in.' })
  region(@Root() enterprise: Enterprise, @Ctx() context: RequestContext) {
    return places.pick(context, (table) => table.regions.get(enterprise.regionCode) ?? null);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [PriorLicence], {
    nullable: true,
    description: '前置许可（先证后照）. The licences it had to hold before registration.',
  })
  async priorLicences(@Root() enterprise: Enterprise, @Ctx() context: RequestContext) {
    return (await priorLicencesByUscc(context).load(enterprise.uscc))?.licences ?? [];
  }
}

@Resolver(() => Matter)
export class MatterResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => EnterpriseConnection, { nullable: true, description: '本事项范围内的市场主体. The enterprises in its scope.' })
  @Directive('@requires(fields: "scope { industries roles }")')
  enterprises(
    @Root() { scope }: Matter,
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return enterprisesInScope(context, scope, region, args);
  }
}
