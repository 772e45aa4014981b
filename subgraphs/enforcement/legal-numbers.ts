import { defineRules, type LegalUnit } from '../kernel';

const PENALTY_LAW = '《行政处罚法》（2021-07-15 起施行）';
const PROCEDURE = '《市场监督管理行政处罚程序规定》（总局令第2号，经第42、61号修改），条文未见，据一般了解';
const TRANSFER = '《行政执法机关移送涉嫌犯罪案件的规定》（2020-08-07 修订）';
const ORDER_45 = '《市场监督管理行政处罚信息公示规定》（总局令第45号，2021-09-01 起施行）';
const REPAIR = '信用修复管理规定（2025-12-25 起施行），分级及期限条文未见，据一般了解';
const UNSEEN = '条文未见，据一般了解';

type Row = readonly [
  id: string,
  from: string,
  value: number,
  unit: LegalUnit,
  source: string,
  verified?: boolean,
  to?: string | null,
];

/** Verified unless a row says false; in force unless it says until when. */
const rows = [
  ['enforcement.limitation', '2021-07-15', 2, 'years', `${PENALTY_LAW}第三十六条`],
  [
    'enforcement.limitation.grave',
    '2021-07-15',
    5,
    'years',
    `${PENALTY_LAW}第三十六条：涉及公民生命健康安全、金融安全且有危害后果的`,
  ],
  ['enforcement.summary-fine.PERSON', '2021-07-15', 200, 'yuan', `${PENALTY_LAW}第五十一条`],
  ['enforcement.summary-fine.ENTERPRISE', '2021-07-15', 3000, 'yuan', `${PENALTY_LAW}第五十一条`],
  ['enforcement.investigators', '2021-07-15', 2, 'people', `${PENALTY_LAW}第四十二条：执法人员不得少于两人`],
  ['enforcement.filing', '2019-04-01', 15, 'working days', PROCEDURE, false],
  ['enforcement.filing-extension', '2019-04-01', 15, 'working days', PROCEDURE, false],
  ['enforcement.decision', '2021-07-15', 90, 'days', `${PENALTY_LAW}第六十条`],
  ['enforcement.decision-extension', '2019-04-01', 30, 'days', PROCEDURE, false],
  ['enforcement.statement', '2019-04-01', 5, 'working days', `${PROCEDURE}：陈述、申辩`, false],
  ['enforcement.hearing-request', '2021-07-15', 5, 'working days', `${PENALTY_LAW}第六十四条`],
  ['enforcement.hearing-notice', '2021-07-15', 7, 'working days', `${PENALTY_LAW}第六十四条`],
  ['enforcement.delivery', '2021-07-15', 7, 'working days', `${PENALTY_LAW}第六十一条`],
  ['enforcement.payment', '2021-07-15', 15, 'days', `${PENALTY_LAW}第六十七条`],
  ['enforcement.transfer.approve', '2020-08-07', 3, 'days', `${TRANSFER}第五条`],
  ['enforcement.transfer.hand-over', '2020-08-07', 24, 'hours', `${TRANSFER}第五条`],
  ['enforcement.transfer.police-answer', '2020-08-07', 3, 'days', `${TRANSFER}第八条`],
  ['enforcement.transfer.reconsider', '2020-08-07', 3, 'days', `${TRANSFER}第九条`],
  ['enforcement.transfer.reconsider-answer', '2020-08-07', 3, 'days', `${TRANSFER}第九条`],
  ['enforcement.transfer.evidence', '2020-08-07', 3, 'days', `${TRANSFER}第十二条`],
  ['enforcement.publish.same-province', '2021-09-01', 20, 'working days', `${ORDER_45}第九条`],
  ['enforcement.publish.push', '2021-09-01', 10, 'working days', `${ORDER_45}第十条`],
  ['enforcement.publish.receive', '2021-09-01', 10, 'working days', `${ORDER_45}第十条`],
  ['enforcement.publish.work-safety', '2021-09-01', 7, 'working days', '《安全生产法》（2021）第七十八条'],
  ['enforcement.publish.other', '2019-05-15', 20, 'working days', '《政府信息公开条例》（2019）第二十六条'],
  ['enforcement.withdraw', '2021-07-15', 3, 'working days', `${PENALTY_LAW}第四十八条；${ORDER_45}第十一条`],
  [
    'enforcement.public.LOWER',
    '2021-09-01',
    3,
    'months',
    `${ORDER_45}第十三条：通报批评或较低数额罚款`,
    true,
    '2025-12-24',
  ],
  ['enforcement.public.HIGHER', '2021-09-01', 3, 'years', `${ORDER_45}第十三条`, true, '2025-12-24'],
  ['enforcement.public.LOWER', '2025-12-25', 1, 'years', `${REPAIR}：一般 3 个月至 1 年`, false],
  ['enforcement.public.HIGHER', '2025-12-25', 3, 'years', `${REPAIR}：严重 1 年至 3 年`, false],
  ['enforcement.public-least.LOWER', '2025-12-25', 3, 'months', `${REPAIR}：一般最短公示期`, false],
  ['enforcement.public-least.HIGHER', '2025-12-25', 1, 'years', `${REPAIR}：严重最短公示期`, false],
  [
    'enforcement.lower-fine.PERSON',
    '2021-09-01',
    5000,
    'yuan',
    `${ORDER_45}第十三条：较低数额由省定，此为默认值，${UNSEEN}`,
    false,
  ],
  [
    'enforcement.lower-fine.ENTERPRISE',
    '2021-09-01',
    50000,
    'yuan',
    `${ORDER_45}第十三条：较低数额由省定，此为默认值，${UNSEEN}`,
    false,
  ],
] as const satisfies readonly Row[];

export type LegalNumber = (typeof rows)[number][0];

/** Decided since the repair rule of 2025-12-25, a penalty follows its classes; before, 令45号: the day of the decision chooses. */
export const legalNumbers = defineRules<LegalNumber>(
  rows.map(([id, from, value, unit, source, verified = true, to = null]: Row) => ({
    id: id as LegalNumber,
    from,
    to,
    value,
    unit,
    source,
    verified,
  })),
);
