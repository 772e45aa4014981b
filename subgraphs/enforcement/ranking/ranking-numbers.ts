import { defineRules } from '../../kernel';

const OWN = '本系统自定的默认权重，文件只要求按季度排名；罚款数额不计分（行政处罚法第七十四条）';
const row = { from: '2024-01-01', to: null, unit: 'points', source: OWN, verified: false } as const;

/** What each part of the ranking weighs: no document says, so an operator may replace each. Together they make 100, less the deduction. */
export const rankingNumbers = defineRules([
  { id: 'enforcement.ranking.on-time', value: 40, ...row },
  { id: 'enforcement.ranking.follow-up', value: 30, ...row },
  { id: 'enforcement.ranking.intensity', value: 20, ...row },
  { id: 'enforcement.ranking.activity', value: 10, ...row },
  { id: 'enforcement.ranking.zero-penalty', value: 20, ...row },
]);
