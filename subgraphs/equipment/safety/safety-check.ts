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
  uscc,
  vocabulary,
  whole,
  type List,
} from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';
import { Enterprise } from '../others';

export const SafetyCheckPeriod = vocabulary(
  'SafetyCheckPeriod',
  '日管控、周排查、月调度 (令74号). How often a user checks its equipment.',
  {
    DAILY: '日管控. The daily check by a safety officer.',
    WEEKLY: '周排查. The weekly review by the safety director.',
    MONTHLY: '月调度. The monthly meeting of the principal.',
  },
);
export type SafetyCheckPeriod = keyof typeof SafetyCheckPeriod;

@Noun('日管控、周排查、月调度记录. What a user of equipment has recorded of one of its own checks.', {
  key: false,
  term: { zh: '日管控、周排查、月调度记录', en: 'safety check' },
})
@Index('safety_check_by_enterprise', ['uscc', 'checkedOn', 'id', 'period'])
export class SafetyCheck extends Submitted {
  @Id(null, '编号. The source and its id of the record.')
  id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '使用单位（统一社会信用代码）. The enterprise that checked.',
    {
      as: 'enterprise',
      stated: '使用单位的统一社会信用代码. The unified social credit code of the enterprise that checked.',
      back: {
        name: 'safetyChecks',
        level: 'UNCONDITIONAL',
        says: '日管控、周排查、月调度记录. The checks that it made of itself.',
        byHand: true,
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Kept(regionCode, '使用单位所在区划代码. The division of the enterprise.')
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(SafetyCheckPeriod, 8),
    '类别. Whether it is the daily, the weekly or the monthly one.',
  )
  period: SafetyCheckPeriod;

  @Fact('UNCONDITIONAL', date, '日期. The day of the check or the meeting.')
  checkedOn: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(EquipmentCategory, 20),
    '特种设备种类；空为全部. The category of equipment; null for all.',
    {
      optional: true,
    },
  )
  category: EquipmentCategory | null;

  @Fact(
    'UNCONDITIONAL',
    whole(0, 100_000),
    '发现隐患数；0 为零风险报告. The number of hazards that it found; 0 if none, which must be reported as well.',
  )
  hazardsFound: number;

  @Fact('UNCONDITIONAL', prose(1000), '记录摘要. What the record says in short.', { optional: true })
  summary: string | null;
}

export const SafetyCheckInput = inputOf(
  SafetyCheck,
  '日管控、周排查、月调度报送. A record of an own check as it is submitted.',
  ['uscc', 'regionCode', 'period', 'checkedOn', 'category', 'hazardsFound', 'summary'],
);

export const SAFETY_CHECKS: List<SafetyCheck> = {
  name: 'safetyChecks',
  entity: SafetyCheck,
  order: ['checkedOn', 'id'],
};
