import { defineRules } from '../kernel';

const LAW = '《中华人民共和国特种设备安全法》（2014-01-01 起施行）';
const ORDER_57 = '《特种设备安全监督检查办法》（市场监管总局令第57号，2022-07-01 起施行）';
const ORDER_74 =
  '《特种设备使用单位落实使用安全主体责任监督管理规定》（市场监管总局令第74号，2023-05-05 起施行）';
const UNSEEN = '条文未见，据一般了解';

const NAMES = {
  periods: {
    'equipment.registration': '办理使用登记的期限. Within how long of its first use a device is registered.',
    'equipment.idle':
      '停用多久后重新启用前须检验. After how long out of use a device is inspected before it is used again.',
    'equipment.recheck':
      '收到整改报告后复查的期限. Within how long of the report on its correction a device is checked again.',
  },
  numbers: {
    'equipment.check.DAILY': '日管控：每日次数. Daily control: how often a day.',
    'equipment.check.WEEKLY': '周排查：每周次数. Weekly inspection: how often a week.',
    'equipment.check.MONTHLY': '月调度：每月次数. Monthly review: how often a month.',
  },
};

/** The numbers of the law that are no inspection cycles; those are in cycle-numbers.ts. */
export const legalNumbers = defineRules(NAMES, [
  {
    id: 'equipment.registration',
    from: '2014-01-01',
    to: null,
    value: 30,
    unit: 'days',
    source: `${LAW} 第三十三条：投入使用前或者投入使用后三十日内办理使用登记`,
    verified: true,
  },
  {
    id: 'equipment.idle',
    from: '2014-01-01',
    to: null,
    value: 1,
    unit: 'years',
    source: `电梯见 TSG T7001-2023：停用超过一年重新启用前检验；其他设备${UNSEEN}`,
    verified: false,
  },
  {
    id: 'equipment.recheck',
    from: '2022-07-01',
    to: null,
    value: 10,
    unit: 'working days',
    source: `${ORDER_57} 第二十九条：收到整改报告之日起十个工作日内复查`,
    verified: true,
  },
  ...(['DAILY', 'WEEKLY', 'MONTHLY'] as const).map((period) => ({
    id: `equipment.check.${period}` as const,
    from: '2023-05-05',
    to: null,
    value: 1,
    unit: 'times' as const,
    source: `${ORDER_74}：日管控、周排查、月调度，无隐患亦须记录（零风险报告）`,
    verified: true,
  })),
]);
