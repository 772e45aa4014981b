import { defineRules } from '../kernel';

const OPERATORS = '《特种设备作业人员考核规则》(TSG Z6001-2019)';
const ORDER_30 = '《特种作业人员安全技术培训考核管理规定》（国家安全监管总局令第30号，2010-07-01 起施行）';
const ORDER_19 =
  '《特种作业人员安全技术培训考核管理规定》（应急管理部令第19号，2026-06-01 起施行，替代令第30号）';
const TRAINING = '《安全生产培训管理办法》（安全监管总局令第44号，2012-03-01 起施行）';
const ORDER_3 = '《生产经营单位安全培训规定》（国家安全监管总局令第3号）';
const PLAN = '安全生产治本攻坚三年行动方案（2024—2026年）';
const UNSEEN = '条文未见，据一般了解';

const CERTIFICATES = {
  periods: {
    'training.SPECIAL_EQUIPMENT_OPERATOR.term':
      '特种设备作业人员证：有效期. Special equipment operators: how long a certificate is valid.',
    'training.SPECIAL_OPERATION.term':
      '特种作业操作证：有效期. Special operations: how long a certificate is valid.',
    'training.SPECIAL_OPERATION.review':
      '特种作业操作证：复审周期. Special operations: how often a certificate is reviewed.',
    'training.SAFETY_MANAGEMENT.term':
      '安全生产知识和管理能力考核合格证：有效期. Safety management: how long a certificate is valid.',
  },
  numbers: {
    'training.SPECIAL_EQUIPMENT_OPERATOR.renewal-lead':
      '特种设备作业人员证：届满前申请复审或换证的提前期. Special equipment operators: how long before its end a renewal is asked for.',
    'training.SPECIAL_OPERATION.renewal-lead':
      '特种作业操作证：届满前申请复审或换证的提前期. Special operations: how long before its end a renewal is asked for.',
    'training.SAFETY_MANAGEMENT.renewal-lead':
      '安全生产知识和管理能力考核合格证：届满前申请复审或换证的提前期. Safety management: how long before its end a renewal is asked for.',
  },
};

/** How long certificates are good for, and when their renewal must be asked for. Terms by the day of issue, leads by the day of expiry. */
export const certificateNumbers = defineRules(CERTIFICATES, [
  {
    id: 'training.SPECIAL_EQUIPMENT_OPERATOR.term',
    from: '2011-07-01',
    to: null,
    value: 4,
    unit: 'years',
    source: `${OPERATORS}：证书有效期4年`,
    verified: true,
  },
  {
    id: 'training.SPECIAL_EQUIPMENT_OPERATOR.renewal-lead',
    from: '2011-07-01',
    to: '2019-05-31',
    value: 3,
    unit: 'months',
    source: `TSG Z6001-2013：有效期届满前3个月提出复审，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_EQUIPMENT_OPERATOR.renewal-lead',
    from: '2019-06-01',
    to: null,
    value: 1,
    unit: 'months',
    source: `${OPERATORS}：有效期届满1个月以前提出复审申请`,
    verified: true,
  },
  {
    id: 'training.SPECIAL_OPERATION.term',
    from: '2010-07-01',
    to: '2026-05-31',
    value: 6,
    unit: 'years',
    source: `${ORDER_30}：特种作业操作证有效期6年，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.term',
    from: '2026-06-01',
    to: null,
    value: 6,
    unit: 'years',
    source: `${ORDER_19}：有效期6年，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.review',
    from: '2010-07-01',
    to: '2026-05-31',
    value: 3,
    unit: 'years',
    source: `${ORDER_30}：每3年复审1次，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.review',
    from: '2026-06-01',
    to: null,
    value: 3,
    unit: 'years',
    source: `${ORDER_19}：每3年复审1次，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.renewal-lead',
    from: '2010-07-01',
    to: '2026-05-31',
    value: 60,
    unit: 'days',
    source: `${ORDER_30}：期满前60日内提出复审或换证，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.renewal-lead',
    from: '2026-06-01',
    to: null,
    value: 60,
    unit: 'days',
    source: `${ORDER_19}：提前期沿用令第30号的60日，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SAFETY_MANAGEMENT.term',
    from: '2006-03-01',
    to: null,
    value: 3,
    unit: 'years',
    source: `${TRAINING}：安全生产知识和管理能力考核合格证，有效期3年，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SAFETY_MANAGEMENT.renewal-lead',
    from: '2006-03-01',
    to: null,
    value: 30,
    unit: 'days',
    source: `${TRAINING}：有效期届满30日前申请延期，${UNSEEN}`,
    verified: false,
  },
]);

