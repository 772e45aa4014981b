import { defineRules } from '../kernel';

const ORDER_18 = '《产品质量监督抽查管理暂行办法》（市场监管总局令第18号，2020-01-01 起施行）';
const UNSEEN = '数值未见于条文，据一般了解，由使用单位核定';

/** The days of sampling, of tracing and the ratios of certification supervision. */
export const legalNumbers = defineRules([
  {
    id: 'quality.spot-check.objection',
    from: '2018-12-29',
    to: null,
    value: 15,
    unit: 'days',
    source: '《产品质量法》（2018 修正）第十五条：自收到检验结果之日起十五日内申请复检',
    verified: true,
  },
  {
    id: 'quality.spot-check.correction',
    from: '2020-01-01',
    to: null,
    value: 60,
    unit: 'days',
    source: `${ORDER_18}第四十六条：自责令之日起六十日内改正`,
    verified: true,
  },
  {
    id: 'quality.spot-check.reinspection',
    from: '2020-01-01',
    to: null,
    value: 75,
    unit: 'days',
    source: `${ORDER_18}第四十七条：自责令之日起七十五日内复查`,
    verified: true,
  },
  {
    id: 'quality.spot-check.announced-from',
    from: '2020-01-01',
    to: null,
    value: 60,
    unit: 'days',
    source: `${ORDER_18}第四十八条：公告之日起六十日后复查`,
    verified: true,
  },
  {
    id: 'quality.spot-check.announced-until',
    from: '2020-01-01',
    to: null,
    value: 90,
    unit: 'days',
    source: `${ORDER_18}第四十八条：公告之日起九十日前复查`,
    verified: true,
  },
  {
    id: 'quality.trace.answer',
    from: '2020-01-01',
    to: null,
    value: 15,
    unit: 'working days',
    source: `${ORDER_18}第四十四条通报生产者所在地；协查答复期限 15 个工作日，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'quality.ccc.validity-ratio',
    from: '2024-01-01',
    to: null,
    value: 1,
    unit: 'percent',
    source: `CCC 认证有效性抽查比例，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'quality.ccc.validity-ratio-high-concern',
    from: '2024-01-01',
    to: null,
    value: 3,
    unit: 'percent',
    source: `对消费者安全影响大、关注度高、反映强烈的产品提高抽查比例，${UNSEEN}`,
    verified: false,
  },
  {
    id: 'quality.ccc.body-coverage',
    from: '2024-01-01',
    to: null,
    value: 100,
    unit: 'percent',
    source: '市场监管部门安全生产治本攻坚方案第 16 条：对 CCC 认证指定认证机构开展年度全覆盖监督检查',
    verified: true,
  },
]);
