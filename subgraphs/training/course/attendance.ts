import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Sealed,
  Submitted,
  asked,
  code,
  codeColumn,
  id,
  idNumber,
  inputOf,
  oneOf,
  personal,
  regionCode,
  text,
  uscc,
  vocabulary,
} from '../../kernel';
import { Department, Enterprise } from '../others';
import { departmentCode } from '../subject';
import { TrainingCourse } from './training-course';

export const AttendanceOutcome = vocabulary(
  'AttendanceOutcome',
  '参训参考结果. How a course or an exam ended for somebody.',
  {
    ATTENDED: '参训（无考试）. Took part; there was no exam.',
    PASSED: '合格. Passed the exam.',
    FAILED: '不合格. Failed the exam.',
    ABSENT: '缺席. Was called and did not come.',
  },
);
export type AttendanceOutcome = keyof typeof AttendanceOutcome;

@Noun('参训参考记录. That somebody took part, and with what result.', {
  key: false,
  term: { zh: '参训参考记录', en: 'attendance' },
})
@Index('attendance_by_course', ['courseId', 'id'])
@Index('attendance_by_subject', ['subject', 'personId', 'courseId', 'outcome'], {
  where: 'duplicate_of IS NULL',
})
@Index('attendance_by_person', ['personId'])
export class Attendance extends Submitted {
  @Id('UNCONDITIONAL', '记录编号. Its id: source and the id there.') id: string;

  @RefersTo(
    () => TrainingCourse,
    code(130),
    'UNCONDITIONAL',
    '培训班（编号）. The course that the person took part in, by its id.',
    {
      as: 'course',
      stated: '培训班编号. The id of the course.',
      back: {
        name: 'attendance',
        level: 'UNCONDITIONAL',
        says: '参训参考记录；姓名、成绩有条件共享. The people who took part; names and results are CONDITIONAL.',
      },
    },
  )
  courseId: string;

  @Fact('UNCONDITIONAL', id(32), '人员标识（不透明）. The opaque id of the person.') personId: string;

  /** 张**, as the field shows it. */
  @Fact('UNCONDITIONAL', code(16), '姓名，以 张** 显示. The name, masked; see fullName.') name: string;

  @Sealed('CONDITIONAL', personal(60), '姓名. The full name of the person.', {
    as: 'fullName',
    column: codeColumn(512),
  })
  sealedName: string;

  @Kept(
    code(40),
    '所属单位或部门. The enterprise or, of regulators, the department that the person belongs to.',
  )
  subject: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '所在单位（统一社会信用代码）；监管人员无. The enterprise that the person belongs to, by its USCC; none for a regulator.',
    {
      as: 'enterprise',
      stated: '所在单位的统一社会信用代码；监管人员不填. The enterprise; left out for regulators.',
      optional: true,
      index: true,
      back: {
        name: 'trainingAttendance',
        level: 'UNCONDITIONAL',
        says: '所属人员参训参考记录；姓名、成绩有条件共享. That its people took part in courses; names and results are CONDITIONAL.',
        state: 'outcome',
        period: { through: 'courseId', day: 'heldOn' },
      },
      unknown: 'flag',
    },
  )
  uscc: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '监管人员所在部门（代码）. The department of a regulator, by its code.',
    {
      as: 'department',
      stated: '监管人员所在部门代码. The department of a regulator.',
      optional: true,
    },
  )
  departmentCode: string | null;

  @Fact('UNCONDITIONAL', oneOf(AttendanceOutcome), '结果. The result of the course or exam for the person.')
  outcome: AttendanceOutcome;

  @Fact('CONDITIONAL', text(40), '成绩. The result, as points or a grade.', { optional: true }) score:
    string | null;

  @Kept(regionCode, '所在单位区划代码. The division of the enterprise or department.') regionCode: string;

  /** Who works for two enterprises may take part for both. */
  @DuplicateOf(null, ['personId', 'subject', 'courseId']) duplicateOf: string | null;
}

export const AttendanceInput = inputOf(
  Attendance,
  '参训参考报送. That somebody took part, as it is submitted.',
  ['courseId', 'uscc', 'departmentCode', 'outcome', 'score', 'regionCode'],
  {
    defaults: { outcome: 'ATTENDED' },
    also: {
      name: asked(personal(60), '姓名；加密存储. The name; sealed at rest.'),
      idNumber: asked(
        idNumber,
        '公民身份号码；只存不透明标识. The identity number; only its pseudonym is kept.',
      ),
    },
  },
);
