import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  date,
  inputOf,
  oneOf,
  prose,
  regionCode,
  vocabulary,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';

export const LiftFaultKind = vocabulary('LiftFaultKind', '电梯故障类别. What kind of fault a lift had.', {
  TRAPPING: '困人. People were trapped.',
  DOOR: '门系统（含门锁）. The doors and their locks.',
  BRAKE: '制动器. A fault of the brake.',
  DRIVE: '曳引与驱动. A fault of the drive.',
  CONTROL: '电气控制. A fault of the electrical control.',
  OTHER: '其他. Something else.',
});
export type LiftFaultKind = keyof typeof LiftFaultKind;

@Noun('电梯故障记录. A fault of a lift.', { key: false, term: { zh: '电梯故障', en: 'lift fault' } })
@Index('lift_fault_by_device', ['equipmentCode', 'happenedOn', 'id'])
@Index('lift_fault_by_region', ['regionCode', 'happenedOn'])
export class LiftFault extends Submitted {
  @Id(null, '编号. The device, the source and its id of the record.', { under: 'equipmentCode', length: 150 })
  id: string;

  @RefersTo(() => Equipment, equipmentCode, 'UNCONDITIONAL', '电梯的设备代码. The code of the lift.', {
    stated: '设备代码. The code of the lift.',
    back: {
      name: 'faults',
      level: 'UNCONDITIONAL',
      says: '电梯故障记录，新的在前. The faults of a lift, the latest first.',
      order: ['happenedOn', 'id'],
      descending: true,
      period: 'happenedOn',
      state: 'kind',
    },
  })
  equipmentCode: string;

  @Kept(regionCode, '电梯所在地区划代码. The division of the lift.')
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(LiftFaultKind), '类别. The part that failed, or that people were trapped.')
  kind: LiftFaultKind;

  @Fact('UNCONDITIONAL', date, '故障日期. The day on which it happened.')
  happenedOn: string;

  @Fact('UNCONDITIONAL', prose(300), '情况说明. A description of the fault in words.', { optional: true })
  note: string | null;
}

export const LiftFaultInput = inputOf(LiftFault, '电梯故障报送. A fault of a lift as it is submitted.', [
  'equipmentCode',
  'kind',
  'happenedOn',
  'note',
]);
