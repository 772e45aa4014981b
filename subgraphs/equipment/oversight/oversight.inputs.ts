import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, Sent, SubmittedInput, date, oneOf, regionCode, text, uscc, vocabulary } from '../../kernel';
import { equipmentCode } from '../device/equipment.rules';
import {
  EquipmentViolationType,
  ViolationSource,
  type EquipmentViolationType as Type,
  type ViolationSource as Found,
} from './equipment-violation';

@InputType({ description: '特种设备违法行为报送. A violation as it is submitted.' })
export class EquipmentViolationInput extends SubmittedInput {
  @Sent(equipmentCode, '设备代码. The device.', { optional: true })
  equipmentCode: string | null;

  @Sent(uscc, '使用单位的统一社会信用代码. The unit.', { optional: true })
  uscc: string | null;

  @Sent(regionCode, '发现地区划代码. The division where it was found.')
  regionCode: string;

  @Sent(oneOf(EquipmentViolationType), '情形，见 EquipmentViolationType. A value of EquipmentViolationType.')
  type: Type;

  @Sent(oneOf(ViolationSource), '发现途径，见 ViolationSource. A value of ViolationSource.', { default: 'SUPERVISION' })
  foundBy: Found;

  @Sent(date, '发现日期. When it was found.')
  foundOn: string;

  @Sent(date, '改正日期. When it was corrected.', { optional: true })
  correctedOn: string | null;

  @Sent(text(500), '情况说明. What was found.', { optional: true })
  note: string | null;
}

@InputType({ description: '监察指令书报送. A supervisory order as it is submitted when it is issued.' })
export class EquipmentOrderInput extends SubmittedInput {
  @Sent(text(64), '文书编号. Its number.')
  number: string;

  @Sent(equipmentCode, '设备代码. The device.', { optional: true })
  equipmentCode: string | null;

  @Sent(uscc, '被监察单位的统一社会信用代码. The unit.')
  uscc: string;

  @Sent(regionCode, '单位所在区划代码. The division of the unit.')
  regionCode: string;

  @Sent(text(40), '下达部门代码. The department that has issued it.')
  departmentCode: string;

  @Sent(date, '下达日期. When it was issued.')
  issuedOn: string;

  @Sent(date, '整改期限. The last day for rectifying.')
  rectifyBy: string;

  @Sent(text(1000), '指令内容. What it orders.')
  content: string;
}

@InputType({ description: '整改报告. What the unit reports of its rectification.' })
export class OrderReportInput {
  @Asked(() => ID, text(64), '文书编号. The number of the order.')
  number: string;

  @Asked(() => DateOnly, date, '收到报告日期. When the report was received.')
  on: string;
}

export const RecheckResult = vocabulary('RecheckResult', '复查结论. What the re-check has found.', {
  PASSED: '合格. What was ordered is done.',
  FAILED: '不合格. It is not.',
});

@InputType({ description: '复查. What the re-check has found.' })
export class OrderRecheckInput {
  @Asked(() => ID, text(64), '文书编号. The number of the order.')
  number: string;

  @Asked(() => DateOnly, date, '复查日期. When it was re-checked.')
  on: string;

  @Asked(() => RecheckResult, oneOf(RecheckResult), '结论. What was found.')
  result: keyof typeof RecheckResult;

  @Asked(() => DateOnly, date, '不合格时的新整改期限. The new last day for rectifying, if it failed.', { optional: true })
  rectifyBy: string | null;
}
