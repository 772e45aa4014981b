import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, pagesOf, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentByCode } from '../device/equipment.lists';
import { Enterprise, Region, enterpriseOf } from '../others';
import { EquipmentOrder, EquipmentOrderConnection, EquipmentOrderFilter, ORDERS_OF_DEVICE } from './equipment-order';
import {
  EquipmentViolation,
  EquipmentViolationConnection,
  EquipmentViolationFilter,
  EquipmentViolationType,
  VIOLATIONS_OF_DEVICE,
} from './equipment-violation';
import { OrderRecheckInput, OrderReportInput } from './oversight.inputs';
import { orderByNumber, orderPage, violationPage } from './oversight.loaders';
import { orderOverdue, violationsOf } from './oversight.rules';
import { recheckOrder, reportOrder } from './oversight.service';

@Resolver(() => Equipment)
export class EquipmentOversightResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [EquipmentViolationType], {
    nullable: true,
    description: '系统判定的违法情形（当日）. What is wrong with it today by its own data: unregistered, overdue, 大容小标.',
  })
  violationsToday(@Root() device: Equipment, @Ctx() { today }: RequestContext) {
    return violationsOf(device, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentViolationConnection, { nullable: true, description: '违法行为记录. The violations that were recorded.' })
  violations(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, VIOLATIONS_OF_DEVICE, 'equipmentCode', args).load(code);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentOrderConnection, { nullable: true, description: '安全监察指令书. The supervisory orders about it.' })
  orders(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, ORDERS_OF_DEVICE, 'equipmentCode', args).load(code);
  }
}

@Resolver(() => EquipmentViolation)
export class EquipmentViolationResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => EquipmentViolationConnection, {
    nullable: true,
    description: '特种设备违法行为，按区划、编号排序. Violations by division and id.',
  })
  equipmentViolations(
    @Arg('filter', () => EquipmentViolationFilter, { nullable: true, description: '筛选. Which.' }) filter: EquipmentViolationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return violationPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Equipment, { nullable: true, description: '设备. The device.' })
  equipment(@Root() { equipmentCode }: EquipmentViolation, @Ctx() context: RequestContext) {
    return equipmentCode && equipmentByCode(context).load(equipmentCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '单位. The unit.' })
  enterprise(@Root() { uscc }: EquipmentViolation) {
    return enterpriseOf(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '发现地. The division where it was found.' })
  region(@Root() { regionCode }: EquipmentViolation): Region {
    return { code: regionCode };
  }
}

@Resolver(() => EquipmentOrder)
export class EquipmentOrderResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => EquipmentOrder, { nullable: true, description: '按文书编号查监察指令. The supervisory order with this number.' })
  equipmentOrder(@Arg('number', () => ID, { description: '文书编号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return orderByNumber(context).load(number);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => EquipmentOrderConnection, {
    nullable: true,
    description: '监察指令，按区划、编号排序. Supervisory orders by division and number.',
  })
  equipmentOrders(
    @Arg('filter', () => EquipmentOrderFilter, { nullable: true, description: '筛选. Which.' }) filter: EquipmentOrderFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return orderPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '是否逾期（当日）. Whether its rectification or re-check is overdue today.',
  })
  overdue(@Root() order: EquipmentOrder, @Ctx() { today }: RequestContext) {
    return orderOverdue(order, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被监察单位. The unit that it is addressed to.' })
  enterprise(@Root() { uscc }: EquipmentOrder) {
    return enterpriseOf(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Equipment, { nullable: true, description: '设备. The device.' })
  equipment(@Root() { equipmentCode }: EquipmentOrder, @Ctx() context: RequestContext) {
    return equipmentCode && equipmentByCode(context).load(equipmentCode);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EquipmentOrder, { nullable: true, description: '登记整改报告. Takes in the report of the unit.' })
  reportEquipmentOrder(
    @Arg('input', () => OrderReportInput, { description: '报告. The report.' }) input: OrderReportInput,
    @Ctx() context: RequestContext,
  ) {
    return reportOrder(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => EquipmentOrder, { nullable: true, description: '复查. Records what the re-check has found.' })
  recheckEquipmentOrder(
    @Arg('input', () => OrderRecheckInput, { description: '复查. What was found.' }) input: OrderRecheckInput,
    @Ctx() context: RequestContext,
  ) {
    return recheckOrder(context, input);
  }
}
