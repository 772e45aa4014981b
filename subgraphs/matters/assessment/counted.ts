import {
  FROM_2024,
  accidents,
  duties,
  hazards,
  occurred,
  onTime,
  trained,
  within,
  type CountedIndicator,
} from './counted-rates';

const HOSPITALS = 'audience: FIRE_RESPONSIBLE, industries: ["841"]';
const graded = trained(
  '二级三级医院消防安全责任人',
  'those who answer for the fire safety of hospitals of the second and third grade',
  `${HOSPITALS}, hospitalGrades: [SECONDARY, TERTIARY]`,
);
const MINES = '["06", "08", "09", "10"]';

const GRAVE = 'grades: [MAJOR, EXTRAORDINARY]';
const LARGER_UP = 'grades: [LARGER, MAJOR, EXTRAORDINARY]';

const YEAR_BEFORE =
  'accidents(filter: { region: $region, occurredFrom: $fromYearBefore, occurredTo: $toYearBefore, grade: LARGER })';

/** 伪造、倒卖、使用虚假特种作业操作证; 占堵疏散通道、安全出口、消防车通道, 影响逃生救援的障碍物. */
const FORGED_PAPERS = 'cause: ["CC103", "CC104"]';
const WAYS_BLOCKED = 'cause: ["CC087", "CC089", "CC090"]';

/** The kinds of department that a division’s cases are handled by. */
const HANDLERS = ['MARKET_SUPERVISION', 'EMERGENCY_MANAGEMENT', 'FIRE_RESCUE'];
const LIFTS = 'region: $region, kindCode: "3000", status: IN_USE';

