import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, industry, listOf, oneOf, regionCode, text, uscc } from '../../kernel';
import { documentNumber } from '../document-number';
import {
  CaseProcedure,
  CaseStatus,
  OriginKind,
  PartyKind,
  type CaseProcedure as Procedure,
  type CaseStatus as Status,
  type OriginKind as Origin,
  type PartyKind as Party,
} from './case-terms';

@InputType({ description: '案件报送. A case as another case system submits it.' })
export class CaseInput extends SubmittedInput {
  @Sent(documentNumber, '案号. Its number, as 湘市监立〔2026〕12号.')
  number: string;

  @Sent(text(40), '案由代码，见 caseCauses. A code of caseCauses.')
  causeCode: string;

  @Sent(oneOf(PartyKind), '当事人类型，见 CasePartyKind. A value of CasePartyKind.', { default: 'ENTERPRISE' })
  partyKind: Party;

  @Sent(uscc, '单位的统一社会信用代码；自然人不填. The code of an enterprise; left out for a person.', { optional: true })
  partyUscc: string | null;

  @Sent(text(200), '当事人名称或姓名. The name of the party; no identity number.')
  partyName: string;

  @Sent(regionCode, '当事人所在地区划代码. The division of the party.')
  partyRegionCode: string;

  @Sent(text(40), '办案部门代码，如 430682-MARKET_SUPERVISION. The department that handles it, of the caller’s kind.')
  departmentCode: string;

  @Sent(oneOf(CaseStatus), '案件状态，见 CaseStatus. A value of CaseStatus.')
  status: Status;

  @Sent(oneOf(CaseProcedure), '处罚程序，见 CaseProcedure. A value of CaseProcedure.', { default: 'ORDINARY' })
  procedure: Procedure;

  @Sent(oneOf(OriginKind), '案件来源，见 CaseOriginKind. A value of CaseOriginKind.', { default: 'OTHER' })
  originKind: Origin;

  @Sent(text(130), '来源编号. The number of what it began with.', { optional: true })
  originReference: string | null;

  @Sent(text(64), '隐患编号. The hazard that it belongs to.', { optional: true })
  hazardNumber: string | null;

  @Sent(text(40), '专项行动代码，见 campaigns. A code of campaigns.', { optional: true })
  campaign: string | null;

  @Sent(listOf(documentNumber), '关联案号；文件中以分号相隔. Cases of the same offence, in a file joined by semicolons.', {
    optional: true,
  })
  relatedNumbers: string[] | null;

  @Sent(industry, '当事人行业代码 (GB/T 4754-2017). The party’s industry.', { optional: true })
  industryCode: string | null;

  @Sent(listOf(text(40)), '涉及的一件事代码；文件中以分号相隔. Codes of matters, in a file joined by semicolons.', { optional: true })
  matterCodes: string[] | null;

  @Sent(date, '发现线索或收到材料之日. When the lead was found or its material received.')
  leadReceivedOn: string;

  @Sent(date, '立案日期；线索和不予立案的不填. When it was filed; left out of a lead or what was not filed.', { optional: true })
  filedOn: string | null;

  @Sent(date, '决定日期. When it was decided.', { optional: true })
  decidedOn: string | null;

  @Sent(date, '送达日期. When the decision was delivered.', { optional: true })
  deliveredOn: string | null;

  @Sent(date, '缴款日期. When the fine was paid.', { optional: true })
  paidOn: string | null;

  @Sent(date, '执行完毕日期. When the decision was carried out.', { optional: true })
  executedOn: string | null;

  @Sent(date, '结案、不予立案或移送日期. When it was closed, not filed or passed on.', { optional: true })
  closedOn: string | null;

  @Sent(date, '违法行为终了之日. When the unlawful act ended.', { optional: true })
  actEndedOn: string | null;

  @Sent(text(1000), '线索摘要；仅办案部门可见. The lead; for the handling kind of department only.', { optional: true })
  leadSummary: string | null;

  @Sent(text(1000), '证据目录；仅办案部门可见. The evidence; for the handling kind of department only.', { optional: true })
  evidence: string | null;
}
