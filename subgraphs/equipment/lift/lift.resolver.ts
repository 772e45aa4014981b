import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, pagesOf, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { LIFT_FAULTS, LiftFaultConnection, LiftFaultRate, LiftFigures } from './lift-fault';
import { faultRates, liftFigures } from './lift.loaders';

const REGION = '区划及其下级. In the subtree of this division.';

@Resolver(() => Equipment)
export class LiftResolver {
  @Shared('PUBLIC')
  @Query(() => [LiftFaultRate], {
    nullable: true,
    description: '近十二个月电梯故障率. How often lifts failed in each of the last twelve months.',
  })
  liftFaultRates(@Arg('region', () => RegionCode, { description: REGION }) region: string, @Ctx() context: RequestContext) {
    return faultRates(context, region);
  }

  @Shared('PUBLIC')
  @Query(() => LiftFigures, {
    nullable: true,
    description: '电梯物联网、保险、更新改造情况. How many lifts are connected, insured, old and renewed.',
  })
  liftFigures(@Arg('region', () => RegionCode, { description: REGION }) region: string, @Ctx() context: RequestContext) {
    return liftFigures(context, region);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => LiftFaultConnection, {
    nullable: true,
    description: '电梯故障记录，新的在前. The faults of a lift, the latest first.',
  })
  faults(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, LIFT_FAULTS, 'equipmentCode', args).load(code);
  }
}
