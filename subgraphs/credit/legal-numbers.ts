import { defineRules } from '../kernel';

const ORDER_44 = '《市场监督管理严重违法失信名单管理办法》（市场监管总局令第44号，2021-09-01 起施行）';
const ORDER_11 = '《安全生产严重失信主体名单管理办法》（应急管理部令第11号，2023-10-01 起施行）';
const UNSEEN = '条文未见，据一般了解';

/** A revision of 令44号 was out for comment in 2025-10; its final text was not found, so the numbers of 2021 have no end yet. */
export const legalNumbers = defineRules([
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
    source: `${ORDER_44}、${ORDER_11}：移出决定作出后三个工作日内停止公示，${UNSEEN}`,
    verified: false,
  },
]);
