import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, industry, listOf, oneOf, regionCode, text, uscc, whole } from '../../kernel';
import {
  EquipmentFeature,
  EquipmentStatus,
  ProtectiveDevice,
  SafetyClass,
  type EquipmentFeature as Feature,
  type EquipmentStatus as Status,
  type ProtectiveDevice as Device,
  type SafetyClass as Class,
} from './equipment';
import { equipmentCode, registrationNumber } from './equipment.rules';

@InputType({ description: '特种设备报送. A device as it is submitted.' })
export class EquipmentInput extends SubmittedInput {
  @Sent(equipmentCode, '设备代码 17 或 18 位，或 20 位注册代码. Its code.')
  code: string;

  @Sent(registrationNumber, '使用登记证编号，如 梯11湘F00001(24). The number of its registration for use.', { optional: true })
  registrationNumber: string | null;

  @Sent(text(4), '特种设备目录代码. Its kind, a code of the catalogue.')
  kindCode: string;

  @Sent(uscc, '使用单位的统一社会信用代码. Who uses it.', { optional: true })
  userUscc: string | null;

  @Sent(uscc, '制造单位的统一社会信用代码. Who made it.', { optional: true })
  makerUscc: string | null;

  @Sent(regionCode, '使用地区划代码. The division where it stands.')
  regionCode: string;

  @Sent(text(300), '使用地点. Where it stands.', { optional: true })
  location: string | null;

  @Sent(oneOf(EquipmentStatus), '使用状态，见 EquipmentStatus. Its state, a value of EquipmentStatus.', { default: 'IN_USE' })
  status: Status;

  @Sent(
    listOf(oneOf(ProtectiveDevice)),
    '安全保护装置，见 ProtectiveDevice；文件中以分号相隔. Values of ProtectiveDevice, in a file joined by semicolons.',
    { optional: true },
  )
  protectiveDevices: Device[] | null;

  @Sent(date, '制造日期. When it was made.', { optional: true })
  manufacturedOn: string | null;

  @Sent(date, '安装监督检验合格日期，电梯检验周期由此起算. When its installation was passed; the cycle of a lift begins there.', {
    optional: true,
  })
  installedOn: string | null;

  @Sent(date, '当前状态起始日期. Since when it is in its state.', { optional: true })
  statusSince: string | null;

  @Sent(industry, '使用单位行业代码 (GB/T 4754-2017)，可带门类字母. The industry of its user.', { optional: true })
  industryCode: string | null;

  @Sent(oneOf(SafetyClass), '设备级别，见 SafetyClass. A value of SafetyClass.', { optional: true })
  safetyClass: Class | null;

  @Sent(listOf(oneOf(EquipmentFeature)), '设备特征，见 EquipmentFeature；文件中以分号相隔. Values of EquipmentFeature.', { optional: true })
  features: Feature[] | null;

  @Sent(whole(0, 100_000_000), '铭牌容积（升）. The volume in litres that its plate states.', { optional: true })
  nameplateLitres: number | null;

  @Sent(whole(0, 100_000_000), '实测容积（升）. The volume in litres that was measured.', { optional: true })
  measuredLitres: number | null;

  @Sent(date, '保险有效期至. The last day on which it is insured.', { optional: true })
  insuredUntil: string | null;

  @Sent(date, '更新改造完成日期. When it was renewed.', { optional: true })
  renewedOn: string | null;
}
