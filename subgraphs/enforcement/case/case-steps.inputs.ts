import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, RegionCode, Uscc, Yuan, date, flag, industry, listOf, oneOf, regionCode, text, uscc, yuan } from '../../kernel';
import { documentNumber } from '../document-number';
import { PublicityExclusion, type PublicityExclusion as Exclusion } from '../penalty/penalty-decision';
import {
  ClockStopReason,
  LegalReviewGround,
  OriginKind,
  PartyKind,
  PenaltyKind,
  type ClockStopReason as StopReason,
  type LegalReviewGround as Ground,
  type OriginKind as Origin,
  type PartyKind as Party,
  type PenaltyKind as Penalty,
} from './case.terms';

@InputType({ description: '办案步骤. A step of a case.' })
export class CaseStepInput {
  @Asked(() => ID, documentNumber, '案号. The number of the case.')
  number: string;

  @Asked(() => String, text(500), '事由；不写个人信息. Why; no personal data.')
  reason: string;
}

@InputType({ description: '登记线索. A lead to be registered.' })
export class RegisterLeadInput extends CaseStepInput {
  @Asked(() => ID, text(40), '案由代码，见 caseCauses. A code of caseCauses.')
  causeCode: string;

  @Asked(() => PartyKind, oneOf(PartyKind), '当事人类型. Whether it is about an enterprise or a person.')
  partyKind: Party;

  @Asked(() => Uscc, uscc, '单位的统一社会信用代码. The code of an enterprise; left out for a person.', { optional: true })
  partyUscc: string | null;

  @Asked(() => String, text(200), '当事人名称或姓名. The name of the party; no identity number.')
  partyName: string;

  @Asked(() => RegionCode, regionCode, '当事人所在地. The division of the party.')
  partyRegionCode: string;

  @Asked(() => ID, text(40), '办案部门代码. The department that handles it, of the caller’s kind.')
  departmentCode: string;

  @Asked(() => DateOnly, date, '发现线索或收到材料之日. When the lead was found or its material received.')
  receivedOn: string;

  @Asked(() => OriginKind, oneOf(OriginKind), '来源. What it began with.')
  originKind: Origin;

  @Asked(() => ID, text(130), '来源编号（抽查、举报、检查、隐患等）. The number of what it began with.', { optional: true })
  originReference: string | null;

  @Asked(() => ID, text(64), '隐患编号. The hazard that it belongs to.', { optional: true })
  hazardNumber: string | null;

  @Asked(() => ID, text(40), '专项行动代码，见 campaigns. A code of campaigns.', { optional: true })
  campaign: string | null;

  @Asked(() => [ID], listOf(documentNumber), '关联案号. Cases of the same offence.', { optional: true })
  relatedNumbers: string[] | null;

  @Asked(() => String, industry, '当事人行业代码 (GB/T 4754-2017). The party’s industry.', { optional: true })
  industryCode: string | null;

  @Asked(() => [String], listOf(text(40)), '涉及的一件事代码. Codes of the matters that it belongs to.', { optional: true })
  matterCodes: string[] | null;

  @Asked(() => DateOnly, date, '违法行为终了之日. When the unlawful act ended.', { optional: true })
  actEndedOn: string | null;

  @Asked(() => String, text(1000), '线索摘要. The lead; for the handling kind of department only.', { optional: true })
  leadSummary: string | null;
}

@InputType({ description: '立案. A case to be filed.' })
export class FileCaseInput extends CaseStepInput {
  @Asked(() => Boolean, flag, '是否涉及生命健康安全、金融安全且有危害后果. Whether life, health or financial safety was harmed.', {
    optional: true,
  })
  grave: boolean | null;
}

@InputType({ description: '开始调查. The beginning of an investigation.' })
export class StartInvestigationInput extends CaseStepInput {
  @Asked(() => [ID], listOf(text(128)), '办案人员账号，不少于两人. The accounts of the officers who investigate, two at least.')
  investigators: string[];
}

@InputType({ description: '暂停计算办案期限. A stop of the clock.' })
export class StopClockInput extends CaseStepInput {
  @Asked(() => ClockStopReason, oneOf(ClockStopReason), '情形. Why the clock stands.')
  ground: StopReason;
}

@InputType({ description: '告知. What the party is told of.' })
export class NotifyPartyInput extends CaseStepInput {
  @Asked(() => [LegalReviewGround], listOf(oneOf(LegalReviewGround)), '须法制审核的情形. Why a legal review is required.', {
    optional: true,
  })
  legalReviewGrounds: Ground[] | null;

  @Asked(() => String, text(1000), '证据目录. The evidence; for the handling kind of department only.', { optional: true })
  evidence: string | null;
}

@InputType({ description: '通知听证. The day of a hearing.' })
export class ScheduleHearingInput extends CaseStepInput {
  @Asked(() => DateOnly, date, '听证日期. The day of the hearing.')
  on: string;
}

@InputType({ description: '作出处罚决定. A decision.' })
export class DecideCaseInput extends CaseStepInput {
  @Asked(() => ID, documentNumber, '处罚决定书文号. The number of the decision.')
  documentNumber: string;

  @Asked(() => [PenaltyKind], listOf(oneOf(PenaltyKind)), '处罚种类. The kinds of penalty.')
  kinds: Penalty[];

  @Asked(() => Yuan, yuan, '罚款金额. The amount of the fine.', { optional: true })
  fine: string | null;

  @Asked(() => Boolean, flag, '当事人是否放弃陈述申辩和听证. Whether the party waives its statement and hearing.', { optional: true })
  waived: boolean | null;

  @Asked(() => PublicityExclusion, oneOf(PublicityExclusion), '不予公示的情形. Why it is never to be published.', { optional: true })
  exclusion: Exclusion | null;

  @Asked(() => DateOnly, date, '限制期届满日. The last day of the restriction that it imposes.', { optional: true })
  restrictedUntil: string | null;
}
