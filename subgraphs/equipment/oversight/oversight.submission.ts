import { FieldMissing, checkDay, submissionOf } from '../../kernel';
import { prepareDevices, regionOfDevice } from '../device/known-devices';
import { EquipmentOrder } from './equipment-order';
import { EquipmentViolation, EquipmentViolationInput } from './equipment-violation';
import { EquipmentOrderInput } from './order.inputs';

export const equipmentViolationSubmission = submissionOf(EquipmentViolation, EquipmentViolationInput, {
  kind: 'equipment-violations',
  prepare: prepareDevices,
  row({ equipmentCode, uscc, foundOn, correctedOn }, { known, today }) {
    if (equipmentCode === null && uscc === null) throw FieldMissing({ field: 'equipmentCode' });
    if (equipmentCode !== null) regionOfDevice(known, equipmentCode);
    checkDay('foundOn', foundOn, { to: today });
    checkDay('correctedOn', correctedOn, { from: foundOn });
    return {};
  },
});

export const equipmentOrderSubmission = submissionOf(EquipmentOrder, EquipmentOrderInput, {
  kind: 'equipment-orders',
  decided: 'always',
  document: 'number',
  leaves: ['status'],
  prepare: prepareDevices,
  row({ equipmentCode, issuedOn, rectifyBy }, { known, today }) {
    if (equipmentCode !== null) regionOfDevice(known, equipmentCode);
    checkDay('issuedOn', issuedOn, { to: today });
    checkDay('rectifyBy', rectifyBy, { from: issuedOn });
    return {};
  },
});
