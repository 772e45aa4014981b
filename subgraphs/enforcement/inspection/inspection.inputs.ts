import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, listOf, oneOf, regionCode, text, uscc, whole } from '../../kernel';
import { documentNumber } from '../document-number';
import { OnSiteStep, SupervisionMode, type OnSiteStep as Step, type SupervisionMode as Mode } from './inspection-terms';

@InputType({ description: '监督检查报送. A supervisory inspection as it is submitted.' })
export class SupervisoryInspectionInput extends SubmittedInput {
  @Sent(uscc, '被检查单位的统一社会信用代码. The enterprise that was inspected.')
  uscc: string;

  @Sent(regionCode, '被检查单位所在地区划代码. The division of the enterprise.')
  regionCode: string;

  @Sent(text(40), '牵头部门代码，如 430682-MARKET_SUPERVISION. The department that leads, of the caller’s kind.')
  departmentCode: string;

  @Sent(listOf(text(40)), '联合检查的其他部门代码；文件中以分号相隔. The other departments of a joint inspection.', { optional: true })
  jointDepartmentCodes: string[] | null;

  @Sent(date, '检查日期. When it was made.')
  inspectedOn: string;

  @Sent(oneOf(SupervisionMode), '检查方式，见 SupervisionMode. A value of SupervisionMode.', { default: 'DAILY' })
  mode: Mode;

  @Sent(listOf(oneOf(OnSiteStep)), '已落实的五现场措施，见 OnSiteStep. Values of OnSiteStep.', { optional: true })
  steps: Step[] | null;

  @Sent(whole(0, 1), '是否有专家参与：1 有，0 无. Whether an expert took part: 1 or 0.', { optional: true })
  expertAttached: number | null;

  @Sent(whole(0, 10_000), '发现问题数. How many problems were found.')
  findings: number;

  @Sent(text(500), '检查情况，不含个人信息. What was found; no personal data.', { optional: true })
  summary: string | null;

  @Sent(text(40), '专项行动代码. The campaign that it belongs to.', { optional: true })
  campaignCode: string | null;

  @Sent(text(36), '双随机抽取编号. The draw that chose the enterprise.', { optional: true })
  drawId: string | null;

  @Sent(documentNumber, '由此立案的案号. The case that it led to.', { optional: true })
  caseNumber: string | null;

  @Sent(text(64), '由此登记的隐患编号. The hazard that it led to.', { optional: true })
  hazardNumber: string | null;
}
