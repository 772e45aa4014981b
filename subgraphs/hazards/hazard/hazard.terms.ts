import { vocabulary } from '../../kernel';

export const HazardGrade = vocabulary(
  'HazardGrade',
  '隐患等级. The grades of a hazard; each is a concept of its own law.',
  {
    MAJOR: '重大事故隐患（安全生产法；特种设备见 GB 45067-2024）. A major hazard of the work safety law.',
    GENERAL: '一般事故隐患. A general hazard.',
    SEVERE_EQUIPMENT:
      '严重事故隐患（市场监管总局令第57号）. A severe hazard of the special equipment rules, not the same as a major one.',
  },
);
export type HazardGrade = keyof typeof HazardGrade;

export const HazardChannel = vocabulary(
  'HazardChannel',
  '发现渠道. The ways in which a hazard comes to be known.',
  {
    SELF_REPORT: '企业自查上报. The enterprise reported it itself.',
    INSPECTION: '督导检查发现. An inspection found it.',
    TIP_VERIFIED: '群众举报查实. A tip from the public that proves true.',
  },
);
export type HazardChannel = keyof typeof HazardChannel;

export const DiscoveryMode = vocabulary(
  'DiscoveryMode',
  '三查一曝光. By which of the campaign’s means it was found.',
  {
    SELF_CHECK: '企业自查. The enterprise’s own check.',
    CROSS_CHECK: '交叉互查（行业互查）. A check by peers.',
    EXPERT: '专家诊查. An expert’s check.',
    EXPOSURE: '曝光问题（警示片曝光）. A case shown in public.',
  },
);
export type DiscoveryMode = keyof typeof DiscoveryMode;

export const HazardOrigin = vocabulary(
  'HazardOrigin',
  '线索来源. The kind of record that a hazard goes back to.',
  {
    TIP: '举报投诉. A tip.',
    INSPECTION: '监督检查或检验. An inspection or a statutory test.',
    SPOT_CHECK: '监督抽查. A product spot check.',
    ASSESSMENT: '考核巡查中的明查暗访. A visit, announced or not, of those who assess the division.',
  },
);
export type HazardOrigin = keyof typeof HazardOrigin;

export const HazardStatus = vocabulary(
  'HazardStatus',
  '隐患状态. The states of a hazard, from report to closing.',
  {
    REPORTED: '已上报，待核实. Reported, not yet verified.',
    VERIFIED: '已核实入库. Verified and in the database.',
    NOTIFIED: '已通知. Principal and actual controller were notified.',
    RECTIFYING: '整改中. Being rectified under a plan.',
    SUBMITTED: '已申请验收. Rectified, waiting for review.',
    CLOSED: '已销号. Reviewed and closed.',
    REOPENED: '回头看后重新整改. Reopened after a look-back.',
    DISMISSED: '核实不属实. Verified to be none.',
  },
);
export type HazardStatus = keyof typeof HazardStatus;

export const Escalation = vocabulary(
  'Escalation',
  '督办层级. The levels of escalation of supervision, in their order.',
  {
    NONE: '未升级. Not escalated.',
    LETTER: '函告. A letter.',
    CIRCULAR: '通报. A circular.',
    INTERVIEW: '约谈. An interview.',
    EXPOSURE: '曝光. Exposure to the public.',
  },
);
export type Escalation = keyof typeof Escalation;

export const HazardCaveat = vocabulary(
  'HazardCaveat',
  '与整改率一并看的情形. What is to be read beside a rate of rectification, because it would make the rate look better than it is.',
  {
    NO_DEADLINE: '未定整改期限，不在按期率之内. No deadline was set, so that no rate counts it.',
    EXTENDED: '整改期限延长过. Its deadline was extended.',
    ENTERED_CLOSED: '入库时已销号. It was closed already when its record came in.',
    CLOSED_WITHIN_A_DAY: '发现当日或次日即销号. It was closed on the day it was found or on the next.',
    REOPENED: '回头看后重新整改. A look-back has reopened it.',
    DOWNGRADED: '入库时定为重大，后来不再是. It came in as a major one and is none any more.',
    SAME_TEXT: '隐患描述与另一条相同. Another hazard is described in the very same words.',
  },
);
export type HazardCaveat = keyof typeof HazardCaveat;

export const HazardStep = vocabulary('HazardStep', '办理步骤. The steps of the closed loop.', {
  RECORD: '报送. Submitted as a record by an agency’s own system.',
  REPORT: '上报. Reported.',
  VERIFY: '核实. Verified and put into the database.',
  DISMISS: '核实不属实. Dismissed.',
  ASSIGN: '交办. Lead and supervising departments were named.',
  NOTIFY: '通知. Principal and actual controller were notified.',
  ACKNOWLEDGE: '签收. One of them has acknowledged it.',
  PLAN: '制定整改方案（五落实）. The plan of rectification was set.',
  EXTEND: '延期. The deadline was extended.',
  ESCALATE: '升级督办. Supervision went one step further.',
  LIST: '挂牌督办. It was put under listed supervision.',
  HALT: '责令暂时停产停业或者停止使用. Production or use was stopped.',
  SUBMIT: '申请验收. Rectification was submitted for review.',
  REFUSE: '验收不通过. The review found it wanting.',
  CLOSE: '审核把关销号. The competent department has reviewed and closed it.',
  RESUME: '同意恢复. Production or use may resume.',
  LOOK_BACK: '回头看确认已整改. A look-back has confirmed the closing.',
  REOPEN: '回头看重新整改. A look-back has reopened it.',
});
export type HazardStep = keyof typeof HazardStep;

export const Recipient = vocabulary('Recipient', '被通知人. Whom a notification goes to.', {
  PRINCIPAL: '主要负责人. The principal of the enterprise.',
  ACTUAL_CONTROLLER: '实际控制人. The actual controller.',
});
export type Recipient = keyof typeof Recipient;
