import { deadlineOf, declareError, ruleOn, type CatalogueError, type ErrorDetails } from '../../kernel';
import type { Equipment, EquipmentStatus } from '../device/equipment';
import { GONE_STATES } from '../device/equipment.rules';
import { legalNumbers } from '../legal-numbers';

export const AlreadyRegistered = declareError(
  'EQUIPMENT_ALREADY_REGISTERED',
  '设备 {key} 已办理使用登记（{status:EquipmentStatus}），不能再次登记。',
  'The device {key} is registered already ({status:EquipmentStatus}); it cannot be registered again.',
);
const NotRegistered = declareError(
  'EQUIPMENT_NOT_REGISTERED',
  '设备 {key} 未办理使用登记，应先登记。',
  'The device {key} is not registered for use; it must be registered first.',
);
export const AlreadySuspended = declareError(
  'EQUIPMENT_ALREADY_SUSPENDED',
  '设备 {key} 已停用。',
  'The device {key} is out of use already.',
);
export const NotSuspended = declareError(
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

/** Why a device in this state does not take a step. One that is registered says what this step is refused for. */
export function refusedIn(
  { code }: Pick<Equipment, 'code'>,
  status: EquipmentStatus,
  ofRegistered: (details: ErrorDetails) => CatalogueError = NotRegistered,
): CatalogueError {
  const details = { field: 'code', key: code, status };
  if (GONE_STATES.includes(status)) return Gone(details);
  return status === 'UNREGISTERED' ? NotRegistered(details) : ofRegistered(details);
}

/** What is registered before it is put in use waits for that. */
export function statusOnRegistration({
  inUseSince,
  on,
}: {
  inUseSince: string | null;
  on: string;
}): EquipmentStatus {
  return inUseSince !== null && inUseSince <= on ? 'IN_USE' : 'REGISTERED';
}

/** 特种设备安全法 第三十三条: within thirty days of being put in use; the thirtieth is in time. */
export function isLateRegistration(inUseSince: string | null, on: string): boolean {
  return (
    inUseSince !== null &&
    on > deadlineOf(ruleOn(legalNumbers, 'equipment.registration', inUseSince, 'inUseSince'), inUseSince).date
  );
}

/**
 * From which day on an inspection must have been passed before a suspended device is used again; null if none is needed.
 * Idle for more than a year: since it was put out of use; the last day of the year is in time. And what has fallen due
 * meanwhile is made up first (特种设备安全法 第四十条): an inspection that was made moves the due day.
 */
export function inspectionNeededSince(
  device: Pick<Equipment, 'statusSince' | 'nextInspectionDue'>,
  on: string,
): string | null {
  const { statusSince, nextInspectionDue } = device;
  const isIdle =
    statusSince !== null &&
    on > deadlineOf(ruleOn(legalNumbers, 'equipment.idle', on, 'on'), statusSince).date;
  if (isIdle) return statusSince;
  return nextInspectionDue !== null && nextInspectionDue < on ? nextInspectionDue : null;
}
