import { vocabulary } from '../../kernel';

export const TipCategory = vocabulary(
  'TipCategory',
  '举报类别. What a tip is about; it says which kind of department handles it.',
  {
    MARKET:
      '产品质量、特种设备、无照经营等，由市场监管部门处理. Products, special equipment, trade: for market supervision.',
    SAFETY: '安全生产，由应急管理部门处理. Work safety: for emergency management.',
    FIRE: '消防安全，由消防救援机构处理. Fire safety: for fire and rescue.',
  },
);
export type TipCategory = keyof typeof TipCategory;

export const TipStatus = vocabulary(
  'TipStatus',
  '举报办理状态. The states of a tip, from receipt to answer.',
  {
    RECEIVED: '已收到. Received.',
    ACCEPTED: '已受理. Accepted; its facts are being checked.',
    VERIFIED: '已查实. Found true.',
    DISMISSED:
      '查无实据；2026 年 11 月以前的也可能是不予受理. Found not to be true; before December 2026 perhaps not accepted.',
    NOT_ACCEPTED: '不予受理. Not accepted, on a ground that the reporter was told.',
    TRANSFERRING:
      '移送中，接收部门接收之前仍由首办部门负责. Offered to another department: until that takes it in, the first one answers for it.',
    TRANSFERRED: '已移送本系统外的部门. Handed over to a department that handles no tips here.',
    REWARDED: '已奖励. Found true, and rewarded.',
  },
);
export type TipStatus = keyof typeof TipStatus;

export const TipStep = vocabulary('TipStep', '举报办理步骤. A step in the handling of a tip.', {
  RECEIVE: '收到. It was received.',
  ACCEPT: '受理. It was accepted.',
  EXTEND: '延长核查期限. The period for checking was extended.',
  VERIFY: '查实. It was found true.',
  DISMISS: '查无实据. It was found not to be true.',
  DECLINE: '不予受理. It was not accepted.',
  TRANSFER: '移送. It was offered to another department.',
  TAKE_IN: '接收移送. The other department took it in.',
  RETURN: '退回移送. The other department returned it.',
  RECALL: '撤回移送. The offer was taken back.',
  TELL: '答复举报人. The answer for the reporter was given.',
  REWARD: '奖励. A reward was granted.',
});
export type TipStep = keyof typeof TipStep;

export const TipRefusalGround = vocabulary(
  'TipRefusalGround',
  '不予受理的理由. The grounds on which a tip is not accepted; that another department is competent is none: it is passed on.',
  {
    NO_LEAD: '没有明确的被举报人或者具体违法线索. It names nobody, or no facts that could be checked.',
    DEALT_WITH: '同一事项已经处理，没有新的线索. The same matter was dealt with, and nothing new is said.',
    IN_PROCEEDINGS:
      '同一事项已由复议、诉讼、仲裁等程序处理. The same matter is before a court, a tribunal or a review.',
    NO_BREACH: '所述不属于违反法律、法规、规章的行为. What it tells breaks no law.',
    OTHER_BY_LAW: '法律、法规、规章规定的其他情形. Another case that a law or order names.',
  },
);
export type TipRefusalGround = keyof typeof TipRefusalGround;

export const TipTransferStatus = vocabulary(
  'TipTransferStatus',
  '举报移送状态. The states of the transfer of a tip.',
  {
    OFFERED: '待接收，首办部门负责. Offered; the first department answers for the tip.',
    TAKEN_IN: '已接收. Taken in; the other department answers for it.',
    RETURNED: '已退回，首办部门负责. Returned; the first department answers for it.',
    WITHDRAWN: '已撤回. Taken back by whoever had offered it.',
  },
);
export type TipTransferStatus = keyof typeof TipTransferStatus;

export const RecusalGround = vocabulary(
  'RecusalGround',
  '回避理由. The grounds on which an officer keeps away from a tip.',
  {
    CONCERNED: '举报涉及本人. The tip is about the officer.',
    RELATIVE: '与被举报人有近亲属关系. The officer is a close relative of whom it is about.',
    INTEREST: '与举报事项有直接利害关系. The officer has a direct interest in the matter.',
    OTHER: '有其他关系，可能影响公正. Another relation that may stand in the way of fairness.',
  },
);
export type RecusalGround = keyof typeof RecusalGround;

export const RecusalStatus = vocabulary(
  'RecusalStatus',
  '回避状态. The states of a recusal, from the asking to the end.',
  {
    ASKED: '已提出，待负责人决定；决定前不得接触. Asked; until the head decides, the officer keeps away.',
    GRANTED: '决定回避. The officer keeps away.',
    REFUSED: '驳回或者解除. The officer need not keep away, or not any more.',
  },
);
export type RecusalStatus = keyof typeof RecusalStatus;
