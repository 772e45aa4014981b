import { declareError, deadlineOf, ruleOn, checkDay } from '../../kernel';
import type { EquipmentStatus } from '../device/equipment';
import { legalNumbers } from '../legal-numbers';
import type { EquipmentStep } from './equipment-change';

const AlreadyRegistered = declareError(
  'EQUIPMENT_ALREADY_REGISTERED',
  '设备 {key} 已办理使用登记（{status:EquipmentStatus}），不能再次登记。',
  'The device {key} is registered already ({status:EquipmentStatus}); it cannot be registered again.',
);
const NotRegistered = declareError(
  'EQUIPMENT_NOT_REGISTERED',
  '设备 {key} 未办理使用登记，应先登记。',
  'The device {key} is not registered for use; it must be registered first.',
);
const AlreadySuspended = declareError('EQUIPMENT_ALREADY_SUSPENDED', '设备 {key} 已停用。', 'The device {key} is out of use already.');
const NotSuspended = declareError(
  'EQUIPMENT_NOT_SUSPENDED',
  '设备 {key} 未停用（{status:EquipmentStatus}），无需重新启用。',
  'The device {key} is not out of use ({status:EquipmentStatus}); there is nothing to resume.',
);
const Gone = declareError(
  'EQUIPMENT_GONE',
  '设备 {key} 已报废或注销（{status:EquipmentStatus}），不能再办理。',
  'The device {key} is scrapped or cancelled ({status:EquipmentStatus}); nothing can be done with it any more.',
);
export const InspectionNeeded = declareError(
  'RESUMPTION_NEEDS_INSPECTION',
  '设备 {key} 停用超过一年或检验已到期，自 {since} 起须有合格检验方可重新启用。',
  'The device {key} was out of use for more than a year or is due for inspection: it needs a passed inspection since {since} before it is used again.',
);

const ALIVE: readonly EquipmentStatus[] = ['REGISTERED', 'IN_USE', 'SUSPENDED'];

export interface LivingDevice {
  code: string;
  status: EquipmentStatus;
  statusSince: string | null;
}
type DecidedStep = Exclude<EquipmentStep, 'SUBMITTED'>;

/** Refuses a step that the state of the device does not allow, and one that would lie before the last. */
export function checkStep(device: LivingDevice, step: DecidedStep, on: string, today: string): void {
  const { code: key, status, statusSince } = device;
  const details = { field: 'code', key, status };
  if (status === 'CANCELLED' || (status === 'SCRAPPED' && step !== 'CANCELLED')) throw Gone(details);
  if (step === 'REGISTERED' && ALIVE.includes(status)) throw AlreadyRegistered(details);
  if (step !== 'REGISTERED' && step !== 'SCRAPPED' && status === 'UNREGISTERED') throw NotRegistered(details);
  if (step === 'SUSPENDED' && status === 'SUSPENDED') throw AlreadySuspended(details);
  if (step === 'RESUMED' && status !== 'SUSPENDED') throw NotSuspended(details);
  checkDay('on', on, { from: statusSince, to: today });
}

/** 特种设备安全法 第三十三条: within thirty days of being put in use; the thirtieth is in time. */
export function isLateRegistration(inUseSince: string | null, on: string): boolean {
  return inUseSince !== null && on > deadlineOf(ruleOn(legalNumbers, 'equipment.registration', inUseSince, 'inUseSince'), inUseSince).date;
}

/**
 * From which day on an inspection must have been passed before a suspended device is used again; null if none is needed.
 * Idle for more than a year: since it was put out of use; the last day of the year is in time. And what has fallen due
 * meanwhile is made up first (特种设备安全法 第四十条): an inspection that was made moves the due day.
 */
export function inspectionNeededSince(device: LivingDevice & { nextInspectionDue: string | null }, on: string): string | null {
  const { statusSince, nextInspectionDue } = device;
  const isIdle = statusSince !== null && on > deadlineOf(ruleOn(legalNumbers, 'equipment.idle', on, 'on'), statusSince).date;
  if (isIdle) return statusSince;
  return nextInspectionDue !== null && nextInspectionDue < on ? nextInspectionDue : null;
}
