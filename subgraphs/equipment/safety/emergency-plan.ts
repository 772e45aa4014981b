import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  date,
  inputOf,
  oneOf,
  regionCode,
  text,
  uscc,
} from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';
import { Enterprise } from '../others';

@Noun('特种设备事故应急专项预案. A user’s emergency plan for its equipment.', {
  key: false,
  term: { zh: '应急专项预案', en: 'emergency plan' },
})
@Index('emergency_plan_by_enterprise', ['uscc', 'adoptedOn', 'id'])
export class EmergencyPlan extends Submitted {
  @Id('UNCONDITIONAL', '编号. The source and its id of the record.', { always: false })
  id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '使用单位的统一社会信用代码. The enterprise whose plan it is.',
    {
      back: {
        name: 'emergencyPlans',
        level: 'UNCONDITIONAL',
        says: '特种设备应急专项预案，新的在前. Its emergency plans for equipment, the latest first.',
        order: ['adoptedOn', 'id'],
        descending: true,
        period: 'adoptedOn',
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Kept(regionCode, '使用单位所在区划代码. The division of the user.')
  regionCode: string;

  @Fact('UNCONDITIONAL', text(200), '名称. The title of the plan.')
  title: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(EquipmentCategory, 20),
    '特种设备种类；空为全部. The category of equipment; null for all.',
    {
      optional: true,
    },
  )
  category: EquipmentCategory | null;

  @Fact('UNCONDITIONAL', date, '发布或修订日期. The day on which it was adopted or last revised.')
  adoptedOn: string;

  @DuplicateOf(null, ['uscc', 'title', 'adoptedOn']) duplicateOf: string | null;
}

export const EmergencyPlanInput = inputOf(
  EmergencyPlan,
  '应急专项预案报送. An emergency plan as it is submitted.',
  ['uscc', 'regionCode', 'title', 'category', 'adoptedOn'],
);
