import { defineRules, type LegalUnit } from '../kernel';

const NAMES = {
  'equipment.cycle.boiler':
    '检验周期：锅炉. Boilers: external inspection: how long after an inspection the next is due.',
  'equipment.cycle.fixed-vessel':
    '检验周期：固定式压力容器. Fixed pressure vessels: how long after an inspection the next is due.',
  'equipment.cycle.mobile-vessel':
    '检验周期：移动式压力容器. Mobile pressure vessels: how long after an inspection the next is due.',
  'equipment.cycle.cylinder':
    '检验周期：气瓶（按设备登记的）. Cylinders that are registered as devices: how long after an inspection the next is due.',
  'equipment.cycle.lift-2009':
    '检验周期：电梯（2024-04-01 以前）. Lifts to 2024-04-01: how long after an inspection the next is due.',
  'equipment.cycle.crane': '检验周期：起重机械. Cranes: how long after an inspection the next is due.',
  'equipment.cycle.metallurgical-crane':
    '检验周期：吊运熔融金属的起重机. Cranes for molten metal: how long after an inspection the next is due.',
  'equipment.cycle.tower-crane':
    '检验周期：塔式起重机. Tower cranes: how long after an inspection the next is due.',
  'equipment.cycle.mobile-crane':
    '检验周期：流动式起重机. Mobile cranes: how long after an inspection the next is due.',
  'equipment.cycle.hoist': '检验周期：升降机. Hoists: how long after an inspection the next is due.',
  'equipment.cycle.vehicle-2017':
    '检验周期：场（厂）内专用机动车辆（2022-11-30 以前）. In-plant vehicles to 2022-11-30: how long after an inspection the next is due.',
  'equipment.cycle.forklift-2022':
    '检验周期：叉车等机动工业车辆. Forklifts and other industrial vehicles: how long after an inspection the next is due.',
  'equipment.cycle.sightseeing-2022':
    '检验周期：非公路用旅游观光车辆. Sightseeing vehicles: how long after an inspection the next is due.',
  'equipment.cycle.ride':
    '检验周期：大型游乐设施. Large amusement rides: how long after an inspection the next is due.',
  'equipment.cycle.industrial-piping':
    '检验周期：工业管道. Industrial piping: how long after an inspection the next is due.',
  'equipment.cycle.ropeway':
    '检验周期：客运索道. Passenger ropeways: how long after an inspection the next is due.',
  'equipment.cycle.lift-2023.1':
    '电梯第一次检验在使用的第几年. Lifts: the year of use of the first inspection.',
  'equipment.cycle.lift-2023.2':
    '电梯第二次检验在使用的第几年. Lifts: the year of use of the second inspection.',
  'equipment.cycle.lift-2023.3':
    '电梯第三次检验在使用的第几年. Lifts: the year of use of the third inspection.',
  'equipment.cycle.lift-2023.4':
    '电梯第四次检验在使用的第几年. Lifts: the year of use of the fourth inspection.',
  'equipment.cycle.lift-2023.5':
    '电梯第五次检验在使用的第几年. Lifts: the year of use of the fifth inspection.',
  'equipment.cycle.lift-2023.6':
    '电梯第六次检验在使用的第几年. Lifts: the year of use of the sixth inspection.',
  'equipment.cycle.lift-2023.7':
    '电梯第七次检验在使用的第几年. Lifts: the year of use of the seventh inspection.',
  'equipment.cycle.lift-2023.after':
    '电梯在上述各次检验以后、安装日期不详时的检验周期. Lifts: the cycle after those years, and where the installation is not known.',
  'equipment.cycle.early':
    '检验最多提前多久仍算该次检验. How long before its day an inspection may be made and still be that one.',
  'equipment.cylinder-cycle.lpg':
    '气瓶检验周期：液化石油气瓶. Cylinders of LPG: how long they are used between inspections.',
  'equipment.cylinder-cycle.acetylene':
    '气瓶检验周期：溶解乙炔气瓶. Cylinders of acetylene: how long they are used between inspections.',
  'equipment.cylinder-cycle.corrosive':
    '气瓶检验周期：腐蚀性气体. Cylinders of corrosive gases: how long they are used between inspections.',
  'equipment.cylinder-cycle.inert':
    '气瓶检验周期：惰性气体. Cylinders of inert gases: how long they are used between inspections.',
  'equipment.cylinder-cycle.cryogenic':
    '气瓶检验周期：低温绝热气瓶（液氮、液氩等）. Cylinders of cryogenic liquids: how long they are used between inspections.',
  'equipment.cylinder-cycle.general':
    '气瓶检验周期：一般气体（氧气等）. Cylinders of other gases: how long they are used between inspections.',
  'equipment.lift.old':
    '住宅老旧电梯的使用年限. From how many years of use on a residential lift counts as old.',
};

