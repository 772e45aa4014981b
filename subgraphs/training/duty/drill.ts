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
} from '../../kernel';
import { Enterprise } from '../others';

export const DrillKind = vocabulary('DrillKind', '演练类别. The emergencies that a drill practises.', {
  EVACUATION: '疏散逃生演练. Evacuation.',
  FIRE: '灭火演练. Fire-fighting.',
  EQUIPMENT_RESCUE: '特种设备应急救援演练. Rescue from special equipment.',
  OTHER: '其他应急演练. Other emergencies.',
});
export type DrillKind = keyof typeof DrillKind;

@Noun('应急演练. A drill that an enterprise has held.', { key: false })
@Index('drill_by_enterprise', ['uscc', 'heldOn', 'id'])
export class Drill extends Submitted {
  @Id('UNCONDITIONAL', '记录编号. Its id: source and the id there.') id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '演练单位（统一社会信用代码）. The enterprise that held it, by its USCC.',
    {
      as: 'enterprise',
      stated: '单位的统一社会信用代码. The unified social credit code of the enterprise that held the drill.',
      back: {
        name: 'drills',
        level: 'UNCONDITIONAL',
        says: '应急演练，新的在前. Its drills, the latest first.',
        order: ['heldOn', 'id'],
        descending: true,
        period: 'heldOn',
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Fact('UNCONDITIONAL', oneOf(DrillKind, 20), '演练类别. The emergency that was practised.') kind: DrillKind;

  @Fact('UNCONDITIONAL', date, '演练日期. The day of the drill.') heldOn: string;

  @Fact('UNCONDITIONAL', whole(0, 1_000_000), '参加人数. The number of people who took part.')
  participants: number;

  @Fact('UNCONDITIONAL', prose(500), '评估与改进. What the drill showed and what is to be improved.', {
    optional: true,
  })
  findings: string | null;

  @Kept(regionCode, '单位所在区划代码. The division of the enterprise that held it.') regionCode: string;
}

export const DrillInput = inputOf(
  Drill,
  '演练报送. A drill as it is submitted.',
  ['uscc', 'kind', 'heldOn', 'participants', 'findings', 'regionCode'],
  { defaults: { kind: 'EVACUATION' } },
);
