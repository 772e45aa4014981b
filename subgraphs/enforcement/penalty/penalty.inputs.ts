import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, Sent, SubmittedInput, date, flag, listOf, oneOf, text, yuan } from '../../kernel';
import { PenaltyKind, type PenaltyKind as Penalty } from '../case/case.terms';
import { documentNumber } from '../document-number';
import {
  PublicityExclusion,
  WithdrawalGround,
  type PublicityExclusion as Exclusion,
  type WithdrawalGround as Ground,
} from './penalty-decision';

@InputType({ description: '处罚信息公示. A step of the publication of a decision.' })
export class PublicationInput {
  @Asked(() => ID, documentNumber, '处罚决定书文号. The number of the decision.')
  documentNumber: string;

  @Asked(() => String, text(500), '事由. Why.')
  reason: string;
}

@InputType({ description: '提前停止公示. The early end of a publication.' })
export class StopPublicityInput extends PublicationInput {
  @Asked(() => Boolean, flag, '危害后果是否已消除. Whether the harm is removed.')
  harmRemoved: boolean;

  @Asked(() => Boolean, flag, '是否未列入经营异常名录或严重违法失信名单. Whether the party is on no list.')
  notListed: boolean;
}

@InputType({ description: '撤回处罚决定. The withdrawal of a decision.' })
export class WithdrawDecisionInput extends PublicationInput {
  @Asked(() => WithdrawalGround, oneOf(WithdrawalGround), '撤回情形. Why it is withdrawn.')
  ground: Ground;

  @Asked(() => DateOnly, date, '被变更、撤销、确认违法或无效之日. When it was changed, revoked or found so.')
  annulledOn: string;
}

@InputType({ description: '处罚决定报送. A decision as another case system submits it.' })
export class PenaltyInput extends SubmittedInput {
  @Sent(documentNumber, '处罚决定书文号. Its number.')
  documentNumber: string;

  @Sent(documentNumber, '案号，须已报送. The number of its case, which was submitted before.')
  caseNumber: string;

  @Sent(listOf(oneOf(PenaltyKind)), '处罚种类，见 PenaltyKind；文件中以分号相隔. Values of PenaltyKind, in a file joined by semicolons.')
  kinds: Penalty[];

  @Sent(yuan, '罚款金额. The amount of the fine.', { optional: true })
  fine: string | null;

  @Sent(date, '决定日期. When it was decided.')
  decidedOn: string;

  @Sent(oneOf(PublicityExclusion), '不予公示的情形，见 PublicityExclusion. A value of PublicityExclusion.', { optional: true })
  exclusion: Exclusion | null;

  @Sent(date, '限制期届满日. The last day of the restriction that it imposes.', { optional: true })
  restrictedUntil: string | null;

  @Sent(date, '推送日期（当事人在外省）. When it was pushed to the party’s province.', { optional: true })
  pushedOn: string | null;

  @Sent(date, '公示日期. When it was published.', { optional: true })
  publishedOn: string | null;

  @Sent(date, '提前停止公示日期. When its publication was ended early.', { optional: true })
  stoppedOn: string | null;

  @Sent(date, '被变更、撤销、确认违法或无效之日. When it was changed, revoked or found so.', { optional: true })
  annulledOn: string | null;

  @Sent(oneOf(WithdrawalGround), '撤回情形，见 WithdrawalGround. A value of WithdrawalGround.', { optional: true })
  withdrawalGround: Ground | null;

  @Sent(date, '撤回日期. When it was withdrawn.', { optional: true })
  withdrawnOn: string | null;
}
