import { defineNoun } from '../../kernel';
import { EquipmentOrder } from './equipment-order';
import { EquipmentViolation } from './equipment-violation';
import { orderSteps } from './order.steps';
import {
  OversightListsResolver,
  orderFields,
  oversightOfEquipment,
  violationFields,
} from './oversight.resolver';
import { equipmentOrderSubmission, equipmentViolationSubmission } from './oversight.submission';

export const violation = defineNoun({
  entity: EquipmentViolation,
  find: false,
  submission: equipmentViolationSubmission,
  resolvers: [violationFields, oversightOfEquipment, OversightListsResolver],
});

export const order = defineNoun({
  entity: EquipmentOrder,
  submission: equipmentOrderSubmission,
  procedure: orderSteps,
  one: {
    name: 'equipmentOrder',
    says: '按文书编号查监察指令. The supervisory order with this number.',
    level: 'UNCONDITIONAL',
    key: 'number',
    keySays: '文书编号. The number of the order.',
  },
  resolvers: [orderFields],
});
