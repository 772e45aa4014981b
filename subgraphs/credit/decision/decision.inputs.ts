import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, RegionCode, Uscc, date, industry, listOf, oneOf, regionCode, text, uscc, vocabulary } from '../../kernel';
import {
  DishonestyList,
  ListingGround,
  SubjectKind,
  type DishonestyList as OneList,
  type ListingGround as Ground,
  type SubjectKind as Kind,
} from '../listing/listing';

export const HeavyPenalty = vocabulary('HeavyPenalty', '较重行政处罚. The penalties without which market supervision may not list.', {
  HEAVIER_FINE: '依照从重处罚原则处以罚款. A fine under heavier punishment.',
  LICENCE: '降低资质等级，吊销许可证件、营业执照. A lowered grade, a licence withdrawn.',
  BUSINESS: '限制开展生产经营活动、责令停产停业、责令关闭、限制从业. Business limited, stopped or closed, a ban.',
  OTHER: '其他较重行政处罚. Another heavy penalty.',
});
export type HeavyPenalty = keyof typeof HeavyPenalty;

/** What every listing that is proposed here says. */
@InputType({ description: '列入事先告知. The notice with which a listing is proposed.' })
export class ProposeListingInput {
  @Asked(() => DishonestyList, oneOf(DishonestyList), '名单. The list, kept by the caller’s kind of department.')
  list: OneList;

  @Asked(() => ListingGround, oneOf(ListingGround), '列入情形. Which of the rule’s cases it is.')
  ground: Ground;

  @Asked(() => SubjectKind, oneOf(SubjectKind), '主体类型. What is to be listed.')
  subjectKind: Kind;

  @Asked(() => Uscc, uscc, '单位的统一社会信用代码；自然人不填. The code of an enterprise.', { optional: true })
  uscc: string | null;

  @Asked(() => String, text(200), '主体名称或姓名. Its name, no identity number.')
  subjectName: string;

  @Asked(() => String, text(500), '列入事由. Why it is to be listed.')
  cause: string;

  @Asked(() => ID, text(64), '告知书文号，本部门内唯一. The number of the notice: the same is not given twice.')
  noticeDocument: string;

  @Asked(() => String, text(2000), '告知的事实、理由、依据和权利. The facts, grounds and rights that the subject is told.')
  notice: string;

  @Asked(() => DateOnly, date, '告知书送达日期. When the notice was served.')
  notifiedOn: string;

  @Asked(() => ID, text(40), '办理部门代码. The department, of the kind that keeps the list.')
  departmentCode: string;

  @Asked(() => RegionCode, regionCode, '主体所在地区划代码. The division of the subject.')
  regionCode: string;

  @Asked(() => String, industry, '主体行业代码. The subject’s industry.', { optional: true })
  industryCode: string | null;

  @Asked(() => [String], listOf(text(60)), '拟采取的惩戒措施，见 jointMeasures. The measures, in the words of jointMeasures.', {
    optional: true,
  })
  measures: string[] | null;

  @Asked(() => [ID], listOf(text(40)), '涉及的一件事代码. The codes of the matters that it belongs to.', { optional: true })
  matterCodes: string[] | null;
}

@InputType({ description: '陈述申辩. The objection of a subject under notice.' })
export class ObjectionInput {
  @Asked(() => ID, text(130), '列入记录编号. The listing.')
  listingId: string;

  @Asked(() => String, text(2000), '陈述申辩内容. What is objected.')
  objection: string;

  @Asked(() => DateOnly, date, '提出日期. When.')
  objectedOn: string;
}

@InputType({ description: '列入决定. The decision on a proposed listing.' })
export class DecideListingInput {
  @Asked(() => ID, text(130), '列入记录编号. The listing.')
  listingId: string;

  @Asked(() => Boolean, yesOrNo(), '是否列入. Whether it is listed, or the proposal is dropped.')
  listed: boolean;

  @Asked(() => ID, text(100), '列入决定书文号. The document of the decision.')
  document: string;

  @Asked(() => DateOnly, date, '决定日期. When it was decided.')
  decidedOn: string;

  @Asked(() => String, text(100), '行政处罚决定书文号. The penalty that it goes with.', { optional: true })
  penaltyDocument: string | null;

  @Asked(() => DateOnly, date, '行政处罚决定日期. When the penalty was decided.', { optional: true })
  penaltyOn: string | null;

  @Asked(() => HeavyPenalty, oneOf(HeavyPenalty), '较重行政处罚种类（令44号）. Which heavy penalty it is.', { optional: true })
  penalty: HeavyPenalty | null;

  @Asked(() => String, text(100), '上一级同意文书号. The document with the consent of the level above.', { optional: true })
  consentDocument: string | null;

  @Asked(() => ID, text(40), '同意的上一级部门代码. The department above that consents.', { optional: true })
  consentDepartment: string | null;

  @Asked(() => String, text(2000), '对陈述申辩的复核意见. What was found of the objection, where there is one.', { optional: true })
  objectionFinding: string | null;
}

@InputType({ description: '公示登记. The publication of a listing on the national publicity system.' })
export class PublishListingInput {
  @Asked(() => ID, text(130), '列入记录编号. The listing.')
  listingId: string;

  @Asked(() => DateOnly, date, '公示日期. When.')
  publishedOn: string;
}

@InputType({ description: '撤销列入决定. The annulment of a decision.' })
export class RevokeListingInput {
  @Asked(() => ID, text(130), '列入记录编号. The listing.')
  listingId: string;

  @Asked(() => ID, text(100), '撤销依据文书号. The document that annuls it.')
  document: string;

  @Asked(() => String, text(300), '撤销原因. Why.')
  reason: string;

  @Asked(() => DateOnly, date, '撤销日期. When.')
  revokedOn: string;
}

function yesOrNo() {
  return { wire: 'text' as const, parse: (value: unknown) => value === true };
}
