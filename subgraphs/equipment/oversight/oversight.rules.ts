import {
  FieldMissing,
  checkDay,
  deadlineOf,
  declareError,
  ruleOn,
  type CatalogueError,
  type LegalDeadline,
} from '../../kernel';
import { INSPECTED_STATES, isOverdue, standingOn } from '../device/equipment.rules';
import type { Equipment } from '../device/equipment';
import { legalNumbers } from '../legal-numbers';
import type { EquipmentOrder, EquipmentOrderStatus } from './equipment-order';
import type { EquipmentViolationType } from './equipment-violation';

const OrderNotOpen = declareError(
  'ORDER_NOT_OPEN',
  '指令书 {key} 处于 {status:EquipmentOrderStatus}，不在待报告状态。',
  'The order {key} is {status:EquipmentOrderStatus}; it waits for no report.',
);
const OrderNotReported = declareError(
  'ORDER_NOT_REPORTED',
  '指令书 {key} 处于 {status:EquipmentOrderStatus}，单位尚未报告或已办结，不能复查。',
  'The order {key} is {status:EquipmentOrderStatus}: there is no report to re-check.',
);
const OwnReport = declareError(
  'RECHECK_BY_REPORTER',
  '指令书 {key} 的整改报告由同一人登记，复查须由他人进行。',
  'The report on the order {key} was taken in by the same person; someone else must re-check it.',
);

/** Why an order in this state takes in no report, or no re-check. */
export function noReportDue(
  { number }: Pick<EquipmentOrder, 'number'>,
  status: EquipmentOrderStatus,
): CatalogueError {
  return OrderNotOpen({ field: 'number', key: number, status });
}
export function nothingToRecheck(
  { number }: Pick<EquipmentOrder, 'number'>,
  status: EquipmentOrderStatus,
): CatalogueError {
  return OrderNotReported({ field: 'number', key: number, status });
}

/** 令57号 第二十九条: the re-check is due within ten working days of the report. */
export function recheckDue(reportedOn: string): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, 'equipment.recheck', reportedOn, 'on'), reportedOn);
}

/** Whoever has taken in the report does not judge it. */
export function checkRechecker(
  { number, reportedBy }: Pick<EquipmentOrder, 'number' | 'reportedBy'>,
  subject: string | null,
): void {
  if (reportedBy === subject) throw OwnReport({ field: 'number', key: number });
}

/** What a re-check changes. One that has failed sets a new day for rectifying, and the order waits for a report again. */
export function rechecked(
  { issuedOn, reportedOn }: Pick<EquipmentOrder, 'issuedOn' | 'reportedOn'>,
  { on, result, rectifyBy }: { on: string; result: 'PASSED' | 'FAILED'; rectifyBy: string | null },
  today: string,
): Partial<EquipmentOrder> {
  checkDay('on', on, { from: reportedOn ?? issuedOn, to: today });
  if (result === 'PASSED') return { recheckedOn: on };
  if (rectifyBy === null) throw FieldMissing({ field: 'rectifyBy' });
  checkDay('rectifyBy', rectifyBy, { from: on });
  return { recheckedOn: on, rectifyBy, reportedOn: null, reportedBy: null, recheckBy: null };
}

type Deadlines = Pick<EquipmentOrder, 'status' | 'rectifyBy' | 'recheckBy'>;

/** Whether something about an order is late today; the last day itself is in time. `isOrderOverdue` of oversight.lists.ts is the same rule in SQL. */
export function orderOverdue({ status, rectifyBy, recheckBy }: Deadlines, today: string): boolean {
  return (
    (status === 'ISSUED' && rectifyBy < today) ||
    (status === 'REPORTED' && recheckBy !== null && recheckBy < today)
  );
}

/** What is wrong with a device by its own data, whoever has or has not recorded it. `isSeen` of oversight.lists.ts is the same rule in SQL. */
export function violationsOf(device: Equipment, today: string): EquipmentViolationType[] {
  const { status, nameplateLitres, measuredLitres } = device;
  const found: [EquipmentViolationType, boolean][] = [
    ['UNREGISTERED', status === 'UNREGISTERED'],
    ['OVERDUE_INSPECTION', isOverdue(device, today) === true],
    ['FAILED_INSPECTION', INSPECTED_STATES.includes(status) && standingOn(device, today) === 'FAILED'],
    [
      'UNDERSTATED_CAPACITY',
      nameplateLitres !== null && measuredLitres !== null && measuredLitres > nameplateLitres,
    ],
  ];
  return found.flatMap(([type, holds]) => (holds ? type : []));
}
