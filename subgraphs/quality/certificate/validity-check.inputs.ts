import { ID, InputType } from 'type-graphql';
import { Asked, Sent, SubmittedInput, date, oneOf, regionCode, text } from '../../kernel';
import { certificateNumber } from './certificate.rules';
import { ValidityDisposal, ValidityResult, type ValidityDisposal as Disposal, type ValidityResult as Result } from './validity-check';

@InputType({ description: '认证有效性抽查报送. A validity check as it is submitted.' })
export class CccValidityCheckInput extends SubmittedInput {
  @Sent(certificateNumber, '证书编号. The number of the certificate.')
  certificateNumber: string;

  @Sent(date, '抽查日期. When the product was checked.')
  checkedOn: string;

  @Sent(oneOf(ValidityResult), '抽查结果，见 ValidityResult. A value of ValidityResult.')
  result: Result;

  @Sent(text(500), '不符合情况；不符合时必填. In what it does not conform.', { optional: true })
  finding: string | null;

  @Sent(oneOf(ValidityDisposal), '已作处理，见 ValidityDisposal. What was done about it, a value of ValidityDisposal.', { optional: true })
  disposal: Disposal | null;

  @Sent(date, '处理日期. When that was done.', { optional: true })
  disposedOn: string | null;

  @Sent(regionCode, '抽样地区划代码. The division where it was taken.')
  regionCode: string;
}

@InputType({ description: '有效性抽查处理. What is done about a product that does not conform.' })
export class DisposeValidityCheckInput {
  @Asked(() => ID, text(130), '抽查编号. The id of the check.')
  id: string;

  @Asked(() => ValidityDisposal, oneOf(ValidityDisposal), '处理. What is done.')
  disposal: Disposal;

  @Asked(() => String, text(300), '原因. Why.')
  reason: string;
}
