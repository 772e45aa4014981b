import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, oneOf, text, uscc } from '../../kernel';
import { equipmentCode } from '../device/equipment.rules';
import { TestResult, type TestResult as Result } from './equipment-test';
import { InspectionConclusion, InspectionKind, type InspectionConclusion as Conclusion, type InspectionKind as Kind } from './inspection';

@InputType({ description: '特种设备检验报送. A statutory inspection as it is submitted.' })
export class InspectionInput extends SubmittedInput {
  @Sent(equipmentCode, '设备代码. The code of the device.')
  equipmentCode: string;

  @Sent(oneOf(InspectionKind), '检验类别，见 InspectionKind. What it was made for, a value of InspectionKind.', { default: 'PERIODIC' })
  kind: Kind;

  @Sent(date, '检验日期. When the device was inspected.')
  inspectedOn: string;

  @Sent(oneOf(InspectionConclusion), '检验结论，见 InspectionConclusion. A value of InspectionConclusion.')
  conclusion: Conclusion;

  @Sent(uscc, '检验机构的统一社会信用代码. Who inspected it.', { optional: true })
  bodyUscc: string | null;

  @Sent(text(64), '检验报告编号. The number of the report.', { optional: true })
  reportNumber: string | null;

  @Sent(date, '下次检验日期；缺省时按检验周期推算. When the next is due; by default as the cycle has it.', { optional: true })
  nextDueOn: string | null;

  @Sent(text(500), '检验人员内部备注. What the inspectors noted among themselves.', { optional: true })
  remarks: string | null;
}

@InputType({ description: '特种设备检测报送. A test as it is submitted.' })
export class EquipmentTestInput extends SubmittedInput {
  @Sent(equipmentCode, '设备代码. The code of the device.')
  equipmentCode: string;

  @Sent(date, '检测日期. When the device was tested.')
  testedOn: string;

  @Sent(oneOf(TestResult), '检测结果，见 TestResult. A value of TestResult.')
  result: Result;

  @Sent(uscc, '检测单位的统一社会信用代码. Who tested it.', { optional: true })
  bodyUscc: string | null;

  @Sent(text(64), '检测报告编号. The number of the report.', { optional: true })
  reportNumber: string | null;
}
