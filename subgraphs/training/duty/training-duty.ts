import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  Synthetic,
  asked,
  code,
  count,
  date,
  flag,
  id,
  idNumber,
  industry,
  industryPrefix,
  inputOf,
  inputType,
  listOf,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
  whole,
  type List,
  MatterCodes,
  TaggedAt,
  TaggedBy,
} from '../../kernel';
import { TrainingAudience } from '../course/training-course';
import { Department, Enterprise, Region } from '../others';
import { departmentCode } from '../subject';

export const DutyActivity = vocabulary('DutyActivity', '任务内容. The activities that a duty can ask for.', {
  TRAINING: '培训考核. Training or an exam.',
  DRILL: '疏散逃生等演练. A drill.',
});
export type DutyActivity = keyof typeof DutyActivity;

export const DutyTrigger = vocabulary('DutyTrigger', '任务来由. The origins of a duty.', {
  NEW_ENTERPRISE: '新成立企业. A new enterprise.',
  NEW_PRINCIPAL: '新上任主要负责人. A new principal.',
  NEW_EMPLOYEE: '新上岗人员. Somebody new to the work.',
  YEARLY: '每年. Every year.',
  HALF_YEARLY: '每半年（高危行业领域演练）. Every half-year: drills in high-risk fields.',
  TERM: '每学期（学校演练）. Every school term.',
  MONTHLY: '每月（监管人员一月一培训）. Every month: regulators.',
});
export type DutyTrigger = keyof typeof DutyTrigger;

export const DutyStatus = vocabulary('DutyStatus', '任务状态（当日）. The states of a duty, as of today.', {
  OPEN: '未到期，未完成. Not yet done, not yet due.',
  FULFILLED: '已完成. Done.',
  OVERDUE: '逾期未完成. Due before today and not done.',
});
export type DutyStatus = keyof typeof DutyStatus;

export const HospitalGrade = vocabulary('HospitalGrade', '医院等级. The grades of hospitals.', {
  PRIMARY: '一级. The first grade.',
  SECONDARY: '二级. The second grade.',
  TERTIARY: '三级. The third and highest grade.',
  UNGRADED: '未定级. It has none.',
});
export type HospitalGrade = keyof typeof HospitalGrade;

/** Who must be trained or hold a drill, and by when: what coverage is counted against. Whether it is done, the records of courses and drills say. */
@Noun('培训演练任务. That somebody must be trained, or hold a drill.', { key: false })
@Index('training_duty_by_region', ['regionCode', 'dueOn', 'id', 'year', 'audience', 'activity'])
@Index('training_duty_by_subject', ['subject', 'year'])
@Index('training_duty_by_year', ['year', 'audience', 'regionCode'])
@Index('training_duty_by_industry', { synchronize: false })
@Index('training_duty_by_matter', { synchronize: false })
export class TrainingDuty extends Submitted {
  @Id('UNCONDITIONAL', '任务编号. Its id: source and the id there.') id: string;

