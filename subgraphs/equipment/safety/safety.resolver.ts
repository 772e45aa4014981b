import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Argument, PageArgs, Shared, connectionFor, date, fields, workedOut } from '../../kernel';
import type { RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { Enterprise } from '../others';
import { SafetyAppointment } from './safety-appointment';
import { SafetyCheck, SafetyCheckPeriod } from './safety-check';
import { appointmentsByUscc, devicesNamedTo, safetyChecksOf, safetyOfficerOf } from './safety.lists';

export const safetyOfEquipment = fields(Equipment, {
  safetyOfficer: workedOut(
    'UNCONDITIONAL',
    () => SafetyAppointment,
    '安全员 (令74号). The safety officer that it is named to.',
    (device, context) => safetyOfficerOf(context, device),
  ),
});

export const safetyOfEnterprise = fields(Enterprise, {
  safetyAppointments: workedOut(
    'UNCONDITIONAL',
    () => [SafetyAppointment],
    '现任安全总监、安全员；按期间、岗位查用 safetyPosts. Its safety directors and officers of today; `safetyPosts` has them by period and post.',
    async ({ uscc }, context) => (await appointmentsByUscc(context).load(uscc))?.appointments ?? [],
  ),
});

export const appointmentFields = fields(SafetyAppointment, {
  equipment: workedOut(
    'UNCONDITIONAL',
    () => [Equipment],
    '负责的特种设备，至多 500 台. The devices that are named to the officer.',
    (appointment, context) => devicesNamedTo(context, appointment),
  ),
});

const SafetyCheckConnection = connectionFor(SafetyCheck);

@Resolver(() => Enterprise)
export class EnterpriseSafetyChecksResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SafetyCheckConnection, {
    nullable: true,
    description: '日管控、周排查、月调度记录，按日期排序. Its own checks by date.',
  })
  safetyChecks(
    @Root() { uscc }: Enterprise,
    @Arg('period', () => SafetyCheckPeriod, {
      nullable: true,
      description: '类别. Daily, weekly or monthly; by default all.',
    })
    period: SafetyCheckPeriod | null,
    @Argument('from', date, '检查日期不早于. Made on this day or later.', { optional: true })
    from: string | null,
    @Argument('to', date, '检查日期不晚于. Made on this day or earlier.', { optional: true })
    to: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return safetyChecksOf(context, uscc, { period, from, to }, args);
  }
}
