import { vocabulary } from '../../kernel';

export const SupervisionMode = vocabulary(
  'SupervisionMode',
  '监督检查方式. The ways in which an inspection is made.',
  {
    DAILY: '日常检查. As a matter of routine.',
    DOUBLE_RANDOM: '双随机. Drawn at random.',
    FOUR_NOS_TWO_DIRECTS: '四不两直. Without notice, straight to the site.',
    OPEN_AND_COVERT: '明查暗访. Openly and undercover.',
    CROSS_REGIONAL: '异地交叉执法. By a department of another region.',
    INTERNET: '互联网+执法. Over the Internet.',
    JOINT: '部门联合执法. By several departments at once.',
    SPECIAL: '专项检查. Made in the course of a campaign.',
  },
);
export type SupervisionMode = keyof typeof SupervisionMode;

export const OnSiteStep = vocabulary('OnSiteStep', '五现场检查措施. The five steps on the site.', {
  CHECK: '现场查. Checked on the site.',
  EXPLAIN: '现场讲. Explained on the site.',
  ASSIGN: '现场交办. Corrections ordered on the site.',
  SIGN: '现场签字. Signed on the site.',
  ACCEPT: '现场验收. Corrections accepted on the site.',
});
export type OnSiteStep = keyof typeof OnSiteStep;
