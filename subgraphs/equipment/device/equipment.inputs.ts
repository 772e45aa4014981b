import { asId, asked, date, inputOf, inputType, oneOf, regionCode, uscc } from '../../kernel';
import { InspectionConclusion, InspectionStanding } from '../inspection/inspection.terms';
import { EquipmentCategory, kindCode } from '../kind/equipment-kind';
import { Equipment, EquipmentStatus } from './equipment';

export const EquipmentInput = inputOf(
  Equipment,
  '特种设备报送. A device as it is submitted.',
  [
    'code',
    'registrationNumber',
    'kindCode',
    'userUscc',
    'makerUscc',
    'regionCode',
    'location',
    'status',
    'protectiveDevices',
    'manufacturedOn',
    'installedOn',
    'statusSince',
    'industryCode',
    'safetyClass',
    'features',
    'nameplateLitres',
    'measuredLitres',
    'insuredUntil',
    'renewedOn',
  ],
  { defaults: { status: 'IN_USE', protectiveDevices: [], features: [] } },
);

const OPTIONAL = { optional: true } as const;

export const EquipmentFilter = inputType(
  'EquipmentFilter',
  '特种设备筛选. What devices must meet to be listed.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    category: asked(oneOf(EquipmentCategory, 20), '种类. Returns only those of this category.', OPTIONAL),
    kindCode: asked(
      asId(kindCode),
      '目录代码及其下级. Under this entry of the catalogue: 3000 is every lift.',
      OPTIONAL,
    ),
    status: asked(oneOf(EquipmentStatus), '使用状态. Returns only those in this state.', OPTIONAL),
    overdueOn: asked(
      date,
      '该日超期未检的在用设备，含从未检验和检验不合格的. In use on that day though their inspection was due before it, was failed, or never was.',
      OPTIONAL,
    ),
    inspection: asked(
      oneOf(InspectionStanding),
      '检验状况（当日，或者 on 所指日），不论使用状态. Returns only those that stand so today, or on the day of `on`, whatever state they are in.',
      OPTIONAL,
    ),
    on: asked(
      date,
      '检验状况所指日期，默认当日. The day that `inspection` is meant for, by default today.',
      OPTIONAL,
    ),
    lastConclusion: asked(
      oneOf(InspectionConclusion, 24),
      '最近一次检验的结论；仅限部门. Returns only devices whose last inspection has concluded so; for agencies only.',
      OPTIONAL,
    ),
    installedFrom: asked(
      date,
      '安装日期不早于；仅限部门. Installed on this day or later; for agencies only.',
      OPTIONAL,
    ),
    installedTo: asked(
      date,
      '安装日期不晚于；仅限部门. Installed on this day or earlier; for agencies only.',
      OPTIONAL,
    ),
    userUscc: asked(uscc, '使用单位；仅限部门. Used by this enterprise; for agencies only.', OPTIONAL),
  },
);
export type EquipmentFilter = Partial<InstanceType<typeof EquipmentFilter>>;
