import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, Shared, connectionFor, type RequestContext } from '../../kernel';
import { coursePage } from './course.lists';
import { TrainingCourse, TrainingCourseFilter } from './training-course';

const TrainingCourseConnection = connectionFor(TrainingCourse);

@Resolver()
export class TrainingCourseListResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => TrainingCourseConnection, {
    nullable: true,
    description: '培训班、考试列表，新的在前. Courses and exams, the latest first.',
  })
  trainingCourses(
    @Arg('filter', () => TrainingCourseFilter, {
      nullable: true,
      description: '筛选. Those for which all of this holds.',
    })
    filter: TrainingCourseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return coursePage(context, filter, args);
  }
}
