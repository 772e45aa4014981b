import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, unseal, type RequestContext } from '../../kernel';
import { Department, Enterprise, Region, departmentOf, enterpriseOf } from '../others';
import { Attendance, AttendanceConnection } from './attendance';
import { attendanceOf, courseById, coursePage } from './course.loaders';
import { TrainingCourse, TrainingCourseConnection, TrainingCourseFilter } from './training-course';

@Resolver(() => TrainingCourse)
export class TrainingCourseResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => TrainingCourse, { nullable: true, description: '按编号查培训班. The course with this id.' })
  trainingCourse(@Arg('id', () => ID, { description: '编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return courseById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => TrainingCourseConnection, {
    nullable: true,
    description: '培训班、考试列表，新的在前. Courses and exams, the latest first.',
  })
  trainingCourses(
    @Arg('filter', () => TrainingCourseFilter, { nullable: true, description: '筛选. Which.' }) filter: TrainingCourseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return coursePage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '举办地. The division where it was held.' })
  region(@Root() { regionCode }: TrainingCourse): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '培训机构. The body that held it.' })
  body(@Root() { bodyUscc }: TrainingCourse) {
    return enterpriseOf(bodyUscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => AttendanceConnection, {
    nullable: true,
    description: '参训参考记录；姓名、成绩有条件共享. Who took part; names and results are CONDITIONAL.',
  })
  attendance(@Root() { id }: TrainingCourse, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return attendanceOf(context, id, args);
  }
}

@Resolver(() => Attendance)
export class AttendanceResolver {
  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '姓名. The full name.' })
  fullName(@Root() { sealedName }: Attendance, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => TrainingCourse, { nullable: true, description: '培训班. The course.' })
  course(@Root() { courseId }: Attendance, @Ctx() context: RequestContext) {
    return courseById(context).load(courseId);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '所在单位. The enterprise that the person belongs to.' })
  enterprise(@Root() { uscc }: Attendance) {
    return enterpriseOf(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '所在部门. The department of a regulator.' })
  department(@Root() { departmentCode }: Attendance) {
    return departmentOf(departmentCode);
  }
}
