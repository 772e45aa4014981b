import { FieldMissing, declareError, deadlineOf, ruleOn, checkDay } from '../../kernel';
import { isOverdue } from '../device/equipment.rules';
import type { Equipment } from '../device/equipment';
import { legalNumbers } from '../legal-numbers';
import type { EquipmentOrder } from './equipment-order';
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

type Order = Pick<EquipmentOrder, 'number' | 'status' | 'issuedOn' | 'rectifyBy' | 'reportedOn' | 'reportedBy' | 'recheckBy'>;
type OrderChanges = Partial<EquipmentOrder>;

/** 令57号 第二十九条: the re-check is due within ten working days of the report. */
export function reported(order: Order, on: string, subject: string | null, today: string): OrderChanges {
  if (order.status !== 'ISSUED') throw OrderNotOpen({ field: 'number', key: order.number, status: order.status });
  checkDay('on', on, { from: order.issuedOn, to: today });
  const recheckBy = deadlineOf(ruleOn(legalNumbers, 'equipment.recheck', on, 'on'), on).date;
  return { status: 'REPORTED', reportedOn: on, reportedBy: subject, recheckBy };
}

export function rechecked(
  order: Order,
  { on, result, rectifyBy }: { on: string; result: 'PASSED' | 'FAILED'; rectifyBy: string | null },
  subject: string | null,
  today: string,
): OrderChanges {
  if (order.status !== 'REPORTED') throw OrderNotReported({ field: 'number', key: order.number, status: order.status });
  if (order.reportedBy === subject) throw OwnReport({ field: 'number', key: order.number });
  checkDay('on', on, { from: order.reportedOn ?? order.issuedOn, to: today });
  if (result === 'PASSED') return { status: 'CLOSED', recheckedOn: on };
  if (rectifyBy === null) throw FieldMissing({ field: 'rectifyBy' });
  checkDay('rectifyBy', rectifyBy, { from: on });
  return { status: 'ISSUED', recheckedOn: on, rectifyBy, reportedOn: null, reportedBy: null, recheckBy: null };
}

/** What is late about an order today; the last day itself is in time. `isOrderOverdue` of oversight.loaders.ts is the same rule in SQL. */
export function orderOverdue({ status, rectifyBy, recheckBy }: Pick<Order, 'status' | 'rectifyBy' | 'recheckBy'>, today: string): boolean {
  return (status === 'ISSUED' && rectifyBy < today) || (status === 'REPORTED' && recheckBy !== null && recheckBy < today);
}

/** What is wrong with a device by its own data, whoever has or has not recorded it. */
export function violationsOf(device: Equipment, today: string): EquipmentViolationType[] {
  const { status, nameplateLitres, measuredLitres } = device;
  const found: [EquipmentViolationType, boolean][] = [
    ['UNREGISTERED', status === 'UNREGISTERED'],
    ['OVERDUE_INSPECTION', isOverdue(device, today)],
    ['UNDERSTATED_CAPACITY', nameplateLitres !== null && measuredLitres !== null && measuredLitres > nameplateLitres],
  ];
  return found.flatMap(([type, holds]) => (holds ? type : []));
}
