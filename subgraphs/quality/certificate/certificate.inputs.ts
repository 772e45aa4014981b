import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, Sent, SubmittedInput, date, oneOf, regionCode, shaped, text, uscc } from '../../kernel';
import { CccStatus, type CccStatus as Status } from './certificate';
import { certificateNumber } from './certificate.rules';

@InputType({ description: '认证证书报送. A certificate as it is submitted.' })
export class CccCertificateInput extends SubmittedInput {
  @Sent(certificateNumber, '证书编号，16 位数字. Its number: year 4, body 2, category 4, serial 6.')
  number: string;

  @Sent(uscc, '持证人的统一社会信用代码. Who holds it.')
  holderUscc: string;

  @Sent(uscc, '生产者（制造商）的统一社会信用代码，默认同持证人. Who makes the product, by default its holder.', { optional: true })
  manufacturerUscc: string | null;

  @Sent(text(28), '目录类别代码，默认取自编号；无官方代码的新增类别须填. Its category, by default that of the number.', { optional: true })
  categoryCode: string | null;

  @Sent(text(200), '产品名称. The name of the product.')
  productName: string;

  @Sent(text(300), '规格型号. The models that it covers.', { optional: true })
  models: string | null;

  @Sent(text(40), '指定实验室编号. The designated laboratory that tested it.', { optional: true })
  laboratoryCode: string | null;

  @Sent(date, '发证日期. When it was issued.')
  issuedOn: string;

  @Sent(date, '有效期届满日. Its last day.')
  expiresOn: string;

  @Sent(
    shaped((status) => status !== 'EXPIRED' && oneOf(CccStatus).parse(status, 'status') !== null, {
      zh: 'VALID、SUSPENDED、REVOKED 或 CANCELLED',
      en: 'VALID, SUSPENDED, REVOKED or CANCELLED',
    }),
    '状态；过期由日期得出. VALID, SUSPENDED, REVOKED or CANCELLED; that it is expired follows from its last day.',
    { default: 'VALID' },
  )
  status: Status;

  @Sent(date, '现状态起始日，默认为发证日期. Since when it has this status, by default its issue.', { optional: true })
  statusSince: string | null;

  @Sent(text(300), '状态原因. Why it has this status.', { optional: true })
  statusReason: string | null;

  @Sent(regionCode, '持证人所在地区划代码. The division of its holder.')
  regionCode: string;
}

@InputType({ description: '证书状态决定. A decision on the status of a certificate.' })
export class CccStatusInput {
  @Asked(() => ID, certificateNumber, '证书编号. The number of the certificate.')
  number: string;

  @Asked(() => String, text(300), '原因. Why.')
  reason: string;

  @Asked(() => DateOnly, date, '生效日期，默认当日. From this day, today by default.', { optional: true })
  on: string | null;
}
