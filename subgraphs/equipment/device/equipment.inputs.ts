import { Field, ID, InputType } from 'type-graphql';
import { DateOnly, RegionCode, Uscc, inputOf } from '../../kernel';
import { InspectionConclusion, InspectionStanding } from '../inspection/inspection.terms';
import { EquipmentCategory } from '../kind/equipment-kind';
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

@InputType({ description: '特种设备筛选. What devices must meet to be listed.' })
export class EquipmentFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => EquipmentCategory, {
    nullable: true,
    description: '种类. Returns only those of this category.',
  })
  category?: EquipmentCategory | null;

  @Field(() => ID, {
    nullable: true,
    description: '目录代码及其下级. Under this entry of the catalogue: 3000 is every lift.',
  })
  kindCode?: string | null;

  @Field(() => EquipmentStatus, {
    nullable: true,
    description: '使用状态. Returns only those in this state.',
  })
  status?: EquipmentStatus | null;

  @Field(() => DateOnly, {
    nullable: true,
    description:
      '该日超期未检的在用设备，含从未检验和检验不合格的. In use on that day though their inspection was due before it, was failed, or never was.',
  })
  overdueOn?: string | null;

  @Field(() => InspectionStanding, {
    nullable: true,
    description:
      '当日检验状况，不论使用状态. Returns only those that stand so today, whatever state they are in.',
  })
  inspection?: InspectionStanding | null;

  @Field(() => InspectionConclusion, {
    nullable: true,
    description:
      '最近一次检验的结论；仅限部门. Returns only devices whose last inspection has concluded so; for agencies only.',
  })
  lastConclusion?: InspectionConclusion | null;

  @Field(() => Uscc, {
    nullable: true,
    description: '使用单位；仅限部门. Used by this enterprise; for agencies only.',
  })
  userUscc?: string | null;
}
