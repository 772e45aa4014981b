import { vocabulary } from '../../kernel';

export const CaseStatus = vocabulary('CaseStatus', '案件状态. The states of a case, from lead to closing.', {
  LEAD: '线索. A lead that is being checked; no case yet.',
  NOT_FILED: '不予立案. The lead was checked and no case filed.',
  FILED: '已立案. Filed.',
  INVESTIGATING: '调查中. Under investigation.',
  NOTIFIED: '已告知. The party was told of the intended penalty.',
  HEARING: '听证. A hearing was asked for or held.',
  DECIDED: '已决定. Decided.',
  EXECUTED: '已执行. The decision was carried out.',
  CLOSED: '已结案. Closed.',
  TRANSFERRED: '已移送. Passed on to another organ or to the police.',
});
export type CaseStatus = keyof typeof CaseStatus;

export const CaseStep = vocabulary('CaseStep', '办案步骤. A step of the penalty procedure.', {
  REGISTER: '登记线索. A lead was registered.',
  EXTEND_FILING: '延长立案期限. The period for filing was extended.',
  FILE: '立案. The case was filed.',
  DECLINE: '不予立案. No case was filed.',
  INVESTIGATE: '开始调查. The investigation began.',
  STOP_CLOCK: '暂停计算办案期限. The clock was stopped.',
  RESUME_CLOCK: '恢复计算办案期限. The clock runs again.',
  EXTEND: '延长办案期限. The period for deciding was extended.',
  NOTIFY: '告知. The party was told of facts, grounds and the intended penalty.',
  REQUEST_HEARING: '申请听证. The party asked for a hearing.',
  SCHEDULE_HEARING: '通知听证. The party was told the day of the hearing.',
  HOLD_HEARING: '举行听证. The hearing was held.',
  REVIEW: '法制审核. The legal review was done.',
  DECIDE: '作出决定. The penalty was decided.',
  DELIVER: '送达. The decision was delivered.',
  PAY: '缴纳罚款. The fine was paid.',
  EXECUTE: '执行完毕. The decision was carried out.',
  CLOSE: '结案. The case was closed.',
  TRANSFER: '移送. The case was passed on.',
  TAKE_BACK: '退回. The case came back from the organ that it was passed to.',
});
export type CaseStep = keyof typeof CaseStep;

export const OriginKind = vocabulary(
  'CaseOriginKind',
  '案件来源. The kinds of sources that a case can begin with.',
  {
    SPOT_CHECK: '监督抽查不合格. A sample that failed a spot check.',
    TIP: '举报查实. A tip that was found true.',
    INSPECTION: '监督检查. An inspection.',
    HAZARD: '事故隐患. A hazard.',
    TRANSFER: '其他机关移送. Passed on by another organ.',
    OTHER: '其他. Anything else.',
  },
);
export type OriginKind = keyof typeof OriginKind;

export const PartyKind = vocabulary(
  'CasePartyKind',
  '当事人类型. The kinds of parties that a case can be about.',
  {
    ENTERPRISE: '单位. An enterprise or another organisation.',
    PERSON: '自然人. A natural person.',
  },
);
export type PartyKind = keyof typeof PartyKind;

export const ClockStopReason = vocabulary(
  'ClockStopReason',
  '不计入办案期限的事由. The grounds on which time does not count towards the limit of a case.',
  {
    HEARING: '听证. A hearing.',
    ANNOUNCEMENT: '公告. A public announcement.',
    INSPECTION: '检验. An inspection by experts.',
    TESTING: '检测. A test.',
    APPRAISAL: '鉴定. An appraisal.',
    QUARANTINE: '检疫. A quarantine inspection.',
    IDENTIFICATION: '权利人辨认或者鉴别. The holder of a right identifies the goods.',
    REFUND: '责令退还多收价款. What was overcharged is to be paid back.',
    SUSPENSION: '中止. The case is suspended.',
  },
);
export type ClockStopReason = keyof typeof ClockStopReason;

export const LegalReviewGround = vocabulary(
  'LegalReviewGround',
  '法制审核情形（行政处罚法第五十八条）. The reasons why a legal review is required.',
  {
    PUBLIC_INTEREST: '涉及重大公共利益. A great public interest is at stake.',
    HEARING: '直接关系当事人或第三人重大权益，经过听证程序. A hearing was held.',
    COMPLEX: '案件情况疑难复杂、涉及多个法律关系. The case is complex.',
    BY_LAW: '法律、法规规定的其他情形. Another law or regulation requires the review.',
  },
);
export type LegalReviewGround = keyof typeof LegalReviewGround;

export const CaseProcedure = vocabulary(
  'CaseProcedure',
  '处罚程序. The procedures by which a penalty is decided.',
  {
    ORDINARY: '普通程序. The ordinary procedure.',
    SUMMARY: '简易程序. On the spot, by the summary procedure.',
  },
);
export type CaseProcedure = keyof typeof CaseProcedure;
