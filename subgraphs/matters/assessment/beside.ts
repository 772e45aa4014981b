import { vocabulary } from '../../kernel';

export const BesideKind = vocabulary(
  'BesideKind',
  '参看数据的种类. The kinds of figures that are read beside an indicator: what would make a rate look better than it is, and what a person who scores should know. They bear no points.',
  {
    NO_DEADLINE: '未定整改期限，不在按期率之内. Hazards without a deadline, which no rate counts.',
    EXTENDED: '延长过整改期限. Hazards of which the deadline was extended.',
    ENTERED_CLOSED: '入库时已销号. Hazards that were closed already when their record came in.',
    CLOSED_WITHIN_A_DAY: '发现当日或次日即销号. Hazards closed on the day they were found or on the next.',
    REOPENED: '回头看后重新整改. Hazards that a look-back has reopened.',
    DOWNGRADED:
      '入库时定为重大，后来不再是，不在比率之内. Hazards that came in as major ones and are none any more, which no rate counts.',
    DISMISSED:
      '核实不属实，不在比率之内（群众举报的除外）. Reports of major hazards that were dismissed, which no rate counts; but for what a tip had said.',
    SAME_TEXT: '隐患描述与另一条相同. Hazards described in the very words of another.',
    OPEN_OVER_180_DAYS:
      '季度末已超过180天未销号. Hazards still open at the end of the quarter, more than 180 days after they were found.',
    DUE_UNKNOWN: '下次检验日期未知. Devices of which the next inspection is not known.',
    RISKS_WITHOUT_LEAD: '尚无牵头部门的新风险. New risks that no department leads yet.',
    TASKS_NOT_DONE: '到期而未报完成的任务和措施. Tasks and measures that are due and were not reported done.',
    ITEMS_CLOSED: '已销号的督办交办事项. Assigned items that are closed.',
    ITEMS_OVERDUE:
      '季度末已逾期、至今未办结的督办交办事项. Assigned items that were overdue at the end of the quarter and are not done.',
    DONE_LATE: '逾期后才完成的培训任务. Training duties that were fulfilled after their last day.',
    GRADE_UNKNOWN:
      '医院等级不明、不在比率之内的培训任务. Training duties of hospitals of which the grade is not known, which no rate counts.',
    HOSPITAL_DUTIES:
      '各级医院消防安全责任人的培训任务，不分等级. Training duties of those who answer for the fire safety of hospitals, of whatever grade.',
    HOSPITAL_DUTIES_DONE: '其中已完成的. Those of them that are fulfilled.',
    FORGED_PAPER_CASES:
      '季度内收到线索的资格证书涉假案件. Cases of forged papers of qualification whose lead came in during the quarter.',
    FORGED_PAPERS_DECIDED: '其中已作出决定的. Those of them that are decided.',
    WAYS_BLOCKED_CASES:
      '季度内收到线索的占堵消防“生命通道”案件. Cases of blocked ways of escape and rescue whose lead came in during the quarter.',
    CASES_OVERDUE:
      '季度末已超期、至今未办结的案件. Cases of which a period was over at the end of the quarter and that are not done.',
    CASES_NOMINATED:
      '为季度各月报送参评的典型案例. Typical cases that were nominated for the months of the quarter.',
    CASES_DECIDED:
      '季度内收到线索、已作出决定的案件，可供报送. Cases whose lead came in during the quarter and that are decided: what could be nominated.',
    FIRE_HAZARDS_OPEN: '季度末未销号的重大火灾隐患. Major fire hazards open at the end of the quarter.',
    GAS_HAZARDS_OPEN: '季度末未销号的燃气重大事故隐患. Major gas hazards open at the end of the quarter.',
    ACCIDENTS: '季度内较大以上事故. Accidents of the third grade from above or graver in the quarter.',
    ACCIDENTS_SUPERVISED: '其中挂牌督办的. Those of them under listed supervision.',
    ACCIDENTS_OPEN: '其中尚未结案的. Those of them that are not closed.',
    REPORTED_LATE: '其中逾时上报的. Those of them of which the level above was told late.',
    REPORTS_PUBLISHED: '其中公布了调查报告的. Those of them of which the report was made public.',
    EVALUATED: '结案后已评估的事故. Accidents that were evaluated after they were closed.',
    EVALUATION_OVERDUE:
      '季度末评估已逾期的事故. Accidents of which the evaluation was overdue at the end of the quarter and is not done.',
    LARGER_ACCIDENTS: '季度内较大事故. Accidents of the third grade from above in the quarter.',
    LARGER_YEAR_BEFORE: '上年同季较大事故. The same in that quarter of the year before.',
    LARGER_DEATHS: '季度内较大事故死亡人数. The number of people who died in them.',
    DEATHS_YEAR_BEFORE:
      '上年同季较大事故死亡人数. The number of people who died in those of the year before.',
    INSPECTIONS: '季度内监督检查次数，不计分. The number of inspections in the quarter; it bears no points.',
    FOUND_BY_INSPECTION: '季度内检查发现的重大事故隐患. Major hazards found by inspections in the quarter.',
    FOUND_BY_ENTERPRISE:
      '季度内企业自查上报的重大事故隐患. Major hazards that enterprises reported in the quarter.',
  },
);
export type BesideKind = keyof typeof BesideKind;
