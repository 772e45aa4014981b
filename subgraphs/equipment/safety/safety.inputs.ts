import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, listOf, oneOf, regionCode, text, whole, uscc } from '../../kernel';
import { equipmentCode } from '../device/equipment.rules';
import { EquipmentCategory, type EquipmentCategory as Category } from '../kind/equipment-kind';
import { SafetyRole, type SafetyRole as Role } from './safety-appointment';
import { SafetyCheckPeriod, type SafetyCheckPeriod as Period } from './safety-check';

@InputType({ description: '安全总监、安全员任命报送. An appointment as it is submitted.' })
export class SafetyAppointmentInput extends SubmittedInput {
  @Sent(uscc, '使用单位的统一社会信用代码. Who appoints.')
  uscc: string;

  @Sent(regionCode, '使用单位所在区划代码. The division of who appoints.')
  regionCode: string;

  @Sent(text(100), '姓名. Who is appointed.')
  name: string;

  @Sent(text(32), '联系电话. The phone number.', { optional: true })
  phone: string | null;

  @Sent(oneOf(SafetyRole), '岗位，见 SafetyRole. The post, a value of SafetyRole.')
  role: Role;

  @Sent(oneOf(EquipmentCategory), '负责的特种设备种类，见 EquipmentCategory. The category; by default all.', { optional: true })
  category: Category | null;

  @Sent(listOf(equipmentCode), '负责的设备代码，至多 500 个；文件中以分号相隔. The devices, 500 at most, in a file joined by semicolons.', {
    optional: true,
  })
  equipmentCodes: string[] | null;

  @Sent(date, '任命日期. The first day.')
  appointedOn: string;

  @Sent(date, '离任日期. The last day.', { optional: true })
  endedOn: string | null;
}

@InputType({ description: '日管控、周排查、月调度报送. A record of an own check as it is submitted.' })
export class SafetyCheckInput extends SubmittedInput {
  @Sent(uscc, '使用单位的统一社会信用代码. Who checked.')
  uscc: string;

  @Sent(regionCode, '使用单位所在区划代码. The division of who checked.')
  regionCode: string;

  @Sent(oneOf(SafetyCheckPeriod), '类别，见 SafetyCheckPeriod. A value of SafetyCheckPeriod.')
  period: Period;

  @Sent(date, '日期. The day of the check or the meeting.')
  checkedOn: string;

  @Sent(oneOf(EquipmentCategory), '特种设备种类，见 EquipmentCategory. The category; by default all.', { optional: true })
  category: Category | null;

  @Sent(whole(0, 100_000), '发现隐患数，无隐患填 0. How many hazards it found; 0 for none.')
  hazardsFound: number;

  @Sent(text(1000), '记录摘要. What the record says in short.', { optional: true })
  summary: string | null;
}
