import { vocabulary } from '../../kernel';

export const CaseMaterialGround = vocabulary(
  'CaseMaterialGround',
  '移送情形. What has happened that material is about.',
  {
    SAMPLE_UNQUALIFIED: '抽查不合格且结果已定. A sample does not conform, and the result is final.',
    HAZARD_OVERDUE: '隐患期满未整改. A hazard was not rectified in time.',
  },
);
export type CaseMaterialGround = keyof typeof CaseMaterialGround;

export const CaseMaterialStatus = vocabulary(
  'CaseMaterialStatus',
  '材料状态. How far an office has come with material.',
  {
    SENT: '待签收. It waits to be taken in.',
    RECEIVED: '已签收，待处理. Taken in; the office has to decide.',
    RETURNED: '已退回，待转送. Given back: another office is thought competent.',
    TAKEN_UP: '已登记线索或立案. It led to a lead or a case.',
    DROPPED: '不予处理. The office has found no ground to act.',
    WITHDRAWN: '依据已消失，自行撤回. What it rested on is gone, before an office had decided.',
  },
);
export type CaseMaterialStatus = keyof typeof CaseMaterialStatus;
