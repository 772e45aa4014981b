import sql, { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, defineLoader, pagesOf, type RequestContext } from '../../kernel';
import { Enterprise, Region, enterpriseOf } from '../references';
import { CYLINDER_FILLINGS, CylinderFilling, CylinderFillingConnection } from './cylinder-filling';
import { GasCylinder } from './gas-cylinder';

export const gasCylinderBySerial = defineLoader<GasCylinder>(
  ({ db }, serials) => db.query(sql`SELECT ${raw(db.columns(GasCylinder))} FROM gas_cylinder WHERE serial = ANY(${serials}::varchar[])`),
  ({ serial }) => serial,
);

@Resolver(() => GasCylinder)
export class GasCylinderResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => GasCylinder, { nullable: true, description: '按唯一标识查气瓶. The gas cylinder with this serial.' })
  gasCylinder(@Arg('serial', () => ID, { description: '气瓶唯一标识. Its serial.' }) serial: string, @Ctx() context: RequestContext) {
    return gasCylinderBySerial(context).load(serial);
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
  overdue(@Root() { nextInspectionDue }: GasCylinder, @Ctx() { today }: RequestContext) {
    return nextInspectionDue < today;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CylinderFillingConnection, { nullable: true, description: '充装记录，按日期排序. Its fillings by date.' })
  fillings(@Root() { serial }: GasCylinder, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, CYLINDER_FILLINGS, 'cylinderSerial', args).load(serial);
  }
}

@Resolver(() => CylinderFilling)
export class CylinderFillingResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '充装单位. Who filled the cylinder.' })
  filler(@Root() { fillerUscc }: CylinderFilling) {
    return enterpriseOf(fillerUscc);
  }
}
