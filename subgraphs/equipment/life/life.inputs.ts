import { asked, asking, date, inputType, prose, regionCode, text, uscc } from '../../kernel';
import { Equipment } from '../device/equipment';
import { registrationNumber } from '../device/equipment.rules';

const step = {
  ...asking(Equipment, ['code']),
  on: asked(date, '办理日期，不早于上一环节. The day of the step, not before that of the last one.'),
  reason: asked(prose(300), '事由. The reason for it, which its history keeps.', { optional: true }),
};

export const EquipmentStepInput = inputType(
  'EquipmentStepInput',
  '设备办理. A step in the life of a device as it is asked for.',
  step,
);

export const RegisterEquipmentInput = inputType(
  'RegisterEquipmentInput',
  '使用登记申请. What a registration for use says.',
  {
    ...step,
    registrationNumber: asked(
      registrationNumber,
      '使用登记证编号，如 梯11湘F00001(24). The number of the registration.',
    ),
    userUscc: asked(uscc, '使用单位的统一社会信用代码. The unified social credit code of the user.'),
    inUseSince: asked(date, '投入使用日期；尚未投用不填. Since when it is in use; left out before.', {
      optional: true,
    }),
  },
);

export const ChangeEquipmentInput = inputType(
  'ChangeEquipmentInput',
  '变更登记申请. What changes in a registration for use.',
  {
    ...step,
    userUscc: asked(uscc, '新使用单位. The enterprise that uses it from now on.', { optional: true }),
    regionCode: asked(regionCode, '新使用地. The division where it stands from now on.', { optional: true }),
    location: asked(text(300), '新使用地点. The address where it stands from now on.', { optional: true }),
    registrationNumber: asked(registrationNumber, '新使用登记证编号. The new number of the registration.', {
      optional: true,
    }),
  },
);
