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
  date,
  inputOf,
  oneOf,
  paperNumber,
  regionCode,
  uscc,
  vocabulary,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';
import { Enterprise } from '../others';

export const TestResult = vocabulary('TestResult', '检测结果. The possible results of a test.', {
  CONFORMING: '符合要求. It conforms.',
  NONCONFORMING: '不符合要求. It does not conform.',
});
export type TestResult = keyof typeof TestResult;

/** A test is the user's own diagnosis; no due date follows from it. */
@Noun('特种设备检测（自行检测）. A test that the user of a device has it put to between inspections.', {
  key: false,
  term: { zh: '特种设备检测', en: 'test of a device' },
})
@Index('equipment_test_by_device', ['equipmentCode', 'testedOn', 'id'])
export class EquipmentTest extends Submitted {
  @Id(null, '编号. The device, the source and its id of the record.', { under: 'equipmentCode', length: 150 })
  id: string;

  @RefersTo(() => Equipment, asId(equipmentCode), 'UNCONDITIONAL', '设备. The device that was tested.', {
    shown: '设备代码. The code of the device.',
    back: {
      name: 'tests',
      level: 'UNCONDITIONAL',
      says: '检测（自行检测），按日期排序. Its tests by date.',
      order: ['testedOn', 'id'],
      period: 'testedOn',
      state: 'result',
    },
  })
  equipmentCode: string;

  @Kept(regionCode, '设备所在地区划代码. The division of the device.')
  regionCode: string;

  @Fact('UNCONDITIONAL', date, '检测日期. The day on which the device was tested.')
  testedOn: string;

  @Fact('UNCONDITIONAL', oneOf(TestResult, 16), '检测结果. Whether the device conforms.')
  result: TestResult;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '检测单位（统一社会信用代码）. The body that tested the device.',
    {
      as: 'body',
      stated:
        '检测单位的统一社会信用代码. The unified social credit code of the body that tested the device.',
      optional: true,
      index: true,
      back: {
        name: 'testsCarriedOut',
        level: 'UNCONDITIONAL',
        says: '作为检测单位实施的检测，新的在前. The tests that it carried out as a body, the latest first.',
        order: ['testedOn', 'id'],
        descending: true,
        period: 'testedOn',
        state: 'result',
      },
      unknown: 'flag',
    },
  )
  bodyUscc: string | null;

  @Fact('UNCONDITIONAL', paperNumber(64), '检测报告编号. The number of the report.', { optional: true })
  reportNumber: string | null;

  @DuplicateOf(null, ['equipmentCode', 'reportNumber'], { length: 150 }) duplicateOf: string | null;
}

export const EquipmentTestInput = inputOf(EquipmentTest, '特种设备检测报送. A test as it is submitted.', [
  'equipmentCode',
  'testedOn',
  'result',
  'bodyUscc',
  'reportNumber',
]);
