import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asId,
  date,
  inputOf,
  oneOf,
  prose,
  regionCode,
  text,
  uscc,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';
import { Enterprise } from '../others';
import { InspectionConclusion, InspectionKind } from './inspection.terms';

@Noun('特种设备检验（法定）. A statutory inspection of a device.', {
  key: false,
  term: { zh: '特种设备检验', en: 'inspection' },
})
@Index('inspection_by_device', ['equipmentCode', 'inspectedOn', 'id'])
export class Inspection extends Submitted {
  @Id(null, '编号. The device, the source and its id of the record.', { under: 'equipmentCode', length: 150 })
  id: string;

  @RefersTo(() => Equipment, asId(equipmentCode), 'UNCONDITIONAL', '设备. The device that was inspected.', {
    shown: '设备代码. The code of the device.',
    back: {
      name: 'inspections',
      level: 'UNCONDITIONAL',
      says: '检验（法定），按日期排序. Its statutory inspections by date.',
      order: ['inspectedOn', 'id'],
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
    },
  )
  bodyUscc: string | null;

  @Fact('UNCONDITIONAL', text(64), '检验报告编号. The number of the report.', { optional: true })
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
}

export const InspectionInput = inputOf(
  Inspection,
  '特种设备检验报送. A statutory inspection as it is submitted.',
  ['equipmentCode', 'kind', 'inspectedOn', 'conclusion', 'bodyUscc', 'reportNumber', 'nextDueOn', 'remarks'],
  { defaults: { kind: 'PERIODIC' } },
);
