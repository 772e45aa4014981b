import { defineRules } from '../kernel';

const SAFETY_LAW = '《中华人民共和国安全生产法》（2021年修正，2021-09-01 起施行）';
const ASSESSMENT = '安委〔2024〕10号 治本攻坚三年行动考核指标';
const ACCIDENTS = '《生产安全事故报告和调查处理条例》（国务院令第493号，2007-06-01 起施行）';

const NAMES = {
  periods: {
    'hazards.accident.evaluation':
      '批复事故调查报告后评估整改的期限. Within how long of the approved report its measures are evaluated.',
  },
  numbers: {
    'hazards.on-time.target':
      '重大事故隐患按期整改率的目标. The share of major hazards that is to be closed in time.',
    'hazards.closing-down.short.times':
      '提请关闭：短期内受罚次数. Closing down: the number of penalties in the short period.',
    'hazards.closing-down.short.period': '提请关闭：短期的长度. Closing down: the short period.',
    'hazards.closing-down.long.times':
      '提请关闭：长期内受罚次数. Closing down: the number of penalties in the long period.',
    'hazards.closing-down.long.period': '提请关闭：长期的长度. Closing down: the long period.',
    'hazards.principal-check.period': '主要负责人带队检查：周期. Checks led by the principal: the period.',
    'hazards.principal-check.high-risk.period':
      '高危行业主要负责人带队检查：周期. Checks led by the principal in high-risk industries: the period.',
    'hazards.supervisors':
      '重大火灾隐患：督办部门的最少个数（双督办）. The least number of departments that supervise a major fire hazard.',
    'hazards.accident.unit-report': '事故单位报告的时限. Within how long the unit reports an accident.',
    'hazards.accident.upward-report':
      '事故逐级上报的时限. Within how long each level reports an accident upward.',
    'hazards.accident.correction': '伤亡人数变化补报的期限. Within how long changed casualties are reported.',
    'hazards.accident.correction.road-fire':
      '道路交通、火灾事故伤亡人数变化补报的期限. The same for road accidents and fires.',
  },
};

export const legalNumbers = defineRules(NAMES, [
  {
    id: 'hazards.on-time.target',
    from: '2000-01-01',
    to: '2023-12-31',
    value: 100,
    unit: 'percent',
    source: `${ASSESSMENT}：2023年及以前排查发现的重大事故隐患按期整改率达到100%`,
    verified: true,
  },
  {
    id: 'hazards.on-time.target',
    from: '2024-01-01',
    to: '2024-12-31',
    value: 95,
    unit: 'percent',
    source: `${ASSESSMENT}：2024年重大事故隐患按期整改率达95%以上`,
    verified: true,
  },
  {
    id: 'hazards.supervisors',
    from: '2024-01-01',
    to: null,
    value: 2,
    unit: 'departments',
    source:
      '《低庄镇2024年安全生产工作要点》：探索实施消防重大问题“双督办”机制；原文未写明哪两个部门，按两个部门理解',
    verified: false,
    region: '431224102',
  },
  {
    id: 'hazards.closing-down.short.times',
    from: '2021-09-01',
    to: null,
    value: 3,
    unit: 'times',
    source: `${SAFETY_LAW} 第一百一十三条：一百八十日内三次`,
    verified: true,
  },
  {
    id: 'hazards.closing-down.short.period',
    from: '2021-09-01',
    to: null,
    value: 180,
    unit: 'days',
    source: `${SAFETY_LAW} 第一百一十三条：一百八十日内三次`,
    verified: true,
  },
  {
    id: 'hazards.closing-down.long.times',
    from: '2021-09-01',
    to: null,
    value: 4,
    unit: 'times',
    source: `${SAFETY_LAW} 第一百一十三条：一年内四次`,
    verified: true,
  },
  {
    id: 'hazards.closing-down.long.period',
    from: '2021-09-01',
    to: null,
    value: 1,
    unit: 'years',
    source: `${SAFETY_LAW} 第一百一十三条：一年内四次`,
    verified: true,
  },
  {
    id: 'hazards.principal-check.period',
    from: '2024-01-01',
    to: null,
    value: 3,
    unit: 'months',
    source: `${ASSESSMENT}：主要负责人每季度带队至少检查1次`,
    verified: true,
  },
  {
    id: 'hazards.principal-check.high-risk.period',
    from: '2024-01-01',
    to: null,
    value: 1,
    unit: 'months',
    source: `${ASSESSMENT}：高危行业领域每月至少1次`,
    verified: true,
  },
  {
    id: 'hazards.accident.unit-report',
    from: '2007-06-01',
    to: null,
    value: 1,
    unit: 'hours',
    source: `${ACCIDENTS} 第九条：单位负责人于1小时内报告`,
    verified: true,
  },
  {
    id: 'hazards.accident.upward-report',
    from: '2007-06-01',
    to: null,
    value: 2,
    unit: 'hours',
    source: `${ACCIDENTS} 第十一条：逐级上报每级不得超过2小时`,
    verified: true,
  },
  {
    id: 'hazards.accident.correction',
    from: '2007-06-01',
    to: null,
    value: 30,
    unit: 'days',
    source: `${ACCIDENTS} 第十三条：自事故发生之日起30日内伤亡人数变化及时补报`,
    verified: true,
  },
  {
    id: 'hazards.accident.correction.road-fire',
    from: '2007-06-01',
    to: null,
    value: 7,
    unit: 'days',
    source: `${ACCIDENTS} 第十三条：道路交通、火灾事故自发生之日起7日内`,
    verified: true,
  },
  {
    id: 'hazards.accident.evaluation',
    from: '2021-09-01',
    to: null,
    value: 1,
    unit: 'years',
    source: `${SAFETY_LAW} 第八十六条第三款：批复事故调查报告后一年内评估整改情况`,
    verified: true,
  },
]);
