import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asked,
  date,
  flag,
  inputOf,
  inputType,
  oneOf,
  prose,
  regionCode,
  uscc,
  vocabulary,
  type List,
  type TipWord,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';
import { Enterprise, Region } from '../others';

export const EquipmentViolationType = vocabulary(
  'EquipmentViolationType',
  '特种设备违法情形. What is wrong with a device or its use.',
  {
    UNDERSTATED_CAPACITY: '大容小标. Its plate states less than it holds.',
    UNREGISTERED: '未按要求使用登记. It is used without registration.',
    OVERDUE_INSPECTION:
      '未按要求检验（超期、从未检验或不合格仍在用）. It is used though its inspection has run out, was failed or never was.',
    FAILED_INSPECTION: '使用检验不合格的设备. It is used though it has failed its last inspection.',
    ILLEGAL_SMALL_BOILER: '违法生产使用小型锅炉. A small boiler that was made or is used against the law.',
    UNLICENSED_MAKER: '无生产许可. It was made without a licence.',
    SCRAPPED_IN_USE: '使用报废设备. It is used though it is scrapped.',
    NO_SAFETY_OFFICER: '未配备安全管理人员. Its user has no safety director or officer.',
    UNCERTIFIED_OPERATOR: '无证操作. It is operated without a certificate.',
    OTHER: '其他. Something else.',
  },
);
export type EquipmentViolationType = keyof typeof EquipmentViolationType;

/** How a violation came to be known. */
export const ViolationSource = vocabulary(
  'ViolationSource',
  '发现途径. The way in which it came to be known.',
  {
    SUPERVISION: '监督检查. By a supervisory check.',
    INSPECTION: '检验检测. By an inspection or a test.',
    REPORT: '投诉举报. By a report from outside.',
    SELF_REPORT: '单位自报. The unit has reported it itself.',
    SYSTEM: '系统按设备数据判定（当日）. Seen today in the data of the device; no record of its own.',
  },
);
export type ViolationSource = keyof typeof ViolationSource;

/** A report from outside, to all but market supervision of the division. */
export const BY_REPORT: TipWord<ViolationSource> = { tip: 'REPORT', reads: 'SUPERVISION' };

@Noun('特种设备违法行为记录. A violation that was found.', {
  key: false,
  term: { zh: '特种设备违法行为', en: 'violation' },
})
@Index('equipment_violation_by_device', ['equipmentCode', 'id'])
@Index('equipment_violation_by_region', ['regionCode', 'id'])
export class EquipmentViolation extends Submitted {
  @Id('UNCONDITIONAL', '编号. The source and its id of the record.', { always: false })
  id: string;

  @RefersTo(
    () => Equipment,
    equipmentCode,
    'UNCONDITIONAL',
    '涉及的设备（设备代码）. The device that it is about, if it is about one.',
    {
      as: 'equipment',
      stated: '设备代码. The code of the device.',
      optional: true,
      back: {
        name: 'violations',
        level: 'UNCONDITIONAL',
        says: '违法行为记录. The violations that were recorded.',
        period: 'foundOn',
        state: 'type',
      },
    },
  )
  equipmentCode: string | null;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '单位（统一社会信用代码）；未填设备代码时必填. The unit; required where no device is named.',
    {
      as: 'enterprise',
      index: true,
      stated: '使用单位的统一社会信用代码. The unified social credit code of the unit.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'equipmentViolations',
        level: 'UNCONDITIONAL',
        says: '特种设备违法行为记录，新的在前. The violations with devices that were recorded of it, the latest first.',
        order: ['foundOn', 'id'],
        descending: true,
        period: 'foundOn',
        state: 'type',
      },
    },
  )
  uscc: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '发现地（区划代码）. The division where it was found.',
    {
      as: 'region',
      stated: '发现地区划代码. The division where it was found.',
    },
  )
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(EquipmentViolationType, 24), '情形. What is wrong with the device or its use.')
  type: EquipmentViolationType;

  /** What the system sees is no record, and nobody submits it. Not shown to everyone as it is: oversight.resolver.ts. */
  @Kept(oneOf(ViolationSource, 12, ['SYSTEM']), '发现途径. The way in which it came to be known.')
  foundBy: ViolationSource;

  @Fact('UNCONDITIONAL', date, '发现日期. The day on which it was found.')
  foundOn: string;

  @Fact('UNCONDITIONAL', date, '改正日期. The day on which it was corrected; null while it is not.', {
    optional: true,
  })
  correctedOn: string | null;

  @Fact('UNCONDITIONAL', prose(500), '情况说明. The findings of the check, in words.', { optional: true })
  note: string | null;
}

export const EquipmentViolationInput = inputOf(
  EquipmentViolation,
  '特种设备违法行为报送. A violation as it is submitted.',
  ['equipmentCode', 'uscc', 'regionCode', 'type', 'foundBy', 'foundOn', 'correctedOn', 'note'],
  { defaults: { foundBy: 'SUPERVISION' } },
);

export const VIOLATIONS: List<EquipmentViolation> = {
  name: 'violations',
  entity: EquipmentViolation,
  order: ['regionCode', 'id'],
};

const OPTIONAL = { optional: true } as const;

export const EquipmentViolationFilter = inputType(
  'EquipmentViolationFilter',
  '违法行为筛选. What violations must meet to be listed.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    type: asked(oneOf(EquipmentViolationType, 24), '情形. Returns only those of this type.', OPTIONAL),
    open: asked(flag, '是否未改正. Those that are not corrected, or those that are.', OPTIONAL),
    foundBy: asked(
      oneOf(ViolationSource),
      '发现途径；系统判定的为当日情形. Found in this way; what the system sees is as of today.',
      OPTIONAL,
    ),
  },
);
export type EquipmentViolationFilter = Partial<InstanceType<typeof EquipmentViolationFilter>>;
