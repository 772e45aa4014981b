import { Index } from 'typeorm';
import {
  Fact,
  Key,
  Noun,
  RefersTo,
  Decided,
  Synthetic,
  asId,
  date,
  industry,
  listOf,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
  whole,
  type List,
} from '../../kernel';
import { InspectionConclusion } from '../inspection/inspection.terms';
import { EquipmentKind, kindCode } from '../kind/equipment-kind';
import { Enterprise, Region } from '../others';
import { equipmentCode, registrationNumber } from './equipment.rules';

export const EquipmentStatus = vocabulary(
  'EquipmentStatus',
  '使用状态. The states of a device, from registration to scrapping.',
  {
    REGISTERED: '已登记. Registered for use.',
    IN_USE: '在用. In use.',
    SUSPENDED: '停用. Out of use for a time, reported as such.',
    SCRAPPED: '报废. Scrapped.',
    CANCELLED: '注销. Its registration is cancelled.',
    UNREGISTERED: '未登记. Found without a registration.',
  },
);
export type EquipmentStatus = keyof typeof EquipmentStatus;

export const ProtectiveDevice = vocabulary(
  'ProtectiveDevice',
  '安全保护装置. Protective devices that a device has been fitted with.',
  {
    DRIVER_AUTHORISATION: '司机权限采集. Only a certified driver can start it.',
    DRIVER_BEHAVIOUR: '司机行为识别. It watches how it is driven.',
    SURROUNDINGS_WARNING: '周边环境预警. It warns of people and things around it.',
    ELEVATOR_IOT: '电梯物联网. A lift reports its state by itself.',
  },
);
export type ProtectiveDevice = keyof typeof ProtectiveDevice;

export const EquipmentFeature = vocabulary(
  'EquipmentFeature',
  '设备特征. What a device is used for or as, beyond its kind.',
  {
    RESIDENTIAL: '住宅电梯. It serves dwellings.',
    BUILDING_SITE:
      '房屋建筑、市政工程工地用. It is used on a building site, which the housing department supervises.',
    CLIFF_SWING: '悬崖秋千. A swing over a cliff, which the catalogue of 2014 does not name.',
    QUICK_OPENING:
      '快开门式压力容器，操作人员须持 R1. A quick-opening pressure vessel, whose operator needs the item R1.',
    POWER_STATION: '电站锅炉. A boiler of a power station.',
    SINGLE_CAR_COASTER: '单车滑行车. A coaster of single cars.',
    MULTI_CAR_COASTER: '多车滑行车. A coaster of trains.',
  },
);
export type EquipmentFeature = keyof typeof EquipmentFeature;

export const SafetyClass = vocabulary(
  'SafetyClass',
  '设备级别. The class of a ride or a boiler, where its rules give it one.',
  {
    A: '级别 A. Class A.',
    B: '级别 B. Class B.',
    C: '级别 C. Class C.',
    D: '级别 D. Class D.',
  },
);
export type SafetyClass = keyof typeof SafetyClass;

const litres = whole(0, 100_000_000);

@Noun('特种设备. A device of special equipment.', { term: { zh: '特种设备', en: 'device' } })
// lists: a subtree of divisions in the order of the list; kind, state and inspection are checked inside the index
@Index('equipment_by_region', [
  'regionCode',
  'code',
  'kindCode',
  'status',
  'nextInspectionDue',
  'lastConclusion',
])
// figures of a matter: counted without touching the table
@Index('equipment_by_kind', ['kindCode', 'regionCode', 'status', 'nextInspectionDue', 'lastConclusion'])
@Index('equipment_by_user', ['userUscc', 'regionCode', 'code'])
export class Equipment extends Decided {
  @Key(
    'PUBLIC',
    asId(equipmentCode),
    '设备代码，17 或 18 位，旧注册代码 20 位. Its code of 17 or 18 characters, or of 20 for old records.',
  )
  code: string;

  @Fact(
    'PUBLIC',
    registrationNumber,
    '使用登记证编号，如 梯11湘F00001(24). The number of its registration for use.',
    { optional: true },
  )
  registrationNumber: string | null;