  @Kept(code(40), '任务单位或部门. The enterprise or the department that must.') subject: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '任务单位（统一社会信用代码）；监管部门的任务无. The enterprise that must, by its USCC; none for a department.',
    {
      as: 'enterprise',
      index: true,
      stated: '单位的统一社会信用代码；监管部门不填. The enterprise; left out for a department.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'trainingDuties',
        level: 'UNCONDITIONAL',
        says: '培训演练任务，期限晚的在前. What it owes in training and drills, the latest day first.',
        order: ['dueOn', 'id'],
        descending: true,
        period: 'dueOn',
        state: true,
      },
    },
  )
  uscc: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '任务部门（代码）. The department whose regulators must be trained, by its code.',
    {
      as: 'department',
      stated: '监管部门代码. The department whose regulators must be trained.',
      optional: true,
    },
  )
  departmentCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    id(32),
    '人员标识；空为单位任一人. The person, by the opaque id; null where anyone of the subject will do.',
    {
      optional: true,
    },
  )
  personId: string | null;

  @Fact('UNCONDITIONAL', oneOf(DutyActivity, 8), '内容. Whether to be trained or to hold a drill.')
  activity: DutyActivity;

  @Fact('UNCONDITIONAL', oneOf(DutyTrigger, 16), '来由. The origin of the duty.') trigger: DutyTrigger;

  @Fact(
    'UNCONDITIONAL',
    oneOf(TrainingAudience, 20),
    '培训对象；演练为 EMPLOYEE. The group of people who must be trained; EMPLOYEE for a drill.',
  )
  audience: TrainingAudience;

  @Fact('UNCONDITIONAL', count, '计入年度. The year in whose coverage it counts.') year: number;

  @Fact('UNCONDITIONAL', date, '起始日. The first day on which it can be done.') fromOn: string;

  /** Kept by the database itself, in the transaction that writes a duty, a course, an attendance or a drill. */
  @Fact('UNCONDITIONAL', date, '完成日期. The day on which it was first done; null while it is not.', {
    optional: true,
  })
  fulfilledOn: string | null;

  @Fact('UNCONDITIONAL', date, '期限. The last day for doing it in time.') dueOn: string;

  /** A yearly duty is not done next year, a new principal’s is, late. */
  @Kept(date, '计入截止日. The last day on which doing it still counts.') countsUntil: string;

  @Fact(
    'UNCONDITIONAL',
    whole(0, 1_000),
    '最低学时，如使用燃气的餐饮企业主要负责人 8. The least number of hours that it takes.',
  )
  minHours: number;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '单位或部门所在地（区划代码）. The division of the enterprise or department, by its code.',
    {
      as: 'region',
      stated: '单位或部门所在区划代码. The division of the enterprise or department.',
    },
  )
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    industry,
    '单位行业代码 (GB/T 4754-2017)，以登记部门为准. The industry of the enterprise, as the register has it.',
    {
      optional: true,
      of: 'uscc',
    },
  )
  industryCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(HospitalGrade, 12),
    '医院等级，以卫生健康部门评定为准；不是医院的、不明的为空. The grade of a hospital, as the department of health has graded it; null for others, and where it is not known.',
    { optional: true },
  )
  hospitalGrade: HospitalGrade | null;

  @MatterCodes('UNCONDITIONAL') matterCodes: string[];
  @TaggedBy() matterCodesBy: string | null;
  @TaggedAt() matterCodesAt: Date | null;

  @Fact('UNCONDITIONAL', text(200), '依据或说明. The rule or the reason that it rests on.', {
    optional: true,
  })
  reason: string | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}

export const TrainingDutyInput = inputOf(
  TrainingDuty,
  '培训演练任务报送. A duty as it is submitted.',
  [
    'activity',
    'trigger',
    'audience',
    'uscc',
    'departmentCode',
    'minHours',
    'regionCode',
    'industryCode',
    'hospitalGrade',
    'matterCodes',
    'reason',
  ],
  {
    defaults: { activity: 'TRAINING', minHours: 0, matterCodes: [] },
    also: {
      eventOn: asked(date, '成立、上任日期，或周期内任一日. The day of the event, or any day of the period.'),
      idNumber: asked(
        idNumber,
        '特定人员的公民身份号码；只存不透明标识. The identity number of a certain person; only its pseudonym is kept.',
        { optional: true },
      ),
    },
  },
);

export const DUTIES: List<TrainingDuty> = {
  name: 'trainingDuties',
  entity: TrainingDuty,
  order: ['regionCode', 'dueOn', 'id'],
};

const optional = { optional: true } as const;
export const TrainingDutyFilter = inputType(
  'TrainingDutyFilter',
  '培训演练任务筛选. The duties for which all of this holds.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    year: asked(count, '计入年度. Returns only those of this year.', optional),
    activity: asked(oneOf(DutyActivity), '内容. Returns only training or only drills.', optional),
    audience: asked(oneOf(TrainingAudience), '培训对象. Returns only those for these people.', optional),
    industries: asked(
      listOf(industryPrefix),
      '行业代码前缀，任一 (GB/T 4754-2017). Of enterprises whose industry begins with one of these.',
      optional,
    ),
    notIndustries: asked(
      listOf(industryPrefix),
      '除这些行业代码前缀以外；行业不明的也在内. Of enterprises whose industry begins with none of these, or is not known.',
      optional,
    ),
    hospitalGrades: asked(
      listOf(oneOf(HospitalGrade)),
      '医院等级，任一. Of hospitals of one of these grades.',
      optional,
    ),
    hospitalGradeKnown: asked(
      flag,
      '医院等级是否已知. Returns only those with the grade of a hospital, or only the others.',
      optional,
    ),
    late: asked(
      flag,
      '是否逾期后才完成. Returns only those that were done after their last day, or only the others.',
      optional,
    ),
    trigger: asked(oneOf(DutyTrigger), '来由. Returns only duties with this origin.', optional),
    status: asked(
      oneOf(DutyStatus),
      '状态（当日，或者 on 所指日）；OVERDUE 即谁没做. Returns only duties in this state today, or on the day of `on`; OVERDUE shows who missed them.',
      optional,
    ),
    on: asked(
      date,
      '状态所指日期，默认当日. The day that `status` is meant for, by default today.',
      optional,
    ),
  },
);
export type TrainingDutyFilter = Partial<InstanceType<typeof TrainingDutyFilter>>;
