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
    DISMISSED: '不予受理或查无实据. Not accepted, or found not to be true.',
    REWARDED: '已奖励. Found true, and rewarded.',
  },
);
export type TipStatus = keyof typeof TipStatus;

export const TipStep = vocabulary('TipStep', '举报办理步骤. A step in the handling of a tip.', {
  RECEIVE: '收到. It was received.',
  ACCEPT: '受理. It was accepted.',
  EXTEND: '延长核查期限. The period for checking was extended.',
  VERIFY: '查实. It was found true.',
  DISMISS: '不予受理或查无实据. It was dismissed.',
  TELL: '答复举报人. The answer for the reporter was given.',
  REWARD: '奖励. A reward was granted.',
});
export type TipStep = keyof typeof TipStep;
