import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  ABOUT,
  PageArgs,
  Shared,
  aboutCodes,
  connectionFor,
  fields,
  flag,
  ofKind,
  oneOf,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../others';
import { Equipment } from './equipment';
import { EquipmentFilter } from './equipment.inputs';
import { equipmentOfUser, equipmentPage } from './equipment.lists';
import { InspectionStanding } from '../inspection/inspection.terms';
import { isOverdue, standingOn } from './equipment.rules';

export const equipmentFields = fields(Equipment, {
  about: workedOut('PUBLIC', aboutCodes, ABOUT, ({ kindCode }) => ofKind(kindCode)),
  overdue: workedOut(
    'PUBLIC',
    flag,
    '是否超期未检：在用而检验已过期、不合格或从未检验；到期日未知为空. Whether it is in use though its inspection has run out, was failed or never was; null where its due day is not known.',
    (device, { today }) => isOverdue(device, today),
  ),
  inspectionStanding: workedOut(
    'PUBLIC',
    oneOf(InspectionStanding),
    '检验状况（当日），只说检验，不说可否使用. Where it stands with its inspections today; of inspections only, not whether it may be used.',
    (device, { today }) => standingOn(device, today),
  ),
});

const EquipmentConnection = connectionFor(Equipment);
const FILTER = '筛选条件. Only devices that meet all that is given here.';

@Resolver()
export class EquipmentItemsResolver {
  @Shared('PUBLIC')
  @Query(() => EquipmentConnection, {
    nullable: true,
    description: '特种设备列表，按区划、设备代码排序. Devices by division and code.',
  })
  equipmentItems(
    @Arg('filter', () => EquipmentFilter, { nullable: true, description: FILTER })
    filter: EquipmentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return equipmentPage(context, filter, args);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseEquipmentResolver {
  // As much for agencies as the `user` of a device: it says the same the other way round.
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentConnection, {
    nullable: true,
    description: '使用的特种设备. The devices that it uses.',
  })
  equipment(
    @Root() { uscc }: Enterprise,
    @Arg('filter', () => EquipmentFilter, { nullable: true, description: FILTER })
    filter: EquipmentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return equipmentOfUser(context, uscc, filter, args);
  }
}
