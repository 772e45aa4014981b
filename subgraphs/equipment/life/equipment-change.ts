import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  date,
  departmentCode,
  flag,
  id,
  oneOf,
  prose,
  regionCode,
  vocabulary,
} from '../../kernel';
import { Equipment, EquipmentStatus } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';

export const EquipmentStep = vocabulary('EquipmentStep', '设备环节. What happened in the life of a device.', {
  REGISTERED: '使用登记. It was registered for use.',
  CHANGED: '变更登记. Its user or place was changed in its registration.',
  SUSPENDED: '停用. It was put out of use for a time.',
  RESUMED: '重新启用. It was put in use again.',
  SCRAPPED: '报废. It was scrapped.',
  CANCELLED: '注销. Its registration was cancelled.',
  SUBMITTED: '报送. A source has submitted it in another state.',
});
export type EquipmentStep = keyof typeof EquipmentStep;

/** Only ever added to: the table itself refuses changes. */
@Noun('设备变更历史. One step in the life of a device.', { key: false })
@Index('equipment_change_by_device', ['equipmentCode', 'id'])
export class EquipmentChange {
  @Key('UNCONDITIONAL', id(30), '编号：设备代码与序号. The device and the number of the step in its life.', {
    always: false,
  })
  id: string;

  @RefersTo(() => Equipment, equipmentCode, 'UNCONDITIONAL', '设备代码. The code of the device.', {
    back: {
      name: 'history',
      level: 'UNCONDITIONAL',
      says: '变更历史，新的在前. The steps of its life, the latest first.',
      order: ['id'],
      descending: true,
      period: 'happenedOn',
      state: 'step',
    },
  })
  equipmentCode: string;

  @Kept(regionCode, '设备所在地区划代码. The division of the device.')
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(EquipmentStep), '环节. The change of the device.')
  step: EquipmentStep;

  @Fact('UNCONDITIONAL', oneOf(EquipmentStatus), '此前状态. Its state before; null if it was not known.', {
    optional: true,
  })
  fromStatus: EquipmentStatus | null;

  @Fact('UNCONDITIONAL', oneOf(EquipmentStatus), '此后状态. The state of the device after the change.')
  toStatus: EquipmentStatus;

  @Fact('UNCONDITIONAL', date, '发生日期. The day on which it happened.')
  happenedOn: string;

  @Fact('UNCONDITIONAL', flag, '是否逾期办理（登记超过三十日）. Whether it came later than the law allows.', {
    column: { default: false },
  })
  late: boolean;

  @Fact('UNCONDITIONAL', prose(300), '事由. The reason that was stated.', { optional: true })
  reason: string | null;

  @Kept(departmentCode, '办理部门代码. The department that decided.', { optional: true })
  departmentCode: string | null;
}
