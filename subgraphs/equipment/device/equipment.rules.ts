import { alike, isInsider, printedCode, shaped, undashedCode, type Caller } from '../../kernel';
import { FAILED, type InspectionStanding } from '../inspection/inspection.terms';
import type { Equipment, EquipmentStatus } from './equipment';

/** What anyone may look up: devices that are lawfully there, so that a passenger can ask whether a lift is safe to use. */
export const PUBLIC_STATES: readonly EquipmentStatus[] = ['REGISTERED', 'IN_USE', 'SUSPENDED'];
/** Devices that are gone and no longer count. */
export const GONE_STATES: readonly EquipmentStatus[] = ['SCRAPPED', 'CANCELLED'];
/** Devices whose inspection can be overdue; one that is out of use is inspected before it is used again. */
export const INSPECTED_STATES: readonly EquipmentStatus[] = ['REGISTERED', 'IN_USE'];

export function maySeeAllStates(caller: Caller): boolean {
  return isInsider(caller);
}

type Inspected = Pick<Equipment, 'lastConclusion' | 'nextInspectionDue'>;

/**
 * Where a device stands with its inspections, whatever state it is in. Only a report counts: that its installation was
 * passed, as its own record may state, is no report of it. The due day itself is still in time. `inStanding` of
 * equipment.lists.ts is the same rule in SQL.
 */
export function standingOn(
  { lastConclusion, nextInspectionDue }: Inspected,
  today: string,
): InspectionStanding {
  if (lastConclusion === null) return 'NEVER_INSPECTED';
  if (FAILED.includes(lastConclusion)) return 'FAILED';
  if (nextInspectionDue === null) return 'DUE_UNKNOWN';
  return nextInspectionDue < today ? 'OVERDUE' : 'IN_DATE';
}

/**
 * 特种设备安全法 第三十三条、第四十条: whatever is registered or in use has passed an inspection that has not run out. Null where it
 * is not known when the next is due. `isInspectionOverdue` of equipment.lists.ts is the same rule in SQL.
 */
export function isOverdue(device: Inspected & Pick<Equipment, 'status'>, today: string): boolean | null {
  if (!INSPECTED_STATES.includes(device.status)) return false;
  const standing = standingOn(device, today);
  return standing === 'DUE_UNKNOWN' ? null : standing !== 'IN_DATE';
}

/** 设备代码: kind 4, maker 5 (licensing authority 2, number 3), year 4, sequence 4 or 5, whose first place may overflow into a letter. */
const DEVICE_CODE = /^[1-9][0-9A-Z]{3}[0-9A-Z]{5}(19|20)\d{2}[0-9A-Z]\d{3,4}$/;
/** 注册代码 of old records: kind 4, division 6, year and month 6, sequence 4. */
const OLD_CODE = /^[1-9][0-9A-Z]{3}[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])\d{4}$/;

export function isEquipmentCode(code: string): boolean {
  return DEVICE_CODE.test(code) || OLD_CODE.test(code);
}

/** 使用登记证编号: category, kind 2, province and city, serial, year. Tolerant: the rules of 2026 (TSG 08-2026) were not seen. */
const REGISTRATION_NUMBER = /^[锅容瓶管梯起索游车][0-9A-Z]{2}[\u4e00-\u9fa5][A-Z][0-9A-Z]{3,6}\(\d{2}\)$/;

export const equipmentCode = undashedCode(
  20,
  shaped(isEquipmentCode, {
    zh: '31104310020240001（17 位）、311043100202400001（18 位）或 31103506002016053337（20 位）',
    en: '31104310020240001 (17), 311043100202400001 (18) or 31103506002016053337 (20)',
  }),
);

export const registrationNumber = printedCode(
  32,
  shaped((number) => REGISTRATION_NUMBER.test(number), alike('梯11湘F00001(24)')),
);
