import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const AttendanceOutcome = vocabulary('AttendanceOutcome', '参训参考结果. How a course or an exam ended for somebody.', {
  ATTENDED: '参训（无考试）. Took part; there was no exam.',
  PASSED: '合格. Passed the exam.',
  FAILED: '不合格. Failed the exam.',
  ABSENT: '缺席. Was called and did not come.',
});
export type AttendanceOutcome = keyof typeof AttendanceOutcome;

@Entity()
@Index('attendance_by_course', ['courseId', 'id'])
@Index('attendance_by_subject', ['subject', 'personId', 'courseId', 'outcome'])
@Index('attendance_by_person', ['personId'])
@Index('attendance_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '参训参考记录. That somebody took part, and with what result.', simpleResolvers: true })
export class Attendance extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '记录编号. Its id.' })
  id: string;

  @CodeColumn(130)
  courseId: string;

  @CodeColumn(32)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '人员标识（不透明）. The opaque id of the person.' })
  personId: string;

  /** 张**, as the field shows it. */
  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '姓名，以 张** 显示. The name, masked; see fullName.' })
  name: string;

  @CodeColumn(512)
  sealedName: string;

  /** The enterprise or, of regulators, the department that the person belongs to. */
  @CodeColumn(40)
  subject: string;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => AttendanceOutcome, { nullable: true, description: '结果. How it ended.' })
  outcome: AttendanceOutcome;

  @Column('varchar', { length: 40, nullable: true })
  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '成绩. The result, as points or a grade.' })
  score: string | null;

  @CodeColumn(12)
  regionCode: string;
}

export const AttendanceConnection = connectionOf('Attendance', '参训参考记录', () => Attendance);

export const ATTENDANCE: List<Attendance> = { name: 'attendance', entity: Attendance, order: ['id'] };
