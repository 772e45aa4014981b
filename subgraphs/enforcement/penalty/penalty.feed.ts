import { defineLine, feedOf } from '../../kernel';
import { PartyKind } from '../case/case.terms';
import { BreachClass, PenaltyKind } from './penalty.terms';

/** 行政处罚公示: what `penalty_line` of the database makes of a decision, as long as it is public. */
export const penaltyFeed = feedOf(
  defineLine({
    feed: 'penalties',
    version: 1,
    title: '公示中的行政处罚决定. A penalty that is public',
    fields: {
      id: { says: '处罚决定书文号（规范形式）. The number of the decision, in normal form.' },
      printedNumber: { says: '文号（原文）. The number of the decision as it is printed.' },
      subjectKind: {
        says: '当事人类型. Whether it is about an enterprise or a natural person.',
        of: PartyKind,
      },
      uscc: {
        says: '当事人的统一社会信用代码；自然人为空. The code of the enterprise; null for a person.',
        optional: true,
      },
      partyName: { says: '当事人名称；自然人以 张** 显示. The party’s name; a person’s is masked.' },
      causeCode: { says: '案由代码. The code of the cause.' },
      kinds: { says: '处罚种类. The kinds of penalty that were imposed.', type: 'texts', of: PenaltyKind },
      fine: {
        says: '罚款金额（元）；无罚款时为空. The fine in yuan; null where there is none.',
        optional: true,
      },
      breachClass: { says: '失信类别. The class of the breach.', of: BreachClass, optional: true },
      decidedOn: { says: '决定日期. The day on which it was decided.', type: 'date' },
      departmentCode: { says: '决定机关代码. The code of the department that decided.' },
      regionCode: { says: '决定机关所在地区划代码. The code of that department’s division.' },
      restrictedUntil: {
        says: '限制期届满日. The last day of the restriction that it imposes.',
        type: 'date',
        optional: true,
      },
      publishedOn: { says: '公示日期. The day on which it was published.', type: 'date' },
      publicUntil: {
        says: '公示届满日. The last day on which it is public, unless it ends before.',
        type: 'date',
      },
      synthetic: { says: '是否合成数据. Whether it is synthetic, made for demonstration.', type: 'flag' },
    },
  }),
  'penalties',
  'penalty_decision',
  'document_number',
  'penalty_line',
);