type Row = readonly [
  id: keyof typeof NAMES,
  from: string,
  to: string | null,
  value: number,
  unit: LegalUnit,
  source: string,
  verified: boolean,
];
/** The text of most was not seen: an operator who has may put them right, like every other number of the law. */
const rows: readonly Row[] = [
  ['equipment.cycle.boiler', '2009-05-01', null, 12, 'months', '锅炉外部检验，条文未见，据一般了解', false],
  [
    'equipment.cycle.fixed-vessel',
    '2009-05-01',
    null,
    36,
    'months',
    '固定式压力容器首次定期检验；评级后按安全状况等级，以报告为准，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.mobile-vessel',
    '2009-05-01',
    null,
    12,
    'months',
    '移动式压力容器年度检验，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.cylinder',
    '2009-05-01',
    null,
    36,
    'months',
    '气瓶，一般介质，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.lift-2009',
    '2009-05-01',
    '2024-04-01',
    12,
    'months',
    'TSG T7001-2009，条文未见，据一般了解',
    false,
  ],
  ['equipment.cycle.crane', '2009-05-01', null, 24, 'months', '起重机械，条文未见，据一般了解', false],
  [
    'equipment.cycle.metallurgical-crane',
    '2009-05-01',
    null,
    12,
    'months',
    '吊运熔融金属的起重机，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.tower-crane',
    '2009-05-01',
    null,
    12,
    'months',
    '塔式起重机，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.mobile-crane',
    '2009-05-01',
    null,
    12,
    'months',
    '流动式起重机，条文未见，据一般了解',
    false,
  ],
  ['equipment.cycle.hoist', '2009-05-01', null, 12, 'months', '升降机，条文未见，据一般了解', false],
  [
    'equipment.cycle.vehicle-2017',
    '2009-05-01',
    '2022-11-30',
    12,
    'months',
    'TSG N0001-2017，条文未见，据一般了解',
    false,
  ],
  ['equipment.cycle.forklift-2022', '2022-12-01', null, 24, 'months', 'TSG 81-2022', true],
  ['equipment.cycle.sightseeing-2022', '2022-12-01', null, 12, 'months', 'TSG 81-2022', true],
  ['equipment.cycle.ride', '2009-05-01', null, 12, 'months', '大型游乐设施，条文未见，据一般了解', false],
  [
    'equipment.cycle.industrial-piping',
    '2009-05-01',
    null,
    36,
    'months',
    '工业管道首次定期检验；评级后按安全状况等级，以报告为准，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.ropeway',
    '2009-05-01',
    null,
    12,
    'months',
    '客运索道年度检验，条文未见，据一般了解',
    false,
  ],
  ['equipment.cycle.lift-2023.1', '2024-04-02', null, 1, 'years', 'TSG T7001-2023', true],
  ['equipment.cycle.lift-2023.2', '2024-04-02', null, 4, 'years', 'TSG T7001-2023', true],
  ['equipment.cycle.lift-2023.3', '2024-04-02', null, 7, 'years', 'TSG T7001-2023', true],
  ['equipment.cycle.lift-2023.4', '2024-04-02', null, 9, 'years', 'TSG T7001-2023', true],
  ['equipment.cycle.lift-2023.5', '2024-04-02', null, 11, 'years', 'TSG T7001-2023', true],
  ['equipment.cycle.lift-2023.6', '2024-04-02', null, 13, 'years', 'TSG T7001-2023', true],
  ['equipment.cycle.lift-2023.7', '2024-04-02', null, 15, 'years', 'TSG T7001-2023', true],
  [
    'equipment.cycle.lift-2023.after',
    '2024-04-02',
    null,
    12,
    'months',
    'TSG T7001-2023：第十五年以后每年，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cycle.early',
    '2009-05-01',
    null,
    2,
    'months',
    '检验提前不超过两个月的，下次检验日期不变，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cylinder-cycle.lpg',
    '2000-01-01',
    null,
    48,
    'months',
    '液化石油气瓶：TSG 23-2021，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cylinder-cycle.acetylene',
    '2000-01-01',
    null,
    36,
    'months',
    '溶解乙炔气瓶：TSG 23-2021，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cylinder-cycle.corrosive',
    '2000-01-01',
    null,
    24,
    'months',
    '腐蚀性气体：TSG 23-2021，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cylinder-cycle.inert',
    '2000-01-01',
    null,
    60,
    'months',
    '惰性气体：TSG 23-2021，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cylinder-cycle.cryogenic',
    '2000-01-01',
    null,
    36,
    'months',
    '低温绝热气瓶（液氮、液氩等）：TSG 23-2021，条文未见，据一般了解',
    false,
  ],
  [
    'equipment.cylinder-cycle.general',
    '2000-01-01',
    null,
    36,
    'months',
    '一般气体（氧气等）：TSG 23-2021，条文未见，据一般了解',
    false,
  ],
  ['equipment.lift.old', '2000-01-01', null, 15, 'years', '本系统自定：各文件均未写明老旧电梯的年限', false],
];

/** How long devices and cylinders are used between inspections. Of which kinds and gases each is, the cycles say. */
export const cycleNumbers = defineRules(
  { periods: {}, numbers: NAMES },
  rows.map(([id, from, to, value, unit, source, verified]) => ({
    id,
    from,
    to,
    value,
    unit,
    source,
    verified,
  })),
);
export type CycleNumber = keyof typeof NAMES;
