import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, unseal, type RequestContext } from '../../kernel';
import { HazardCriterion } from '../criterion/criterion';
import { criterionOf } from '../criterion/criterion.rules';
import { Department, Enterprise, Equipment, Region } from '../others';
import { Hazard, HazardConnection } from './hazard';
import { HazardFilter } from './hazard.filter';
import { eventsOf, hazardByNumber, hazardPage, notificationsOf, plansOf } from './hazard.loaders';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard-records';
import { isOnTime, isOverdueOn } from './hazard.rules';

@Resolver(() => Hazard)
export class HazardResolver {
  @Shared('PUBLIC')
  @Query(() => Hazard, {
    nullable: true,
    description: '按编号查隐患；公众仅见曝光的. The hazard with this number; the public sees those exposed.',
  })
  hazard(@Arg('number', () => ID, { description: '隐患编号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return hazardByNumber(context).load(number);
  }

  @Shared('PUBLIC')
  @Query(() => HazardConnection, { nullable: true, description: '隐患列表，按区划、编号排序. Hazards by division and number.' })
  hazards(
    @Arg('filter', () => HazardFilter, { nullable: true, description: '筛选. Which.' }) filter: HazardFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return hazardPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => HazardCriterion, { nullable: true, description: '判定条款. The item by which it was judged.' })
  criterion(@Root() { criterionCode }: Hazard) {
    return criterionOf(criterionCode);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '隐患单位. The enterprise.' })
  enterprise(@Root() { uscc }: Hazard) {
    return uscc === null ? null : { uscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Equipment, { nullable: true, description: '涉及的特种设备. The device.' })
  equipment(@Root() { equipmentCode }: Hazard) {
    return equipmentCode === null ? null : { code: equipmentCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '隐患所在地. The division of the place.' })
  region(@Root() { regionCode }: Hazard) {
    return { code: regionCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期（期限次日起）. Whether its deadline has passed and it is open.' })
  overdue(@Root() hazard: Hazard, @Ctx() { today }: RequestContext) {
    return isOverdueOn(hazard, today);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [Department], { nullable: 'itemsAndList', description: '督办部门（双督办）. The departments that supervise.' })
  supervisors(@Root() { supervisorCodes }: Hazard) {
    return supervisorCodes.map((code) => ({ code }));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '牵头部门. The department that leads.' })
  leadDepartment(@Root() { leadDepartmentCode }: Hazard) {
    return leadDepartmentCode === null ? null : { code: leadDepartmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [HazardNotification], {
    nullable: true,
    description: '通知与签收. To principal and actual controller, with receipts.',
  })
  async notifications(@Root() { number }: Hazard, @Ctx() context: RequestContext) {
    return (await notificationsOf(context).load(number))?.rows ?? [];
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => RectificationPlan, { nullable: true, description: '现行整改方案（五落实）. The present plan of rectification.' })
  async plan(@Root() { number, planned }: Hazard, @Ctx() context: RequestContext) {
    return planned ? ((await plansOf(context).load(number))?.rows.at(-1) ?? null) : null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [HazardEvent], { nullable: true, description: '办理记录，按时间. Every step that was taken, in order.' })
  async history(@Root() { number }: Hazard, @Ctx() context: RequestContext) {
    return (await eventsOf(context).load(number))?.rows ?? [];
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否按原定期限销号. Whether it was closed by its first deadline.' })
  closedOnTime(@Root() { closedOn, originalDueOn }: Hazard) {
    return isOnTime(closedOn, originalDueOn);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '是否按期销号（计延期）. Whether it was closed by its deadline with extensions.',
  })
  closedOnTimeWithExtensions(@Root() { closedOn, dueOn }: Hazard) {
    return isOnTime(closedOn, dueOn);
  }
}

const opened = (sealed: string | null, { settings }: RequestContext): string | null => sealed && unseal(sealed, settings.dataKey);

@Resolver(() => HazardNotification)
export class HazardNotificationResolver {
  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '姓名. Who was notified.' })
  name(@Root() { name }: HazardNotification, @Ctx() context: RequestContext) {
    return opened(name, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '联系电话. Their phone.' })
  phone(@Root() { phone }: HazardNotification, @Ctx() context: RequestContext) {
    return opened(phone, context);
  }
}

@Resolver(() => RectificationPlan)
export class RectificationPlanResolver {
  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '整改责任人姓名. Who answers for it.' })
  responsibleName(@Root() { responsibleName }: RectificationPlan, @Ctx() context: RequestContext) {
    return opened(responsibleName, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '整改责任人电话. Their phone.' })
  responsiblePhone(@Root() { responsiblePhone }: RectificationPlan, @Ctx() context: RequestContext) {
    return opened(responsiblePhone, context);
  }
}

@Resolver(() => HazardEvent)
export class HazardEventResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '经办部门. The department that did it.' })
  department(@Root() { departmentCode }: HazardEvent) {
    return departmentCode === null ? null : { code: departmentCode };
  }
}
