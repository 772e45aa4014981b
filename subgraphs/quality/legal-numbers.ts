import { defineRules } from '../kernel';

const ORDER_18 = '《产品质量监督抽查管理暂行办法》（市场监管总局令第18号，2020-01-01 起施行）';
const UNSEEN = '数值未见于条文，据一般了解，由使用单位核定';

const NAMES = {
  periods: {
    'quality.spot-check.objection':
      '监督抽查：收到检验结果后申请复检的期限. Spot checks: within how long of the result a re-test may be asked for.',
    'quality.spot-check.correction':
      '监督抽查：责令后改正的期限. Spot checks: within how long of the order it is corrected.',
    'quality.spot-check.reinspection':
      '监督抽查：责令后复查的期限. Spot checks: within how long of the order it is inspected again.',
    'quality.spot-check.announced-from':
      '监督抽查：公告后最早复查的日数. Spot checks: the first day after an announcement on which it is inspected again.',
    'quality.spot-check.announced-until':
      '监督抽查：公告后最迟复查的日数. Spot checks: the last day after an announcement on which it is inspected again.',
    'quality.trace.answer': '协查答复的期限. Within how long a request to trace is answered.',
    'quality.ccc.certificate-order':
      '责令暂停、撤销认证证书后认证机构答复的期限. Within how long a certification body answers an order to suspend or revoke.',
  },
  numbers: {
    'quality.ccc.validity-ratio':
      'CCC 认证有效性抽查的比例. The share of CCC certificates whose validity is checked.',
    'quality.ccc.validity-ratio-high-concern':
      '高关注产品 CCC 认证有效性抽查的比例. The share that is checked for products of high concern.',
    'quality.ccc.body-coverage':
      'CCC 指定认证机构年度监督检查的覆盖率. The share of designated bodies that is inspected in a year.',
  },
};

/** The days of sampling, of tracing and the ratios of certification supervision. */
export const legalNumbers = defineRules(NAMES, [
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
    id: 'quality.ccc.certificate-order',
    from: '2024-01-01',
    to: null,
    value: 15,
    unit: 'working days',
    source: `责令认证机构暂停、撤销认证证书后的答复期限 15 个工作日，${UNSEEN}`,
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
