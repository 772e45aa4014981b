import { defineRules } from '../kernel';

const ORDER_44 = '《市场监督管理严重违法失信名单管理办法》（市场监管总局令第44号，2021-09-01 起施行）';
const ORDER_11 = '《安全生产严重失信主体名单管理办法》（应急管理部令第11号，2023-10-01 起施行）';
const REPAIR = '《市场监督管理信用修复管理办法》（2025-12-25 起施行）';
const UNSEEN = '条文未见，据一般了解';

const NAMES = {
  periods: {
    'credit.MARKET_SERIOUS_ILLEGAL.publish':
      '市场监管严重违法失信名单：自决定至公示的期限. List of market supervision: within how long a decision is published.',
    'credit.MARKET_SERIOUS_ILLEGAL.term':
      '市场监管严重违法失信名单：列入满多久移出. List of market supervision: after how long a subject is removed.',
    'credit.MARKET_SERIOUS_ILLEGAL.earliest-removal':
      '市场监管严重违法失信名单：列入满多久方可申请提前移出. List of market supervision: after how long an early removal may be asked for.',
    'credit.WORK_SAFETY_SERIOUS.publish':
      '安全生产严重失信主体名单：自决定至公示的期限. Work safety list: within how long a decision is published.',
    'credit.WORK_SAFETY_SERIOUS.term':
      '安全生产严重失信主体名单：列入满多久移出. Work safety list: after how long a subject is removed.',
    'credit.WORK_SAFETY_SERIOUS.earliest-removal':
      '安全生产严重失信主体名单：列入满多久方可申请提前移出. Work safety list: after how long an early removal may be asked for.',
    'credit.stop-publishing': '移出后停止公示的期限. Within how long after a removal publication stops.',
    'credit.objection': '告知后陈述、申辩的期限. Within how long the subject may state its case.',
    'credit.repair.accept':
      '收到修复申请后决定是否受理的期限. Within how long an application for repair is accepted or refused.',
    'credit.repair.decide': '受理后作出修复决定的期限. Within how long of acceptance a repair is decided.',
    'credit.ban': '生产经营单位主要负责人任职限制的期限. How long a principal is barred from office.',
  },
  numbers: {
    'credit.MARKET_SERIOUS_ILLEGAL.consent':
      '市场监管严重违法失信名单：县、市级列入须经上一级同意的次数，0 为不需要. List of market supervision: how many consents from above a county or city needs; 0 is none.',
    'credit.WORK_SAFETY_SERIOUS.consent':
      '安全生产严重失信主体名单：县、市级列入须经上一级同意的次数，0 为不需要. Work safety list: how many consents from above a county or city needs; 0 is none.',
  },
};

