import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const TrainingAudience = vocabulary('TrainingAudience', '培训对象. Who is trained.', {
  PRINCIPAL: '主要负责人. Principals of enterprises.',
  SAFETY_MANAGER: '安全生产管理人员. Managers of work safety.',
  SAFETY_DIRECTOR: '特种设备安全总监. Safety directors for special equipment.',
  SAFETY_OFFICER: '特种设备安全员. Safety officers for special equipment.',
  FIRE_RESPONSIBLE: '消防安全责任人. Those who answer for fire safety.',
  EQUIPMENT_OPERATOR: '特种设备作业人员. Operators of special equipment.',
  SPECIAL_OPERATOR: '特种作业人员. People in special operations.',
  WELDER: '电气焊作业人员. Welders.',
  NEW_EMPLOYEE: '新上岗人员. People new to their work.',
  EMPLOYEE: '其他从业人员（含劳务派遣、灵活用工）. Other employees, dispatched and flexible ones among them.',
  REGULATOR: '安全监管执法人员. Regulators.',
});
export type TrainingAudience = keyof typeof TrainingAudience;

export const CourseForm = vocabulary('CourseForm', '培训考核形式. What kind of event it is.', {
  TRAINING: '集中培训. Training.',
  SUPERVISED_EXAM: '监督抽考. A random exam by the supervisor.',
  ASSESSMENT: '考核. An assessment after training.',
  WARNING: '警示教育. A lesson from accidents.',
  FIRST_LESSON: '开工第一课. The first lesson after work resumes.',
});
export type CourseForm = keyof typeof CourseForm;

@Entity()
@Index('training_course_by_region', ['regionCode', 'heldOn', 'id'])
@Index('training_course_by_day', ['heldOn', 'id', 'regionCode', 'audience'])
@Index('training_course_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '培训班、考试. A course, a lesson or an exam.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class TrainingCourse extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '主题. What it is about.' })
  topic: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => TrainingAudience, { description: '培训对象. Who is trained.' })
  audience: TrainingAudience;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => CourseForm, { nullable: true, description: '形式. What kind of event it is.' })
  form: CourseForm;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '举办日期. The day on which it was held or begun.' })
  heldOn: string;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { description: '学时. How many hours it took.' })
  hours: number;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(18, { nullable: true })
  bodyUscc: string | null;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const TrainingCourseConnection = connectionOf('TrainingCourse', '培训班、考试', () => TrainingCourse);

/** The latest first: training_course_by_day. */
export const COURSES: List<TrainingCourse> = { name: 'trainingCourses', entity: TrainingCourse, order: ['heldOn', 'id'], descending: true };

@InputType({ description: '培训班筛选. Which courses.' })
export class TrainingCourseFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => TrainingAudience, { nullable: true, description: '培训对象. For these people.' })
  audience?: TrainingAudience | null;

  @Field(() => CourseForm, { nullable: true, description: '形式. Of this kind.' })
  form?: CourseForm | null;

  @Field(() => DateOnly, { nullable: true, description: '举办日期不早于. Held on this day or later.' })
  heldFrom?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '举办日期不晚于. Held on this day or earlier.' })
  heldTo?: string | null;
}
