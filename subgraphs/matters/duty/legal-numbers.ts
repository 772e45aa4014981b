import { defineRules } from '../../kernel';

const LETTER = '许昌市建安区安委办《安全生产治本攻坚三年行动 2024 年度工作提醒函》';

const NAMES = {
  periods: {},
  numbers: {
    'matters.duty.BRIEFING': '分管领导听取汇报：周期. Briefings of the leader in charge: the period.',
    'matters.duty.CONSULTATION':
      '主管部门会商研判：周期. Consultations of the department in charge: the period.',
    'matters.duty.MEETING': '成员单位安全生产工作会议：周期. Safety meetings of the members: the period.',
  },
};

/** How many months a period has in which a duty is done once at least. Documents of a district and a town: each binds where it was issued. */
export const dutyPeriods = defineRules(NAMES, [
  {
    id: 'matters.duty.BRIEFING',
    from: '2024-01-01',
    to: null,
    value: 1,
    unit: 'months',
    source: `${LETTER}措施1：提请区政府分管领导每月至少听取一次`,
    verified: true,
    region: '411003',
  },
  {
    id: 'matters.duty.CONSULTATION',
    from: '2024-01-01',
    to: null,
    value: 1,
    unit: 'months',
    source: `${LETTER}措施2：行业领域主管部门每月至少组织一次`,
    verified: true,
    region: '411003',
  },
  {
    id: 'matters.duty.MEETING',
    from: '2024-01-01',
    to: null,
    value: 3,
    unit: 'months',
    source: '《低庄镇2024年安全生产工作要点》8：各成员单位每季度至少召开一次安全生产工作会议',
    verified: true,
    region: '431224102',
  },
]);
