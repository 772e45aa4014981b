import { Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Synthetic,
  asId,
  code,
  date,
  id,
  moment,
  oneOf,
  paperNumber,
  printedCode,
  prose,
  regionCode,
  uscc,
  vocabulary,
} from '../../kernel';
import { HazardCriterion } from '../criterion/criterion';
import { Hazard } from '../hazard/hazard';
import { deviceCode, hazardNumber } from '../hazard/hazard.rules';
import { Enterprise, Equipment, EquipmentOrder, Inspection, Region } from '../others';

const OPTIONAL = { optional: true } as const;

export const HazardClueStatus = vocabulary('HazardClueStatus', '线索状态. The states of a clue.', {
  OPEN: '待核实. An officer has to look.',
  VERIFIED: '核实为隐患. An officer has found a hazard.',
  DISMISSED: '核实不属实. An officer has found none.',
  ORDERED: '已下达监察指令. A supervisory order was issued.',
  WITHDRAWN: '依据已消失，自行撤回. What it rested on is gone, before an officer had decided.',
});
export type HazardClueStatus = keyof typeof HazardClueStatus;

/** 线索: it binds nobody. Until an officer has looked it has no grade, counts in no figure, is notified to nobody and is not public. */
@Noun(
  '事故隐患线索. What may be a hazard, by what another department has found; no hazard until an officer has verified it.',
  {
    term: { zh: '事故隐患线索', en: 'clue' },
  },
)
@Index('hazard_clue_by_region', ['regionCode', 'number', 'status'])
@Index('hazard_clue_once', ['inspectionId'], { unique: true })
export class HazardClue {
  @Key('UNCONDITIONAL', asId(hazardNumber), '线索编号. The number of the clue.') number: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(HazardClueStatus, 12),
    '线索状态. Whether an officer has looked, and what they found.',
  )
  status: HazardClueStatus;

  @RefersTo(
    () => Inspection,
    id(150),
    'UNCONDITIONAL',
    '所依据的检验. The inspection that it rests on; gone where its report was taken back.',
    { as: 'inspection' },
  )
  inspectionId: string;

  @Fact('UNCONDITIONAL', date, '检验日期. The day of that inspection.') inspectedOn: string;

  @RefersTo(() => Equipment, deviceCode, 'UNCONDITIONAL', '所涉设备. The device that it is about.', {
    as: 'equipment',
    index: true,
    back: {
      name: 'hazardClues',
      level: 'UNCONDITIONAL',
      says: '事故隐患线索，仅主管部门可见. The clues about it, for the competent department alone.',
      period: 'inspectedOn',
      state: 'status',
    },
  })
  equipmentCode: string;

  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '使用单位. The enterprise that uses the device.', {
    as: 'enterprise',
    optional: true,
    index: true,
    back: {
      name: 'hazardClues',
      level: 'UNCONDITIONAL',
      says: '事故隐患线索，仅主管部门可见. The clues about devices that it uses, for the competent department alone.',
      period: 'inspectedOn',
      state: 'status',
    },
  })
  uscc: string | null;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '设备所在地. The division where the device stands.', {
    as: 'region',
  })
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(DepartmentKind, 24), '主管部门类别. The kind of department that looks at it.')
  competentKind: DepartmentKind;

  @RefersTo(
    () => HazardCriterion,
    asId(printedCode(40)),
    'UNCONDITIONAL',
    '可能符合的判定条款. The criterion that it may meet, if the device is still in use.',
    { as: 'criterion', optional: true },
  )
  criterionCode: string | null;

  @Fact('UNCONDITIONAL', moment, '形成时间. The moment at which it came about.') foundAt: Date;

  @Fact(
    'UNCONDITIONAL',
    date,
    '处理日期. The day on which an officer has decided, or it was withdrawn.',
    OPTIONAL,
  )
  decidedOn: string | null;

  @Kept(code(128), '处理人. The officer who has decided.', OPTIONAL) decidedBy: string | null;

  @Fact('UNCONDITIONAL', prose(500), '理由. The reason for which it was dismissed or withdrawn.', OPTIONAL)
  reason: string | null;

  @Fact('UNCONDITIONAL', prose(500), '核实材料. What shows that the device is still in use.', OPTIONAL)
  evidence: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '依据消失日期：检验报告被撤回或更正. Since when what it rests on is gone: the report was taken back, or corrected to one that the device has passed. What an officer had decided by then stands, to be looked at again.',
    OPTIONAL,
  )
  overturnedOn: string | null;

  @RefersTo(
    () => Hazard,
    asId(hazardNumber),
    'UNCONDITIONAL',
    '核实成的隐患. The hazard that it proved to be.',
    {
      as: 'hazard',
      index: true,
      back: {
        name: 'clues',
        level: 'UNCONDITIONAL',
        says: '所依据的线索，仅主管部门可见. The clues that it was verified from, for the competent department alone.',
        period: 'inspectedOn',
        state: 'status',
      },
      optional: true,
    },
  )
  hazardNumber: string | null;

  @RefersTo(
    () => EquipmentOrder,
    asId(paperNumber(64)),
    'UNCONDITIONAL',
    '所下达的监察指令书. The supervisory order that was issued.',
    { as: 'order', optional: true, unknown: 'refuse' },
  )
  orderNumber: string | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}
