import { defineRules } from '../../kernel';

const COMPLAINTS = '《市场监督管理投诉举报处理暂行办法》（2022 修正），已有 2026 年新文本，待核';
const FIRE_CHECKS = '《消防监督检查规定》（公安部令第107号，经第120号修改），据金坛时报 2021-01-18 所引条文';
const REWARD = '举报奖励上限，条文未见，据一般了解';
const row = { to: null, verified: false } as const;

const NAMES = {
  periods: {
    'enforcement.tip.accept': '举报：决定是否受理的期限. Within how long a tip is accepted or refused.',
    'enforcement.tip.check': '举报：核查的期限. Within how long a tip is looked into.',
    'enforcement.tip.check-extension': '举报：核查可延长的期限. By how much that may be extended.',
    'enforcement.tip.tell': '举报：告知处理结果的期限. Within how long of the decision the tipster is told.',
  },
  numbers: {
    'enforcement.tip.check-escape':
      '举报：占用、堵塞、封闭疏散通道、安全出口或者擅自停用消防设施的核查时限. Within how long a tip about a blocked way out or a fire installation that is turned off is looked into.',
    'enforcement.tip.reward.safety':
      '安全生产举报奖励的上限. The most that a tip about safety is rewarded with.',
    'enforcement.tip.reward.market':
      '市场监管举报奖励的上限. The most that a tip about the market is rewarded with.',
  },
};

/**
 * 举报: days and rewards, by the department that handles it. None of their texts was seen in force, so they wait for an
 * operator who has. Of emergency management no days are known, and of fire and rescue only those of checking.
 */
export const tipNumbers = defineRules(NAMES, [
  {
    id: 'enforcement.tip.accept',
    from: '2020-01-01',
    value: 7,
    unit: 'working days',
    source: `${COMPLAINTS}，第十四条对投诉的规定，举报参照`,
    department: 'MARKET_SUPERVISION',
    ...row,
  },
  {
    id: 'enforcement.tip.check',
    from: '2020-01-01',
    value: 15,
    unit: 'working days',
    source: `${COMPLAINTS}，第三十一条第一款`,
    department: 'MARKET_SUPERVISION',
    ...row,
  },
  {
    id: 'enforcement.tip.check',
    from: '2009-05-01',
    value: 3,
    unit: 'working days',
    source: `${FIRE_CHECKS}：其他消防安全违法行为，三个工作日内核查`,
    department: 'FIRE_RESCUE',
    ...row,
  },
  {
    id: 'enforcement.tip.check-escape',
    from: '2009-05-01',
    value: 24,
    unit: 'hours',
    source: `${FIRE_CHECKS}：妨碍安全疏散、擅自停用消防设施的，二十四小时内核查`,
    department: 'FIRE_RESCUE',
    ...row,
  },
  {
    id: 'enforcement.tip.check-extension',
    from: '2020-01-01',
    value: 15,
    unit: 'working days',
    source: `${COMPLAINTS}，第三十一条第一款`,
    department: 'MARKET_SUPERVISION',
    ...row,
  },
  {
    id: 'enforcement.tip.tell',
    from: '2020-01-01',
    value: 5,
    unit: 'working days',
    source: `${COMPLAINTS}，第三十一条第二款`,
    department: 'MARKET_SUPERVISION',
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
