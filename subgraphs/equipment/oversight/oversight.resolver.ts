import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  Shared,
  connectionFor,
  count,
  fields,
  flag,
  knowsOfTip,
  oneOf,
  rulesBeside,
  sourceShown,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { LegalRule } from '../others';
import { EquipmentOrder, EquipmentOrderFilter } from './equipment-order';
import {
  BY_REPORT,
  EquipmentViolation,
  EquipmentViolationFilter,
  EquipmentViolationType,
  ViolationSource,
} from './equipment-violation';
import { openOrdersOf, orderPage, violationPage } from './oversight.lists';
import { orderOverdue, recheckDue, violationsOf } from './oversight.rules';

export const oversightOfEquipment = fields(Equipment, {
  violationsToday: workedOut(
    'UNCONDITIONAL',
    () => [EquipmentViolationType],
    '系统判定的违法情形（当日）. What is wrong with it today by its own data: unregistered, overdue, never inspected, failed, a plate that understates.',
    (device, { today }) => violationsOf(device, today),
  ),
  openOrders: workedOut(
    'UNCONDITIONAL',
    count,
    '未办结的安全监察指令数. The number of supervisory orders about it that are not closed.',
    ({ code }, context) => openOrdersOf(context, code),
  ),
});

export const violationFields = fields(EquipmentViolation, {
  foundBy: workedOut(
    'UNCONDITIONAL',
    oneOf(ViolationSource, 12, ['SYSTEM']),
    '发现途径；投诉举报的，本区划市场监管部门以外的见监督检查. The way in which it came to be known; a report from outside reads SUPERVISION to all but market supervision of the division.',
    ({ foundBy, regionCode }, { caller }) =>
      sourceShown(foundBy, BY_REPORT, knowsOfTip(caller, 'MARKET_SUPERVISION', regionCode)),
  ),
});

export const orderFields = fields(EquipmentOrder, {
  ...rulesBeside<EquipmentOrder>(() => LegalRule, 'UNCONDITIONAL', {
    recheckBy({ reportedOn, recheckBy }) {
      if (reportedOn === null) return null;
      const { date, rule } = recheckDue(reportedOn);
      return date === recheckBy ? rule : null;
    },
  }),
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否逾期（当日）. Whether its rectification or re-check is overdue today.',
    (order, { today }) => orderOverdue(order, today),
  ),
});

const EquipmentViolationConnection = connectionFor(EquipmentViolation);
const EquipmentOrderConnection = connectionFor(EquipmentOrder);

@Resolver()
export class OversightListsResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => EquipmentViolationConnection, {
    nullable: true,
    description:
      '特种设备违法行为，含系统当日判定的，按区划、编号排序. Violations by division and id: those recorded, and those that are seen today in the data of the devices.',
  })
  equipmentViolations(
    @Arg('filter', () => EquipmentViolationFilter, {
      nullable: true,
      description: '筛选条件. Only violations that meet all that is given here.',
    })
    filter: EquipmentViolationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return violationPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => EquipmentOrderConnection, {
    nullable: true,
    description: '监察指令，按区划、编号排序. Supervisory orders by division and number.',
  })
  equipmentOrders(
    @Arg('filter', () => EquipmentOrderFilter, {
      nullable: true,
      description: '筛选条件. Only orders that meet all that is given here.',
    })
    filter: EquipmentOrderFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return orderPage(context, filter, args);
  }
}
