import { defineNoun } from '../../kernel';
import { Equipment } from './equipment';
import { visible } from './equipment.lists';
import { EnterpriseEquipmentResolver, EquipmentItemsResolver, equipmentFields } from './equipment.resolver';
import { equipmentSubmission } from './equipment.submission';
import { cylindersAhead, devicesAhead, overviewFields } from './overview';

export const device = defineNoun({
  entity: Equipment,
  submission: equipmentSubmission,
  one: {
    name: 'equipment',
    says: '按设备代码查特种设备. The device with this code.',
    level: 'PUBLIC',
    key: 'code',
    keySays: '设备代码. The code of the device.',
  },
  shown: visible,
  counts: [devicesAhead, cylindersAhead],
  resolvers: [equipmentFields, EquipmentItemsResolver, EnterpriseEquipmentResolver, ...overviewFields],
});
