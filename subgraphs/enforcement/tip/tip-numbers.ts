import { defineRules } from '../../kernel';

const COMPLAINTS = '《市场监督管理投诉举报处理暂行办法》（2022 修正），已有 2026 年新文本，待核';
const REWARD = '举报奖励上限，条文未见，据一般了解';
const row = { to: null, verified: false } as const;

/** 举报: days and rewards. None of their texts was seen in force, so an operator may replace each. */
export const tipNumbers = defineRules([
  {
    id: 'enforcement.tip.accept',
    from: '2020-01-01',
    value: 7,
    unit: 'working days',
    source: COMPLAINTS,
    ...row,
  },
  {
    id: 'enforcement.tip.check',
    from: '2020-01-01',
    value: 15,
    unit: 'working days',
    source: COMPLAINTS,
    ...row,
  },
  {
    id: 'enforcement.tip.check-extension',
    from: '2020-01-01',
    value: 15,
    unit: 'working days',
    source: COMPLAINTS,
    ...row,
  },
  {
    id: 'enforcement.tip.tell',
    from: '2020-01-01',
    value: 5,
    unit: 'working days',
    source: COMPLAINTS,
    ...row,
  },
  {
    id: 'enforcement.tip.reward.safety',
    from: '2018-01-01',
    value: 300_000,
    unit: 'yuan',
    source: REWARD,
    ...row,
  },
  {
    id: 'enforcement.tip.reward.market',
    from: '2021-12-01',
    value: 1_000_000,
    unit: 'yuan',
    source: REWARD,
    ...row,
  },
]);
