import { defineRules } from '../../kernel';

const COMPLAINTS = '《市场监督管理投诉举报处理暂行办法》（2022 修正），已有 2026 年新文本，待核';
const REWARD = '举报奖励上限，条文未见，据一般了解';
const row = { to: null, verified: false } as const;

const NAMES = {
  periods: {
    'enforcement.tip.accept': '投诉、举报：决定是否受理的期限. Within how long a tip is accepted or refused.',
    'enforcement.tip.check': '举报：核查的期限. Within how long a tip is looked into.',
    'enforcement.tip.check-extension': '举报：核查可延长的期限. By how much that may be extended.',
    'enforcement.tip.tell': '举报：告知处理结果的期限. Within how long of the decision the tipster is told.',
  },
  numbers: {
    'enforcement.tip.reward.safety':
      '安全生产举报奖励的上限. The most that a tip about safety is rewarded with.',
    'enforcement.tip.reward.market':
      '市场监管举报奖励的上限. The most that a tip about the market is rewarded with.',
  },
};

/** 举报: days and rewards. None of their texts was seen in force, so they wait for an operator who has. */
export const tipNumbers = defineRules(NAMES, [
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