/** By the code of the indicator. What is not here, the books of this platform do not know: a department or a person says it. */
export const countedIndicators: Readonly<Record<string, CountedIndicator>> = {
  '3': { beside: { RISKS_WITHOUT_LEAD: ['newRisks(filter: { region: $region, status: REGISTERED })'] } },
  '4': {
    beside: {
      ITEMS_CLOSED: ['assignedItems(filter: { region: $region, status: CLOSED })'],
      ITEMS_OVERDUE: ['assignedItems(filter: { region: $region, overdueOn: $to })'],
    },
  },
  '5.1': {
    figure: {
      says: {
        zh: '分子：其中已报完成的；分母：本级方案中有时间节点、且不晚于季度末的任务和措施，按责任部门计；没有本级方案的为零',
        en: 'Numerator: those of them that were reported done; denominator: the tasks and measures of the division’s own plans whose day is not later than the end of the quarter, each once for every department that answers for it; none where the division has no plan of its own',
      },
      numerator: ['dueTasks(region: $region, by: $to, done: true)'],
      denominator: ['dueTasks(region: $region, by: $to)'],
    },
  },
  '5.2': { beside: { TASKS_NOT_DONE: ['dueTasks(region: $region, by: $to, done: false)'] } },
  '6.1': trained('矿山企业主要负责人', 'principals of mines', `audience: PRINCIPAL, industries: ${MINES}`),
  '6.2': {
    ...graded,
    beside: {
      ...graded.beside,
      GRADE_UNKNOWN: [duties(`${HOSPITALS}, hospitalGradeKnown: false`)],
      HOSPITAL_DUTIES: [duties(HOSPITALS)],
      HOSPITAL_DUTIES_DONE: [duties(`${HOSPITALS}, status: FULFILLED, on: $to`)],
    },
  },
  '6.3': trained(
    '矿山以外企业主要负责人',
    'principals of all others than mines',
    `audience: PRINCIPAL, notIndustries: ${MINES}`,
  ),
  '8.1': onTime(
    '2023年及以前发现的重大事故隐患',
    'major hazards found in 2023 or before',
    'foundTo: "2023-12-31"',
  ),
  '8.2': onTime('2024年以来发现的重大事故隐患', 'major hazards found since 2024', FROM_2024),
  '8.3': {
    figure: {
      says: {
        zh: '分子：其中企业自查上报的；分母：2024年以来至季度末发现的重大事故隐患',
        en: 'Numerator: those of them that the enterprise reported itself; denominator: the major hazards found since 2024, up to the end of the quarter',
      },
      numerator: [hazards(`${FROM_2024}, channel: SELF_REPORT`)],
      denominator: [hazards(FROM_2024)],
    },
    beside: { SAME_TEXT: [hazards(`${FROM_2024}, channel: SELF_REPORT, caveat: SAME_TEXT`)] },
  },
  '10.1': {
    figure: {
      says: {
        zh: '分子：其中复核过的；分母：复核期限前已开展培训的安全培训机构',
        en: 'Numerator: those of them that were reviewed; denominator: the safety training bodies that were active by the deadline of the review',
      },
      numerator: [
        'trainingBodies(filter: { region: $region, kind: SAFETY_TRAINING, reviewDue: true, reviewed: true })',
      ],
      denominator: ['trainingBodies(filter: { region: $region, kind: SAFETY_TRAINING, reviewDue: true })'],
    },
  },
  '10.2': {
    beside: {
      FORGED_PAPER_CASES: [within('cases', FORGED_PAPERS)],
      FORGED_PAPERS_DECIDED: [within('cases', FORGED_PAPERS, 'status: [DECIDED, CLOSED]')],
    },
  },
  '12.1': {
    beside: {
      CASES_NOMINATED: [within('typicalCases')],
      CASES_DECIDED: [within('cases', 'status: [DECIDED, CLOSED]')],
    },
  },
  '12.2': {
    figure: {
      says: {
        zh: '分子：其中评选后公布的；分母：季度各月报送参评的典型案例',
        en: 'Numerator: those of them that were published after the vote; denominator: the typical cases that were nominated for the months of the quarter',
      },
      numerator: [within('typicalCases', 'published: true')],
      denominator: [within('typicalCases')],
    },
  },
  '12.3': {
    figure: {
      says: {
        zh: '分子：其中至少一件在线办理的；分母：季度内收到线索立案的部门（市场监管、应急管理、消防救援）',
        en: 'Numerator: those of them that handled at least one case online; denominator: the departments of market supervision, emergency management and fire and rescue that had a case whose lead came in during the quarter',
      },
      numerator: HANDLERS.map((kind) => ({ any: within('cases', `department: ${kind}`, 'online: true') })),
      denominator: HANDLERS.map((kind) => ({ any: within('cases', `department: ${kind}`) })),
    },
  },
  '12.4': {
    figure: {
      says: {
        zh: '分子：其中在线办理（有办案记录）的；分母：季度内收到线索的案件',
        en: 'Numerator: those of them that were handled online, with a history of steps; denominator: the cases whose lead came in during the quarter',
      },
      numerator: [within('cases', 'online: true')],
      denominator: [within('cases')],
    },
    beside: { CASES_OVERDUE: [within('cases', 'overdueOn: $to')] },
  },
  '15.2': onTime(
    '部门检查发现的危险化学品、烟花爆竹重大事故隐患',
    'major hazards of chemicals and fireworks found by inspections',
    `${FROM_2024}, channel: INSPECTION, domain: CHEMICALS`,
    `${FROM_2024}, channel: INSPECTION, domain: FIREWORKS`,
  ),
  '16.1': {
    beside: {
      FIRE_HAZARDS_OPEN: [hazards('domain: FIRE, openOn: $to')],
      WAYS_BLOCKED_CASES: [within('cases', WAYS_BLOCKED)],
    },
  },
  '16.2': onTime(
    '挂牌督办的火灾隐患',
    'fire hazards under listed supervision',
    `${FROM_2024}, domain: FIRE, listed: true`,
  ),
  '18': { beside: { GAS_HAZARDS_OPEN: [hazards('domain: GAS, openOn: $to')] } },
  '20': {
    beside: {
      ACCIDENTS: [accidents(LARGER_UP)],
      ACCIDENTS_SUPERVISED: [accidents(`${LARGER_UP}, supervised: true`)],
      ACCIDENTS_OPEN: [accidents(`${LARGER_UP}, state: OPEN`)],
      REPORTS_PUBLISHED: [accidents(`${LARGER_UP}, reportPublished: true`)],
    },
  },
  '21': {
    beside: {
      EVALUATED: ['accidents(filter: { region: $region, occurredTo: $to, state: EVALUATED })'],
      EVALUATION_OVERDUE: [
        'accidents(filter: { region: $region, occurredTo: $to, evaluationOverdueOn: $to })',
      ],
    },
  },
  '23.1': {
    figure: {
      says: {
        zh: '分子：其中按时上报的；分母：季度内发生的重大、特别重大事故，上报是否按时尚不能定的除外',
        en: 'Numerator: those of them of which the level above was told in time; denominator: the major and extraordinary accidents of the quarter, without those of which that cannot be said yet',
      },
      numerator: [accidents(`${GRAVE}, reportedUpwardInTime: true`)],
      denominator: [true, false].map((inTime) => accidents(`${GRAVE}, reportedUpwardInTime: ${inTime}`)),
    },
  },
  '23.2': {
    figure: {
      says: {
        zh: '分子：其中按规定报告、不是事后查实漏报瞒报的；分母：季度内发生、已知的较大以上事故（各渠道），无人知晓的不在账内',
        en: 'Numerator: those of them that were reported, and not found later to have been left unreported; denominator: the accidents of the third grade from above or graver of the quarter that are known by any channel; one that nobody knows of is in no book',
      },
      numerator: [accidents(`${LARGER_UP}, foundUnreported: false`)],
      denominator: [accidents(LARGER_UP)],
    },
    beside: {
      ACCIDENTS: [accidents(LARGER_UP)],
      REPORTED_LATE: [accidents(`${LARGER_UP}, reportedUpwardInTime: false`)],
    },
  },
  '27.1': occurred('特别重大事故', 'extraordinary', 'EXTRAORDINARY'),
  '27.2': occurred('重大事故', 'major', 'MAJOR'),
  '27.3': {
    beside: {
      LARGER_ACCIDENTS: [accidents('grade: LARGER')],
      LARGER_YEAR_BEFORE: [YEAR_BEFORE],
      LARGER_DEATHS: [{ sum: 'deaths', of: accidents('grade: LARGER') }],
      DEATHS_YEAR_BEFORE: [{ sum: 'deaths', of: YEAR_BEFORE }],
    },
  },
  '29': {
    figure: {
      says: {
        zh: '季度内考核巡查发现、经核实的重大事故隐患项数',
        en: 'The number of major hazards that those who assess found in the quarter, verified',
      },
      numerator: [hazards('foundFrom: $from, foundTo: $to, origin: ASSESSMENT')],
    },
  },
  '30': {
    beside: {
      INSPECTIONS: [within('supervisoryInspections')],
      FOUND_BY_INSPECTION: [hazards('foundFrom: $from, foundTo: $to, channel: INSPECTION')],
      FOUND_BY_ENTERPRISE: [hazards('foundFrom: $from, foundTo: $to, channel: SELF_REPORT')],
    },
  },
  'EQP.1': {
    figure: {
      says: {
        zh: '分子：其中季度末检验合格且在有效期内的；分母：在用电梯',
        en: 'Numerator: those of them whose inspection was passed and in date at the end of the quarter; denominator: the lifts in use',
      },
      numerator: [`equipmentItems(filter: { ${LIFTS}, inspection: IN_DATE, on: $to })`],
      denominator: [`equipmentItems(filter: { ${LIFTS} })`],
    },
    beside: { DUE_UNKNOWN: [`equipmentItems(filter: { ${LIFTS}, inspection: DUE_UNKNOWN, on: $to })`] },
  },
};
