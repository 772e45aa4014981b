import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asId,
  asked,
  date,
  flag,
  inputOf,
  inputType,
  oneOf,
  paperNumber,
  prose,
  regionCode,
  uscc,
  type List,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';
import { Enterprise } from '../others';
import { BodyApproval, InspectionConclusion, InspectionKind } from './inspection.terms';

@Noun('特种设备检验（法定）. A statutory inspection of a device.', {
  term: { zh: '特种设备检验', en: 'inspection' },
})
@Index('inspection_by_device', ['equipmentCode', 'inspectedOn', 'id'])
@Index('inspection_by_day', ['inspectedOn', 'id'])
@Index('inspection_by_region', ['regionCode', 'conclusion', 'inspectedOn', 'id'])
export class Inspection extends Submitted {
  @Id('UNCONDITIONAL', '检验编号. Its id: the device, the source and its id of the record.', {
    under: 'equipmentCode',
    length: 150,
  })
  id: string;

  @RefersTo(() => Equipment, asId(equipmentCode), 'UNCONDITIONAL', '设备. The device that was inspected.', {
    shown: '设备代码. The code of the device.',
    back: {
      name: 'inspections',
      level: 'UNCONDITIONAL',
      says: '检验（法定），按日期排序. Its statutory inspections by date.',
      order: ['inspectedOn', 'id'],
      period: 'inspectedOn',
      state: 'conclusion',
    },
  })
  equipmentCode: string;

  @Kept(regionCode, '设备所在地区划代码. The division of the device.')
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(InspectionKind), '检验类别. What the inspection was made for.')
  kind: InspectionKind;

  @Fact('UNCONDITIONAL', date, '检验日期. The day on which the device was inspected.')
  inspectedOn: string;

  @Fact('UNCONDITIONAL', oneOf(InspectionConclusion, 24), '检验结论. Whether the device has passed.')
  conclusion: InspectionConclusion;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '检验机构（统一社会信用代码）. The body that inspected the device.',
    {
      as: 'body',
      stated:
        '检验机构的统一社会信用代码. The unified social credit code of the body that inspected the device.',
      optional: true,
      index: 'inspection_by_body',
      back: {
        name: 'inspectionsCarriedOut',
        level: 'UNCONDITIONAL',
        says: '作为检验机构实施的检验，新的在前. The inspections that it carried out as a body, the latest first.',
        order: ['inspectedOn', 'id'],
        descending: true,
        period: 'inspectedOn',
        state: 'conclusion',
      },
      unknown: 'flag',
    },
  )
  bodyUscc: string | null;

  @Fact('UNCONDITIONAL', paperNumber(64), '检验报告编号. The number of the report.', { optional: true })
  reportNumber: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '下次检验日期，以报告载明为准；缺省时按检验周期推算. The day on which the next is due by the report; left out, it follows from the inspection cycle.',
    { optional: true },
  )
  nextDueOn: string | null;

  @Fact('RESTRICTED', prose(500), '检验人员内部备注. What the inspectors noted among themselves.', {
    optional: true,
    owner: 'MARKET_SUPERVISION',
  })
  remarks: string | null;

  @DuplicateOf(null, ['equipmentCode', 'reportNumber'], { length: 150 }) duplicateOf: string | null;
}

export const InspectionInput = inputOf(
  Inspection,
  '特种设备检验报送. A statutory inspection as it is submitted.',
  ['equipmentCode', 'kind', 'inspectedOn', 'conclusion', 'bodyUscc', 'reportNumber', 'nextDueOn', 'remarks'],
  { defaults: { kind: 'PERIODIC' } },
);

/** The latest first. */
export const INSPECTIONS: List<Inspection> = {
  name: 'inspections',
  entity: Inspection,
  order: ['inspectedOn', 'id'],
  descending: true,
};

const OPTIONAL = { optional: true } as const;
export const InspectionFilter = inputType(
  'InspectionFilter',
  '检验筛选. What inspections must meet to be listed; all that is given must hold.',
  {
    region: asked(regionCode, '设备所在区划及其下级. Of devices in the subtree of this division.', OPTIONAL),
    kind: asked(oneOf(InspectionKind), '检验类别. Returns only those of this kind.', OPTIONAL),
    conclusion: asked(oneOf(InspectionConclusion), '检验结论. Returns only those with it.', OPTIONAL),
    failed: asked(
      flag,
      '是否不合格（含复检不合格）. Those that the device has failed, or those that it has passed.',
      OPTIONAL,
    ),
    from: asked(date, '检验日期起. Made on this day or later.', OPTIONAL),
    to: asked(date, '检验日期止. Made on this day or earlier.', OPTIONAL),
    bodyUscc: asked(uscc, '检验机构. Returns only those of this body.', OPTIONAL),
    bodyApproval: asked(
      oneOf(BodyApproval),
      '检验机构核准情况. Those whose body stands like this.',
      OPTIONAL,
    ),
    flagged: asked(
      flag,
      '检验机构核准是否存疑. Those of a body that is not on record as approved for them, or the others.',
      OPTIONAL,
    ),
  },
);
export type InspectionFilter = Partial<InstanceType<typeof InspectionFilter>>;
