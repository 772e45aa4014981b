import {
  ReferenceUnknown,
  checkDay,
  checkSourceId,
  masked,
  personIdOf,
  seal,
  submissionOf,
} from '../../kernel';
import { subjectOf } from '../subject';
import { Attendance, AttendanceInput } from './attendance';
import { TrainingCourse, TrainingCourseInput } from './training-course';

export const trainingCourseSubmission = submissionOf(TrainingCourse, TrainingCourseInput, {
  kind: 'training-courses',
  row({ heldOn }, { today }) {
    checkDay('heldOn', heldOn, { to: today });
    return {};
  },
});

export const attendanceSubmission = submissionOf(Attendance, AttendanceInput, {
  kind: 'attendance',
  async prepare({ db, settings }, _, records) {
    const ids = [...new Set(records.map(({ courseId }) => courseId))];
    const known = await db.read<{ id: string }>(
      'SELECT id FROM training_course WHERE id = ANY($1::varchar[])',
      [ids],
    );
    return { dataKey: settings.dataKey, courses: new Set(known.map(({ id }) => id)) };
  },
  row(record, { dataKey, courses }) {
    const { sourceId, courseId, name, idNumber } = record;
    checkSourceId(sourceId);
    if (!courses.has(courseId))
      throw ReferenceUnknown({ field: 'courseId', target: { zh: '培训班', en: 'course' }, got: courseId });
    return {
      subject: subjectOf(record),
      personId: personIdOf(idNumber, dataKey),
      name: masked(name),
      sealedName: seal(name, dataKey),
    };
  },
});
