import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Noun,
  RefersTo,
  Submitted,
  Synthetic,
  asked,
  date,
  inputOf,
  inputType,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
  whole,
  type List,
} from '../../kernel';
import { Enterprise, Region } from '../others';

export const TrainingAudience = vocabulary(
  'TrainingAudience',
  '培训对象. The group of people who are trained.',
  {
    PRINCIPAL: '主要负责人. Principals of enterprises.',
    SAFETY_MANAGER: '安全生产管理人员. Managers of work safety.',
    SAFETY_DIRECTOR: '特种设备安全总监. Safety directors for special equipment.',
    SAFETY_OFFICER: '特种设备安全员. Safety officers for special equipment.',
    FIRE_RESPONSIBLE: '消防安全责任人. Those who answer for fire safety.',
    EQUIPMENT_OPERATOR: '特种设备作业人员. Operators of special equipment.',
    SPECIAL_OPERATOR: '特种作业人员. People in special operations.',
    WELDER: '电气焊作业人员. Welders.',
    NEW_EMPLOYEE: '新上岗人员. People new to their work.',
    EMPLOYEE:
      '其他从业人员（含劳务派遣、灵活用工）. Other employees, dispatched and flexible ones among them.',
    REGULATOR: '安全监管执法人员. Regulators.',
  },
);
export type TrainingAudience = keyof typeof TrainingAudience;

export const CourseForm = vocabulary('CourseForm', '培训考核形式. What kind of event it is.', {
  TRAINING: '集中培训. Training.',
  SUPERVISED_EXAM: '监督抽考. A random exam by the supervisor.',
  ASSESSMENT: '考核. An assessment after training.',
  WARNING: '警示教育. A lesson from accidents.',
  FIRST_LESSON: '开工第一课. The first lesson after work resumes.',
});
export type CourseForm = keyof typeof CourseForm;

@Noun('培训班、考试. A course, a lesson or an exam.', { term: { zh: '培训班、考试', en: 'course' } })
@Index('training_course_by_region', ['regionCode', 'heldOn', 'id'])
@Index('training_course_by_day', ['heldOn', 'id', 'regionCode', 'audience'])
export class TrainingCourse extends Submitted {
  @Id('PUBLIC', '编号. Its id: source and the id there.') id: string;

  @Fact('UNCONDITIONAL', text(200), '主题. The topic of the course or exam.', { always: true }) topic: string;

  @Fact('UNCONDITIONAL', oneOf(TrainingAudience, 20), '培训对象. The group of people who are trained.', {
    always: true,
  })
  audience: TrainingAudience;

  @Fact('UNCONDITIONAL', oneOf(CourseForm, 16), '形式. What kind of event it is.') form: CourseForm;

  @Fact('UNCONDITIONAL', date, '举办日期. The day on which it was held or begun.', { always: true })
  heldOn: string;

  @Fact('UNCONDITIONAL', whole(0, 1_000), '学时. The number of hours that it took.', { always: true })
  hours: number;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '举办地（区划代码）. The division where it was held, by its code.',
    {
      as: 'region',
      stated: '举办地区划代码. The division where it was held.',
    },
  )
  regionCode: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '培训机构（统一社会信用代码）. The body that held it, by its USCC.',
    {
      as: 'body',
      stated: '培训机构的统一社会信用代码. The body that held it.',
      optional: true,
      index: true,
      back: {
        name: 'trainingCourses',
        level: 'UNCONDITIONAL',
        says: '举办的培训班、考试，新的在前. The courses and exams that it held, the latest first.',
        order: ['heldOn', 'id'],
        descending: true,
        period: 'heldOn',
      },
      unknown: 'flag',
    },
  )
  bodyUscc: string | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}

export const TrainingCourseInput = inputOf(
  TrainingCourse,
  '培训班、考试报送. A course or an exam as it is submitted.',
  ['topic', 'audience', 'form', 'heldOn', 'hours', 'regionCode', 'bodyUscc'],
  { defaults: { form: 'TRAINING' } },
);

/** The latest first: training_course_by_day. */
export const COURSES: List<TrainingCourse> = {
  name: 'trainingCourses',
  entity: TrainingCourse,
  order: ['heldOn', 'id'],
  descending: true,
};

const optional = { optional: true } as const;
export const TrainingCourseFilter = inputType(
  'TrainingCourseFilter',
  '培训班筛选. The courses for which all of this holds.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    audience: asked(oneOf(TrainingAudience), '培训对象. Returns only those for these people.', optional),
    form: asked(oneOf(CourseForm), '形式. Returns only those of this kind.', optional),
    heldFrom: asked(date, '举办日期不早于. Held on this day or later.', optional),
    heldTo: asked(date, '举办日期不晚于. Held on this day or earlier.', optional),
  },
);
export type TrainingCourseFilter = Partial<InstanceType<typeof TrainingCourseFilter>>;
