import {
  deadlineOf,
  declareError,
  ruleOn,
  termEnd,
  type CatalogueError,
  type ErrorDetails,
} from '../../kernel';
import type { Equipment, EquipmentStatus } from '../device/equipment';
import { GONE_STATES, standingOn } from '../device/equipment.rules';
import type { InspectionKind } from '../inspection/inspection.terms';
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
  '设备 {key} 停用超过一年，或者检验已到期、不合格、从未进行，自 {since} 起须有合格检验方可重新启用。',
  'The device {key} was out of use for more than a year, or its inspection is due, was failed or never was: it needs a passed inspection since {since} before it is used again.',
);
export const RegistrationNeedsInspection = declareError(
  'REGISTRATION_NEEDS_INSPECTION',
  '设备 {key} 检验状况为 {standing:InspectionStanding}；使用登记须有在有效期内的合格监督检验或首次检验。',
  'The device {key} stands as {standing:InspectionStanding}: it is registered with a supervisory or first inspection that was passed, and with no inspection failed or run out since.',
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

type Inspected = Pick<Equipment, 'lastConclusion' | 'lastInspectedOn' | 'nextInspectionDue'>;

/**
 * 特种设备安全法 第二十五条、第三十三条: what is handed over for use has passed its supervisory inspection; what is not installed (场车,
 * TSG 81-2022; a device that was moved) its first inspection. A periodic one stands for neither.
 */
export const BEFORE_USE: readonly InspectionKind[] = ['INSTALLATION', 'ALTERATION', 'FIRST'];

/** The last inspection was passed and has not run out, whoever asks for what. */
export function mayBeUsed(device: Inspected, on: string): boolean {
  const standing = standingOn(device, on);
  return standing === 'IN_DATE' || standing === 'DUE_UNKNOWN';
}

/**
 * From which day on an inspection must have been passed before a suspended device is used again; null if none is needed.
 * Idle for more than a year: since it was put out of use; the last day of the year is in time. And what has fallen due
 * meanwhile, was failed or never was, is made up first (特种设备安全法 第四十条): an inspection that is passed changes that.
 */
export function inspectionNeededSince(
  device: Inspected & Pick<Equipment, 'statusSince'>,
  on: string,
): string | null {
  const { statusSince, lastInspectedOn, nextInspectionDue } = device;
  const isIdle =
    statusSince !== null && on > termEnd(ruleOn(legalNumbers, 'equipment.idle', on, 'on'), statusSince);
  if (isIdle) return statusSince;
  if (mayBeUsed(device, on)) return null;
  return standingOn(device, on) === 'OVERDUE' ? nextInspectionDue : (lastInspectedOn ?? on);
}
