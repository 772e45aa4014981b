import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, RegionCode, Uscc, date, regionCode, text, uscc } from '../../kernel';
import { equipmentCode, registrationNumber } from '../device/equipment.rules';

@InputType({ description: '设备办理. A step in the life of a device as it is asked for.' })
export class EquipmentStepInput {
  @Asked(() => ID, equipmentCode, '设备代码. The device.')
  code: string;

  @Asked(() => DateOnly, date, '日期. When it happens or has happened.')
  on: string;

  @Asked(() => String, text(300), '事由. Why.', { optional: true })
  reason: string | null;
}

@InputType({ description: '使用登记申请. What a registration for use says.' })
export class RegisterEquipmentInput extends EquipmentStepInput {
  @Asked(() => String, registrationNumber, '使用登记证编号. The number of the registration.')
  registrationNumber: string;

  @Asked(() => Uscc, uscc, '使用单位的统一社会信用代码. Who uses it.')
  userUscc: string;

  @Asked(() => DateOnly, date, '投入使用日期；尚未投用不填. Since when it is in use; left out before.', { optional: true })
  inUseSince: string | null;
}

@InputType({ description: '变更登记申请. What changes in a registration for use.' })
export class ChangeEquipmentInput extends EquipmentStepInput {
  @Asked(() => Uscc, uscc, '新使用单位. Who uses it from now on.', { optional: true })
  userUscc: string | null;

  @Asked(() => RegionCode, regionCode, '新使用地. The division where it stands from now on.', { optional: true })
  regionCode: string | null;

  @Asked(() => String, text(300), '新使用地点. Where it stands from now on.', { optional: true })
  location: string | null;

  @Asked(() => String, registrationNumber, '新使用登记证编号. The new number of the registration.', { optional: true })
  registrationNumber: string | null;
}
