import {
  asId,
  asked,
  asking,
  date,
  departmentCode,
  documentNumber,
  flag,
  id,
  inputType,
  listOf,
  oneOf,
  printedCode,
  prose,
  vocabulary,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';

export const HeavyPenalty = vocabulary(
  'HeavyPenalty',
  '较重行政处罚. The penalties without which market supervision may not list.',
  {
    HEAVIER_FINE: '依照从重处罚原则处以罚款. A fine under heavier punishment.',
    LICENCE: '降低资质等级，吊销许可证件、营业执照. A lowered grade, a licence withdrawn.',
    BUSINESS:
      '限制开展生产经营活动、责令停产停业、责令关闭、限制从业. Business limited, stopped or closed, a ban.',
    OTHER: '其他较重行政处罚. Another heavy penalty.',
  },
);
export type HeavyPenalty = keyof typeof HeavyPenalty;

/** What every listing that is proposed here says. */
export const ProposeListingInput = inputType(
  'ProposeListingInput',
  '列入事先告知. The notice with which a listing is proposed.',
  {
    ...asking(DishonestyListing, [
      'list',
      'subjectKind',
      'uscc',
      'subjectName',
      'cause',
      'regionCode',
      'jurisdictionGround',
      'jurisdictionDocument',
      'industryCode',
      'measures?',
      'ground!',
      'notice!',
    ]),
    noticeDocument: asked(
      asId(documentNumber(64)),
      '告知书文号；同一告知书对同一主体只用一次. The number of the notice: the same is not given twice to a subject.',
    ),
    notifiedOn: asked(date, '告知书送达日期. The day on which the notice was served.'),
    departmentCode: asked(departmentCode, '办理部门代码. The department, of the kind that keeps the list.'),
    matterCodes: asked(
      listOf(asId(printedCode(40))),
      '涉及的一件事代码. The codes of the matters that it belongs to.',
      {
        optional: true,
      },
    ),
  },
);
export type ProposeListingInput = InstanceType<typeof ProposeListingInput>;

const listingId = asked(id(130), '列入记录编号. The id of the listing.');

export const ObjectionInput = inputType(
  'ObjectionInput',
  '陈述申辩. The objection of a subject under notice.',
  {
    listingId,
    objection: asked(prose(2000), '陈述申辩内容. The facts and reasons that the subject states.'),
    objectedOn: asked(date, '提出日期. The day on which the subject objected.'),
  },
);

export const DecideListingInput = inputType(
  'DecideListingInput',
  '列入决定. The decision on a proposed listing.',
  {
    listingId,
    listed: asked(flag, '是否列入. Whether it is listed, or the proposal is dropped.'),
    document: asked(asId(documentNumber(100)), '列入决定书文号. The number of the document of the decision.'),
    decidedOn: asked(date, '决定日期. The day of the decision.'),
    ...asking(DishonestyListing, ['penaltyDocument']),
    penaltyOn: asked(date, '行政处罚决定日期. The day on which the penalty was decided.', { optional: true }),
    penalty: asked(oneOf(HeavyPenalty), '较重行政处罚种类（令44号）. The kind of heavy penalty.', {
      optional: true,
    }),
    consentDocument: asked(
      documentNumber(100),
      '上一级同意文书号. The document with the consent of the level above.',
      {
        optional: true,
      },
    ),
    consentDepartment: asked(departmentCode, '同意的上一级部门代码. The department above that consents.', {
      optional: true,
    }),
    objectionFinding: asked(
      prose(2000),
      '对陈述申辩的复核意见. The finding on the objection, where there is one.',
      { optional: true },
    ),
  },
);
export type DecideListingInput = InstanceType<typeof DecideListingInput>;

export const PublishListingInput = inputType(
  'PublishListingInput',
  '公示登记. The publication of a listing on the national publicity system.',
  {
    listingId,
    publishedOn: asked(date, '公示日期. The day on which it was published there.'),
  },
);

export const RevokeListingInput = inputType(
  'RevokeListingInput',
  '撤销列入决定. The annulment of a decision to list.',
  {
    listingId,
    document: asked(
      asId(documentNumber(100)),
      '撤销依据文书号. The number of the document that annuls the decision.',
    ),
    reason: asked(prose(300), '撤销原因. The reason for which the decision is annulled.'),
    revokedOn: asked(date, '撤销日期. The day of the annulment.'),
  },
);