const DUTIES = {
  periods: {
    'training.NEW_ENTERPRISE.due':
      '新成立企业主要负责人培训的期限. Within how long the principal of a new enterprise is trained.',
    'training.NEW_PRINCIPAL.due': '新任主要负责人考核合格的期限. Within how long a new principal has passed.',
    'training.NEW_EMPLOYEE.due': '新上岗人员培训的期限. Within how long a new employee is trained.',
  },
  numbers: {
    'training.YEARLY.period': '每年一次的培训、演练：周期. Training and drills once a year: the period.',
    'training.HALF_YEARLY.period': '每半年一次的演练：周期. Drills once in half a year: the period.',
    'training.MONTHLY.period': '每月一次的培训、警示：周期. Training and warnings once a month: the period.',
    'training.TERM.period': '学校每学期一次的演练：周期. Drills once a school term: the period.',
  },
};

/** By when somebody must be trained, by the day of what gave rise to it; how often, by the same. */
export const dutyNumbers = defineRules(DUTIES, [
  {
    id: 'training.NEW_ENTERPRISE.due',
    from: '2000-01-01',
    to: null,
    value: 6,
    unit: 'months',
    source: `${PLAN}：新成立企业及时培训；期限${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.NEW_PRINCIPAL.due',
    from: '2000-01-01',
    to: null,
    value: 6,
    unit: 'months',
    source: `${PLAN}：新上任主要负责人及时培训；${ORDER_3}：自任职之日起6个月内考核合格，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.NEW_EMPLOYEE.due',
    from: '2000-01-01',
    to: null,
    value: 1,
    unit: 'months',
    source: `${PLAN}：新上岗人员及时培训；期限${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.YEARLY.period',
    from: '2000-01-01',
    to: null,
    value: 12,
    unit: 'months',
    source: `${PLAN}：每年至少组织开展一次（疏散逃生演练、主要负责人培训）`,
    verified: true,
  },
  {
    id: 'training.HALF_YEARLY.period',
    from: '2000-01-01',
    to: null,
    value: 6,
    unit: 'months',
    source: `${PLAN}：高危行业领域每半年至少组织开展一次疏散逃生演练`,
    verified: true,
  },
  {
    id: 'training.MONTHLY.period',
    from: '2000-01-01',
    to: null,
    value: 1,
    unit: 'months',
    source: '许昌市建安区安委办《安全生产治本攻坚三年行动 2024 年度工作提醒函》62：一月一培训、一月一警示',
    verified: true,
  },
  {
    id: 'training.TERM.period',
    from: '2000-01-01',
    to: null,
    value: 6,
    unit: 'months',
    source: `学校每学期一次；学期自2月、8月起算，${UNSEEN}`,
    verified: false,
  },
]);

const TARGETS = {
  periods: {},
  numbers: {
    'training.coverage.target': '主要负责人教育培训的覆盖率. The share of principals who are to be trained.',
  },
};

/** What the plan wants to be reached. */
export const targets = defineRules(TARGETS, [
  {
    id: 'training.coverage.target',
    from: '2024-01-01',
    to: null,
    value: 100,
    unit: 'percent',
    source: `${PLAN}：主要负责人等教育培训全覆盖`,
    verified: true,
  },
]);

/** The last days of the plan for what is done once: by when every training body was to be reviewed, by when every department was to have its experts. */
export const BODY_REVIEW_DEADLINE = '2024-06-30';
export const EXPERT_POOL_DEADLINE = '2024-12-31';
