import { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, page, pagesOf, unseal, within, type RequestContext } from '../../kernel';
import { Enterprise, Region } from '../others';
import { INSPECTION_BODIES, INSPECTORS, InspectionBody, InspectionBodyConnection, Inspector, InspectorConnection } from './inspection-body';

@Resolver(() => InspectionBody)
export class InspectionBodyResolver {
  @Shared('PUBLIC')
  @Query(() => InspectionBodyConnection, {
    nullable: true,
    description: '检验检测机构，按区划、编号排序. Approved bodies by division and number.',
  })
  inspectionBodies(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, INSPECTION_BODIES, within(raw('region_code'), region), args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '核准是否有效（当日）. Whether its approval holds today.' })
  valid(@Root() { validUntil }: InspectionBody, @Ctx() { today }: RequestContext) {
    return validUntil >= today;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '机构. The enterprise that it is.' })
  enterprise(@Root() { uscc }: InspectionBody): Enterprise {
    return { uscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '所在地. Its division.' })
  region(@Root() { regionCode }: InspectionBody): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => InspectorConnection, { nullable: true, description: '检验检测人员. Its people.' })
  inspectors(@Root() { id }: InspectionBody, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, INSPECTORS, 'bodyId', args).load(id);
  }
}

@Resolver(() => Inspector)
export class InspectorResolver {
  @Shared('CONDITIONAL', 'MARKET_SUPERVISION')
  @FieldResolver(() => String, { nullable: true, description: '姓名. The name.' })
  name(@Root() { sealedName }: Inspector, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '证件是否有效（当日）. Whether the certificate holds today.' })
  valid(@Root() { validUntil }: Inspector, @Ctx() { today }: RequestContext) {
    return validUntil >= today;
  }
}
