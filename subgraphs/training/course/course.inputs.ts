import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, oneOf, regionCode, shaped, text, uscc, whole, idNumber, personal, alike } from '../../kernel';
import { AttendanceOutcome, type AttendanceOutcome as Outcome } from './attendance';
import { CourseForm, TrainingAudience, type CourseForm as Form, type TrainingAudience as Audience } from './training-course';

/** As the registry has it. */
export const departmentCode = shaped((code) => /^(CN|\d{6})-[A-Z_]+$/.test(code), alike('430682-EMERGENCY_MANAGEMENT'));

@InputType({ description: '培训班、考试报送. A course or an exam as it is submitted.' })
export class TrainingCourseInput extends SubmittedInput {
  @Sent(text(200), '主题. What it is about.')
  topic: string;

  @Sent(oneOf(TrainingAudience), '培训对象，见 TrainingAudience. A value of TrainingAudience.')
  audience: Audience;

  @Sent(oneOf(CourseForm), '形式，见 CourseForm. A value of CourseForm.', { default: 'TRAINING' })
  form: Form;

  @Sent(date, '举办日期. The day on which it was held or begun.')
  heldOn: string;

  @Sent(whole(0, 1_000), '学时. How many hours it took.')
  hours: number;

  @Sent(regionCode, '举办地区划代码. The division where it was held.')
  regionCode: string;

  @Sent(uscc, '培训机构的统一社会信用代码. The body that held it.', { optional: true })
  bodyUscc: string | null;
}

@InputType({ description: '参训参考报送. That somebody took part, as it is submitted.' })
export class AttendanceInput extends SubmittedInput {
  @Sent(text(130), '培训班编号. The id of the course.')
  courseId: string;

  @Sent(personal(60), '姓名；加密存储. The name; sealed at rest.')
  name: string;

  @Sent(idNumber, '公民身份号码；只存不透明标识. The identity number; only its pseudonym is kept.')
  idNumber: string;

  @Sent(uscc, '所在单位的统一社会信用代码；监管人员不填. The enterprise; left out for regulators.', { optional: true })
  uscc: string | null;

  @Sent(departmentCode, '监管人员所在部门代码. The department of a regulator.', { optional: true })
  departmentCode: string | null;

  @Sent(oneOf(AttendanceOutcome), '结果，见 AttendanceOutcome. A value of AttendanceOutcome.', { default: 'ATTENDED' })
  outcome: Outcome;

  @Sent(text(40), '成绩. The result, as points or a grade.', { optional: true })
  score: string | null;

  @Sent(regionCode, '所在单位区划代码. The division of the enterprise or department.')
  regionCode: string;
}
