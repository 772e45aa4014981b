import { vocabulary } from '../../kernel';

export const AccidentKind = vocabulary(
  'AccidentKind',
  '事故类别. The field of an accident: it decides which rules count.',
  {
    SPECIAL_EQUIPMENT: '特种设备事故（特种设备安全监察条例）. An accident of special equipment.',
    WORK_SAFETY: '生产安全事故（国务院令第493号）. A work safety accident.',
    FIRE: '火灾事故. A fire.',
    ROAD_TRANSPORT: '道路交通事故. A road accident.',
  },
);
export type AccidentKind = keyof typeof AccidentKind;

export const AccidentState = vocabulary(
  'AccidentState',
  '事故调查处理状态. Where the case of an accident stands.',
  {
    OPEN: '调查处理中. Not closed.',
    CLOSED: '已结案. Closed, not yet evaluated.',
    EVALUATED: '已评估. Closed and evaluated.',
  },
);
export type AccidentState = keyof typeof AccidentState;

export const AccidentGrade = vocabulary(
  'AccidentGrade',
  '事故等级，“以上”包括本数. The grade of an accident; a threshold itself counts.',
  {
    GENERAL: '一般事故. An accident of the lowest grade.',
    LARGER: '较大事故. A relatively major accident, the third grade from above.',
    MAJOR: '重大事故. A major accident, the second grade from above.',
    EXTRAORDINARY: '特别重大事故. A particularly major accident, the highest grade.',
  },
);
export type AccidentGrade = keyof typeof AccidentGrade;

export const AccidentCircumstance = vocabulary(
  'AccidentCircumstance',
  '特种设备事故情形（特种设备安全监察条例第六十一至六十四条）. What grades an accident of special equipment, whoever was hurt.',
  {
    BOILER_600MW_EXPLOSION: '锅炉（600兆瓦以上）爆炸. A boiler of 600 MW or more exploded.',
    BOILER_600MW_OUTAGE:
      '锅炉（600兆瓦以上）因安全故障中断运行240小时以上. Such a boiler was down for 240 hours or more.',
    PRESSURE_EXPLOSION: '锅炉、压力容器、压力管道爆炸. A boiler, vessel or pipe exploded.',
    CRANE_OVERTURN: '起重机械整体倾覆. A crane overturned.',
    CRANE_MEMBER_BROKEN:
      '起重机械主要受力结构件折断或者起升机构坠落. A main member of a crane broke, or its hoist fell.',
    LIFT_TRAPPED: '电梯轿厢滞留人员2小时以上. People were trapped in a lift for two hours or more.',
    ROPEWAY_STRANDED: '客运索道高空滞留人员. People were stranded on a ropeway.',
    RIDE_STRANDED: '大型游乐设施高空滞留人员. People were stranded on an amusement ride.',
  },
);
export type AccidentCircumstance = keyof typeof AccidentCircumstance;

export const InvestigationLevel = vocabulary(
  'InvestigationLevel',
  '事故调查层级. The level of government that investigates an accident.',
  {
    STATE_COUNCIL: '国务院或者国务院授权有关部门. The State Council or whom it authorises.',
    NATIONAL_DEPARTMENT: '国务院特种设备安全监督管理部门. The national department for special equipment.',
    PROVINCE: '省级. Investigated by the province.',
    CITY: '设区的市级. Investigated by the city.',
    COUNTY: '县级. Investigated by the county.',
  },
);
export type InvestigationLevel = keyof typeof InvestigationLevel;

export const AccidentStep = vocabulary('AccidentStep', '事故办理步骤. What was done about an accident.', {
  RECORD: '报送. Submitted as a record.',
  REPORT: '报告. Reported.',
  REPORT_UPWARD: '逐级上报. Reported to the level above.',
  CORRECT: '补报. Its figures were corrected.',
  SUPERVISE: '挂牌督办. Put under listed supervision.',
  RAISE: '提级调查. The investigation was raised to a higher level.',
  CLOSE: '结案. The case was closed.',
  PUBLISH_REPORT: '公布调查报告. The report of the investigation was made public.',
  EVALUATE: '整改落实评估. What was ordered was evaluated.',
});
export type AccidentStep = keyof typeof AccidentStep;
