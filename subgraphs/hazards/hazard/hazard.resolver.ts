import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  Shared,
  connectionFor,
  fields,
  flag,
  oneOf,
  recordReference,
  sourceShown,
  workedOut,
  type DepartmentKind,
  type RequestContext,
} from '../../kernel';
import { Enterprise, Equipment } from '../others';
import { Hazard } from './hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard-records';
import { HazardFilter } from './hazard.inputs';
import {
  eventsOf,
  hazardPage,
  hazardsOfEnterprise,
  hazardsOfEquipment,
  notificationsOf,
  plansOf,
} from './hazard.lists';
import { BY_TIP, goesBackToTip, isOnTime, isOverdueOn, knowsTipOf } from './hazard.rules';
import { HazardChannel, HazardOrigin } from './hazard.terms';

/** What a hazard goes back to; the number of a tip, to the department alone that reported what the tip had led it to. */
function originFor(owner: DepartmentKind, says: string) {
  return workedOut<Hazard, string>(
    'RESTRICTED',
    recordReference(100),
    says,
    (hazard, { caller }) =>
      goesBackToTip(hazard) && !knowsTipOf(hazard, caller) ? null : hazard.originReference,
    { owner },
  );
}

export const hazardFields = fields(Hazard, {
  channel: workedOut(
    'PUBLIC',
    oneOf(HazardChannel),
    '发现渠道；举报查实的，非处理部门见督导检查. The way in which it came to be known; a tip reads INSPECTION to all but the department that handles it.',
    (hazard, { caller }) => sourceShown(hazard.channel, BY_TIP.channel, knowsTipOf(hazard, caller)),
  ),
  origin: workedOut(
    'UNCONDITIONAL',
    oneOf(HazardOrigin),
    '线索来源；举报的，非处理部门见监督检查. The kind of record that it goes back to; a tip reads INSPECTION to all but the department that handles it.',
    (hazard, { caller }) => sourceShown(hazard.origin, BY_TIP.origin, knowsTipOf(hazard, caller)),
  ),
  originReference: originFor(
    'MARKET_SUPERVISION',
    '线索编号（举报、检查、抽查），市场监管部门可见. The number of the tip, inspection or spot check that it goes back to, for market supervision.',
  ),
  originForEmergencyManagement: originFor(
    'EMERGENCY_MANAGEMENT',
    '线索编号，应急管理部门可见. The number of what it goes back to, for emergency management.',
  ),
  originForFireRescue: originFor(
    'FIRE_RESCUE',
    '线索编号，消防救援机构可见. The number of what it goes back to, for fire and rescue.',
  ),
  overdue: workedOut(
    'PUBLIC',
    flag,
    '是否逾期（期限次日起）. Whether its deadline has passed and it is open.',
    (hazard, { today }) => isOverdueOn(hazard, today),
  ),
  closedOnTime: workedOut(
    'PUBLIC',
    flag,
    '是否按原定期限销号. Whether it was closed by its first deadline.',
    ({ closedOn, originalDueOn }) => isOnTime(closedOn, originalDueOn),
  ),
  closedOnTimeWithExtensions: workedOut(
    'PUBLIC',
    flag,
    '是否按期销号（计延期）. Whether it was closed by its deadline with extensions.',
    ({ closedOn, dueOn }) => isOnTime(closedOn, dueOn),
  ),
  notifications: workedOut(
    'UNCONDITIONAL',
    () => [HazardNotification],
    '通知与签收. To principal and actual controller, with receipts.',
    ({ number }, context) => notificationsOf(context)(number),
  ),
  plan: workedOut(
    'UNCONDITIONAL',
    () => RectificationPlan,
    '现行整改方案（五落实）. The present plan of rectification.',
    async ({ number, planned }, context) =>
      planned ? ((await plansOf(context)(number)).at(-1) ?? null) : null,
  ),
  history: workedOut(
    'UNCONDITIONAL',
    () => [HazardEvent],
    '办理记录，按时间. Every step that was taken, in order.',
    ({ number }, context) => eventsOf(context)(number),
  ),
});

const HazardConnection = connectionFor(Hazard);
const FILTER = { nullable: true, description: '筛选. Returns only what meets these conditions.' };
const EXPOSED = '隐患；公众仅见曝光的. Its hazards; the public sees those exposed.';

@Resolver()
export class HazardListResolver {
  @Shared('PUBLIC')
  @Query(() => HazardConnection, {
    nullable: true,
    description: '隐患列表，按区划、编号排序. Hazards by division and number.',
  })
  hazards(
    @Arg('filter', () => HazardFilter, FILTER) filter: HazardFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return hazardPage(context, filter, args);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseHazardsResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => HazardConnection, { nullable: true, description: EXPOSED })
  hazards(
    @Root() { uscc }: Enterprise,
    @Arg('filter', () => HazardFilter, FILTER) filter: HazardFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return hazardsOfEnterprise(context, uscc, filter, args);
  }
}

@Resolver(() => Equipment)
export class EquipmentHazardsResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => HazardConnection, { nullable: true, description: EXPOSED })
  hazards(
    @Root() { code }: Equipment,
    @Arg('filter', () => HazardFilter, FILTER) filter: HazardFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return hazardsOfEquipment(context, code, filter, args);
  }
}
