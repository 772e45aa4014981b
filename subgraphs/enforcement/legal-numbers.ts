import { defineRules, type DepartmentKind, type LegalUnit } from '../kernel';

const PENALTY_LAW = '《行政处罚法》（2021-07-15 起施行）';
const PROCEDURE = '《市场监督管理行政处罚程序规定》（总局令第2号，经第42、61号修改）';
const ORDER_18 = '《安全生产违法行为行政处罚办法》（应急管理部令第18号，2026-02-01 起施行）';
const ORDER_15 = '《安全生产违法行为行政处罚办法》（安全监管总局令第15号，经第77号修改，至 2026-01-31）';
const TRANSFER = '《行政执法机关移送涉嫌犯罪案件的规定》（2020-08-07 修订）';
const ORDER_45 = '《市场监督管理行政处罚信息公示规定》（总局令第45号，2021-09-01 起施行）';
const REPAIR = '《市场监督管理信用修复管理办法》（2025-12-25 起施行），分级及期限条文未见，据一般了解';
const UNSEEN = '条文未见，据一般了解';

type Row = readonly [
  id: string,
  from: string,
  value: number,
  unit: LegalUnit,
  source: string,
  verified?: boolean,
  to?: string | null,
  department?: DepartmentKind,
];

/** Verified unless a row says false; in force unless it says until when; for all departments unless it names one. */
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
  [
    'enforcement.filing',
    '2019-04-01',
    15,
    'working days',
    `${PROCEDURE}第十八条，${UNSEEN}`,
    false,
    null,
    'MARKET_SUPERVISION',
  ],
  [
    'enforcement.filing-extension',
    '2019-04-01',
    15,
    'working days',
    `${PROCEDURE}第十八条，${UNSEEN}`,
    false,
    null,
    'MARKET_SUPERVISION',
  ],
  ['enforcement.decision', '2021-07-15', 90, 'days', `${PENALTY_LAW}第六十条`],
  [
    'enforcement.decision',
    '2021-07-15',
    30,
    'days',
    `${ORDER_15}，${UNSEEN}`,
    false,
    '2026-01-31',
    'EMERGENCY_MANAGEMENT',
  ],
  [
    'enforcement.decision',
    '2026-02-01',
    90,
    'days',
    `${PENALTY_LAW}第六十条；规章另有规定的从其规定，${ORDER_18}${UNSEEN}`,
    false,
    null,
    'EMERGENCY_MANAGEMENT',
  ],
  [
    'enforcement.decision',
    '2021-07-15',
    90,
    'days',
    `${PENALTY_LAW}第六十条；规章另有规定的从其规定，消防行政处罚的程序规章${UNSEEN}`,
    false,
    null,
    'FIRE_RESCUE',
  ],
  [
    'enforcement.decision-extension',
    '2019-04-01',
    30,
    'days',
    `${PROCEDURE}第六十四条，${UNSEEN}`,
    false,
    null,
    'MARKET_SUPERVISION',
  ],
  [
    'enforcement.decision-extension',
    '2021-07-15',
    60,
    'days',
    `${ORDER_15}：延长后不超过九十日，${UNSEEN}`,
    false,
    '2026-01-31',
    'EMERGENCY_MANAGEMENT',
  ],
  [
    'enforcement.statement',
    '2019-04-01',
    5,
    'working days',
    `${PROCEDURE}第五十七条：陈述、申辩，${UNSEEN}`,
    false,
    null,
    'MARKET_SUPERVISION',
  ],
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
  [
    'enforcement.material-receipt',
    '2026-01-01',
    1,
    'working days',
    '本系统暂定，待各地协作办法明确；法定期限自收到材料之日起算',
    false,
  ],
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
  ['enforcement.public.GENERAL', '2025-12-25', 1, 'years', `${REPAIR}：一般 3 个月至 1 年`, false],
  ['enforcement.public.SERIOUS', '2025-12-25', 3, 'years', `${REPAIR}：严重 1 年至 3 年`, false],
  ['enforcement.public-least.GENERAL', '2025-12-25', 3, 'months', `${REPAIR}：一般最短公示期`, false],
  ['enforcement.public-least.SERIOUS', '2025-12-25', 1, 'years', `${REPAIR}：严重最短公示期`, false],
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

