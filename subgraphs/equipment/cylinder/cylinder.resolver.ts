import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { Enterprise, Region, enterpriseOf } from '../others';
import { CylinderFilling, CylinderFillingConnection } from './cylinder-filling';
import { fillingsOf, gasCylinderBySerial, refusedFillings, valveCoverage } from './cylinder.loaders';
import { isOverdue } from './cylinder.rules';
import { GasCylinder } from './gas-cylinder';
import { ValveCoverage } from './valve-coverage';

@Resolver(() => GasCylinder)
export class GasCylinderResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => GasCylinder, { nullable: true, description: '按唯一标识查气瓶. The gas cylinder with this serial.' })
  gasCylinder(@Arg('serial', () => ID, { description: '气瓶唯一标识. Its serial.' }) serial: string, @Ctx() context: RequestContext) {
    return gasCylinderBySerial(context).load(serial);
  }

  @Shared('PUBLIC')
  @Query(() => ValveCoverage, {
    nullable: true,
    description: '工业氧气瓶保压阀覆盖率. How many oxygen cylinders have a residual pressure valve.',
  })
  oxygenValveCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return valveCoverage(context, region);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '产权单位. Who owns it.' })
  owner(@Root() { ownerUscc }: GasCylinder) {
    return enterpriseOf(ownerUscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '产权单位所在地. The division of its owner.' })
  region(@Root() { regionCode }: GasCylinder): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否超期未检. Whether its inspection was due before today.' })
  overdue(@Root() cylinder: GasCylinder, @Ctx() { today }: RequestContext) {
    return isOverdue(cylinder, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CylinderFillingConnection, { nullable: true, description: '充装记录，新的在前. Its fillings, the latest first.' })
  fillings(@Root() { serial }: GasCylinder, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return fillingsOf(context, serial, args);
  }
}

@Resolver(() => CylinderFilling)
export class CylinderFillingResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => CylinderFillingConnection, {
    nullable: true,
    description:
      '不得充装的记录（超期、报废气瓶），新的在前. Fillings of overdue or scrapped cylinders that were refused, the latest first.',
  })
  refusedFillings(
    @Arg('region', () => RegionCode, { nullable: true, description: '充装单位所在区划及其下级. Of fillers in this subtree.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return refusedFillings(context, region, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => GasCylinder, { nullable: true, description: '气瓶. The cylinder.' })
  cylinder(@Root() { cylinderSerial }: CylinderFilling, @Ctx() context: RequestContext) {
    return gasCylinderBySerial(context).load(cylinderSerial);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '充装单位. Who filled the cylinder.' })
  filler(@Root() { fillerUscc }: CylinderFilling) {
    return enterpriseOf(fillerUscc);
  }
}
