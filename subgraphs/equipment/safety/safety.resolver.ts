import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, pagesOf, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { Enterprise, enterpriseOf } from '../others';
import { EMERGENCY_PLANS, EmergencyPlanConnection } from './emergency-plan';
import { SafetyAppointment } from './safety-appointment';
import { SafetyCheck, SafetyCheckConnection, SafetyCheckPeriod } from './safety-check';
import { appointmentsByUscc, devicesNamedTo, safetyChecksOf, safetyOfficerOf } from './safety.loaders';

@Resolver(() => Equipment)
export class EquipmentSafetyResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SafetyAppointment, { nullable: true, description: '安全员 (令74号). The safety officer that it is named to.' })
  safetyOfficer(@Root() device: Equipment, @Ctx() context: RequestContext) {
    return safetyOfficerOf(context, device);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseSafetyResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [SafetyAppointment], {
    nullable: true,
    description: '现任安全总监、安全员. Its safety directors and officers of today.',
  })
  async safetyAppointments(@Root() { uscc }: Enterprise, @Ctx() context: RequestContext) {
    return (await appointmentsByUscc(context).load(uscc))?.appointments ?? [];
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SafetyCheckConnection, {
    nullable: true,
    description: '日管控、周排查、月调度记录，按日期排序. Its own checks by date.',
  })
  safetyChecks(
    @Root() { uscc }: Enterprise,
    @Arg('period', () => SafetyCheckPeriod, { nullable: true, description: '类别. Daily, weekly or monthly; by default all.' })
    period: SafetyCheckPeriod | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return safetyChecksOf(context, uscc, period, args);
  }
}

@Resolver(() => Enterprise)
export class EnterprisePlansResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EmergencyPlanConnection, {
    nullable: true,
    description: '特种设备应急专项预案，新的在前. Its emergency plans for equipment, the latest first.',
  })
  emergencyPlans(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, EMERGENCY_PLANS, 'uscc', args).load(uscc);
  }
}

@Resolver(() => SafetyAppointment)
export class SafetyAppointmentResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '使用单位. Who appoints.' })
  enterprise(@Root() { uscc }: SafetyAppointment) {
    return enterpriseOf(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [Equipment], {
    nullable: true,
    description: '负责的特种设备，至多 500 台. The devices that are named to the officer.',
  })
  equipment(@Root() appointment: SafetyAppointment, @Ctx() context: RequestContext) {
    return devicesNamedTo(context, appointment);
  }
}

@Resolver(() => SafetyCheck)
export class SafetyCheckResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '使用单位. Who checked.' })
  enterprise(@Root() { uscc }: SafetyCheck) {
    return enterpriseOf(uscc);
  }
}
