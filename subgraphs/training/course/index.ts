import { defineNoun } from '../../kernel';
import { Attendance } from './attendance';
import { TrainingCourseListResolver } from './course.resolver';
import { attendanceSubmission, trainingCourseSubmission } from './course.submission';
import { TrainingCourse } from './training-course';

export const trainingCourse = defineNoun({
  entity: TrainingCourse,
  submission: trainingCourseSubmission,
  one: {
    name: 'trainingCourse',
    says: '按编号查培训班. The course with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '编号. The id of the record.',
  },
  resolvers: [TrainingCourseListResolver],
});

export const attendance = defineNoun({ entity: Attendance, submission: attendanceSubmission, find: false });
