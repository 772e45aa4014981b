import { defineRules } from '../../kernel';

const OWN = '本系统自定的默认权重，文件只要求按季度排名；罚款数额不计分';
const NO_COUNTS =
  '《关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）：不得以检查频次考核，条文未见，据一般了解';
const row = { from: '2024-01-01', to: null, unit: 'points', source: OWN, verified: false } as const;

const NAMES = {
  periods: {},
  numbers: {
    'enforcement.ranking.on-time': '执法排名：按期整改的权重. The weight of correction in time.',
    'enforcement.ranking.follow-up': '执法排名：回头看的权重. The weight of follow-up.',
    'enforcement.ranking.intensity': '执法排名：执法力度的权重. The weight of cases by inspection.',
    'enforcement.ranking.activity': '执法排名：执法活跃度的权重. The weight of activity.',
    'enforcement.ranking.zero-penalty': '执法排名：零处罚的扣分. The deduction for no penalty at all.',
  },
};

/** What each part of the ranking weighs: no document says, so an operator may replace each. Together they make 100, less the deduction; the number of inspections counts for nothing. */
export const rankingNumbers = defineRules(NAMES, [
  { id: 'enforcement.ranking.on-time', value: 50, ...row },
  { id: 'enforcement.ranking.follow-up', value: 30, ...row },
  { id: 'enforcement.ranking.intensity', value: 20, ...row },
  { id: 'enforcement.ranking.activity', value: 0, ...row, source: NO_COUNTS },
  { id: 'enforcement.ranking.zero-penalty', value: 20, ...row },
]);
