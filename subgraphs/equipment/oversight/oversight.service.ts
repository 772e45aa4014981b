import { readRecord, takeStep, type RequestContext } from '../../kernel';
import { EquipmentOrder } from './equipment-order';
import { OrderRecheckInput, OrderReportInput } from './oversight.inputs';
import { rechecked, reported } from './oversight.rules';

const order = (operation: string, scope: string, value: string) =>
  ({ operation, scope, term: { zh: '特种设备安全监察指令书', en: 'order' }, entity: EquipmentOrder, key: 'number', value }) as const;

export async function reportOrder(context: RequestContext, sent: OrderReportInput): Promise<EquipmentOrder> {
  const { number, on } = readRecord(OrderReportInput, sent);
  const { caller, today } = context;
  return takeStep<EquipmentOrder>(context, order('reportEquipmentOrder', 'write:equipment', number), (row) =>
    reported(row, on, caller.subject, today),
  );
}

export async function recheckOrder(context: RequestContext, sent: OrderRecheckInput): Promise<EquipmentOrder> {
  const { number, ...found } = readRecord(OrderRecheckInput, sent);
  const { caller, today } = context;
  return takeStep<EquipmentOrder>(context, order('recheckEquipmentOrder', 'decide:equipment', number), (row) =>
    rechecked(row, found, caller.subject, today),
  );
}
