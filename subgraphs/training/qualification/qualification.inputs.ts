import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, industry, listOf, oneOf, regionCode, text, uscc, idNumber, personal } from '../../kernel';
import { QualificationScheme, type QualificationScheme as Scheme } from './item';
import { QualificationStanding, type QualificationStanding as Standing } from './qualification';

@InputType({ description: '人员资格报送. One item of a certificate as it is submitted.' })
export class QualificationInput extends SubmittedInput {
  @Sent(
    oneOf(QualificationScheme),
    '资格制度，见 QualificationScheme. A value of QualificationScheme, issued by the caller’s kind of department.',
  )
  scheme: Scheme;

  @Sent(
    text(24),
    '证书所载项目代码，如 N1；旧证用旧代码. The code of the item as the certificate states it, an old one on an old certificate.',
  )
  item: string;

  @Sent(personal(64), '证书编号；加密存储. The number of the certificate; sealed at rest.')
  number: string;

  @Sent(personal(60), '持证人姓名；加密存储. The holder’s name; sealed at rest.')
  holderName: string;

  @Sent(idNumber, '持证人公民身份号码；加密存储，不对外提供. The holder’s identity number; sealed at rest, returned by nothing.')
  idNumber: string;

  @Sent(oneOf(QualificationStanding), '证书状态，见 QualificationStanding. A value of QualificationStanding.', { default: 'VALID' })
  standing: Standing;

  @Sent(date, '发证日期. The day of issue.')
  issuedOn: string;

  @Sent(date, '有效期届满日，默认按规则. The last day of its term; by default that of the rule.', { optional: true })
  expiresOn: string | null;

  @Sent(date, '最近复审日期. When it was last reviewed.', { optional: true })
  reviewedOn: string | null;

  @Sent(uscc, '聘用单位的统一社会信用代码. The employer.', { optional: true })
  employerUscc: string | null;

  @Sent(regionCode, '从业地区划代码. The division where the holder works.')
  regionCode: string;

  @Sent(industry, '聘用单位行业代码 (GB/T 4754-2017). The employer’s industry.', { optional: true })
  industryCode: string | null;

  @Sent(listOf(text(40)), '涉及的一件事代码；文件中以分号相隔. Codes of the matters it belongs to, in a file joined by semicolons.', {
    optional: true,
  })
  matterCodes: string[] | null;
}
