import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { EquipmentKind } from '../kind/equipment-kind';
import { catalogue } from '../kind/reference';
import { Enterprise, Matter, Region, enterpriseOf } from '../others';
import { Equipment, EquipmentConnection, EquipmentFilter } from './equipment';
import { equipmentByCode, equipmentInScope, equipmentOfUser, equipmentPage } from './equipment.loaders';
import { isOverdue } from './equipment.rules';

@Resolver(() => Equipment)
export class EquipmentResolver {
  @Shared('PUBLIC')
  @Query(() => Equipment, { nullable: true, description: '按设备代码查特种设备. The device with this code.' })
  equipment(@Arg('code', () => ID, { description: '设备代码. Its code.' }) code: string, @Ctx() context: RequestContext) {
    return equipmentByCode(context).load(code);
  }

  @Shared('PUBLIC')
  @Query(() => EquipmentConnection, { nullable: true, description: '特种设备列表，按区划、设备代码排序. Devices by division and code.' })
  equipmentItems(
    @Arg('filter', () => EquipmentFilter, { nullable: true, description: '筛选. Which.' }) filter: EquipmentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return equipmentPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => EquipmentKind, { nullable: true, description: '特种设备目录条目. What kind of device it is.' })
  kind(@Root() device: Equipment, @Ctx() context: RequestContext) {
    return catalogue.pick(context, (table) => table.get(device.kindCode) ?? null);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '使用单位. Who uses it.' })
  user(@Root() device: Equipment) {
    return enterpriseOf(device.userUscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '制造单位. Who made it.' })
  maker(@Root() device: Equipment) {
    return enterpriseOf(device.makerUscc);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '使用地. The division where it stands.' })
  region(@Root() device: Equipment): Region {
    return { code: device.regionCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '是否超期未检. Whether it is in use though its inspection was due before today.',
  })
  overdue(@Root() device: Equipment, @Ctx() { today }: RequestContext) {
    return isOverdue(device, today);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseEquipmentResolver {
  // As much for agencies as the `user` of a device: it says the same the other way round.
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentConnection, { nullable: true, description: '使用的特种设备. The devices that it uses.' })
  equipment(
    @Root() { uscc }: Enterprise,
    @Arg('filter', () => EquipmentFilter, { nullable: true, description: '筛选. Which.' }) filter: EquipmentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return equipmentOfUser(context, uscc, filter, args);
  }
}

@Resolver(() => Matter)
export class MatterEquipmentResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => EquipmentConnection, { nullable: true, description: '本事项范围内的特种设备. The devices in its scope.' })
  @Directive('@requires(fields: "scope { equipmentKinds }")')
  equipment(
    @Root() { scope }: Matter,
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return equipmentInScope(context, scope?.equipmentKinds ?? [], region, args);
  }
}
