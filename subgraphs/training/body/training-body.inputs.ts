import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, Sent, SubmittedInput, date, listOf, oneOf, regionCode, text, uscc } from '../../kernel';
import { TrainingBodyKind, type TrainingBodyKind as Kind } from './training-body';

@InputType({ description: '培训机构报送. A training body as it is submitted.' })
export class TrainingBodyInput extends SubmittedInput {
  @Sent(uscc, '机构的统一社会信用代码. The body.')
  uscc: string;

  @Sent(oneOf(TrainingBodyKind), '机构类别，见 TrainingBodyKind. A value of TrainingBodyKind.', { default: 'SAFETY_TRAINING' })
  kind: Kind;

  @Sent(date, '开始培训日期. Since when it trains.')
  activeFrom: string;

  @Sent(regionCode, '机构所在区划代码. The division of the body.')
  regionCode: string;
}

@InputType({ description: '复核培训机构. The review of a training body’s conditions.' })
export class ReviewTrainingBodyInput {
  @Asked(() => ID, text(130), '机构编号. The id of the body.')
  id: string;

  @Asked(() => DateOnly, date, '复核日期. The day of the review.')
  reviewedOn: string;

  @Asked(
    () => [String],
    listOf(text(24)),
    '不符合的条件代码；全部符合为空列表. The codes of conditions that it does not meet; none if it meets all.',
  )
  unmetConditions: string[];

  @Asked(() => String, text(300), '说明. What it rests on.', { optional: true })
  remark: string | null;
}

@InputType({ description: '清退培训机构. The withdrawal of a training body.' })
export class WithdrawTrainingBodyInput {
  @Asked(() => ID, text(130), '机构编号. The id of the body.')
  id: string;

  @Asked(() => String, text(300), '清退理由. Why it is withdrawn.')
  reason: string;
}
