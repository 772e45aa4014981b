import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Bounded, RegionCode, Shared, type RequestContext } from '../../kernel';
import { LiftFaultRate, LiftFigures } from './lift-figures';
import { faultRates, liftFigures } from './lift.lists';

const REGION = '区划及其下级. In the subtree of this division.';

@Resolver()
export class LiftFiguresResolver {
  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [LiftFaultRate], {
    nullable: true,
    description: '近十二个月电梯故障率. How often lifts failed in each of the last twelve months.',
  })
  liftFaultRates(
    @Arg('region', () => RegionCode, { description: REGION }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return faultRates(context, region);
  }

  @Shared('PUBLIC')
  @Query(() => LiftFigures, {
    nullable: true,
    description:
      '电梯物联网、保险、更新改造情况. The numbers of lifts that are connected, insured, old and renewed.',
  })
  liftFigures(
    @Arg('region', () => RegionCode, { description: REGION }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return liftFigures(context, region);
  }
}
