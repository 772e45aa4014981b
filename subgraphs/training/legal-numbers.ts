import { defineRules } from '../kernel';

const OPERATORS = '《特种设备作业人员考核规则》(TSG Z6001-2019)';
const ORDER_30 = '《特种作业人员安全技术培训考核管理规定》（国家安全监管总局令第30号，2010-07-01 起施行）';
const ORDER_3 = '《生产经营单位安全培训规定》（国家安全监管总局令第3号）';
const PLAN = '安全生产治本攻坚三年行动方案（2024—2026年）';
const UNSEEN = '条文未见，据一般了解';

/** How long certificates are good for, and when their renewal must be asked for. Terms by the day of issue, leads by the day of expiry. */
export const certificateNumbers = defineRules([
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
    to: null,
    value: 6,
    unit: 'years',
    source: `${ORDER_30}：特种作业操作证有效期6年，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.review',
    from: '2010-07-01',
    to: null,
    value: 3,
    unit: 'years',
    source: `${ORDER_30}：每3年复审1次，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SPECIAL_OPERATION.renewal-lead',
    from: '2010-07-01',
    to: null,
    value: 2,
    unit: 'months',
    source: `${ORDER_30}：期满前60日内提出复审或换证，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SAFETY_MANAGEMENT.term',
    from: '2006-03-01',
    to: null,
    value: 3,
    unit: 'years',
    source: `${ORDER_3}：安全生产知识和管理能力考核合格证，有效期3年，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'training.SAFETY_MANAGEMENT.renewal-lead',
    from: '2006-03-01',
    to: null,
    value: 1,
    unit: 'months',
    source: UNSEEN,
    verified: false,
  },
]);

/** By when somebody must be trained, by the day of what gave rise to it; how often, by the same. */
export const dutyNumbers = defineRules([
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
    source: '一月一培训、一月一警示（区级实施方案）',
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

/** What the plan wants to be reached. */
export const targets = defineRules([
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