  @RefersTo(
    () => EquipmentKind,
    kindCode,
    'PUBLIC',
    '种类，以特种设备目录代码指明. What kind of device it is, an entry of the catalogue.',
    {
      as: 'kind',
      stated: '特种设备目录代码. Its kind, a code of the catalogue.',
    },
  )
  kindCode: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '使用单位（统一社会信用代码）. The enterprise that uses it.',
    {
      as: 'user',
      stated: '使用单位的统一社会信用代码. The unified social credit code of the user.',
      optional: true,
      back: {
        name: 'equipment',
        level: 'UNCONDITIONAL',
        says: '使用的特种设备. The devices that it uses.',
        byHand: true,
      },
      unknown: 'flag',
    },
  )
  userUscc: string | null;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '制造单位（统一社会信用代码）. The enterprise that made it.',
    {
      as: 'maker',
      stated: '制造单位的统一社会信用代码. The unified social credit code of the maker.',
      optional: true,
      index: true,
      back: {
        name: 'madeEquipment',
        level: 'UNCONDITIONAL',
        says: '制造的特种设备，按设备代码；期间按制造日期筛选. The devices that it made, by code; a period is one of the day of making.',
        period: 'manufacturedOn',
        state: 'status',
      },
      unknown: 'flag',
    },
  )
  makerUscc: string | null;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '使用地（区划代码）. The division where it stands.', {
    as: 'region',
    stated: '使用地区划代码. The division where it stands.',
  })
  regionCode: string;

  @Fact('UNCONDITIONAL', text(300), '使用地点. The address or the place where it stands.', { optional: true })
  location: string | null;

  @Fact('PUBLIC', oneOf(EquipmentStatus), '使用状态. Whether it is registered, in use, out of use or gone.')
  status: EquipmentStatus;

  @Fact(
    'UNCONDITIONAL',
    listOf(oneOf(ProtectiveDevice)),
    '安全保护装置. The protective devices that it has been fitted with.',
  )
  protectiveDevices: ProtectiveDevice[];

  @Fact('UNCONDITIONAL', date, '当前状态起始日期. Since when it is in its state.', { optional: true })
  statusSince: string | null;

  @Fact(
    'UNCONDITIONAL',
    industry,
    '使用单位行业代码 (GB/T 4754-2017)，以登记部门为准. The industry of its user, as the register has it.',
    { optional: true, of: 'userUscc' },
  )
  industryCode: string | null;

  @Fact('UNCONDITIONAL', oneOf(SafetyClass, 1), '设备级别. The class that the rules of its kind give it.', {
    optional: true,
  })
  safetyClass: SafetyClass | null;

  @Fact(
    'UNCONDITIONAL',
    listOf(oneOf(EquipmentFeature)),
    '设备特征. What it is used for or as, beyond its kind.',
  )
  features: EquipmentFeature[];

  @Fact('UNCONDITIONAL', litres, '铭牌容积（升）. The volume in litres that its plate states.', {
    optional: true,
  })
  nameplateLitres: number | null;

  @Fact('UNCONDITIONAL', litres, '实测容积（升）. The volume in litres that was measured.', {
    optional: true,
  })
  measuredLitres: number | null;

  @Fact('UNCONDITIONAL', date, '保险有效期至（电梯“保险+服务”等）. The last day on which it is insured.', {
    optional: true,
  })
  insuredUntil: string | null;

  @Fact('UNCONDITIONAL', date, '更新改造完成日期. The day on which it was renewed.', { optional: true })
  renewedOn: string | null;

  @Fact('UNCONDITIONAL', date, '制造日期. The day on which it was made.', { optional: true })
  manufacturedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '安装监督检验合格日期，电梯检验周期由此起算. The day on which its installation was passed; the inspection cycle of a lift begins there.',
    { optional: true },
  )
  installedOn: string | null;

  /** Follows from the inspections, as the next: no submission of the device itself writes it. */
  @Fact('UNCONDITIONAL', date, '最近一次检验日期. The day on which it was last inspected.', {
    optional: true,
  })
  lastInspectedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(InspectionConclusion, 24),
    '最近一次检验的结论；从未检验为空. The conclusion of its last inspection; null if it was never inspected.',
    { optional: true },
  )
  lastConclusion: InspectionConclusion | null;

  @Fact(
    'PUBLIC',
    date,
    '下次检验日期；为空时原因见检验状况. The last day by which it must be inspected again; where it is null, inspectionStanding says why.',
    { optional: true },
  )
  nextInspectionDue: string | null;

  @Synthetic() synthetic: boolean;
}

export const EQUIPMENT: List<Equipment> = {
  name: 'equipment',
  entity: Equipment,
  order: ['regionCode', 'code'],
};