const NAMES = {
  periods: {
    'enforcement.limitation': '行政处罚的追究时效. After how long an act is no longer punished.',
    'enforcement.limitation.grave':
      '涉及生命健康安全、金融安全且有危害后果的追究时效. The same where lives, health or finance were harmed.',
    'enforcement.filing': '立案的期限. Within how long a case is filed.',
    'enforcement.filing-extension': '立案可延长的期限. By how much that may be extended.',
    'enforcement.statement': '陈述、申辩的期限. Within how long the party may state its case.',
    'enforcement.hearing-request': '要求听证的期限. Within how long a hearing may be asked for.',
    'enforcement.delivery': '处罚决定书送达的期限. Within how long a decision is delivered.',
    'enforcement.payment': '缴纳罚款的期限. Within how long a fine is paid.',
    'enforcement.publish.same-province':
      '处罚信息公示的期限（本省）. Within how long a penalty is published in its province.',
    'enforcement.publish.push':
      '处罚信息推送外省的期限. Within how long a penalty is sent to another province.',
    'enforcement.publish.work-safety':
      '安全生产行政处罚公示的期限. Within how long a penalty under the work safety law is published.',
    'enforcement.publish.other': '其他处罚信息公开的期限. Within how long any other penalty is published.',
    'enforcement.material-receipt':
      '案件线索材料签收的期限. Within how long material from another department is taken in.',
    'enforcement.withdraw':
      '处罚决定被变更、撤销后撤回公示的期限. Within how long an annulled penalty is taken back.',
    'enforcement.public.LOWER':
      '通报批评、较低数额罚款的最长公示期. How long at most a lower penalty is public.',
    'enforcement.public.HIGHER': '其他处罚的最长公示期. How long at most a higher penalty is public.',
    'enforcement.public.GENERAL':
      '一般失信行为所受处罚的最长公示期. How long at most the penalty of a general breach is public.',
    'enforcement.public.SERIOUS':
      '严重失信行为所受处罚的最长公示期. How long at most the penalty of a serious breach is public.',
    'enforcement.public-least.GENERAL':
      '一般失信行为所受处罚的最短公示期. How long at least the penalty of a general breach is public.',
    'enforcement.public-least.SERIOUS':
      '严重失信行为所受处罚的最短公示期. How long at least the penalty of a serious breach is public.',
  },
  numbers: {
    'enforcement.summary-fine.PERSON':
      '简易程序：对公民罚款的上限. Summary procedure: the highest fine of a person.',
    'enforcement.summary-fine.ENTERPRISE':
      '简易程序：对法人或者其他组织罚款的上限. Summary procedure: the highest fine of an organisation.',
    'enforcement.investigators': '调查的执法人员至少人数. The least number of officers who investigate.',
    'enforcement.decision': '作出处罚决定的期限. Within how long a case is decided.',
    'enforcement.decision-extension': '处罚决定可延长的期限. By how much that may be extended.',
    'enforcement.hearing-notice': '听证前通知的提前期. How long before a hearing it is announced.',
    'enforcement.transfer.approve':
      '移送：批准的期限. Transfer to the police: within how long it is approved.',
    'enforcement.transfer.hand-over':
      '移送：批准后移交的时限. Transfer to the police: within how long of its approval it is handed over.',
    'enforcement.transfer.police-answer':
      '移送：公安机关作出决定的期限. Transfer: within how long the police decides.',
    'enforcement.transfer.reconsider':
      '移送：提请复议的期限. Transfer: within how long reconsideration is asked for.',
    'enforcement.transfer.reconsider-answer':
      '移送：复议决定的期限. Transfer: within how long it is answered.',
    'enforcement.transfer.evidence':
      '移送：移交涉案物品的期限. Transfer: within how long the evidence is handed over.',
    'enforcement.publish.receive':
      '外省收到处罚信息后公示的期限. Within how long of its receipt it is published there.',
    'enforcement.lower-fine.PERSON': '公民“较低数额罚款”的上限. The highest of the lower fines of a person.',
    'enforcement.lower-fine.ENTERPRISE':
      '法人或者其他组织“较低数额罚款”的上限. The highest of the lower fines of an organisation.',
  },
};

/** Decided since the repair rule of 2025-12-25, a penalty follows its classes; before, 令45号: the day of the decision chooses. */
export const legalNumbers = defineRules(
  NAMES,
  rows.map(([id, from, value, unit, source, verified = true, to = null, department]: Row) => ({
    id: id as LegalNumber,
    from,
    to,
    value,
    unit,
    source,
    verified,
    department,
  })),
);
