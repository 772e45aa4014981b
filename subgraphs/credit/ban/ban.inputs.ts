import { InputType } from 'type-graphql';
import { Asked, DateOnly, Sent, SubmittedInput, date, idNumber, industry, oneOf, personal, regionCode, text, uscc } from '../../kernel';
import { BanKind } from './ban';

const ID_NUMBER = '公民身份号码 (GB 11643)，不保存原文. The identity number; only its pseudonym is kept.';

@InputType({ description: '主要负责人任职禁止报送. A ban as it is submitted.' })
export class PrincipalBanInput extends SubmittedInput {
  @Sent(idNumber, ID_NUMBER)
  idNumber: string;

  @Sent(personal(100), '姓名，加密保存. The name; it is sealed.')
  name: string;

  @Sent(oneOf(BanKind), '禁止类别，见 BanKind. A value of BanKind.')
  kind: BanKind;

  @Sent(industry, '终身禁止的行业. The industry, for a ban for life.', { optional: true })
  industryCode: string | null;

  @Sent(text(100), '依据文书号. The document that it rests on.')
  basisDocument: string;

  @Sent(regionCode, '决定机关所在区划代码. The division of who decided.')
  regionCode: string;

  @Sent(date, '决定日期. When it was decided.')
  decidedOn: string;
}

@InputType({ description: '主要负责人任职报送. Who heads an enterprise, as the registration authority submits it.' })
export class PrincipalAppointmentInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The enterprise.')
  uscc: string;

  @Sent(regionCode, '单位所在区划代码. Its division.')
  regionCode: string;

  @Sent(industry, '单位行业代码. Its industry.', { optional: true })
  industryCode: string | null;

  @Sent(idNumber, ID_NUMBER)
  idNumber: string;

  @Sent(personal(100), '姓名，加密保存. The name; it is sealed.')
  name: string;

  @Sent(date, '任职日期. The first day.')
  appointedOn: string;

  @Sent(date, '离任日期. The last day.', { optional: true })
  endedOn: string | null;
}

@InputType({ description: '任职禁止查询. Whom to check before a principal is registered.' })
export class PrincipalBanCheckInput {
  @Asked(() => String, idNumber, ID_NUMBER)
  idNumber: string;

  @Asked(() => String, industry, '拟任职单位的行业代码. The industry of the enterprise to be headed.')
  industryCode: string;

  @Asked(() => DateOnly, date, '任职日期；默认为当日. The day of taking office; by default today.', { optional: true })
  on: string | null;
}