/** A revision of 令44号 was out for comment in 2025-10; its final text was not found, so the numbers of 2021 have no end yet. */
export const legalNumbers = defineRules(NAMES, [
  {
    id: 'credit.MARKET_SERIOUS_ILLEGAL.publish',
    from: '2021-09-01',
    to: null,
    value: 20,
    unit: 'working days',
    source: `${ORDER_44}：自决定之日起公示，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'credit.MARKET_SERIOUS_ILLEGAL.term',
    from: '2021-09-01',
    to: null,
    value: 3,
    unit: 'years',
    source: `${ORDER_44}：列入满三年移出，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'credit.MARKET_SERIOUS_ILLEGAL.earliest-removal',
    from: '2021-09-01',
    to: null,
    value: 1,
    unit: 'years',
    source: `${ORDER_44}：列入满一年可申请提前移出，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'credit.WORK_SAFETY_SERIOUS.publish',
    from: '2023-10-01',
    to: null,
    value: 10,
    unit: 'working days',
    source: `${ORDER_11}：自决定之日起公示，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'credit.WORK_SAFETY_SERIOUS.term',
    from: '2023-10-01',
    to: null,
    value: 3,
    unit: 'years',
    source: `${ORDER_11}：管理期限3年（据山西省应急管理厅制度报道，2024-11）`,
    verified: true,
  },
  {
    id: 'credit.WORK_SAFETY_SERIOUS.earliest-removal',
    from: '2023-10-01',
    to: null,
    value: 12,
    unit: 'months',
    source: `${ORDER_11}：满12个月可申请提前移出（据山西省应急管理厅制度报道，2024-11）`,
    verified: true,
  },
  {
    id: 'credit.stop-publishing',
    from: '2021-09-01',
    to: null,
    value: 3,
    unit: 'working days',
    source: `${ORDER_44}第十八条：移出决定作出后停止公示，${UNSEEN}`,
    verified: false,
    department: 'MARKET_SUPERVISION',
  },
  {
    id: 'credit.stop-publishing',
    from: '2023-10-01',
    to: null,
    value: 3,
    unit: 'working days',
    source: `${ORDER_11}：移出决定作出后停止公示，${UNSEEN}`,
    verified: false,
    department: 'EMERGENCY_MANAGEMENT',
  },
  {
    id: 'credit.objection',
    from: '2021-09-01',
    to: null,
    value: 5,
    unit: 'working days',
    source: `《市场监督管理行政处罚程序规定》第五十七条：告知后陈述、申辩的期限，${UNSEEN}`,
    verified: false,
    department: 'MARKET_SUPERVISION',
  },
  {
    id: 'credit.objection',
    from: '2023-10-01',
    to: null,
    value: 5,
    unit: 'working days',
    source: `${ORDER_11}：告知后陈述、申辩的期限，${UNSEEN}`,
    verified: false,
    department: 'EMERGENCY_MANAGEMENT',
  },
  {
    id: 'credit.MARKET_SERIOUS_ILLEGAL.consent',
    from: '2021-09-01',
    to: null,
    value: 1,
    unit: 'times',
    source: `${ORDER_44}：县级、设区的市级列入须经上一级同意（据中国市场监管报 2025-10-24；修订征求意见稿拟取消）；0 为不需要`,
    verified: true,
  },
  {
    id: 'credit.WORK_SAFETY_SERIOUS.consent',
    from: '2023-10-01',
    to: null,
    value: 0,
    unit: 'times',
    source: `${ORDER_11}：谁处罚、谁决定、谁负责（据 kmsl.gov.cn 2024-12-31）；0 为不需要上一级同意`,
    verified: true,
  },
  {
    id: 'credit.repair.accept',
    from: '2021-09-01',
    to: null,
    value: 2,
    unit: 'working days',
    source: `${ORDER_44}第十七条：收到修复申请后决定是否受理，${UNSEEN}`,
    verified: false,
    department: 'MARKET_SUPERVISION',
  },
  {
    id: 'credit.repair.accept',
    from: '2023-10-01',
    to: null,
    value: 2,
    unit: 'working days',
    source: `${ORDER_11}：收到修复申请后决定是否受理，${UNSEEN}`,
    verified: false,
    department: 'EMERGENCY_MANAGEMENT',
  },
  {
    id: 'credit.repair.decide',
    from: '2021-09-01',
    to: '2025-12-24',
    value: 15,
    unit: 'working days',
    source: `${ORDER_44}第十七条：受理后作出修复决定，${UNSEEN}`,
    verified: false,
    department: 'MARKET_SUPERVISION',
  },
  {
    id: 'credit.repair.decide',
    from: '2025-12-25',
    to: null,
    value: 7,
    unit: 'working days',
    source: `${REPAIR}：七个工作日内作出决定`,
    verified: true,
    department: 'MARKET_SUPERVISION',
  },
  {
    id: 'credit.repair.decide',
    from: '2023-10-01',
    to: null,
    value: 15,
    unit: 'working days',
    source: `${ORDER_11}：受理后作出修复决定，${UNSEEN}`,
    verified: false,
    department: 'EMERGENCY_MANAGEMENT',
  },
  {
    id: 'credit.ban',
    from: '2014-12-01',
    to: null,
    value: 5,
    unit: 'years',
    source: `《安全生产法》第九十四条第三款（2014年为第九十一条）、第一百一十三条：自刑罚执行完毕或者受处分之日起，五年内不得担任任何生产经营单位的主要负责人`,
    verified: true,
  },
]);
